import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Session } from 'electron';
import { APP_ORIGIN, APP_SCHEME } from '../../shared/api/desktop.ts';
import { contentSecurityPolicy } from '../content-security-policy.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
};

/** Path of the file an address names inside `folder`; undefined when it lies outside or the address is not ours. */
export function fileFor(address: string, folder: string): string | undefined {
  let path: string;
  try {
    const url = new URL(address);
    if (`${url.protocol}//${url.host}` !== APP_ORIGIN) return undefined;
    path = decodeURIComponent(url.pathname);
  } catch {
    return undefined; // not an address, or broken percent signs
  }
  if (path.includes('\0') || path.includes('\\')) return undefined;
  const file = resolve(folder, `.${path === '/' ? '/index.html' : path}`);
  // A comparison of beginnings would let /dist/renderer-old pass for /dist/renderer.
  const inside = relative(folder, file);
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? undefined : file;
}

/** Serves the built page as app://antou/…; whatever is not a file of it is 404. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle(APP_SCHEME, async (request) => {
    const file = request.method === 'GET' ? fileFor(request.url, folder) : undefined;
    const body = file && (await readFile(file).catch(() => undefined));
    if (!file || !body)
      return new Response('没有这个页面', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });
    return new Response(new Uint8Array(body), {
      headers: {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
      },
    });
  });
}

/** Folder of the built page beside the folder of this program file. */
export const pageFolder = (programFolder: string) => join(programFolder, '..', 'renderer');
