import { AntouError } from '../../shared/api/errors.ts';
import { derive, titleOf, validateRecord } from '../../shared/records/index.ts';
import type { StoredRecord, Values } from '../../shared/records/record.ts';
import { machineOf, makeMove, type WorkContext } from '../../shared/workflow/index.ts';
import type { Library } from '../library/types.ts';
import { Ahead } from './ahead.ts';
import type { Desk } from './desk.ts';
import { requireKind, requireRecord } from './records.ts';
import { rolesIn, workWorld } from './work-world.ts';

interface Given {
  readonly values?: Values;
  readonly rows?: Readonly<Record<string, readonly Values[]>>;
  readonly on?: string | undefined;
  readonly note?: string | undefined;
}

/**
 * Several moves of several records together with records that are made or changed along with them: one transaction, one
 * undo. workflow.move makes the same move with the same input of all its records; a bulletin is a new record and a move
 * of each of its opinions, a reminder goes to another unit in every case. Call within `inTurn`.
 */
export class JointMoves {
  readonly ahead: Ahead;
  readonly context: WorkContext;
  readonly #desk: Desk;
  readonly #library: Library;
  readonly #who: string;
  readonly #made: StoredRecord[] = [];
  readonly #changed = new Map<string, { readonly kind: string; readonly id: string }>();

  constructor(desk: Desk, who: string) {
    this.#desk = desk;
    this.#library = desk.opened.library;
    this.#who = who;
    this.ahead = new Ahead(this.#library);
    this.context = workWorld(desk, this.ahead);
  }

  /**
   * @param moveId id of the move in the machine of the kind
   * @throws AntouError denied, invalid with the title of the record; nothing has been written
   */
  move(kind: string, id: string, moveId: string, given: Given): void {
    const machine = machineOf(kind);
    const move = machine?.moves.find((each) => each.id === moveId);
    if (!machine || !move) throw new Error(`no move ${kind}/${moveId}`);
    const record = this.ahead.lookup(kind, id) ?? requireRecord(this.#desk, kind, id);
    const request = {
      move,
      values: given.values ?? {},
      rows: given.rows ?? {},
      on: given.on ?? this.#desk.today,
      by: this.#who,
      note: given.note,
    };
    const roles = rolesIn(this.#library, this.#who);
    const result = makeMove(machine, record, request, {
      context: this.context,
      enumerations: this.ahead.enumerations,
      roles,
    });
    if (!result.ok) {
      const reason = /[。！？]$/u.test(result.reason) ? result.reason : `${result.reason}。`;
      const sentence = `没有办理：《${titleOf(record, this.ahead.lookup)}》${reason}一条也没有改动。`;
      throw new AntouError(result.denied ? 'denied' : 'invalid', sentence, result.problems);
    }
    this.#put(kind, id, result.values);
    for (const entry of result.effects.update ?? []) this.#put(entry.kind, entry.id, entry.values);
    for (const entry of result.effects.add ?? []) this.add(entry.kind, entry.values, entry.id);
  }

  /** Changes fields that no process guards. `values` are all values of the record afterwards. */
  change(kind: string, id: string, values: Values): void {
    const before = this.ahead.lookup(kind, id);
    const checked = validateRecord(kind, values, {
      lookup: this.ahead.lookup,
      list: this.ahead.list,
      enumerations: this.ahead.enumerations,
      id,
      ...(before ? { before: before.values } : {}),
    });
    this.#refuse(kind, checked.problems);
    this.#put(kind, id, derive(kind, checked.values, this.ahead.lookup, { list: this.ahead.list, id }));
  }

  /** A new record under the rules of its kind. */
  add(kind: string, values: Values, id: string = crypto.randomUUID()): StoredRecord {
    const options = { lookup: this.ahead.lookup, list: this.ahead.list, enumerations: this.ahead.enumerations };
    const checked = validateRecord(kind, values, options);
    this.#refuse(kind, checked.problems);
    const complete = derive(kind, checked.values, this.ahead.lookup, { list: this.ahead.list, id });
    // A number the program gave must not be one that is taken.
    this.#refuse(kind, validateRecord(kind, complete, { ...options, id }).problems);
    const record = this.ahead.put(kind, id, complete);
    this.#made.push(record);
    return record;
  }

  async commit(label: string): Promise<{ seq: number; label: string }> {
    const update = [...this.#changed.values()].flatMap(({ kind, id }) => {
      const after = this.ahead.lookup(kind, id);
      const rev = this.#library.get(kind, id)?.rev;
      return after ? [{ kind, id, values: after.values, ...(rev === undefined ? {} : { rev }) }] : [];
    });
    const add = this.#made.map(({ id, kind, values }) => ({ id, kind, values }));
    const { seq } = await this.#library.commit({ label, who: this.#who, add, update });
    return { seq, label };
  }

  #put(kind: string, id: string, values: Values): void {
    this.ahead.put(kind, id, values);
    if (!this.#made.some((record) => record.id === id)) this.#changed.set(`${kind}/${id}`, { kind, id });
  }

  #refuse(kind: string, problems: Readonly<Record<string, string>>): void {
    const [first] = Object.values(problems);
    if (first === undefined) return;
    const { label } = requireKind(kind);
    throw new AntouError('invalid', `没有办理：${label}还不完整（${first}）。一条也没有改动，请改好再试。`, problems);
  }
}
