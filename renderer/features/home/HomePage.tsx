import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { type api, type Output, queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { greeting } from '../../app/time.ts';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { Recent } from './Recent.tsx';
import './home.css';

type Home = Output<typeof api.overview.home>;
type Due = Home['due'][number];

/** What is due, what was worked on last, and how much there is. */
export function HomePage() {
  const query = useQuery(queries.overview.home.queryOptions({ input: {} }));
  if (query.isPending) return <RouteLoading />;
  if (!query.data) {
    return (
      <PageFrame title="首页">
        <RefusalNote refusal={explain(query.error)} />
      </PageFrame>
    );
  }
  const { due, recent, counts, year } = query.data;
  const pressing = due.filter((item) => item.days <= 0).length;
  const blank = counts.every((item) => item.count === 0 || ['term', 'sector', 'committee'].includes(item.kind));
  return (
    <PageFrame title={`${greeting()}，${pressing > 0 ? `今天有 ${pressing} 件事到期` : '今天没有到期的事'}`}>
      <div className="home">
        {blank && <FirstSteps />}
        <DueList due={due} />
        <Recent recent={recent} />
        <Counts counts={counts} year={year} />
      </div>
    </PageFrame>
  );
}

const FIRST_SHOWN = 6;

function DueList({ due }: { readonly due: Home['due'] }) {
  const [all, setAll] = useState(false);
  const shown = all ? due : due.slice(0, FIRST_SHOWN);
  return (
    <section className="card home-due">
      <h2>待办</h2>
      {due.length === 0 && <p className="quiet">七天内没有到期的议定事项，开过的会都有纪要。</p>}
      <ul>
        {shown.map((item) => (
          <DueLine key={`${item.kind}/${item.id}/${item.place ?? item.verb}`} item={item} />
        ))}
      </ul>
      {shown.length < due.length && (
        <Button type="link" onClick={() => setAll(true)}>
          还有 {due.length - shown.length} 件
        </Button>
      )}
    </section>
  );
}

const inDays = (days: number): string => {
  if (days < 0) return `超期 ${-days} 天`;
  if (days === 0) return '今天';
  return days === 1 ? '明天' : `${days} 天内`;
};

function DueLine({ item }: { readonly item: Due }) {
  const link = targetOf(item);
  return (
    <li className="due-line">
      <span className="tag due-days" data-tone={item.days < 0 ? 'late' : item.days === 0 ? 'soon' : 'quiet'}>
        {inDays(item.days)}
      </span>
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

function targetOf(item: Due): LinkProps {
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
            {item.thisYear !== undefined && item.count > 0 && (
              <span className="quiet small">{`${year} 年 ${item.thisYear} ${item.unit}`}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
