import { Link } from '@tanstack/react-router';
import { kindOf } from '../../../shared/records/index.ts';
import type { api, Output } from '../../app/api.ts';
import { Marked } from '../../ui/Marked.tsx';

type Hit = Output<typeof api.search.query>['hits'][number];

interface HitsProps {
  readonly hits: readonly Hit[];
  readonly query: string;
}

/** Kinds whose text is read on the reader's page; others open on their own page at the field. */
const READ = new Set(['material', 'chapter']);

export function Hits({ hits, query }: HitsProps) {
  return (
    <ol className="hits">
      {hits.map((hit) => (
        <li key={`${hit.kind}/${hit.id}`} className="hit card">
          <div className="hit-head">
            <span className="tag" data-tone="quiet">
              {kindOf(hit.kind)?.label ?? hit.kind}
            </span>
            <HitLink hit={hit} place={hit.snippets[0]?.place} query={query}>
              <Marked text={hit.title} marks={hit.titleMarks} />
            </HitLink>
            {hit.subtitle && <span className="quiet clip">{hit.subtitle}</span>}
            {hit.occurrences > 1 && <span className="quiet hit-count">{hit.occurrences} 处</span>}
          </div>
          {hit.snippets.map((snippet) => (
            <p key={snippet.place} className="hit-snippet">
              <HitLink hit={hit} place={snippet.place} query={query} quiet>
                <FieldName kind={hit.kind} place={snippet.place} />
                <Marked text={snippet.text} marks={snippet.marks} />
              </HitLink>
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}

interface HitLinkProps {
  readonly hit: Hit;
  readonly place: string | undefined;
  readonly query: string;
  readonly quiet?: boolean;
  readonly children: React.ReactNode;
}

/** Opens the record at the place that was found. */
function HitLink({ hit, place, query, quiet, children }: HitLinkProps) {
  const className = quiet ? 'snippet-link' : 'hit-title';
  if (READ.has(hit.kind)) {
    return (
      <Link
        to="/read/$kind/$id"
        params={{ kind: hit.kind, id: hit.id }}
        search={{ q: query, ...(place?.startsWith('body/') ? { place } : {}) }}
        className={className}
      >
        {children}
      </Link>
    );
  }
  return (
    <Link
      to="/records/$kind/$id"
      params={{ kind: hit.kind, id: hit.id }}
      search={place ? { place } : {}}
      className={className}
    >
      {children}
    </Link>
  );
}

/** 议定事项：… — says which part of a record was hit; the running text of a body needs no name. */
function FieldName({ kind, place }: { kind: string; place: string }) {
  const name = place.split('/')[0] ?? '';
  const field = kindOf(kind)?.fields[name];
  if (!field || name === 'body') return null;
  return <span className="quiet">{field.label}：</span>;
}
