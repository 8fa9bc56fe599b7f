import { join } from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';
import { APP_ORIGIN } from '../../shared/api/desktop.ts';
import { resourcePath } from '../resources.ts';

/** The one window. `programFolder` is where preload.cjs lies. */
export function openWindow(programFolder: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: '政协案头',
    backgroundColor: '#f5f6f8',
    icon: resourcePath('icons', 'icon.png'),
    autoHideMenuBar: true, // Alt shows it; the page carries the same verbs
    webPreferences: {
      preload: join(programFolder, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.webContents.on('will-prevent-unload', (event) => {
    if (leaveUnsaved(window)) event.preventDefault();
  });
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit') reloadAfterCrash(window, details.reason);
  });
  window.on('unresponsive', () => console.error('页面暂时没有响应。'));
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
}

/** The page holds something that is not saved yet. Staying is the default, because leaving loses it. */
function leaveUnsaved(window: BrowserWindow): boolean {
  const choice = dialog.showMessageBoxSync(window, {
    type: 'warning',
    message: '还有内容没有保存。',
    detail: '现在关闭，没有保存的文字会丢失；已保存的内容不受影响。',
    buttons: ['留下继续写', '不保存，关闭'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return choice === 1;
}

function reloadAfterCrash(window: BrowserWindow, reason: string): void {
  dialog.showMessageBoxSync(window, {
    type: 'error',
    message: '页面意外停止，将重新打开。',
    detail: `已保存的内容不受影响，没写完的文字会从草稿中取回。（${reason}）`,
    buttons: ['重新打开'],
  });
  window.webContents.reload();
}
