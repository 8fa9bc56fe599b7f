import { app, BrowserWindow, dialog, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuAction } from '../../shared/api/desktop.ts';
import { programVersion } from '../version.ts';

export type Act = (action: MenuAction) => void;

/** The Chinese menu. What concerns records is carried out by the page; the shell only passes the wish on. */
export function buildMenu(act: Act): Menu {
  const item = (label: string, action: MenuAction, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator ? { accelerator } : {}),
    click: () => act(action),
  });
  return Menu.buildFromTemplate([
    {
      label: '文件(&F)',
      submenu: [
        item('新建资料库…', 'new-library'),
        item('打开资料库…', 'open-library'),
        item('打开样例资料库', 'sample-library'),
        { type: 'separator' },
        item('导入…', 'import', 'CmdOrCtrl+Shift+I'),
        item('导出 Word…', 'export', 'CmdOrCtrl+Shift+E'),
        item('打印…', 'print', 'CmdOrCtrl+P'),
        { type: 'separator' },
        item('资料库设置', 'settings'),
        { type: 'separator' },
        { role: 'quit', label: '退出(&X)' },
      ],
    },
    {
      label: '编辑(&E)',
      submenu: [
        { role: 'undo', label: '撤销输入' },
        { role: 'redo', label: '恢复输入' },
        { type: 'separator' },
        item('撤销上一笔更改', 'undo-change'),
        item('重做上一笔更改', 'redo-change'),
        { type: 'separator' },
        { role: 'cut', label: '剪切' },
        { role: 'copy', label: '复制' },
        { role: 'paste', label: '粘贴' },
        { role: 'pasteAndMatchStyle', label: '粘贴为纯文本' },
        { role: 'selectAll', label: '全选' },
        { type: 'separator' },
        item('查找…', 'search'),
      ],
    },
    { label: '视图(&V)', submenu: viewItems() },
    {
      label: '帮助(&H)',
      submenu: [item('使用说明', 'help', 'F1'), { label: '关于政协案头', click: () => void showAbout() }],
    },
  ]);
}

function viewItems(): MenuItemConstructorOptions[] {
  const items: MenuItemConstructorOptions[] = [
    { role: 'resetZoom', label: '原始大小' },
    { role: 'zoomIn', label: '放大', accelerator: 'CmdOrCtrl+=' },
    { role: 'zoomOut', label: '缩小' },
    { type: 'separator' },
    { role: 'togglefullscreen', label: '全屏' },
  ];
  if (app.isPackaged) return items;
  return [
    ...items,
    { type: 'separator' },
    { role: 'reload', label: '重新载入' },
    { role: 'toggleDevTools', label: '开发工具' },
  ];
}

async function showAbout(): Promise<void> {
  const options = {
    type: 'info' as const,
    title: '关于政协案头',
    message: `政协案头 ${programVersion()}`,
    detail: '资料全部存放在本机的资料库文件夹里，程序不联网。\n所用开放源代码软件及许可见安装目录中的说明。',
    buttons: ['知道了'],
  };
  const window = BrowserWindow.getFocusedWindow();
  await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options));
}
