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
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit') reloadAfterCrash(window, details.reason);
  });
  window.webContents.on('will-prevent-unload', (event) => {
    // Without an answer Electron would leave the window open and say nothing.
    if (mayLeave(window)) event.preventDefault();
  });
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
}

/** What was saved lies in the library, what was being written in its draft: a fresh page finds both. */
function reloadAfterCrash(window: BrowserWindow, reason: string): void {
  dialog.showMessageBoxSync(window, {
    type: 'error',
    message: '页面意外停止，将重新打开。',
    detail: `已保存的内容不受影响，没写完的文字会从草稿中取回。（${reason}）`,
    buttons: ['重新打开'],
  });
  window.webContents.reload();
}

/** The page holds text that is not saved: stay with it, or leave it to its draft. */
function mayLeave(window: BrowserWindow): boolean {
  const answer = dialog.showMessageBoxSync(window, {
    type: 'question',
    message: '有没保存的修改',
    detail: '现在关闭，这些文字不进资料库，只留在草稿里，下次打开这一页时可以取回。',
    buttons: ['留下继续改', '不保存，关闭'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return answer === 1;
}
