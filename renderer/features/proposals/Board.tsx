import { Link } from '@tanstack/react-router';
import type { Filter } from '../../app/list-state.ts';
import { DueTag } from '../../ui/DueTag.tsx';
import type { Overview } from './answers.ts';

/** Cards drawn in a column; the rest is one press away in the list. */
const SHOWN = 20;
const SHOWN_ENDED = 5;

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

interface BoardProps {
  readonly data: Overview;
  readonly scope: Scope;
}

/** Cases by where they stand; in a column what is due first stands first. What has ended shares the last column. */
export function Board({ data, scope }: BoardProps) {
  const columns = data.board.filter(({ ended }) => !ended);
  const ended = data.board.filter((column) => column.ended);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="board" aria-label="提案看板" tabIndex={0}>
      {columns.map((column) => (
        <Column key={column.id} column={column} most={SHOWN} data={data} scope={scope} />
      ))}
      <div className="board-ended">
        {ended.map((column) => (
          <Column key={column.id} column={column} most={SHOWN_ENDED} data={data} scope={scope} />
        ))}
      </div>
    </section>
  );
}

interface ColumnProps extends BoardProps {
  readonly column: Overview['board'][number];
  readonly most: number;
}

function Column({ column, most, data, scope }: ColumnProps) {
  const { label, states, ids } = column;
  const shown = new Set(ids.slice(0, most));
  const places = new Map(ids.map((id, index) => [id, index]));
  const cards = data.cases
    .filter(({ id }) => shown.has(id))
    .sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
  const all = {
    to: '/records/$kind',
    params: { kind: 'proposal' },
    search: { filters: filtersOf(states, data, scope) },
  } as const;
  return (
    <section className="board-column" aria-label={`${label} ${ids.length} 件`}>
      <h2>
        {label}
        <Link {...all}>{ids.length} 件</Link>
      </h2>
      <ul>
        {cards.map((card) => (
          <Card key={card.id} card={card} />
        ))}
      </ul>
      {ids.length === 0 && <p className="quiet small">没有</p>}
      {ids.length > most && (
        <p className="small">
          <Link {...all}>看全部 {ids.length} 件</Link>
        </p>
      )}
    </section>
  );
}

function Card({ card }: { readonly card: Overview['cases'][number] }) {
  return (
    <li className="board-card" data-late={(card.days !== undefined && card.days < 0) || undefined}>
      <Link to="/desk/proposals/$id" params={{ id: card.id }} title={card.subject}>
        {card.subject || card.title}
      </Link>
      <p className="small quiet">
        {[card.caseNumber, card.proposer, card.state].filter(Boolean).join(' · ')}
        {card.isKey && <strong> 重点</strong>}
      </p>
      {card.units && (
        <p className="small quiet clip" title={card.units}>
          主办：{card.units}
        </p>
      )}
      {card.days !== undefined && (
        <p className="small board-due">
          <DueTag days={card.days} /> {card.dueLabel}
        </p>
      )}
    </li>
  );
}
