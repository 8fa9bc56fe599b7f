import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import { Button } from 'antd';
import { type api, type Output, queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { greeting } from '../../app/time.ts';
import { DueTag } from '../../ui/DueTag.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { Recent } from './Recent.tsx';
import './home.css';

type Home = Output<typeof api.overview.home>;
type Tasks = Output<typeof api.tasks.list>;

/** What a new library begins with: still nothing of the office's own. */
const PRESET: readonly string[] = ['term', 'sector', 'committee', 'organisation', 'campaign'];

/** What is due, what was worked on last, and how much there is. */
export function HomePage() {
  const query = useQuery(queries.overview.home.queryOptions({ input: {} }));
  const tasks = useQuery(queries.tasks.list.queryOptions({ input: { limit: 1 } }));
  if (query.isPending) return <RouteLoading />;
  if (!query.data) {
    return (
      <PageFrame title="首页">
        <RefusalNote refusal={explain(query.error)} />
      </PageFrame>
    );
  }
  const { due, recent, counts, year } = query.data;
  const { overdue = 0, today = 0 } = tasks.data?.counts ?? {};
  const blank = counts.every((item) => item.count === 0 || PRESET.includes(item.kind));
  return (
    <PageFrame title={`${greeting()}，${dueSentence(overdue, today)}`}>
      <div className="home">
        {blank && <FirstSteps />}
        <DueList due={due} counts={tasks.data?.counts} />
        <Recent recent={recent} />
        <Counts counts={counts} year={year} />
      </div>
    </PageFrame>
  );
}

const SHOWN = 6;

function dueSentence(overdue: number, today: number): string {
  const late = overdue > 0 ? `有 ${overdue} 件事超期` : '';
  const due = today > 0 ? `今天有 ${today} 件事到期` : '';
  return [due, late].filter(Boolean).join('，') || '今天没有到期的事';
}

interface DueListProps {
  readonly due: Home['due'];
  readonly counts: Tasks['counts'] | undefined;
}

/** The most pressing of what is owed; all of it is a page of its own. */
function DueList({ due, counts }: DueListProps) {
  const shown = due.slice(0, SHOWN);
  const all = counts ? counts.overdue + counts.today + counts.week + counts.later : 0;
  return (
    <section className="card home-due">
      <h2>待办</h2>
      {due.length === 0 && <p className="quiet">七天内没有到期的事，开过的会都有纪要。</p>}
      <ul>
        {shown.map((item) => (
          <DueLine key={`${item.kind}/${item.id}/${item.place ?? item.verb}/${item.detail}`} item={item} />
        ))}
      </ul>
      {all > shown.length && (
        <p>
          <Link to="/tasks">全部待办 {all} 件</Link>
        </p>
      )}
    </section>
  );
}

function DueLine({ item }: { readonly item: Home['due'][number] }) {
  const link = targetOf(item);
  return (
    <li className="due-line">
      <DueTag days={item.days} />
      <span className="due-words">
        <span className="clip" title={item.title}>
          {item.title}
        </span>
        <span className="clip quiet small" title={item.detail}>
          {item.detail}
        </span>
      </span>
      <Link {...link}>
        <Button tabIndex={-1}>{item.verb}</Button>
      </Link>
    </li>
  );
}

function targetOf(item: Home['due'][number]): LinkProps {
  if (item.verb.includes('纪要')) return { to: '/minutes/$id', params: { id: item.id } };
  return {
    to: '/records/$kind/$id',
    params: { kind: item.kind, id: item.id },
    search: item.place ? { place: item.place } : {},
  };
}

/** Every number opens the list it counts. */
function Counts({ counts, year }: { readonly counts: Home['counts']; readonly year: number }) {
  return (
    <section className="card home-counts">
      <h2>资料库里有</h2>
      <ul>
        {counts.map((item) => (
          <li key={item.kind}>
            <span className="quiet">{item.label}</span>
            <Link to="/records/$kind" params={{ kind: item.kind }} className="home-number">
              {item.count}
              <span> {item.unit}</span>
            </Link>
            {item.thisYear !== undefined && item.thisYear > 0 && (
              <span className="quiet small">{`${year} 年 ${item.thisYear} ${item.unit}`}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
