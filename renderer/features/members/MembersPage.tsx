import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useMemo, useState } from 'react';
import { matchesPinyin } from '../../../shared/text/pinyin.ts';
import { type api, type Output, queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { spacedName } from '../../ui/spaced-name.ts';
import { YearPick } from '../../ui/YearPick.tsx';
import { QuarterPick, spanWords } from './QuarterPick.tsx';
import './members.css';

type Overview = Output<typeof api.workMembers.overview>;
type Line = Overview['members'][number];

/** What a clerk looks for in the list: those of whom something is missing. */
const GAPS: readonly { readonly id: string; readonly label: string; readonly fits: (line: Line) => boolean }[] = [
  { id: 'all', label: '全部委员', fits: () => true },
  { id: 'attended', label: '没有参加任何活动', fits: ({ counts }) => !counts.attended },
  { id: 'proposals', label: '没有提交提案', fits: ({ counts }) => !counts.proposals },
  { id: 'opinions', label: '没有反映社情民意', fits: ({ counts }) => !counts.opinions },
  { id: 'nothing', label: '没有任何记录', fits: ({ counts }) => Object.keys(counts).length === 0 },
  { id: 'committee', label: '没有编入专委会', fits: ({ committee }) => committee === '' },
];

/** 履职一览: all members with what they did in a year; the gaps are one click. */
export function MembersPage() {
  const { year: asked, quarter, gap = 'all' } = useSearch({ from: '/desk/members' });
  const navigate = useNavigate();
  const year = asked ?? new Date().getFullYear();
  const query = useQuery(
    queries.workMembers.overview.queryOptions({ input: { year, ...(quarter ? { quarter } : {}) } }),
  );
  const [sought, setSought] = useState('');
  const [sort, setSort] = useState<string>();
  const all = query.data?.members ?? [];
  const chosen = GAPS.find(({ id }) => id === gap) ?? GAPS[0];
  const shown = useMemo(() => {
    const text = sought.trim();
    const found = all.filter(
      (line) =>
        chosen?.fits(line) !== false &&
        (text === '' || `${line.name}${line.sector}${line.committee}`.includes(text) || matchesPinyin(text, line.name)),
    );
    return sort ? [...found].sort((a, b) => (b.counts[sort] ?? 0) - (a.counts[sort] ?? 0)) : found;
  }, [all, chosen, sought, sort]);
  const change = (next: { year?: number; quarter?: number | undefined; gap?: string }) =>
    void navigate({ to: '/desk/members', search: { year, quarter, gap, ...next }, replace: true });
  if (query.isPending) return <RouteLoading />;
  return (
    <PageFrame
      fixed
      title="委员履职一览"
      sub={`${spanWords(year, quarter)} · ${shown.length} 名${gap === 'all' ? '' : chosen?.label}`}
      verbs={
        <>
          <YearPick year={year} years={query.data?.years} onChange={(chosenYear) => change({ year: chosenYear })} />
          <QuarterPick quarter={quarter} onChange={(next) => change({ quarter: next })} />
          <Button onClick={() => window.print()}>打印</Button>
        </>
      }
      bar={
        <fieldset className="member-gaps pills" aria-label="查缺">
          {GAPS.map(({ id, label, fits }) => (
            <button key={id} type="button" aria-pressed={id === gap} onClick={() => change({ gap: id })}>
              {label} {all.filter(fits).length}
            </button>
          ))}
          <Input
            id="list-text"
            aria-label="找委员"
            placeholder="姓名、拼音首字母、界别"
            allowClear
            value={sought}
            onChange={(event) => setSought(event.target.value)}
          />
        </fieldset>
      }
    >
      {query.error && <RefusalNote refusal={explain(query.error)} />}
      {all.length === 0 ? (
        <EmptyState
          title="还没有委员"
          verbs={
            <Link to="/import" search={{ as: 'member' }}>
              导入委员名册
            </Link>
          }
        >
          导入名册、登记会议和提案以后，这里就有每名委员全年做了什么。
        </EmptyState>
      ) : (
        <Lines overview={query.data} lines={shown} year={year} quarter={quarter} sort={sort} onSort={setSort} />
      )}
    </PageFrame>
  );
}

const RATE_RULE = '应出席的会议活动里，出席、迟到、早退的占比；还没有登记的不算';

const attendanceWords = ({ attendance: { expected, present } }: Line): string =>
  expected === 0 ? '没有应出席的会议活动' : `应出席 ${expected} 次，出席 ${present} 次`;

const percent = ({ expected, present }: Line['attendance']): string =>
  expected === 0 ? '' : `${Math.round((present / expected) * 100)}%`;

interface LinesProps {
  readonly overview: Overview | undefined;
  readonly lines: readonly Line[];
  readonly year: number;
  readonly quarter: number | undefined;
  readonly sort: string | undefined;
  readonly onSort: (column: string | undefined) => void;
}

function Lines({ overview, lines, year, quarter, sort, onSort }: LinesProps) {
  const columns = overview?.columns ?? [];
  const search = { year, ...(quarter ? { quarter } : {}) };
  if (lines.length === 0) return <EmptyState title="没有这样的委员">换一个条件再看。</EmptyState>;
  return (
    <div className="member-scroll">
      <table className="profile-table member-lines">
        <thead>
          <tr>
            <th>
              <button type="button" onClick={() => onSort(undefined)} aria-pressed={sort === undefined}>
                姓名
              </button>
            </th>
            <th>界别</th>
            <th>专委会</th>
            <th className="number" title={`口径：${RATE_RULE}`}>
              出席率
            </th>
            {columns.map(({ id, label, rule }) => (
              <th key={id} className="number" aria-sort={sort === id ? 'descending' : 'none'}>
                <button type="button" title={`口径：${rule}。点一下，从多到少排。`} onClick={() => onSort(id)}>
                  {label}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td>
                <Link to="/desk/members/$id" params={{ id: line.id }} search={search}>
                  {spacedName(line.name)}
                </Link>
                {line.isStanding && <span className="quiet small"> 常委</span>}
              </td>
              <td>{line.sector}</td>
              <td>{line.committee || <span className="warn">未编入</span>}</td>
              <td className="number" title={attendanceWords(line)}>
                {percent(line.attendance)}
              </td>
              {columns.map(({ id }) => (
                <td key={id} className="number">
                  {line.counts[id] ? (
                    <Link to="/desk/members/$id" params={{ id: line.id }} search={search}>
                      {line.counts[id]}
                    </Link>
                  ) : (
                    ''
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
