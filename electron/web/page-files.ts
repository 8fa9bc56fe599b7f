import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { resolve } from 'node:path';
import { pageFile, pageFileType } from '../page-file.ts';

/** Sends a file of the built page; anything outside its folder is not there. */
export async function sendPageFile(root: string, pathname: string, response: ServerResponse): Promise<void> {
  const path = pageFile(pathname, resolve(root));
  const found = path === undefined ? undefined : await stat(path).catch(() => undefined);
  if (path === undefined || !found?.isFile()) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('没有这个页面');
    return;
  }
  response.writeHead(200, {
    'content-type': pageFileType(path),
    'content-length': found.size,
    'cache-control': 'no-store',
  });
  createReadStream(path).pipe(response);
}
