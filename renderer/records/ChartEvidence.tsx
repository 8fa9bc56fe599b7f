import type { ReactNode } from 'react';
import { ChartCard } from '../ui/chart/ChartCard.tsx';
import type { ChartAnswer, ChartCell, ChartForm, ChartLine } from '../ui/chart/chart-words.ts';
import type { Cases } from '../ui/chart/table-rows.ts';
import { Evidence, type EvidenceItem } from './Evidence.tsx';
import './work-figures.css';

export type { Cases };

/** What stands behind a number, in the order of its keys. */
export const evidenceItems = (cases: Cases, keys: readonly string[]): EvidenceItem[] =>
  keys.flatMap((key) => {
    const found = cases[key];
    return found ? [{ ...found, on: found.on ?? '', note: found.note ?? '' }] : [];
  });

interface FigureButtonProps {
  readonly label: string;
  readonly cell: ChartCell;
  readonly measure: ChartAnswer['measure'];
  readonly cases: Cases;
  readonly unit?: string | undefined;
  readonly rule?: string | undefined;
}

/** A number that opens onto its records; a share opens both its numbers. */
export function FigureButton({ label, cell, measure, cases, unit = '', rule }: FigureButtonProps) {
  const said = { ...(rule ? { rule } : {}) };
  if (measure !== 'percent') {
    return <Evidence label={label} items={evidenceItems(cases, cell.keys)} figure={cell.shown} unit={unit} {...said} />;
  }
  const of = cell.of ?? [];
  const counts = cell.counts ?? { met: cell.keys.length, of: of.length };
  if (counts.of === 0) return <span className="quiet">—</span>;
  return (
    <>
      <span className="chart-percent">{cell.shown}</span>{' '}
      <span className="chart-share">
        <Evidence label={`${label}的分子`} items={evidenceItems(cases, cell.keys)} figure={counts.met} {...said} />÷
        <Evidence label={`${label}的分母`} items={evidenceItems(cases, of)} figure={counts.of} {...said} />
      </span>
    </>
  );
}

interface EvidenceChartProps {
  readonly data: ChartAnswer;
  readonly cases: Cases;
  readonly form: ChartForm;
  readonly head: string;
  readonly empty: string;
  readonly about: string;
  readonly name?: (line: ChartLine) => ReactNode;
}

/** A chart with its table, every number of which opens. */
export function EvidenceChart({ data, cases, ...rest }: EvidenceChartProps) {
  return (
    <ChartCard
      {...rest}
      data={data}
      cases={cases}
      cell={(line, series) => {
        const cell = line.cells[series];
        const of = data.series[series];
        if (!cell) return null;
        // A zero opens onto nothing; in a table of months it would only hide the numbers that are there.
        if (cell.figure === 0 && cell.keys.length === 0 && !cell.of?.length) return <span className="quiet">0</span>;
        return (
          <FigureButton
            label={`${line.label}，${of?.label ?? data.title}`}
            cell={cell}
            measure={of?.measure ?? data.measure}
            cases={cases}
            rule={data.rule}
          />
        );
      }}
    />
  );
}
