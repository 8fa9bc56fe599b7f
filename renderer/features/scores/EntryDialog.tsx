import { App, Button, DatePicker, Input, InputNumber, Modal, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { onKeys } from '../../ui/keys.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import type { Statement } from './types.ts';

interface EntryDialogProps {
  readonly data: Statement;
  readonly onClose: () => void;
}

/** 记一笔: points no ledger can tell. Appended for good; a mistake is reversed. */
export function EntryDialog({ data, onClose }: EntryDialogProps) {
  const { message } = App.useApp();
  const today = dayjs();
  const [item, setItem] = useState(data.manualItems[0]?.code);
  const [value, setValue] = useState<number | null>(data.manualItems[0]?.points || null);
  const [on, setOn] = useState(today.year() === data.year ? today.format('YYYY-MM-DD') : `${data.year}-12-31`);
  const [reason, setReason] = useState('');
  const [approver, setApprover] = useState('');
  const chosen = data.manualItems.find(({ code }) => code === item);
  const save = useCommand(async () => {
    await api.scores.addEntry({
      scheme: data.scheme.id,
      subject: data.id,
      item: item ?? '',
      on,
      points: value ?? 0,
      reason,
      approver,
    });
    message.success('已记分，总分已重新计算。可按 Ctrl+Z 撤销。');
    onClose();
  });
  const ready = item !== undefined && value !== null && value !== 0 && reason.trim() !== '' && approver.trim() !== '';
  const submit = () => {
    if (ready) void save.run(undefined);
  };
  return (
    <Modal open centered width={560} title={`记一笔：${data.title}`} footer={null} onCancel={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears Ctrl+Enter of the controls inside it */}
      <div className="score-form" onKeyDown={onKeys({ submit })}>
        <p className="quiet small">
          只记台账里数不出来的分；台账里有的，改台账，分数自己会变。记下的一笔不能改、不能删，记错了用冲销。
        </p>
        <label htmlFor="score-item">项目</label>
        <Select
          id="score-item"
          aria-label="项目"
          showSearch={{ optionFilterProp: 'label' }}
          value={item ?? null}
          options={data.manualItems.map(({ code, label }) => ({ value: code, label: `${code} ${label}` }))}
          onChange={(code: string | null) => {
            setItem(code ?? undefined);
            setValue(data.manualItems.find((one) => one.code === code)?.points || null);
          }}
        />
        {chosen && !chosen.byHand && <p className="warn small">这一项按台账自动计分，能改台账的请改台账。</p>}
        {chosen?.note && <p className="quiet small">{chosen.note}</p>}
        <div className="score-line">
          <label htmlFor="score-points">分值</label>
          <InputNumber
            id="score-points"
            aria-label="分值"
            min={-1000}
            max={1000}
            step={0.5}
            value={value}
            onChange={setValue}
          />
          <span className="quiet small">扣分写负数</span>
          <label htmlFor="score-on">日期</label>
          <DatePicker
            id="score-on"
            aria-label="日期"
            allowClear={false}
            value={dayjs(on)}
            onChange={(day) => day && setOn(day.format('YYYY-MM-DD'))}
          />
        </div>
        <label htmlFor="score-reason">理由</label>
        <Input.TextArea
          id="score-reason"
          aria-label="理由"
          autoFocus
          rows={3}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <label htmlFor="score-approver">批准人</label>
        <Input
          id="score-approver"
          aria-label="批准人"
          maxLength={60}
          placeholder="例如 主席会议、秘书长"
          value={approver}
          onChange={(event) => setApprover(event.target.value)}
        />
        <RefusalNote refusal={save.refusal} onClose={save.reset} />
        <div className="dialog-verbs">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={save.saving} disabled={!ready} title="Ctrl+Enter" onClick={submit}>
            记下
          </Button>
        </div>
      </div>
    </Modal>
  );
}
