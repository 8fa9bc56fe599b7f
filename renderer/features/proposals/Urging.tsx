import { Link } from '@tanstack/react-router';
import { App, Button, Checkbox, Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { DueTag } from '../../ui/DueTag.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import type { Overview } from './answers.ts';

type Owed = Overview['owed'][number];
type Range = 'late' | 'week' | 'month';

const RANGES: readonly { readonly value: Range; readonly label: string; readonly fits: (days: number) => boolean }[] = [
  { value: 'late', label: '已超期', fits: (days) => days < 0 },
  { value: 'week', label: '7 天内到期', fits: (days) => days >= 0 && days <= 7 },
  { value: 'month', label: '30 天内到期', fits: (days) => days >= 0 && days <= 30 },
];

/** Units can be urged; what the office itself owes is only listed. */
export const canUrge = ({ unit }: Pick<Owed, 'unit'>): boolean => unit !== undefined;

/** What is late or soon due, by unit; several are urged in writing at once. */
export function Urging({ data }: { readonly data: Overview }) {
  const [range, setRange] = useState<Range>(data.owed.some(({ days }) => days < 0) ? 'late' : 'month');
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [asking, setAsking] = useState(false);
  const shown = data.owed.filter(({ days }) => RANGES.find(({ value }) => value === range)?.fits(days));
  const able = shown.filter(canUrge).map(({ key }) => key);
  const chosen = shown.filter(({ key }) => ticked.includes(key));
  const tick = (key: string, on: boolean) => setTicked(on ? [...ticked, key] : ticked.filter((other) => other !== key));
  return (
    <div className="urging">
      <div className="urging-bar">
        <Segmented
          aria-label="期限范围"
          value={range}
          onChange={(value: Range) => setRange(value)}
          options={RANGES.map(({ value, label, fits }) => ({
            value,
            label: `${label} ${data.owed.filter(({ days }) => fits(days)).length}`,
          }))}
        />
        <Button type="primary" disabled={chosen.length === 0} onClick={() => setAsking(true)}>
          书面催办 {chosen.length} 项
        </Button>
      </div>
      {shown.length === 0 ? (
        <p className="quiet">没有这样的期限。</p>
      ) : (
        <table className="work-table">
          <thead>
            <tr>
              <th className="tick">
                <Checkbox
                  aria-label="全选可以催办的"
                  checked={able.length > 0 && able.every((key) => ticked.includes(key))}
                  indeterminate={chosen.length > 0 && chosen.length < able.length}
                  disabled={able.length === 0}
                  onChange={(event) => setTicked(event.target.checked ? able : [])}
                />
              </th>
              <th>提案</th>
              <th>欠什么</th>
              <th>谁</th>
              <th>期限</th>
              <th>催过</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <tr key={line.key}>
                <td>
                  {canUrge(line) && (
                    <Checkbox
                      aria-label={`催办 ${line.title} ${line.about}`}
                      checked={ticked.includes(line.key)}
                      onChange={(event) => tick(line.key, event.target.checked)}
                    />
                  )}
                </td>
                <td>
                  <Link to="/desk/proposals/$id" params={{ id: line.id }}>
                    {line.title}
                  </Link>
                </td>
                <td>{line.label}</td>
                <td>{line.about}</td>
                <td className="urging-due">
                  {line.due} <DueTag days={line.days} />
                </td>
                <td>{line.urged > 0 ? `${line.urged} 次，最近 ${line.urgedOn ?? '未填日期'}` : '没有'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {asking && (
        <UrgeDialog
          lines={chosen}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            setTicked([]);
          }}
        />
      )}
    </div>
  );
}

interface UrgeDialogProps {
  readonly lines: readonly Owed[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Says what will be written before it is. */
export function UrgeDialog({ lines, onClose, onDone }: UrgeDialogProps) {
  const { message } = App.useApp();
  const [note, setNote] = useState('');
  const urge = useCommand(api.workProposals.urge);
  const cases = new Set(lines.map(({ id }) => id)).size;
  const run = async () => {
    const items = lines.map(({ id, unit }) => ({ id, ...(unit ? { unit } : {}) }));
    const done = await urge.run({ items, ...(note.trim() ? { note: note.trim() } : {}) });
    if (!done) return;
    message.success(`已登记书面催办 ${done.urged} 项，涉及 ${done.cases} 件提案。可按 Ctrl+Z 一次撤销。`);
    onDone();
  };
  return (
    <Modal
      open
      title={`书面催办 ${lines.length} 项`}
      okText="登记催办"
      cancelText="取消"
      okButtonProps={{ loading: urge.saving }}
      onOk={() => void run()}
      onCancel={onClose}
    >
      <RefusalNote refusal={urge.refusal} onClose={urge.reset} />
      <p>
        在 {cases} 件提案的“督办与回头看”里各记一笔书面催办，日期是今天，所催单位是：
        {[...new Set(lines.map(({ about }) => about))].join('、')}。
      </p>
      <label className="urging-note" htmlFor="urge-note">
        催办内容（可以不填）
        <Input.TextArea
          id="urge-note"
          rows={3}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          placeholder="例如：请于月底前答复提案人"
        />
      </label>
    </Modal>
  );
}
