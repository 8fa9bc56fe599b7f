import type { Session, WebContents } from 'electron';
import { APP_ORIGIN } from '../../shared/api/desktop.ts';

/** Addresses a page of ours may ask for. Everything else would leave the machine or read its disk. */
const ALLOWED = ['app:', 'devtools:', 'blob:', 'data:'];

export function guardSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !ALLOWED.includes(new URL(details.url).protocol) });
  });
  session.setPermissionRequestHandler((contents, permission, answer) => {
    answer(permission === 'clipboard-sanitized-write' && isOurs(contents.getURL()));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === 'clipboard-sanitized-write' && isOurs(origin),
  );
  session.setDevicePermissionHandler(() => false);
  // Chromium fetches dictionaries from its maker's servers; the program has its own checks of the text.
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event, item) => {
    if (!/^(blob|data|app):/.test(item.getURL())) event.preventDefault();
  });
}

export function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // A reload of the page is a navigation to itself.
  const stay = (event: { preventDefault(): void; url: string }) => {
    if (!isOurs(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Compared by prefix because the origin of a scheme of one's own is "null" in Node. */
export const isOurs = (address: string) => address === APP_ORIGIN || address.startsWith(`${APP_ORIGIN}/`);
