import { useQuery } from '@tanstack/react-query';
import { App, Button, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { api, queries, type StoredRecord } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { onKeys } from '../../ui/keys.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { RecordPicker } from '../form/RecordPicker.tsx';
import './evaluation.css';

type Direction = '提案质量' | '办理质量';

interface EvaluationFormProps {
  /** Of the proposal. */
  readonly id: string;
  readonly direction: Direction;
}

/** 评一次: one side of 双向评价, criterion by criterion; total and grade follow from the scheme in force. */
export function EvaluationForm({ id, direction }: EvaluationFormProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" className="evaluation-open" onClick={() => setOpen(true)}>
        评{direction}
      </Button>
      {open && <EvaluationDialog id={id} direction={direction} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Who judges, by the column of the row that names them. */
const JUDGES = {
  提案质量: { column: 'unit', kind: 'organisation', label: '承办单位' },
  办理质量: { column: 'member', kind: 'member', label: '提案人' },
} as const;

function EvaluationDialog({ id, direction, onClose }: EvaluationFormProps & { readonly onClose: () => void }) {
  const { message } = App.useApp();
  const judge = JUDGES[direction];
  const record = useQuery(queries.records.get.queryOptions({ input: { kind: 'proposal', id } }));
  const criteria = useQuery(queries.scores.criteria.queryOptions({ input: {} }));
  const [by, setBy] = useState<readonly string[]>();
  const [given, setGiven] = useState<Readonly<Record<string, number | null>>>({});
  const [comment, setComment] = useState('');
  const side = criteria.data?.directions.find((one) => one.direction === direction);
  const items = side?.items ?? [];
  const usual = usualJudge(record.data?.record, direction);
  const judges = by ?? (usual ? [usual] : []);
  const total = Math.round(items.reduce((sum, { code }) => sum + (given[code] ?? 0), 0) * 10) / 10;
  const grade = side?.grades.find(({ atLeast }) => total >= atLeast)?.label ?? '';
  const ready = items.length > 0 && items.every(({ code }) => typeof given[code] === 'number') && judges.length > 0;
  const save = useCommand(async () => {
    const stored = record.data?.record;
    if (!stored) return;
    const before = Array.isArray(stored.values.evaluations) ? stored.values.evaluations : [];
    const parts = items.map(({ code, label }) => `${label}${given[code]}分`).join('，');
    const row = {
      direction,
      [judge.column]: judges[0],
      score: total,
      grade,
      comment: [parts, comment.trim()].filter(Boolean).join('。'),
      on: today(),
    };
    await api.records.save({
      kind: 'proposal',
      id,
      rev: stored.rev,
      values: { evaluations: [...before, row] },
      label: `评价提案${direction} ${total}分`,
    });
    message.success(`已评 ${total} 分，${grade}。可按 Ctrl+Z 撤销。`);
    onClose();
  });
  const submit = () => {
    if (ready) void save.run(undefined);
  };
  return (
    <Modal open centered width={560} title={`评${direction}（${judge.label}评）`} footer={null} onCancel={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears Ctrl+Enter of the controls inside it */}
      <div className="evaluation" onKeyDown={onKeys({ submit })}>
        <label htmlFor="evaluation-by">{judge.label}</label>
        <RecordPicker
          id="evaluation-by"
          kind={judge.kind}
          label={judge.label}
          value={judges}
          titles={record.data?.titles ?? {}}
          onChange={setBy}
        />
        {items.map(({ code, label, points }) => (
          <div key={code} className="evaluation-line">
            <label htmlFor={`evaluation-${code}`}>{label}</label>
            <InputNumber
              id={`evaluation-${code}`}
              aria-label={label}
              min={0}
              max={points}
              step={1}
              value={given[code] ?? null}
              onChange={(value) => setGiven({ ...given, [code]: value })}
            />
            <span className="quiet small">满分 {points}</span>
          </div>
        ))}
        {criteria.data && items.length === 0 && <p className="warn">没有施行的评价方案，请先在“履职计分”里施行。</p>}
        <p aria-live="polite">
          合计 <strong>{total}</strong> 分{ready && `，${grade}`}
        </p>
        <label htmlFor="evaluation-comment">评语</label>
        <Input.TextArea
          id="evaluation-comment"
          aria-label="评语"
          rows={2}
          maxLength={1000}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
        <RefusalNote refusal={save.refusal} onClose={save.reset} />
        <div className="dialog-verbs">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={save.saving} disabled={!ready} title="Ctrl+Enter" onClick={submit}>
            记下评价
          </Button>
        </div>
      </div>
    </Modal>
  );
}

/** The unit in charge, or the first proposer: mostly the one who judges. */
function usualJudge(record: StoredRecord | undefined, direction: Direction): string | undefined {
  if (!record) return undefined;
  const { lead, assignments } = record.values;
  if (direction === '办理质量') return typeof lead === 'string' ? lead : undefined;
  const rows: readonly unknown[] = Array.isArray(assignments) ? assignments : [];
  const units = rows.flatMap((row) =>
    typeof row === 'object' && row !== null && 'unit' in row && typeof row.unit === 'string' ? [row.unit] : [],
  );
  return units[0];
}

function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
