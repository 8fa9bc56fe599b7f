import type { List } from '../records/kind.ts';
import type { Lookup, StoredRecord, Values } from '../records/record.ts';

/**
 * Supervision and visits of a year, counted by what they went to: streets and projects once each, rounds by event,
 * problems and advice by item (口径: distinct(街道)、distinct(项目)、count(事项)、count(意见建议)).
 */
export interface SupervisionRound {
  readonly event: StoredRecord;
  readonly streets: readonly string[];
  readonly projects: readonly string[];
  readonly suggestions: readonly StoredRecord[];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const ids = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
const startsIn = ({ values }: StoredRecord, year: number): boolean => text(values.start).startsWith(String(year));
const isHeld = ({ values }: StoredRecord): boolean => values.status !== '取消' && values.status !== '延期';

/** Events of supervision in the year; of one form only when `form` is given. Streets of a project count with it. */
export function supervisionRounds(list: List, lookup: Lookup, year: number, form?: string): SupervisionRound[] {
  const bySource = suggestionsByEvent(list);
  return list('event')
    .filter((event) => startsIn(event, year) && isHeld(event) && text(event.values.supervisionForm) !== '')
    .filter(({ values }) => form === undefined || values.supervisionForm === form)
    .map((event) => {
      const projects = ids(event.values.projects);
      const streets = new Set([...ids(event.values.subdistrictOffices), text(event.values.subdistrictOffice)]);
      for (const project of projects) streets.add(text(lookup('project', project)?.values.subdistrictOffice));
      streets.delete('');
      return { event, streets: [...streets], projects, suggestions: bySource.get(event.id) ?? [] };
    });
}

export interface VisitRound {
  readonly event: StoredRecord;
  readonly companies: readonly string[];
  readonly visited: readonly string[];
  /** 党外委员 visited at this time. */
  readonly nonParty: number;
  readonly suggestions: readonly StoredRecord[];
}

/** Visits of the year, and meetings with firms: everything that has companies or members visited. */
export function visitRounds(list: List, year: number): VisitRound[] {
  const bySource = suggestionsByEvent(list);
  return list('event')
    .filter((event) => startsIn(event, year) && isHeld(event) && isVisit(event.values))
    .map((event) => ({
      event,
      companies: ids(event.values.companies),
      visited: ids(event.values.visited),
      nonParty: Number(event.values.visitedNonParty ?? 0),
      suggestions: bySource.get(event.id) ?? [],
    }));
}

const isVisit = (values: Values): boolean =>
  values.category === '走访' || ids(values.companies).length > 0 || ids(values.visited).length > 0;

/** Whether a person belongs to none of the Communist Party's ranks (党外): has a party on record, and not that one. */
export function isNonParty(person: Values): boolean {
  const parties = ids(person.parties);
  return parties.length > 0 && !parties.some((party) => party.startsWith('中共'));
}

function suggestionsByEvent(list: List): ReadonlyMap<string, readonly StoredRecord[]> {
  const found = new Map<string, StoredRecord[]>();
  for (const suggestion of list('suggestion')) {
    const event = text(suggestion.values.event);
    if (!event) continue;
    const own = found.get(event);
    if (own) own.push(suggestion);
    else found.set(event, [suggestion]);
  }
  return found;
}
