import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { onKeys } from '../../ui/keys.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import type { RegisterRow } from './types.ts';

interface VoidDialogProps {
  readonly row: RegisterRow;
  readonly n: number;
  readonly year: number;
  readonly onClose: () => void;
}

/** 作废: the number keeps its place, the reason stands beside it for good. */
export function VoidDialog({ row, n, year, onClose }: VoidDialogProps) {
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const missing = row.type === 'gap';
  const save = useCommand(async () => {
    const done = await api.numbers.void(
      row.id && !missing ? { id: row.id, reason } : { series: row.series, year, n, reason },
    );
    message.success(`${done.number} 已作废，留在登记簿里。可按 Ctrl+Z 撤销。`);
    onClose();
  });
  const ready = reason.trim() !== '';
  const submit = () => {
    if (ready) void save.run(undefined);
  };
  return (
    <Modal open centered width={520} title={`作废 ${row.number}`} footer={null} onCancel={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears Ctrl+Enter of the controls inside it */}
      <div onKeyDown={onKeys({ submit })}>
        <p>{missing ? '这个号没有登记公文。' : row.title}</p>
        <p className="quiet small">作废的号留在原来的位置，不再发给别的公文；下一个号接着往后编。</p>
        <label htmlFor="void-reason">作废原因</label>
        <Input.TextArea
          id="void-reason"
          autoFocus
          rows={2}
          maxLength={200}
          placeholder="例如：签发前撤回"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <RefusalNote refusal={save.refusal} onClose={save.reset} />
        <div className="dialog-verbs">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" danger disabled={!ready} loading={save.saving} title="Ctrl+Enter" onClick={submit}>
            作废
          </Button>
        </div>
      </div>
    </Modal>
  );
}
