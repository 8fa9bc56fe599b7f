import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { BrowserWindow, dialog, type FileFilter, type OpenDialogOptions, shell } from 'electron';
import { AntouError } from '../../shared/api/errors.ts';
import type { NativeHost } from '../api/native-host.ts';

const filtersOf = (extensions: readonly string[] | undefined): FileFilter[] => {
  if (!extensions || extensions.length === 0) return [];
  const bare = extensions.map((extension) => extension.replace(/^\./, ''));
  return [
    { name: `可用的文件（${bare.join('、')}）`, extensions: bare },
    { name: '所有文件', extensions: ['*'] },
  ];
};

const ownWindow = () => BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];

async function mayReplace(path: string): Promise<boolean> {
  const options = {
    type: 'question' as const,
    message: `“${basename(path)}”已经存在，要替换它吗？`,
    detail: '替换后，原来的文件内容不能恢复。',
    buttons: ['替换', '另选名字'],
    defaultId: 1,
    cancelId: 1,
  };
  const window = ownWindow();
  const { response } = await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options));
  return response === 0;
}

/** The dialog belongs to the window, so that it cannot get lost behind it. */
async function choose(options: OpenDialogOptions): Promise<string[]> {
  const window = ownWindow();
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return canceled ? [] : filePaths;
}

/** The shell's own dialogs, for the office process. */
export const dialogs: NativeHost = {
  pickFiles: ({ title, extensions, multiple }) =>
    choose({
      title: title ?? '选择文件',
      buttonLabel: '选定',
      filters: filtersOf(extensions),
      properties: multiple ? ['openFile', 'multiSelections'] : ['openFile'],
    }),

  async pickSave({ title, name, extension }) {
    const ending = `.${extension.replace(/^\./, '')}`;
    let defaultPath = name;
    for (;;) {
      const options = {
        title: title ?? '保存到',
        buttonLabel: '保存',
        defaultPath,
        filters: [{ name: `${ending.slice(1)} 文件`, extensions: [ending.slice(1)] }],
        properties: ['showOverwriteConfirmation' as const, 'createDirectory' as const],
      };
      const window = ownWindow();
      const answer = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
      if (answer.canceled || !answer.filePath) return undefined;
      if (answer.filePath.toLowerCase().endsWith(ending.toLowerCase())) return answer.filePath;
      // GTK's dialog does not add the ending, and then it has not asked about the file that would be replaced.
      const full = answer.filePath + ending;
      if (!existsSync(full) || (await mayReplace(full))) return full;
      defaultPath = full;
    }
  },

  async pickFolder({ title }) {
    const [folder] = await choose({
      title: title ?? '选择文件夹',
      buttonLabel: '选定',
      properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
    });
    return folder;
  },

  async showInFolder(path) {
    shell.showItemInFolder(path);
  },

  async openPath(path) {
    const problem = await shell.openPath(path);
    if (problem) {
      throw new AntouError(
        'failed',
        `没能打开“${path}”（${problem}）。文件已经保存好，请到所在文件夹里用 WPS 或 Word 打开。`,
      );
    }
  },
};
