import { RPCHandler } from '@orpc/server/message-port';
import { AntouError } from '../shared/api/errors.ts';
import { createOffice, type Office, refuse } from './api/index.ts';
import type { NativeHost } from './api/native-host.ts';
import type { FromOffice, OfficePort, ParentPort, ToOffice } from './office-messages.ts';

/**
 * The office process: a utilityProcess that owns the open library and serves the contract on the ports main.ts hands
 * it. It has no window and no `electron`; what only the shell can do it asks main.ts for.
 */
const parentPort = (process as unknown as { parentPort?: ParentPort }).parentPort;
if (!parentPort) throw new Error('office.js is started by the desktop program (utilityProcess), not by hand.');
const parent: ParentPort = parentPort;

const tell = (message: FromOffice) => parent.postMessage(message);

/** Answers of main.ts that are still awaited. */
const waiting = new Map<number, { resolve: (output: unknown) => void; reject: (error: Error) => void }>();
let lastId = 0;

function ask<Name extends keyof NativeHost>(name: Name, input: Parameters<NativeHost[Name]>[0]) {
  lastId += 1;
  const id = lastId;
  return new Promise<unknown>((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    tell({ type: 'native', id, name, input } as FromOffice);
  }) as ReturnType<NativeHost[Name]>;
}

const native: NativeHost = {
  pickFiles: (options) => ask('pickFiles', options),
  pickSave: (options) => ask('pickSave', options),
  pickFolder: (options) => ask('pickFolder', options),
  showInFolder: (path) => ask('showInFolder', path),
  openPath: (path) => ask('openPath', path),
};

let office: Office | undefined;
/** Settles when a library that was open in a process that died is open again; calls wait for it. */
let ready: Promise<unknown> = Promise.resolve();
let toldLibrary: string | undefined;

/** main.ts remembers which library is open, so that a process that takes this one's place can go on with it. */
async function noteLibrary<T>({ next }: { next: () => Promise<T> }): Promise<T> {
  await ready;
  try {
    return await next();
  } finally {
    const path = office?.desk.library?.info.path;
    if (path !== toldLibrary) {
      toldLibrary = path;
      tell({ type: 'library', ...(path === undefined ? {} : { path }) });
    }
  }
}

function start(message: Extract<ToOffice, { type: 'start' }>): void {
  office = createOffice({ door: 'desktop', userData: message.userData, version: message.version, native });
  if (message.library === undefined) return;
  toldLibrary = message.library;
  office.desk.grant(message.library);
  // One that cannot be opened any more is told to the page as "none is open": it shows the way in and the reason.
  ready = office.desk.open(message.library).catch((error: unknown) => console.error(error));
}

function serve(port: OfficePort): void {
  if (!office) throw new Error('connect before start');
  const handler = new RPCHandler(office.router, { clientInterceptors: [refuse, noteLibrary] });
  handler.upgrade(port, { context: office.context });
  port.start();
}

/** Writes the checkpoint and lets the library go; says so also when it failed, the journal being safe by then. */
async function close(): Promise<void> {
  let problem: string | undefined;
  try {
    await ready;
    await office?.close();
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  }
  tell({ type: 'closed', ...(problem === undefined ? {} : { problem }) });
}

function hear(message: ToOffice, ports: readonly OfficePort[]): void {
  if (message.type === 'start') start(message);
  else if (message.type === 'connect') ports.forEach(serve);
  else if (message.type === 'close') void close();
  else {
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) call?.reject(new AntouError(message.error.code, message.error.message));
    else call?.resolve(message.output);
  }
}

parent.on('message', ({ data, ports }) => {
  try {
    hear(data as ToOffice, ports);
  } catch (error) {
    // Nothing can be served: end with a trace on stderr, so that main.ts starts a fresh process and says so.
    console.error(error);
    process.exit(1);
  }
});
