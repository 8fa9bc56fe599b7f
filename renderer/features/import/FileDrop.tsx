import { InboxOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { chooseFiles, type FileHandle, uploadFiles } from '../../app/choose-files.ts';
import { explain } from '../../app/errors.ts';
import { useFileDrop } from '../../ui/use-file-drop.ts';
import type { ImportAs } from './import-types.ts';

const EXTENSIONS: Readonly<Record<ImportAs, readonly string[]>> = {
  material: ['txt', 'md', 'html', 'htm', 'docx'],
  book: ['txt', 'md', 'html', 'htm', 'docx'],
  member: ['xlsx', 'xls', 'csv'],
};

interface FileDropProps {
  readonly as: ImportAs;
  /** Smaller, once files have been chosen. */
  readonly compact: boolean;
  readonly onFiles: (files: readonly FileHandle[]) => void;
  readonly onTemplate?: (() => void) | undefined;
}

/** Files are dropped here or chosen. */
export function FileDrop({ as, compact, onFiles, onTemplate }: FileDropProps) {
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const take = async (choose: () => Promise<readonly FileHandle[]>) => {
    setBusy(true);
    try {
      onFiles(await choose());
    } catch (error) {
      message.error(explain(error).message);
    } finally {
      setBusy(false);
    }
  };
  const extensions = EXTENSIONS[as];
  const drop = useFileDrop((dropped) => void take(() => uploadFiles(dropped)));
  return (
    <div className="file-drop" data-over={drop.over || undefined} data-compact={compact || undefined} {...drop.target}>
      {!compact && <InboxOutlined className="file-drop-sign" />}
      <p>
        把文件拖到这里，或{' '}
        <Button
          type={compact ? 'default' : 'primary'}
          loading={busy}
          onClick={() =>
            void take(() => chooseFiles({ title: '选择要导入的文件', extensions, multiple: as !== 'member' }))
          }
        >
          选择文件
        </Button>
        {onTemplate && (
          <Button type="link" onClick={onTemplate}>
            下载名册模板
          </Button>
        )}
      </p>
      {!compact && (
        <p className="quiet">
          {as === 'member'
            ? '认得 .xlsx、.xls 和 .csv；表头叫法不同没关系，下一步可以对应。'
            : '认得 .txt、.md、.html 和 .docx；编码自动识别，原件一并保存。坏文件会逐个说明原因，不影响其他文件。'}
        </p>
      )}
    </div>
  );
}
