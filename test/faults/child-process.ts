import { resolve } from 'node:path';
import { build } from 'vite';

/** Bundles kill-child.ts into `folder`, because Node runs no TypeScript; returns the path of the script. */
export async function bundleChild(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: resolve('test/faults/kill-child.ts'), outDir: folder, emptyOutDir: false, target: 'node20' },
  });
  return resolve(folder, 'kill-child.js');
}
