import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Session } from 'electron';
import { APP_ORIGIN, APP_SCHEME } from '../../shared/api/desktop.ts';
import { contentSecurityPolicy } from '../content-security-policy.ts';
import { pageFile, pageFileType } from '../page-file.ts';

/** Path of the file an address names inside `folder`; undefined when it lies outside or the address is not ours. */
export function fileFor(address: string, folder: string): string | undefined {
  try {
    const url = new URL(address);
    return `${url.protocol}//${url.host}` === APP_ORIGIN ? pageFile(url.pathname, folder) : undefined;
  } catch {
    return undefined; // not an address
  }
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
        'content-type': pageFileType(file),
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
      },
    });
  });
}

/** Folder of the built page beside the folder of this program file. */
export const pageFolder = (programFolder: string) => join(programFolder, '..', 'renderer');
