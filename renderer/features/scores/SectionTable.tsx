import { Button } from 'antd';
import { Evidence } from '../../records/Evidence.tsx';
import { RecordLink } from '../../ui/RecordLink.tsx';
import { type Entry, points, type StatementSection, signed } from './types.ts';

interface SectionTableProps {
  readonly section: StatementSection;
  /** What it counts stands in the sections after it. */
  readonly outer: boolean;
  readonly onReverse: (entry: Entry) => void;
}

const KIND_WORDS = { basic: '', bonus: '加分', deduction: '扣分' } as const;

/** One section of a statement: its lines, what they add up to, and what its cap takes away. */
export function SectionTable({ section, outer, onReverse }: SectionTableProps) {
  const { id, label, kind, depth, raw, counted, cap, fullCap, start, entries } = section;
  const facts = [
    KIND_WORDS[kind],
    start === undefined ? '' : `起始 ${points(start)} 分`,
    cap === undefined
      ? ''
      : `封顶 ${points(cap)} 分${fullCap !== undefined && fullCap !== cap ? `（全年 ${points(fullCap)} 分，按月折算）` : ''}`,
    raw === counted ? '' : `各项相加 ${points(raw)} 分`,
  ].filter(Boolean);
  return (
    <section className="card score-section" id={`section-${id}`} data-depth={depth} aria-label={label}>
      <h2>
        {label} <strong>{points(counted)} 分</strong> <span className="quiet small">{facts.join('，')}</span>
      </h2>
      {entries.length === 0 && !outer && <p className="quiet small">没有计分的记录。</p>}
      {entries.length > 0 && (
        <table className="work-table">
          <thead>
            <tr>
              <th className="score-item">项目</th>
              <th className="day">日期</th>
              <th>来源记录</th>
              <th className="number">分值</th>
              <th className="number">计入</th>
              <th className="score-reason">说明</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <EntryRow key={entry.key} entry={entry} onReverse={onReverse} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function EntryRow({ entry, onReverse }: { readonly entry: Entry; readonly onReverse: (entry: Entry) => void }) {
  const words = [entry.note, entry.reason].filter(Boolean).join('；');
  return (
    <tr data-manual={entry.manual || undefined}>
      <td>
        {entry.item && <span className="quiet">{entry.item} </span>}
        {entry.label}
      </td>
      <td className="day">{entry.day}</td>
      <td>
        <Sources entry={entry} />
        {entry.manual && (
          <span className="tag" data-tone="quiet">
            {entry.reversal === 'reverses' ? '冲销' : '人工'}
          </span>
        )}
        {entry.manual && entry.reversal === undefined && (
          <Button
            size="small"
            className="score-reverse"
            aria-label={`冲销 ${entry.label} ${signed(entry.points)}`}
            onClick={() => onReverse(entry)}
          >
            冲销
          </Button>
        )}
      </td>
      <td className="number">{signed(entry.points)}</td>
      <td className="number score-counted" data-cut={entry.counted !== entry.points || undefined}>
        {signed(entry.counted)}
      </td>
      <td className="small">
        {entry.reversal === 'reversed' && <span className="warn">已冲销　</span>}
        {words}
      </td>
    </tr>
  );
}

/** One record is named; many open as a list. */
function Sources({ entry }: { readonly entry: Entry }) {
  const { sources } = entry;
  const [only] = sources;
  if (!only) return <span className="quiet">按台账计算</span>;
  if (sources.length > 1) return <Evidence label={`${entry.label}的记录`} items={sources} unit=" 条记录" />;
  return (
    <RecordLink kind={only.kind} id={only.id}>
      {only.title}
    </RecordLink>
  );
}
