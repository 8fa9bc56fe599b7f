import { App, Button, Space } from 'antd';
import { type ReactNode, useState } from 'react';
import type { DocumentModel } from '../../../shared/documents/model.ts';
import { api } from '../../app/api.ts';
import { deliver } from '../../app/deliver.ts';
import { explain, type Refusal } from '../../app/errors.ts';
import { useCommand } from '../../app/use-command.ts';
import { useExportGate } from './checks/ExportGate.tsx';

type Format = 'docx' | 'pdf';

interface Paper {
  readonly document: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** What the clerk made of it; absent: as composed. */
  readonly content: DocumentModel | undefined;
  /** What stands on the desk, to be looked over once more before it goes out. */
  readonly model: DocumentModel | undefined;
}

const TITLES = { docx: '已导出 Word', pdf: '已导出 PDF' } as const;

interface GoingOut {
  readonly ask: (format: Format) => void;
  readonly saving: Format | undefined;
  readonly refusal: Refusal | undefined;
  readonly reset: () => void;
  /** The question before a paper goes out with something that must be mended. */
  readonly gate: ReactNode;
}

/** Exports the paper on the desk, and tells where it went. */
export function useGoingOut({ document, params, content, model }: Paper): GoingOut {
  const { notification } = App.useApp();
  const save = useCommand(api.documents.export);
  const [format, setFormat] = useState<Format>('docx');
  const { mayExport, gate } = useExportGate();
  const ask = (wanted: Format) => {
    if (model) void mayExport({ document, params, content }, model).then((may) => (may ? send(wanted) : undefined));
  };
  const send = async (wanted: Format) => {
    setFormat(wanted);
    const made = await save.run({ document, params: { ...params }, format: wanted, ...(content ? { content } : {}) });
    if (!made?.saved) return;
    if (made.file) await deliver(made.file);
    const open = (folder: boolean) => {
      if (made.handle)
        api.files
          .show({ handle: made.handle, folder })
          .catch((error: unknown) => notification.error({ title: explain(error).message }));
    };
    const doubts = made.findings.filter(({ severity }) => severity !== 'hint').map(({ message }) => message);
    notification.success({
      key: 'export',
      placement: 'bottomRight',
      title: TITLES[wanted],
      description: (
        <>
          {made.path ?? `${made.name}，已存到浏览器的下载文件夹`}
          {doubts.slice(0, 3).map((doubt) => (
            <div key={doubt}>⚠ {doubt}</div>
          ))}
        </>
      ),
      ...(made.handle
        ? {
            actions: (
              <Space>
                <Button size="small" onClick={() => open(false)}>
                  打开文件
                </Button>
                <Button size="small" onClick={() => open(true)}>
                  打开文件夹
                </Button>
              </Space>
            ),
          }
        : {}),
    });
  };
  return {
    ask,
    saving: save.saving ? format : undefined,
    refusal: save.refusal,
    reset: save.reset,
    gate,
  };
}
