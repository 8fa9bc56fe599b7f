import './early.ts';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow, dialog, ipcMain, Menu, session } from 'electron';
import { CONNECT, type DesktopMessage } from '../shared/api/desktop.ts';
import { pageFolder, serveApp } from './shell/app-protocol.ts';
import { dialogs } from './shell/dialogs.ts';
import { guardContents, guardSession, isOurs } from './shell/guards.ts';
import { buildMenu } from './shell/menu.ts';
import { OfficeProcess } from './shell/office-process.ts';
import { openWindow } from './shell/window.ts';

/** Door 1, the desktop program: a window, a menu, and an office process. It holds no data itself. */
const programFolder = dirname(fileURLToPath(import.meta.url));
let window: BrowserWindow | undefined;

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', showWindow);
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  app.whenReady().then(start, giveUp);
} else {
  // The library has one owner; the program that is already open comes to the front instead.
  app.quit();
}

function start(): void {
  const page = pageFolder(programFolder);
  if (!existsSync(join(page, 'index.html'))) throw new Error(`页面没有构建：${page}`);
  guardSession(session.defaultSession);
  serveApp(session.defaultSession, page);
  const office = new OfficeProcess({
    program: join(programFolder, 'office.js'),
    userData: app.getPath('userData'),
    native: dialogs,
    onRestart: () => tellPage({ antou: 'office-restarted' }),
    onGiveUp: (trace) => {
      dialog.showErrorBox(
        '资料服务反复停止',
        `已保存的内容不受影响。请重新打开程序；仍不行请把下面的话交给维护人员。\n\n${trace}`,
      );
      app.quit();
    },
  });

  ipcMain.on(CONNECT, (event) => {
    const [port] = event.ports;
    // Only the main frame of our own window speaks for the clerk.
    const ours = event.senderFrame === window?.webContents.mainFrame && isOurs(event.senderFrame?.url ?? '');
    if (port && ours) office.connect(port);
    else port?.close();
  });

  Menu.setApplicationMenu(buildMenu((action) => tellPage({ antou: 'menu', action })));
  window = openWindow(programFolder);
  window.on('closed', () => {
    window = undefined;
  });
  app.on('window-all-closed', () => app.quit());
  closeBeforeQuitting(office);
}

function closeBeforeQuitting(office: OfficeProcess): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void office.close().finally(() => {
      closed = true;
      app.quit();
    });
  });
}

function tellPage(message: DesktopMessage): void {
  showWindow();
  window?.webContents.send('antou:message', message);
}

function showWindow(): void {
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

function giveUp(error: unknown): void {
  console.error(error);
  dialog.showErrorBox('政协案头没能启动', `资料库未受影响。${error instanceof Error ? error.message : String(error)}`);
  app.exit(1);
}
