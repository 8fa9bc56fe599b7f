import { ipcRenderer } from 'electron';
import { CONNECT, type DesktopMessage } from '../shared/api/desktop.ts';

type Ports = NonNullable<Parameters<typeof ipcRenderer.postMessage>[2]>;

/** The little of the page's window that is used here; the folder is otherwise compiled without a DOM. */
declare const window: {
  readonly location: { readonly origin: string };
  addEventListener(type: 'message', listener: (event: { source: unknown; data: unknown; ports: Ports }) => void): void;
  postMessage(message: unknown, origin: string): void;
};

/**
 * Hands one MessagePort from the page to the main process and messages of the desktop to the page: nothing else. The
 * page gets no function and no object of this world.
 */
window.addEventListener('message', (event) => {
  if (event.source !== window || event.data !== CONNECT || event.ports.length !== 1) return;
  ipcRenderer.postMessage(CONNECT, null, [...event.ports]);
});

ipcRenderer.on('antou:message', (_event, message: DesktopMessage) =>
  window.postMessage(message, window.location.origin),
);
