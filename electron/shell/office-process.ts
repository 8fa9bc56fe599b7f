import { type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import { AntouError } from '../../shared/api/errors.ts';
import type { NativeHost } from '../api/native-host.ts';
import type { FromOffice, NativeCall, NativeError, ToOffice } from '../office-messages.ts';
import { programVersion } from '../version.ts';

export interface OfficeProcessOptions {
  /** Path of the built office.js. */
  readonly program: string;
  readonly userData: string;
  readonly native: NativeHost;
  /** A new process has taken the place of one that stopped by itself. */
  readonly onRestart: () => void;
  /** It keeps stopping: `trace` is the last of what it wrote. */
  readonly onGiveUp: (trace: string) => void;
}

const CLOSE_LIMIT_MS = 10_000;
const RESTART_WINDOW_MS = 60_000;
const RESTARTS_IN_WINDOW = 3;

/** Keeps one office process running, hands it the page's ports, answers what it asks of the shell. */
export class OfficeProcess {
  readonly #options: OfficeProcessOptions;
  #child: UtilityProcess;
  #closing: Promise<void> | undefined;
  #closed: (() => void) | undefined;
  #restarts: number[] = [];
  #trace = '';
  #library: string | undefined;

  constructor(options: OfficeProcessOptions) {
    this.#options = options;
    this.#child = this.#start();
  }

  connect(port: MessagePortMain): void {
    this.#child.postMessage({ type: 'connect' } satisfies ToOffice, [port]);
  }

  /** Asks for the checkpoint and waits, at most ten seconds: the journal holds everything that was acknowledged. */
  close(): Promise<void> {
    this.#closing ??= new Promise<void>((resolve) => {
      const limit = setTimeout(resolve, CLOSE_LIMIT_MS);
      this.#closed = () => {
        clearTimeout(limit);
        resolve();
      };
      this.#child.postMessage({ type: 'close' } satisfies ToOffice);
    }).then(() => void this.#child.kill());
    return this.#closing;
  }

  #start(): UtilityProcess {
    const child = utilityProcess.fork(this.#options.program, [], {
      serviceName: '政协案头资料服务',
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      process.stderr.write(chunk);
      this.#trace = (this.#trace + chunk.toString('utf8')).slice(-4000);
    });
    child.on('message', (message: FromOffice) => this.#hear(child, message));
    child.once('exit', (code) => this.#exited(child, code));
    child.postMessage({
      type: 'start',
      userData: this.#options.userData,
      version: programVersion(),
      ...(this.#library === undefined ? {} : { library: this.#library }),
    } satisfies ToOffice);
    return child;
  }

  #hear(child: UtilityProcess, message: FromOffice): void {
    if (message.type === 'closed') {
      if (message.problem) console.error(`资料库没有正常关闭：${message.problem}`);
      this.#closed?.();
    } else if (message.type === 'library') this.#library = message.path;
    else if (message.type === 'native') void this.#answer(child, message.id, message);
  }

  async #answer(child: UtilityProcess, id: number, call: NativeCall): Promise<void> {
    let reply: ToOffice;
    try {
      reply = { type: 'native', id, output: await perform(this.#options.native, call) };
    } catch (error) {
      reply = { type: 'native', id, error: toNativeError(error) };
    }
    child.postMessage(reply);
  }

  #exited(child: UtilityProcess, code: number): void {
    if (child !== this.#child) return;
    if (this.#closing) {
      this.#closed?.();
      return;
    }
    console.error(`资料服务意外停止（${code}），正在重新启动。`);
    const now = Date.now();
    this.#restarts = [...this.#restarts.filter((at) => now - at < RESTART_WINDOW_MS), now];
    if (this.#restarts.length > RESTARTS_IN_WINDOW) {
      this.#options.onGiveUp(this.#trace);
      return;
    }
    this.#child = this.#start();
    this.#options.onRestart();
  }
}

function perform(native: NativeHost, call: NativeCall): Promise<unknown> {
  switch (call.name) {
    case 'pickFiles':
      return native.pickFiles(call.input);
    case 'pickSave':
      return native.pickSave(call.input);
    case 'pickFolder':
      return native.pickFolder(call.input);
    case 'showInFolder':
      return native.showInFolder(call.input);
    case 'openPath':
      return native.openPath(call.input);
  }
}

const toNativeError = (error: unknown): NativeError =>
  error instanceof AntouError
    ? { code: error.code, message: error.message }
    : { code: 'failed', message: `系统没能完成这一步（${error instanceof Error ? error.message : String(error)}）。` };
