import { DownloadOutlined, InboxOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { kindOf } from '../../../shared/records/index.ts';
import { api } from '../../app/api.ts';
import { chooseFiles, type FileHandle, uploadFiles } from '../../app/choose-files.ts';
import { deliver } from '../../app/deliver.ts';
import { explain } from '../../app/errors.ts';
import { useCommand } from '../../app/use-command.ts';
import { useFileDrop } from '../../ui/use-file-drop.ts';
import { isDocumentKind } from './import-types.ts';

const DOCUMENTS = ['txt', 'md', 'html', 'htm', 'docx'];
const SHEETS = ['xlsx', 'xls', 'csv'];

interface FileDropProps {
  /** What the files are to become; absent as long as that is open. */
  readonly as: string | undefined;
  /** Smaller, once files have been chosen. */
  readonly compact?: boolean;
  readonly onFiles: (files: readonly FileHandle[]) => void;
}

/** Files are dropped here or chosen; for tables the template to fill in lies beside. */
export function FileDrop({ as, compact = false, onFiles }: FileDropProps) {
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
  const table = as !== undefined && !isDocumentKind(as);
  const extensions = as === undefined ? [...DOCUMENTS, ...SHEETS] : table ? SHEETS : [...DOCUMENTS, ...SHEETS];
  const drop = useFileDrop((dropped) => void take(() => uploadFiles(dropped)));
  return (
    <div className="file-drop" data-over={drop.over || undefined} data-compact={compact || undefined} {...drop.target}>
      {!compact && <InboxOutlined className="file-drop-sign" />}
      <p>
        把文件拖到这里，或{' '}
        <Button
          type={compact ? 'default' : 'primary'}
          loading={busy}
          onClick={() => void take(() => chooseFiles({ title: '选择要导入的文件', extensions, multiple: !table }))}
        >
          选择文件
        </Button>
        {table && <TemplateButton kind={as} />}
      </p>
      {!compact && <p className="quiet">{table ? TABLE_HINT : DOCUMENT_HINT}</p>}
    </div>
  );
}

const TABLE_HINT =
  '认得 .xlsx、.xls 和 .csv；表头叫法不同没关系，下一步可以对应。从本程序导出“供修改”的表，改好后也从这里导入。';
const DOCUMENT_HINT =
  '认得 .txt、.md、.html 和 .docx；编码自动识别，原件一并保存。坏文件会逐个说明原因，不影响其他文件。';

/** 下载导入模板: drop-downs, two sample rows and notes. */
export function TemplateButton({ kind }: { readonly kind: string }) {
  const { message } = App.useApp();
  const make = useCommand(api.sheets.template);
  const label = kindOf(kind)?.label ?? '';
  return (
    <>
      <Button
        type="link"
        icon={<DownloadOutlined />}
        loading={make.saving}
        onClick={() =>
          void make.run({ kind }).then(async (made) => {
            if (made?.file) await deliver(made.file);
            else if (made?.saved) message.success(`${label}模板已存好：${made.name}`);
          })
        }
      >
        下载{label}模板
      </Button>
      {make.refusal && <span className="import-reason">{make.refusal.message}</span>}
    </>
  );
}
