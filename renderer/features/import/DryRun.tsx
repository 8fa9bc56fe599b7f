import { Checkbox, Space } from 'antd';
import { useMemo, useState } from 'react';
import { ChangeTable } from './ChangeTable.tsx';
import type { StepProps } from './HeadingStep.tsx';
import { type Decision, type PlanRow, ROW_ACTIONS } from './import-types.ts';
import { RowDetail } from './RowDetail.tsx';
import { RowTable } from './RowTable.tsx';
import { missingRequired } from './steps.ts';

type Show = PlanRow['action'] | 'problems' | 'undecided';

interface DryRunProps extends StepProps {
  readonly planning: boolean;
}

const ACTION_ORDER = ['add', 'update', 'skip', 'refuse'] as const;

const hasProblem = (row: PlanRow): boolean => row.action === 'refuse' || row.problems.length > 0;

/** What would become of every row: counts, reasons, changes cell by cell, and rows only the clerk can decide. */
export function DryRun({ plan, planning, options, onOptions }: DryRunProps) {
  const [show, setShow] = useState<Show>();
  const [opened, setOpened] = useState<number>();
  const { rows, counts } = plan;
  const decisions = options.decisions ?? {};
  const found = useMemo(() => rows.filter((row) => passes(row, show)), [rows, show]);
  const problems = useMemo(() => rows.filter(hasProblem).length, [rows]);
  const candidates = useMemo(() => rows.filter((row) => row.candidates.length > 0).length, [rows]);
  const changes = useMemo(
    () => rows.reduce((sum, row) => sum + (row.action === 'update' ? row.cells.length : 0), 0),
    [rows],
  );
  const missing = missingRequired(plan);
  const decide = (row: number, decision: Decision | undefined) => {
    const { [String(row)]: _, ...others } = decisions;
    onOptions({ ...options, decisions: decision ? { ...others, [String(row)]: decision } : others });
  };
  const detail = rows.find(({ row }) => row === opened);
  const chip = (key: Show, label: string, count: number) => (
    <button
      key={key}
      type="button"
      className="import-chip"
      aria-pressed={show === key}
      onClick={() => setShow(show === key ? undefined : key)}
    >
      {label} <b>{count}</b>
    </button>
  );
  return (
    <div className="dry-run">
      {missing.length > 0 && (
        <p className="import-reason">还没有对上必填的栏目：{missing.join('、')}。请回到“对栏目”。</p>
      )}
      <Space wrap className="import-options" role="group" aria-label="只看">
        {ACTION_ORDER.map((action) => chip(action, ROW_ACTIONS[action].label, counts[action]))}
        {problems > 0 && chip('problems', '有问题的', problems)}
        {candidates > 0 && chip('undecided', '疑似已在库中', candidates)}
        {plan.forUpdate && (
          <Checkbox
            checked={options.clearBlanks ?? false}
            onChange={(event) => onOptions({ ...options, clearBlanks: event.target.checked })}
          >
            空着的格子清掉原有内容
          </Checkbox>
        )}
        {planning && <span role="status">正在重新预演…</span>}
      </Space>
      {plan.forUpdate && (
        <p className="import-notes">
          按隐藏的编号对上原来的记录。
          {changes === 0 ? '没有改动。' : `共改 ${counts.update} 条记录的 ${changes} 处，没有列出的格子不变。`}
        </p>
      )}
      <div className="dry-run-body">
        {plan.forUpdate && show === undefined && problems === 0 && candidates === 0 ? (
          <ChangeTable rows={rows} />
        ) : (
          <RowTable
            rows={found}
            opened={opened}
            decisions={decisions}
            onOpen={(row) => setOpened(row === opened ? undefined : row)}
            onDecide={decide}
          />
        )}
        {detail && (
          <RowDetail
            row={detail}
            decision={decisions[String(detail.row)]}
            onDecide={(decision) => decide(detail.row, decision)}
            onClose={() => setOpened(undefined)}
          />
        )}
      </div>
    </div>
  );
}

function passes(row: PlanRow, show: Show | undefined): boolean {
  if (show === undefined) return true;
  if (show === 'problems') return hasProblem(row);
  return show === 'undecided' ? row.candidates.length > 0 : row.action === show;
}
