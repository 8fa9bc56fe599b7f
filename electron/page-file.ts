import { extname, isAbsolute, relative, resolve } from 'node:path';

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

/** Media type of a file of the built page, by its ending. */
export const pageFileType = (file: string): string => TYPES[extname(file)] ?? 'application/octet-stream';

/** Path of the file of the built page that a path of an address names; undefined when it lies outside `folder`. */
export function pageFile(pathname: string, folder: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined; // broken percent signs
  }
  if (path.includes('\0') || path.includes('\\')) return undefined;
  const file = resolve(folder, `.${path === '/' ? '/index.html' : path}`);
  // A comparison of beginnings would let /dist/renderer-old pass for /dist/renderer.
  const inside = relative(folder, file);
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? undefined : file;
}
