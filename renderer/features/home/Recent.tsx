import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { kindOf } from '../../../shared/records/index.ts';
import { type api, type Output, queries } from '../../app/api.ts';
import { usePreferences } from '../../app/preferences.ts';
import { formatTime } from '../../app/time.ts';
import { RecordLink } from '../../ui/RecordLink.tsx';

type Changed = Output<typeof api.overview.home>['recent'];

const SHOWN = 5;

/** What this clerk had open last, the last search, and what was changed lately. */
export function Recent({ recent }: { readonly recent: Changed }) {
  const { preferences } = usePreferences();
  const opened = (preferences.recentRecords ?? []).filter((item) => kindOf(item.kind)).slice(0, SHOWN);
  const found = useQueries({
    queries: opened.map(({ kind, id }) => queries.records.get.queryOptions({ input: { kind, id } })),
  });
  // A record of another library, or one that was deleted, is not there any more.
  const lines = opened.flatMap((item, index) => {
    const data = found[index]?.data;
    return data ? [{ ...item, title: data.title, subtitle: data.subtitle }] : [];
  });
  const words = preferences.recentSearches?.[0];
  const changed = recent.filter((item) => !lines.some((line) => line.id === item.id)).slice(0, SHOWN);

  return (
    <section className="card home-recent">
      <h2>接着上次</h2>
      <ul>
        {lines.map((line) => (
          <Line key={line.id} line={line} quiet={line.subtitle} />
        ))}
        {words && (
          <li className="clip">
            <Link to="/search" search={{ q: words }}>
              检索“{words}”
            </Link>
          </li>
        )}
        {lines.length === 0 && !words && <li className="quiet">打开过的记录会列在这里。</li>}
      </ul>
      {changed.length > 0 && (
        <>
          <h3>最近改动</h3>
          <ul>
            {changed.map((item) => (
              <Line key={item.id} line={item} quiet={`${item.who} · ${formatTime(item.at)}`} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface LineProps {
  readonly line: { readonly kind: string; readonly id: string; readonly title: string };
  readonly quiet: string | undefined;
}

function Line({ line, quiet }: LineProps) {
  return (
    <li className="recent-line">
      <span className="clip">
        <span className="quiet">{kindOf(line.kind)?.label} </span>
        <RecordLink kind={line.kind} id={line.id}>
          {line.title}
        </RecordLink>
      </span>
      {quiet && (
        <span className="quiet small clip" title={quiet}>
          {quiet}
        </span>
      )}
    </li>
  );
}
