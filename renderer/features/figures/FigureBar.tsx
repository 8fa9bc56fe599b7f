import { App, Button, Input } from 'antd';
import type { FigurePeriod } from '../../../shared/figures/figure-result.ts';
import { useKeys } from '../../ui/keys.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { groupAnchor } from './FigureTable.tsx';
import { PeriodPick } from './PeriodPick.tsx';
import type { OpenDialog } from './use-figure-deeds.ts';
import { useFigureExport } from './use-figure-export.ts';

interface FigureVerbsProps {
  readonly period: FigurePeriod;
  readonly years: readonly number[];
  /** Only a whole year is handed in. */
  readonly canFreeze: boolean;
  readonly frozen: boolean;
  readonly onPeriod: (period: FigurePeriod) => void;
  readonly onDialog: (dialog: OpenDialog) => void;
}

/** The verbs of the page, top right. */
export function FigureVerbs({ period, years, canFreeze, frozen, onPeriod, onDialog }: FigureVerbsProps) {
  const { message } = App.useApp();
  const { job, run } = useFigureExport();
  const save = async () => {
    const told = await run({ from: period.from, to: period.to });
    if (told) message.success(told);
  };
  return (
    <>
      <PeriodPick period={period} years={years} onChange={onPeriod} />
      <Button onClick={() => window.print()}>打印</Button>
      {job.running ? (
        <Button danger onClick={job.cancel} title={job.progress?.label}>
          停止导出
        </Button>
      ) : (
        <Button onClick={() => void save()}>导出Excel</Button>
      )}
      <Button onClick={() => onDialog({ type: 'define' })}>新增指标…</Button>
      <Button
        type="primary"
        disabled={!canFreeze}
        title={canFreeze ? '把这一年的数字和依据存下来' : '定稿只对整年；请先选“全年”'}
        onClick={() => onDialog({ type: 'freeze' })}
      >
        {frozen ? '重新定稿…' : '定稿…'}
      </Button>
      <RefusalNote refusal={job.refusal} />
    </>
  );
}

interface FigureBarProps {
  readonly text: string;
  readonly groups: readonly string[];
  readonly onText: (text: string) => void;
}

const SEARCH = 'figures-search';

/** Filters the table by words, and jumps to a group. */
export function FigureBar({ text, groups, onText }: FigureBarProps) {
  useKeys({ find: () => document.getElementById(SEARCH)?.focus() });
  return (
    <>
      <Input
        id={SEARCH}
        allowClear
        className="figure-search"
        aria-label="在数字里找"
        placeholder="找指标（Ctrl+F）"
        value={text}
        maxLength={60}
        onChange={({ target }) => onText(target.value)}
      />
      <nav className="figure-jumps" aria-label="跳到一组">
        {groups.map((label) => (
          <button
            key={label}
            type="button"
            onClick={() => document.getElementById(groupAnchor(label))?.scrollIntoView({ block: 'start' })}
          >
            {label}
          </button>
        ))}
      </nav>
    </>
  );
}
