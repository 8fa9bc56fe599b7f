import { PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Attachment } from '../../../shared/records/field.ts';
import { api } from '../../app/api.ts';
import { deliver } from '../../app/deliver.ts';
import { useCommand } from '../../app/use-command.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { formatSize } from '../format-value.ts';

/** Files kept with a record; a press hands one out as it was taken in, checked against its fingerprint. */
export function Attachments({ files }: { readonly files: readonly Attachment[] }) {
  const read = useCommand(async (file: Attachment) => {
    const answer = await api.files.read({ sha256: file.sha256, name: file.name });
    await deliver(answer.file);
  });
  return (
    <div className="attachments">
      {files.map((file) => (
        <Button
          key={file.sha256}
          icon={<PaperClipOutlined />}
          title={`取出 ${file.name}（${formatSize(file.size)}）`}
          onClick={() => void read.run(file)}
        >
          <span className="clip attachment-name">{file.name}</span>
          <span className="quiet small">{formatSize(file.size)}</span>
        </Button>
      ))}
      <RefusalNote refusal={read.refusal} onClose={read.reset} />
    </div>
  );
}
