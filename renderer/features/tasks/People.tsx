import type { Tasks } from './task-groups.ts';

interface PeopleProps {
  readonly people: Tasks['people'];
  readonly total: number;
  readonly overdue: number;
  readonly chosen: string | undefined;
  readonly onChoose: (who: string | undefined) => void;
}

/** Persons and units in charge, with how much each owes and how much of it is late. */
export function People({ people, total, overdue, chosen, onChoose }: PeopleProps) {
  const line = (who: string | undefined, label: string, count: number, late: number) => (
    <li key={who ?? '\u0000'}>
      <button
        type="button"
        aria-current={chosen === who ? 'true' : undefined}
        title={label}
        onClick={() => onChoose(who)}
      >
        <span className="clip">{label}</span>
        {late > 0 && <span className="people-late">超期 {late}</span>}
        <span className="people-count">{count}</span>
      </button>
    </li>
  );
  return (
    <nav className="card tasks-people" aria-label="按负责人">
      <ul>
        {line(undefined, '全部', total, overdue)}
        {people.map((item) => line(item.responsible, item.responsible, item.count, item.overdue))}
      </ul>
    </nav>
  );
}
