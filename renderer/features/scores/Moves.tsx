import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { points, type Scheme, signed, type WhatIf } from './types.ts';

interface MovesProps {
  readonly found: WhatIf | undefined;
  /** The form was changed since. */
  readonly stale: boolean;
  readonly year: number;
  readonly scheme: Scheme;
  readonly busy: boolean;
}

/** 推演: who moves, from where to where, and by which items. */
export function Moves({ found, stale, year, scheme, busy }: MovesProps) {
  if (!found) {
    return (
      <aside className="scheme-moves" aria-label="推演结果">
        <EmptyState title="还没有推演">
          在左边改一处，例如把一项的分值改高，再按“推演”：这里列出 {year}{' '}
          年谁的分变了、名次怎么动、是哪几项的缘故。什么也不会保存。
        </EmptyState>
      </aside>
    );
  }
  const { moves, overtaken, unmoved, grades } = found;
  return (
    <aside className="scheme-moves" aria-label="推演结果" aria-busy={busy}>
      {stale && <p className="warn small">方案又改过，请再按一次“推演”。</p>}
      <p>
        <strong>{moves.length} 个对象的分会变</strong>，{overtaken.length > 0 && `${overtaken.length} 个只动名次，`}
        {unmoved} 个不变（{year} 年）。
      </p>
      {grades.some(({ before, after }) => before !== after) && (
        <p className="small">{grades.map(({ label, before, after }) => `${label} ${before}→${after}`).join('，')}</p>
      )}
      {moves.length > 0 && (
        <table className="work-table">
          <thead>
            <tr>
              <th>名称</th>
              <th className="number">总分</th>
              <th className="number">名次</th>
              <th>为什么</th>
            </tr>
          </thead>
          <tbody>
            {moves.map(({ id, title, before, after, reasons }) => (
              <tr key={id}>
                <th scope="row">
                  <Link to="/results/scores/$subject" params={{ subject: id }} search={{ scheme: scheme.id, year }}>
                    {title}
                  </Link>
                </th>
                <td className="number">
                  {points(before.total)}→{points(after.total)}
                </td>
                <td className="number">
                  {before.rank === after.rank ? before.rank : `${before.rank}→${after.rank}`}
                  {before.grade !== after.grade && (
                    <div className="small">
                      {before.grade}→{after.grade}
                    </div>
                  )}
                </td>
                <td className="small">
                  {reasons.map((one) => (
                    <div key={one.item}>
                      {one.item} {one.label} {points(one.before)}→{points(one.after)}（{signed(one.after - one.before)}
                      ）
                    </div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </aside>
  );
}
