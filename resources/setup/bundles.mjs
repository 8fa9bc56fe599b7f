import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, relative, sep } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { root } from './install.mjs';

/** Resources that belong to the developer, not to the program. */
const notShipped = new Set(['setup']);

/** @param {'electron' | 'renderer' | 'resources'} part @param {string} folder where the finished files go */
export async function bundle(part, folder) {
  mkdirSync(folder, { recursive: true });
  // Started from a test, NODE_ENV is "test", and React would be bundled in its slow development form.
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    if (part === 'renderer') await bundlePage(folder);
    else if (part === 'electron') await bundleDoors(folder);
    else copyResources(folder);
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

async function bundlePage(folder) {
  await build({
    configFile: false,
    root: join(root, 'renderer'),
    base: './',
    logLevel: 'error',
    plugins: [react(), licenceCollector('renderer')],
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'chrome120',
      assetsInlineLimit: 0, // data: URLs for fonts would be refused by the page's policy
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
      reportCompressedSize: false,
    },
  });
}

const outside = ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/** The doors and the office process as ES modules; the preload as CommonJS, as a sandboxed preload must be. */
async function bundleDoors(folder) {
  const entry = (name) => join(root, 'electron', `${name}.ts`);
  const doors = ['main', 'office', 'web', 'cli'].filter((name) => existsSync(entry(name)));
  await bundleForNode(folder, Object.fromEntries(doors.map((name) => [name, entry(name)])), 'esm', 'electron');
  await bundleForNode(folder, { preload: entry('preload') }, 'cjs', 'preload');
  await bundleForNode(folder, { early: entry('early') }, 'cjs', 'early');
}

/**
 * Bundles entries for Node with everything from npm inside. Shared chunks lie beside the entries (not in a folder of
 * their own) so that `import.meta.url` keeps pointing into the same folder.
 * @param {Record<string, string>} input name of the output → source file
 * @param {'esm' | 'cjs'} format
 * @param {string} part under which name the packages' licences are noted
 */
export async function bundleForNode(folder, input, format, part) {
  const ending = format === 'esm' ? 'js' : 'cjs';
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    plugins: [licenceCollector(part)],
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      minify: false, // a stack trace in a clerk's log must be readable
      copyPublicDir: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input,
        external: outside,
        output: { format, entryFileNames: `[name].${ending}`, chunkFileNames: `[name]-[hash].${ending}` },
      },
    },
  });
}

function copyResources(folder) {
  for (const name of readdirSync(join(root, 'resources'))) {
    if (!notShipped.has(name)) cpSync(join(root, 'resources', name), join(folder, name), { recursive: true });
  }
}

/** Packages met in each build, by folder. */
const met = new Map();

/** Notes the npm packages whose modules ended up in a chunk: their licences must be shipped with the program. */
function licenceCollector(part) {
  const found = new Set();
  met.set(part, found);
  return {
    name: 'antou-licences',
    generateBundle(_options, output) {
      for (const item of Object.values(output)) {
        if (item.type !== 'chunk') continue;
        for (const id of item.moduleIds ?? Object.keys(item.modules)) {
          const folder = packageFolder(id.replace(/^\0/, '').split('?')[0]);
          if (folder) found.add(folder);
        }
      }
    },
  };
}

function packageFolder(id) {
  const mark = `${sep}node_modules${sep}`;
  const at = id.lastIndexOf(mark);
  if (at === -1) return undefined;
  const [first, second] = id.slice(at + mark.length).split(sep);
  return id.slice(0, at + mark.length) + (first.startsWith('@') ? join(first, second) : first);
}

/** Writes dist/THIRD-PARTY.txt from what each part's build noted, keeping the notes of parts not built this time. */
export function writeLicences(dist) {
  const notes = join(dist, '.stamps');
  mkdirSync(notes, { recursive: true });
  for (const [part, folders] of met) {
    const list = [...folders].map((folder) => relative(root, folder)).sort();
    writeFileSync(join(notes, `${part}.packages.json`), JSON.stringify(list));
  }
  const folders = new Set();
  for (const name of readdirSync(notes).filter((name) => name.endsWith('.packages.json'))) {
    for (const folder of JSON.parse(readFileSync(join(notes, name), 'utf8'))) folders.add(folder);
  }
  const entries = [...folders].map((folder) => licenceOf(join(root, folder))).filter(Boolean);
  entries.sort((a, b) => (a.title < b.title ? -1 : 1));
  const rule = '='.repeat(72);
  const text = entries.map((entry) => `${rule}\n${entry.title}\n${rule}\n${entry.text.trim()}\n`).join('\n');
  writeFileSync(join(dist, 'THIRD-PARTY.txt'), `本程序使用的开放源代码软件及其许可\n\n${text}`);
}

function licenceOf(folder) {
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) return undefined;
  const { name, version, license, author } = JSON.parse(readFileSync(manifest, 'utf8'));
  // Some packages keep the licences of what they took from others in a folder of that name.
  const files = readdirSync(folder, { withFileTypes: true })
    .filter(({ name: file }) => /^(licen[cs]es?|copying|notice)/i.test(file))
    .flatMap((entry) =>
      entry.isDirectory()
        ? readdirSync(join(folder, entry.name), { withFileTypes: true })
            .filter((inner) => inner.isFile())
            .map((inner) => join(entry.name, inner.name))
        : [entry.name],
    );
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8'));
  // Where the manifest is silent, the text of the licence says which one it is.
  const told = texts.map((text) => /^\s*(?:The )?(MIT|ISC|Apache|BSD)\b.*License/iu.exec(text)?.[1]).find(Boolean);
  const kind = typeof license === 'string' ? license : (license?.type ?? told ?? '未注明');
  const who = typeof author === 'string' ? author : (author?.name ?? '');
  return { title: `${name} ${version}（${kind}）`, text: texts.join('\n\n') || `${kind}\n${who}` };
}
