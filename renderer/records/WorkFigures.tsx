import { Button } from 'antd';
import { useState } from 'react';
import { RecordLink } from '../ui/RecordLink.tsx';
import { type Cases, itemsOf } from './case-evidence.ts';
import { Evidence } from './Evidence.tsx';
import './work-figures.css';

interface Tally {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly rule: string;
  readonly ids: readonly string[];
  readonly figure?: number | undefined;
}

interface Share {
  readonly id: string;
  readonly label: string;
  readonly rule: string;
  readonly percent: string;
  readonly met: readonly string[];
  readonly of: readonly string[];
  readonly counts: { readonly met: number; readonly of: number };
}

/** Counts, each opening onto its records. */
export function Tallies({ tallies, cases }: { readonly tallies: readonly Tally[]; readonly cases: Cases }) {
  return (
    <dl className="work-figures">
      {tallies.map(({ id, label, unit, rule, ids, figure }) => (
        <div key={id}>
          <dt>{label}</dt>
          <dd>
            <Evidence label={label} items={itemsOf(cases, ids)} figure={figure ?? ids.length} unit={unit} rule={rule} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface SharesProps {
  readonly shares: readonly Share[];
  readonly cases: Cases;
  /** What is counted where numerator and denominator are sums: 条. */
  readonly unit?: string;
}

/** Percentages with both their numbers, and those that are missing: all three open. */
export function Shares({ shares, cases, unit = '件' }: SharesProps) {
  return (
    <dl className="work-figures work-shares">
      {shares.map(({ id, label, rule, percent, met, of, counts }) => {
        const summed = counts.of !== of.length || counts.met !== met.length;
        const known = new Set(met);
        const missing = of.filter((one) => !known.has(one));
        return (
          <div key={id}>
            <dt title={`口径：${rule}`}>{label}</dt>
            <dd>{percent || '—'}</dd>
            <dd className="small">
              {percent === '' ? (
                <span className="quiet">还没有可算的</span>
              ) : (
                <>
                  <Evidence label={`${label}的分子`} items={itemsOf(cases, met)} figure={counts.met} rule={rule} />
                  {' ÷ '}
                  <Evidence label={`${label}的分母`} items={itemsOf(cases, of)} figure={counts.of} rule={rule} />
                  {summed ? ' 条' : ` ${unit}`}
                  {!summed && missing.length > 0 && (
                    <>
                      ，差 <Evidence label={`${label}没有算上的`} items={itemsOf(cases, missing)} rule={rule} />
                    </>
                  )}
                </>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** How the numbers are counted, for the foot of the page and of the print. */
export function FigureRules({
  rules,
}: {
  readonly rules: readonly { readonly label: string; readonly rule: string }[];
}) {
  return (
    <footer className="quiet small work-rules">
      口径：{rules.map(({ label, rule }) => `${label}——${rule}`).join('；')}。
    </footer>
  );
}

interface SpreadProps {
  readonly head: string;
  readonly lines: readonly {
    readonly key: string;
    readonly label: string;
    readonly kind?: string | undefined;
    readonly columns: Readonly<Record<string, readonly string[]>>;
  }[];
  readonly columns: readonly {
    readonly id: string;
    readonly label: string;
    readonly rule?: string;
    readonly late?: boolean;
  }[];
  readonly cases: Cases;
  /** Bar beside the first number: how much of the longest line. */
  readonly bar?: string;
  /** Lines shown at first. */
  readonly cap?: number;
}

/** A distribution as a table; every number opens. */
export function Spread({ head, lines: all, columns, cases, bar, cap = Number.POSITIVE_INFINITY }: SpreadProps) {
  const [whole, setWhole] = useState(false);
  const lines = whole ? all : all.slice(0, cap);
  const most = Math.max(1, ...lines.map((line) => (bar ? (line.columns[bar]?.length ?? 0) : 0)));
  if (lines.length === 0) return <p className="quiet">还没有可以分的。</p>;
  return (
    <div>
      <table className="work-table">
        <thead>
          <tr>
            <th>{head}</th>
            {columns.map(({ id, label, rule }) => (
              <th key={id} className="number" title={rule && `口径：${rule}`}>
                {label}
              </th>
            ))}
            {bar && <td className="work-bar-cell" />}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row">
                {line.kind && !line.key.includes('/') ? (
                  <RecordLink kind={line.kind} id={line.key}>
                    {line.label}
                  </RecordLink>
                ) : (
                  line.label
                )}
              </th>
              {columns.map(({ id, label, rule, late }) => {
                const ids = line.columns[id] ?? [];
                return (
                  <td key={id} className="number" data-late={(late && ids.length > 0) || undefined}>
                    {ids.length > 0 && (
                      <Evidence
                        label={`${line.label}：${label}`}
                        items={itemsOf(cases, ids)}
                        {...(rule ? { rule } : {})}
                      />
                    )}
                  </td>
                );
              })}
              {bar && (
                <td className="work-bar-cell">
                  <span className="work-bar" style={{ width: `${((line.columns[bar]?.length ?? 0) / most) * 100}%` }} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {all.length > lines.length && (
        <Button type="link" size="small" onClick={() => setWhole(true)}>
          看全部 {all.length} 行
        </Button>
      )}
    </div>
  );
}
