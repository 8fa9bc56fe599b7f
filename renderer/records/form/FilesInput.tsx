import { DeleteOutlined, PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Attachment } from '../../../shared/records/field.ts';
import { api } from '../../app/api.ts';
import { chooseFiles, type FileHandle, uploadFiles } from '../../app/choose-files.ts';
import { useCommand } from '../../app/use-command.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { useFileDrop } from '../../ui/use-file-drop.ts';
import { formatSize } from '../format-value.ts';

interface FilesInputProps {
  readonly id: string;
  readonly label: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** Files of a record: chosen or dropped here, kept in the library at once, part of the record when it is saved. */
export function FilesInput({ id, label, value, onChange }: FilesInputProps) {
  const files = Array.isArray(value) ? (value as readonly Attachment[]) : [];
  const keep = useCommand(async (get: () => Promise<readonly FileHandle[]>) => {
    const kept: Attachment[] = [];
    for (const { handle } of await get()) kept.push((await api.files.keep({ file: { handle } })).attachment);
    const fresh = kept.filter((file) => !files.some((old) => old.sha256 === file.sha256));
    if (fresh.length > 0) onChange([...files, ...fresh]);
  });
  const drop = useFileDrop((dropped) => void keep.run(() => uploadFiles(dropped)));
  return (
    <section aria-label={label} className="files-input" data-over={drop.over || undefined} {...drop.target}>
      {files.map((file) => (
        <span key={file.sha256} className="file-chip" title={file.name}>
          <PaperClipOutlined />
          <span className="clip attachment-name">{file.name}</span>
          <span className="quiet small">{formatSize(file.size)}</span>
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={`去掉 ${file.name}`}
            onClick={() => onChange(files.filter((other) => other !== file))}
          />
        </span>
      ))}
      <Button
        id={id}
        aria-label={`${label}：添加文件`}
        loading={keep.saving}
        onClick={() => void keep.run(() => chooseFiles({ title: label, multiple: true }))}
      >
        添加文件…
      </Button>
      <RefusalNote refusal={keep.refusal} onClose={keep.reset} />
    </section>
  );
}
