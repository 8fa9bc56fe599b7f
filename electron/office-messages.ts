import type { ErrorCode } from '../shared/api/errors.ts';
import type { NativeHost } from './api/native-host.ts';

/** What main.ts and the office process say to each other over parentPort; the page's calls never pass here. */

export type NativeCall = {
  [Name in keyof NativeHost]: { readonly name: Name; readonly input: Parameters<NativeHost[Name]>[0] };
}[keyof NativeHost];

export type ToOffice =
  | {
      readonly type: 'start';
      readonly userData: string;
      readonly version: string;
      /** Folder of the library that was open when the process before this one died. */
      readonly library?: string;
    }
  /** Comes with one MessagePort: the page's end of the contract. */
  | { readonly type: 'connect' }
  | { readonly type: 'native'; readonly id: number; readonly output?: unknown; readonly error?: NativeError }
  | { readonly type: 'close' };

export type FromOffice =
  | ({ readonly type: 'native'; readonly id: number } & NativeCall)
  /** Which library is open now; none without a path. */
  | { readonly type: 'library'; readonly path?: string }
  | { readonly type: 'closed'; readonly problem?: string };

/** Errors lose their class on the way through a port; code and sentence are kept. */
export interface NativeError {
  readonly code: ErrorCode;
  readonly message: string;
}

/** The part of Electron's MessagePortMain that is used here; the office process must not import `electron`. */
export interface OfficePort {
  on(event: string, listener: (event?: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
}

/** Electron's process.parentPort as the office process sees it. */
export interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown; ports: OfficePort[] }) => void): void;
  postMessage(message: unknown): void;
}
