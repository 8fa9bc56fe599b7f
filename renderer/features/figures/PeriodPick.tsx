import { Button, Select } from 'antd';
import { useState } from 'react';
import type { FigurePeriod } from '../../../shared/figures/figure-result.ts';
import { periodWords, yearParts } from '../../../shared/figures/period-words.ts';
import { readDate } from '../../../shared/records/date-input.ts';
import { dayNumber } from '../../../shared/text/calendar.ts';
import { DateInput } from '../../records/form/DateInput.tsx';
import { onKeys } from '../../ui/keys.ts';
import { YearPick } from '../../ui/YearPick.tsx';

interface PeriodPickProps {
  readonly period: FigurePeriod;
  /** Years something happened in. */
  readonly years: readonly number[];
  readonly onChange: (period: FigurePeriod) => void;
}

const CUSTOM = 'custom';
/** The year, two halves, four quarters. */
const LONG_PARTS = 7;

/** A year, its halves, quarters and months by one choice; any other days by two dates. */
export function PeriodPick({ period, years, onChange }: PeriodPickProps) {
  const year = Number(period.from.slice(0, 4));
  const parts = yearParts(year);
  // The year, its halves and quarters before any other days; the twelve months after them.
  const long = parts.slice(0, LONG_PARTS);
  const part = parts.find(({ from, to }) => from === period.from && to === period.to);
  const [asking, setAsking] = useState(false);
  const chosen = asking || !part ? CUSTOM : part.id;
  const ofYear = (next: number) => {
    const same = part && yearParts(next).find(({ label }) => label === part.label);
    const { from, to } = same ?? { from: `${next}-01-01`, to: `${next}-12-31` };
    setAsking(false);
    onChange({ from, to });
  };
  return (
    <>
      <YearPick year={year} years={years} onChange={ofYear} />
      <Select
        aria-label="哪一段时间"
        className="figure-part"
        value={chosen}
        listHeight={480}
        options={[
          ...long.map(({ id, label }) => ({ value: id, label: label || '全年' })),
          { value: CUSTOM, label: '自选日期…' },
          ...parts.slice(long.length).map(({ id, label }) => ({ value: id, label })),
        ]}
        onChange={(id: string) => {
          const next = parts.find((one) => one.id === id);
          setAsking(id === CUSTOM);
          if (next) onChange({ from: next.from, to: next.to });
        }}
      />
      {chosen === CUSTOM && <Range key={`${period.from} ${period.to}`} period={period} onChange={onChange} />}
    </>
  );
}

function Range({ period, onChange }: Pick<PeriodPickProps, 'period' | 'onChange'>) {
  const [typedFrom, setFrom] = useState<unknown>(period.from);
  const [typedTo, setTo] = useState<unknown>(period.to);
  const from = dayOf(typedFrom);
  const to = dayOf(typedTo);
  const problem = problemOf(from, to);
  const show = () => {
    if (!problem) onChange({ from, to });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears Enter of the two dates inside it
    <span className="figure-range" onKeyDown={onKeys({ enter: show })}>
      <DateInput id="figures-from" type="date" aria-label="从哪天" value={String(typedFrom ?? '')} onChange={setFrom} />
      <span>至</span>
      <DateInput id="figures-to" type="date" aria-label="到哪天" value={String(typedTo ?? '')} onChange={setTo} />
      <Button onClick={show} disabled={problem !== undefined} title={problem ?? periodWords(period)}>
        看这段
      </Button>
      {problem && (
        <span role="alert" className="field-problem small">
          {problem}
        </span>
      )}
    </span>
  );
}

/** As it is typed (2024.3.5), also before the caret has left the field. */
const dayOf = (typed: unknown): string => String(readDate(String(typed ?? '')).value ?? '');

function problemOf(from: string, to: string): string | undefined {
  if (dayNumber(from) === undefined) return '请填起始日期';
  if (dayNumber(to) === undefined) return '请填截止日期';
  return from > to ? '起始日期不能晚于截止日期' : undefined;
}
