import { Link } from '@tanstack/react-router';
import type { Filter } from '../../app/list-state.ts';
import { DueTag } from '../../ui/DueTag.tsx';
import type { Overview } from './ProposalsPage.tsx';

/** Cards drawn in a column; the rest is one press away in the list. */
const SHOWN = 20;

interface Scope {
  readonly session?: string | undefined;
  readonly year?: number | undefined;
  readonly unit?: string | undefined;
}

/** The list of the ledger behind a column of the board. */
function filtersOf(states: readonly string[], data: Overview, { year, unit }: Scope): Filter[] {
  return [
    { field: 'state', type: 'any', values: [...states] },
    ...(year ? [{ field: 'year', type: 'any', values: [year] } as Filter] : []),
    ...(!year && data.session ? [{ field: 'session', type: 'any', values: [data.session] } as Filter] : []),
    ...(unit ? [{ field: 'assignments.unit', type: 'any', values: [unit] } as Filter] : []),
  ];
}

/** Cases by where they stand; in a column what is due first stands first. */
export function Board({ data, scope }: { readonly data: Overview; readonly scope: Scope }) {
  const cards = new Map(data.cases.map((card) => [card.id, card]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="board" aria-label="提案看板" tabIndex={0}>
      {data.board.map(({ id, label, states, ids }) => (
        <section key={id} className="board-column" aria-label={`${label} ${ids.length} 件`}>
          <h2>
            {label}
            <Link
              to="/records/$kind"
              params={{ kind: 'proposal' }}
              search={{ filters: filtersOf(states, data, scope) }}
            >
              {ids.length} 件
            </Link>
          </h2>
          <ul>
            {ids.slice(0, SHOWN).map((each) => {
              const card = cards.get(each);
              return card && <Card key={each} card={card} />;
            })}
          </ul>
          {ids.length === 0 && <p className="quiet small">没有</p>}
          {ids.length > SHOWN && (
            <p className="small">
              <Link
                to="/records/$kind"
                params={{ kind: 'proposal' }}
                search={{ filters: filtersOf(states, data, scope) }}
              >
                看全部 {ids.length} 件
              </Link>
            </p>
          )}
        </section>
      ))}
    </section>
  );
}

function Card({ card }: { readonly card: Overview['cases'][number] }) {
  return (
    <li className="board-card" data-late={(card.days !== undefined && card.days < 0) || undefined}>
      <Link to="/work/proposals/$id" params={{ id: card.id }} title={card.subject}>
        {card.subject || card.title}
      </Link>
      <p className="small quiet">
        {[card.caseNumber, card.proposer, card.state].filter(Boolean).join(' · ')}
        {card.isKey && <strong> 重点</strong>}
      </p>
      {card.units && <p className="small quiet clip">主办：{card.units}</p>}
      {card.days !== undefined && (
        <p className="small">
          <DueTag days={card.days} /> {card.dueLabel}
        </p>
      )}
    </li>
  );
}
