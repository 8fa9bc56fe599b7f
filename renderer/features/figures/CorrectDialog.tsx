import { App, Button, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import type { FigurePeriod } from '../../../shared/figures/figure-result.ts';
import { periodWords } from '../../../shared/figures/period-words.ts';
import { api } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { onKeys } from '../../ui/keys.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { numberWords } from './number-words.ts';
import type { Figure } from './types.ts';

interface CorrectDialogProps {
  readonly figure: Figure;
  readonly period: FigurePeriod;
  readonly onClose: () => void;
}

/** Sets a figure by hand: both values, the reason and the name stay on the page. */
export function CorrectDialog({ figure, period, onClose }: CorrectDialogProps) {
  const { message } = App.useApp();
  const [value, setValue] = useState<number | null>(figure.correction?.value ?? figure.value);
  const [reason, setReason] = useState(figure.correction?.reason ?? '');
  const good = value !== null && reason.trim() !== '';
  const save = useCommand(async () => {
    if (value === null) return;
    await api.figures.correct({ id: figure.id, ...period, value, reason: reason.trim() });
    message.success(`“${figure.label}”已校正，按记录数的数和理由都留着。可按 Ctrl+Z 撤销。`);
    onClose();
  });
  const submit = () => {
    if (good) void save.run(undefined);
  };
  const { computed, met, of, isPercent, unit } = figure;
  return (
    <Modal open centered width={520} title={`校正：${figure.label}`} footer={null} onCancel={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears Ctrl+Enter of the controls inside it */}
      <div className="figure-form" onKeyDown={onKeys({ submit })}>
        <p>
          {periodWords(period)}，按记录数是 <strong>{numberWords({ value: computed, met, of }, isPercent)}</strong>
          {isPercent ? '' : unit}。记录有错、有漏的，改记录更好；记录之外确有依据的，才在这里校正。
        </p>
        <label htmlFor="figure-corrected">校正为</label>
        <InputNumber
          id="figure-corrected"
          autoFocus
          className="figure-number"
          value={value}
          onChange={setValue}
          suffix={isPercent ? '%' : unit}
        />
        <label htmlFor="figure-reason">理由（必填）</label>
        <Input.TextArea
          id="figure-reason"
          rows={3}
          maxLength={300}
          placeholder="例如：其中 2 次由市政协组织，台账没有登记，见市政协通报第 3 期"
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <RefusalNote refusal={save.refusal} onClose={save.reset} />
        <div className="dialog-verbs">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={save.saving} disabled={!good} title="Ctrl+Enter" onClick={submit}>
            校正
          </Button>
        </div>
      </div>
    </Modal>
  );
}
