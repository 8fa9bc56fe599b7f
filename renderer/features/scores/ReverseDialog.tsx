import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { onKeys } from '../../ui/keys.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { type Entry, signed } from './types.ts';

interface ReverseDialogProps {
  readonly entry: Entry;
  readonly onClose: () => void;
}

/** 冲销: another line with the other sign; both stay to be seen. */
export function ReverseDialog({ entry, onClose }: ReverseDialogProps) {
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const [approver, setApprover] = useState('');
  const [source] = entry.sources;
  const save = useCommand(async () => {
    if (!source) return;
    await api.scores.reverseEntry({ id: source.id, reason, approver });
    message.success('已冲销，总分已重新计算。可按 Ctrl+Z 撤销。');
    onClose();
  });
  const ready = reason.trim() !== '' && approver.trim() !== '';
  const submit = () => {
    if (ready) void save.run(undefined);
  };
  return (
    <Modal open centered width={520} title="冲销一笔人工计分" footer={null} onCancel={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears Ctrl+Enter of the controls inside it */}
      <div className="score-form" onKeyDown={onKeys({ submit })}>
        <p>
          {entry.item} {entry.label}，{entry.day}，{signed(entry.points)} 分
        </p>
        <p className="quiet small">会另记一笔正负相反的，原来的一笔留着供查。</p>
        <label htmlFor="reverse-reason">理由</label>
        <Input.TextArea
          id="reverse-reason"
          aria-label="冲销理由"
          autoFocus
          rows={3}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <label htmlFor="reverse-approver">批准人</label>
        <Input
          id="reverse-approver"
          aria-label="冲销批准人"
          maxLength={60}
          value={approver}
          onChange={(event) => setApprover(event.target.value)}
        />
        <RefusalNote refusal={save.refusal} onClose={save.reset} />
        <div className="dialog-verbs">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" danger loading={save.saving} disabled={!ready} title="Ctrl+Enter" onClick={submit}>
            冲销
          </Button>
        </div>
      </div>
    </Modal>
  );
}
