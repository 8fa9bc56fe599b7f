import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { QUALITY_RULES } from '../../../shared/scoring/quality.ts';
import { shownSectionsOf } from '../../../shared/scoring/shown-sections.ts';
import { Evidence } from '../../records/Evidence.tsx';
import { spacedName } from '../../ui/spaced-name.ts';
import { points, type RankLine, type Scheme, type Which } from './types.ts';

interface RankTableProps {
  readonly which: Which;
  readonly scheme: Scheme;
  readonly lines: readonly RankLine[];
}

type Order = { readonly by: string; readonly up: boolean };

const QUALITY = [
  { id: 'proposals', label: '立案率', rule: QUALITY_RULES.proposals },
  { id: 'opinions', label: '采用率', rule: QUALITY_RULES.opinions },
] as const;

/** Rows in view only; all of them when printing. A total leads to the statement, every count opens onto its records. */
export function RankTable({ which, scheme, lines }: RankTableProps) {
  const [order, setOrder] = useState<Order>({ by: 'total', up: false });
  const sections = shownSectionsOf(scheme);
  const sorted = useMemo(() => inOrder(lines, order), [lines, order]);
  const printing = usePrinting();
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => box.current,
    estimateSize: () => 34,
    overscan: 16,
  });
  const items = printing ? sorted.map((_, index) => index) : virtual.getVirtualItems().map(({ index }) => index);
  const before = printing ? 0 : (virtual.getVirtualItems()[0]?.start ?? 0);
  const after = printing ? 0 : virtual.getTotalSize() - (virtual.getVirtualItems().at(-1)?.end ?? 0);
  const isMember = scheme.audience === 'member';
  const head = (by: string, label: string, title?: string) => (
    <th className="number" aria-sort={order.by === by ? (order.up ? 'ascending' : 'descending') : 'none'}>
      <button
        type="button"
        title={title ?? `按${label}排`}
        onClick={() => setOrder({ by, up: order.by === by ? !order.up : false })}
      >
        {label}
      </button>
    </th>
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="score-scroll" ref={box} tabIndex={0} aria-label="排名表">
      <table className="work-table score-table">
        <thead>
          <tr>
            <th className="number">名次</th>
            <th>名称</th>
            {isMember && <th>界别</th>}
            {isMember && <th>街道</th>}
            {head('total', '总分')}
            <th>等次</th>
            {sections.map(({ id, label, cap }) => (
              <SectionHead key={id}>
                {head(id, label, cap === undefined ? undefined : `封顶 ${cap} 分。点一下，按它排。`)}
              </SectionHead>
            ))}
            {isMember &&
              QUALITY.map(({ id, label, rule }) => (
                <SectionHead key={id}>{head(id, label, `口径：${rule}`)}</SectionHead>
              ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr style={{ height: before }} />}
          {items.map((index) => {
            const line = sorted[index];
            return line && <Row key={line.id} which={which} line={line} sections={sections.map(({ id }) => id)} />;
          })}
          {after > 0 && <tr style={{ height: after }} />}
        </tbody>
      </table>
    </section>
  );
}

const SectionHead = ({ children }: { readonly children: React.ReactNode }) => children;

interface RowProps {
  readonly which: Which;
  readonly line: RankLine;
  readonly sections: readonly string[];
}

function Row({ which, line, sections }: RowProps) {
  const isMember = line.quality !== undefined;
  const { version, scheme, year } = which;
  const link = { scheme, year, ...(version === undefined ? {} : { version }) };
  const to = (section: string | undefined, words: string) => (
    <Link
      to="/results/scores/$subject"
      params={{ subject: line.id }}
      search={{ ...link, ...(section ? { section } : {}) }}
      aria-label={`${line.title} ${section ? '' : '总分 '}${words}，看明细`}
    >
      {words}
    </Link>
  );
  return (
    <tr>
      <td className="number">{line.rank}</td>
      <th scope="row">
        <span className="score-name" title={line.title}>
          {isMember ? spacedName(line.title) : line.title}
        </span>
        {line.isStanding && <span className="quiet small"> 常委</span>}
        {line.months < 12 && <span className="quiet small"> 任职 {line.months} 个月</span>}
        {line.vetoes.map(({ label, items }) => (
          <span key={label} className="small score-veto">
            {' '}
            {label} <Evidence label={`${line.title}：${label}`} items={items} />
          </span>
        ))}
        {line.warnings.map((words) => (
          <span key={words} className="tag" data-tone="soon">
            {words}
          </span>
        ))}
      </th>
      {isMember && (
        <td className="score-place clip" title={line.sector}>
          {line.sector}
        </td>
      )}
      {isMember && (
        <td className="score-place clip" title={line.street}>
          {line.street.replace(/政协工委$/u, '')}
        </td>
      )}
      <td className="number score-total">
        {to(undefined, points(line.total))}
        {line.settled !== undefined && <span className="small warn"> 结账 {points(line.settled)}</span>}
      </td>
      <td>{line.grade}</td>
      {sections.map((id) => (
        <td key={id} className="number">
          {line.sections[id] ? to(id, points(line.sections[id])) : <span className="quiet">0</span>}
        </td>
      ))}
      {line.quality &&
        QUALITY.map(({ id, label, rule }) => {
          const share = line.quality?.[id];
          return (
            <td key={id} className="number">
              {share && share.of.length > 0 ? (
                <>
                  {share.percent}{' '}
                  <span className="small">
                    <Evidence label={`${line.title}${label}的分子`} items={share.met} rule={rule} />/
                    <Evidence label={`${line.title}${label}的分母`} items={share.of} rule={rule} />
                  </span>
                </>
              ) : (
                ''
              )}
            </td>
          );
        })}
    </tr>
  );
}

function inOrder(lines: readonly RankLine[], { by, up }: Order): readonly RankLine[] {
  if (by === 'total' && !up) return lines;
  const value = (line: RankLine): number => {
    if (by === 'total') return line.total;
    if (by === 'proposals' || by === 'opinions') {
      const share = line.quality?.[by];
      return share && share.of.length > 0 ? share.met.length / share.of.length : -1;
    }
    return line.sections[by] ?? 0;
  };
  const sorted = [...lines].sort((a, b) => value(b) - value(a));
  return up ? sorted.reverse() : sorted;
}

/** Rows out of view are not drawn; paper has no view. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const on = () => flushSync(() => setPrinting(true));
    const off = () => setPrinting(false);
    window.addEventListener('beforeprint', on);
    window.addEventListener('afterprint', off);
    return () => {
      window.removeEventListener('beforeprint', on);
      window.removeEventListener('afterprint', off);
    };
  }, []);
  return printing;
}
