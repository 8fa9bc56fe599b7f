import { App, Button, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { onKeys } from '../../ui/keys.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import type { Scheme } from './types.ts';

interface AdoptDialogProps {
  readonly scheme: Scheme;
  readonly year: number;
  /** The stored version; undefined when what stands in the form has yet to be stored as a new one. */
  readonly version: number | undefined;
  readonly store: () => Promise<number>;
  readonly onClose: () => void;
  readonly onDone: (version: number) => void;
}

/** 施行: from which year, and which meeting passed it. The version before stays for its years. */
export function AdoptDialog({ scheme, year, version, store, onClose, onDone }: AdoptDialogProps) {
  const { message } = App.useApp();
  const [from, setFrom] = useState<number | null>(year);
  const [meeting, setMeeting] = useState('');
  const adopt = useCommand(async () => {
    const stored = version ?? (await store());
    await api.scores.adopt({ scheme: scheme.id, version: stored, fromYear: from ?? year, adoptedBy: meeting.trim() });
    message.success(`已施行，${from ?? year} 年起按第 ${stored} 版计分；以前的年度不变。可按 Ctrl+Z 撤销。`);
    onDone(stored);
  });
  const ready = from !== null && meeting.trim() !== '';
  const submit = () => {
    if (ready) void adopt.run(undefined);
  };
  return (
    <Modal open centered width={520} title={`施行：${scheme.label}`} footer={null} onCancel={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears Ctrl+Enter of the controls inside it */}
      <div className="score-form" onKeyDown={onKeys({ submit })}>
        <p className="quiet small">从这一年起按这一版计分；以前的年度仍按当时的版本，已经审定的结果另外留着。</p>
        <label htmlFor="adopt-year">施行年度</label>
        <InputNumber
          id="adopt-year"
          aria-label="施行年度"
          min={1949}
          max={2199}
          precision={0}
          value={from}
          onChange={setFrom}
        />
        <label htmlFor="adopt-meeting">通过会议</label>
        <Input
          id="adopt-meeting"
          aria-label="通过会议"
          autoFocus
          maxLength={100}
          placeholder="例如 九届十二次常委会"
          value={meeting}
          onChange={(event) => setMeeting(event.target.value)}
        />
        <RefusalNote refusal={adopt.refusal} onClose={adopt.reset} />
        <div className="dialog-verbs">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={adopt.saving} disabled={!ready} title="Ctrl+Enter" onClick={submit}>
            施行
          </Button>
        </div>
      </div>
    </Modal>
  );
}
