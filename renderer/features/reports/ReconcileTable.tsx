import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useMemo } from 'react';
import type { FigurePeriod } from '../../../shared/figures/figure-result.ts';
import { NO_FIGURE, VERDICT_WORDS, type Verdict } from '../../../shared/figures/reconcile/index.ts';
import { queries } from '../../app/api.ts';
import type { ReconciledNumber } from './use-reconcile.ts';
import '../../records/work-figures.css';

interface ReconcileTableProps {
  readonly numbers: readonly ReconciledNumber[];
  readonly paragraphs: readonly string[];
  readonly period: FigurePeriod;
  readonly onChoose: (key: string, figure: string | undefined) => void;
  readonly onOpen: (figure: string, label: string) => void;
}

/** Characters of the text shown on either side of a number. */
const AROUND = 22;

const SIGNS: Readonly<Record<Verdict, string>> = {
  same: '✓',
  approximate: '✓',
  different: '✕',
  wrongWord: '!',
  unmatched: '?',
  notCounted: '·',
};

/** The numbers in the order of the text: what it says, which figure it is, what the ledgers say. */
export function ReconcileTable({ numbers, paragraphs, period, onChoose, onOpen }: ReconcileTableProps) {
  const figures = useQuery(queries.reports.figures.queryOptions({ input: period }));
  const all = useMemo(
    () => (figures.data?.figures ?? []).map(({ id, label, group }) => ({ value: id, label: `${label}（${group}）` })),
    [figures.data],
  );
  return (
    <table className="work-table reconcile-table">
      <thead>
        <tr>
          <th>原文</th>
          <th>写的数</th>
          <th>指标</th>
          <th>台账数</th>
          <th>结论</th>
        </tr>
      </thead>
      <tbody>
        {numbers.map((number) => (
          <tr key={number.key} data-verdict={number.verdict}>
            <td className="reconcile-text">
              <Around text={paragraphs[number.paragraph] ?? ''} number={number} />
            </td>
            <td className="reconcile-written">{number.written}</td>
            <td>
              <FigureChoice number={number} all={all} onChoose={(figure) => onChoose(number.key, figure)} />
            </td>
            <td className="number">
              {number.figure !== undefined && number.label !== undefined && (
                <button
                  type="button"
                  className="evidence"
                  title={`口径：${number.rule ?? ''}`}
                  aria-label={`${number.label} ${number.there}，看是哪些`}
                  onClick={() => onOpen(number.figure ?? '', `${number.label}：${number.there}`)}
                >
                  {number.there}
                </button>
              )}
            </td>
            <td className="reconcile-verdict">
              <b>
                {SIGNS[number.verdict]} {VERDICT_WORDS[number.verdict]}
              </b>
              {number.why && <div className="small quiet">{number.why}</div>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Around({ text, number: { start, end } }: { readonly text: string; readonly number: ReconciledNumber }) {
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  return (
    <>
      {from > 0 && '…'}
      {text.slice(from, start)}
      <mark>{text.slice(start, end)}</mark>
      {text.slice(end, to)}
      {to < text.length && '…'}
    </>
  );
}

interface FigureChoiceProps {
  readonly number: ReconciledNumber;
  readonly all: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (figure: string | undefined) => void;
}

/** The match can be mended by hand: the likely figures first. */
function FigureChoice({ number, all, onChoose }: FigureChoiceProps) {
  const likely = number.others.flatMap((id) => all.find(({ value }) => value === id) ?? []);
  const rest = all.filter(({ value }) => !number.others.includes(value));
  const none = { value: NO_FIGURE, label: '不是计数' };
  const chosen = number.mended && number.verdict === 'notCounted' ? NO_FIGURE : number.figure;
  return (
    <Select
      className="reconcile-choice"
      variant="borderless"
      aria-label={`${number.written} 的指标`}
      placeholder="指定指标"
      value={chosen ?? null}
      allowClear={number.mended}
      showSearch={{ optionFilterProp: 'label' }}
      options={[
        { label: '可能是', options: [...likely, none] },
        { label: '全部指标', options: [...rest] },
      ]}
      onChange={(figure: string | null | undefined) => onChoose(figure ?? undefined)}
    />
  );
}
