import { referencesOf } from '../../shared/records/index.ts';
import type { StoredRecord, Transaction } from '../../shared/records/record.ts';
import { type Deadline, daysBetween, deadlinesOf, kindsWithDeadlines } from '../../shared/workflow/index.ts';
import { SETTING } from '../library/clean.ts';
import type { Library } from '../library/types.ts';
import type { Desk } from './desk.ts';
import { worldOf } from './saving.ts';
import { workWorld } from './work-world.ts';

interface Owed {
  readonly kind: string;
  readonly id: string;
  /** Not yet met. */
  readonly open: readonly Deadline[];
}

/** One thing owed. Its record's title is only looked up when it is shown. */
export interface Task {
  readonly kind: string;
  readonly id: string;
  readonly deadline: Deadline;
  /** Until it is due; negative when late. */
  readonly days: number;
}

/** Deadlines of these kinds are worked out of records of that one too, or name it. */
const DEPENDENTS: Readonly<Record<string, readonly string[]>> = {
  event: ['suggestion', 'planItem'],
  proposal: ['suggestion'],
  opinion: ['suggestion'],
  topic: ['suggestion'],
  researchReport: ['suggestion'],
  organisation: ['proposal', 'opinion', 'suggestion', 'livelihoodItem'],
  committee: ['event'],
  subdistrictOffice: ['venue'],
  member: ['proposal'],
  person: ['proposal'],
};

/**
 * Everything owed in a library, kept as it is worked out: fifty thousand records are gone through once, after that only
 * what a change touches. A new day, or a change of the periods, begins anew.
 */
class OwedIndex {
  readonly #library: Library;
  readonly #byKind = new Map<string, Map<string, Owed>>();
  readonly #stale = new Set<string>();
  readonly #staleRecords = new Map<string, Set<string>>();
  #today = '';
  #tasks: readonly Task[] = [];

  constructor(library: Library) {
    this.#library = library;
    library.subscribe((transaction) => this.#hear(transaction));
  }

  /** What has been late longest first. */
  tasks(desk: Desk): readonly Task[] {
    if (this.#refresh(desk)) this.#tasks = sorted(this.#byKind, desk.today);
    return this.#tasks;
  }

  #hear({ diff }: Transaction): void {
    const records = [...diff.added, ...diff.removed, ...diff.updated.flat()];
    for (const record of records) {
      if (!kindsWithDeadlines.includes(record.kind) && !DEPENDENTS[record.kind]) {
        // Periods, holidays and formats are settings; a library knows them by no kind of its own.
        if (record.kind === SETTING) this.#today = '';
        continue;
      }
      this.#touch(record.kind, record.id);
      // A main case owes hearing the proposers of what was merged into it.
      for (const { kind, id } of referencesOf(record)) if (kind === record.kind) this.#touch(kind, id);
      for (const kind of DEPENDENTS[record.kind] ?? []) this.#stale.add(kind);
    }
  }

  #touch(kind: string, id: string): void {
    const ids = this.#staleRecords.get(kind) ?? new Set();
    this.#staleRecords.set(kind, ids.add(id));
  }

  /** Brings what is stale up to date; answers whether anything was. */
  #refresh(desk: Desk): boolean {
    const { today } = desk;
    const fresh = this.#today !== today;
    this.#today = today;
    if (!fresh && this.#stale.size === 0 && this.#staleRecords.size === 0) return false;
    const context = workWorld(desk, worldOf(this.#library));
    for (const kind of kindsWithDeadlines) {
      const whole = fresh || this.#stale.has(kind);
      const table = whole ? new Map<string, Owed>() : (this.#byKind.get(kind) ?? new Map<string, Owed>());
      this.#byKind.set(kind, table);
      const put = (id: string, record: StoredRecord | undefined) => {
        const open = record ? deadlinesOf(record, context).filter(({ doneOn }) => !doneOn) : [];
        if (open.length > 0) table.set(id, { kind, id, open });
        else table.delete(id);
      };
      if (whole) for (const record of this.#library.list(kind)) put(record.id, record);
      else for (const id of this.#staleRecords.get(kind) ?? []) put(id, this.#library.get(kind, id));
    }
    this.#stale.clear();
    this.#staleRecords.clear();
    return true;
  }
}

function sorted(byKind: ReadonlyMap<string, ReadonlyMap<string, Owed>>, today: string): readonly Task[] {
  // Thousands of deadlines fall on a few hundred days.
  const daysTo = new Map<string, number>();
  const tasks: Task[] = [];
  for (const table of byKind.values()) {
    for (const { kind, id, open } of table.values()) {
      for (const deadline of open) {
        const days = daysTo.get(deadline.due) ?? daysBetween(today, deadline.due);
        daysTo.set(deadline.due, days);
        tasks.push({ kind, id, deadline, days });
      }
    }
  }
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return tasks.sort(
    (a, b) => a.days - b.days || order(a.kind, b.kind) || order(a.id, b.id) || order(a.deadline.key, b.deadline.key),
  );
}

const indexes = new WeakMap<Library, OwedIndex>();

/** Everything owed in the open library, what has been late longest first. */
export function openTasks(desk: Desk): readonly Task[] {
  const { library } = desk.opened;
  let index = indexes.get(library);
  if (!index) {
    index = new OwedIndex(library);
    indexes.set(library, index);
  }
  return index.tasks(desk);
}
