import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import { Button } from 'antd';
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
        <section className="card home-due">
          <h2>待办</h2>
          {due.length > 0 ? (
            <ul>
              {due.map((item) => (
                <DueLine key={`${item.kind}/${item.id}/${item.place ?? item.verb}`} item={item} />
              ))}
            </ul>
          ) : (
            <p className="quiet">七天内没有到期的议定事项，开过的会都有纪要。</p>
          )}
        </section>
        <Recent recent={recent} />
        <Counts counts={counts} year={year} />
      </div>
    </PageFrame>
  );
}

function DueLine({ item }: { readonly item: Due }) {
  const link = targetOf(item);
  return (
    <li className="due-line">
      <span className="tag due-days" data-tone={item.days < 0 ? 'late' : item.days === 0 ? 'soon' : 'quiet'}>
        {item.days < 0 ? `超期 ${-item.days} 天` : item.days === 0 ? '今天' : `${item.days} 天内`}
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
            <span className="quiet small">
              {item.thisYear !== undefined && item.count > 0 ? `${year} 年 ${item.thisYear} ${item.unit}` : '\u00a0'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
