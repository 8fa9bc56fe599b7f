import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RPCHandler } from '@orpc/server/node';
import { createOffice, type Office, refuse } from './api/index.ts';
import { machineFolder } from './cli/session.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { programVersion } from './version.ts';
import { Access } from './web/access.ts';
import { sendPageFile } from './web/page-files.ts';

export interface WebOptions {
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** One-time word in the address; made up when absent. */
  readonly token?: string;
  /** Opened at once when given. */
  readonly libraryPath?: string;
  readonly userData?: string;
  /** Folder of the built page. */
  readonly pageRoot?: string;
  readonly now?: () => Date;
}

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': `${contentSecurityPolicy}; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/**
 * Door 2: the contract and the page on 127.0.0.1 for a browser of this machine; for development, tests and machines
 * without Electron. Nothing outside the machine can reach it. Not packaged.
 */
export async function startWeb(
  options: WebOptions = {},
): Promise<{ url: string; office: Office; close(): Promise<void> }> {
  const office = createOffice({
    door: 'web',
    userData: options.userData ?? machineFolder(),
    version: programVersion(),
    ...(options.now ? { now: options.now } : {}),
  });
  if (options.libraryPath) await office.desk.open(options.libraryPath);
  const token = options.token ?? randomBytes(24).toString('base64url');
  const pageRoot = options.pageRoot ?? join(dirname(fileURLToPath(import.meta.url)), '..', 'renderer');
  const server = createServer();
  await listen(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  const access = new Access(token, port);
  const handler = new RPCHandler(office.router, { clientInterceptors: [refuse] });
  server.on('request', (request, response) => {
    serve(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (!access.rightHost(request)) return refuseVisit(response, 421, '地址不对');
    const cookie = access.redeem(url.searchParams.get('token'));
    if (cookie) {
      response.writeHead(303, { 'set-cookie': cookie, location: '/' }).end();
      return;
    }
    if (!access.known(request)) {
      return refuseVisit(response, 403, '这个地址只能用一次，已经用过了。请关闭程序重新启动，从新的地址进入。');
    }
    if (url.pathname.startsWith('/rpc/')) {
      if (request.method !== 'POST' || !access.ownPage(request)) return refuseVisit(response, 403, '不接受这样的请求');
      const { matched } = await handler.handle(request, response, { prefix: '/rpc', context: office.context });
      if (!matched) refuseVisit(response, 404, '没有这个过程');
      return;
    }
    if (request.method !== 'GET') return refuseVisit(response, 405, '不接受这样的请求');
    await sendPageFile(pageRoot, url.pathname, response);
  }

  return {
    url: `http://127.0.0.1:${port}/?token=${token}`,
    office,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await office.close();
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function refuseVisit(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(message);
}
