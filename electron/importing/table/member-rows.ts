import { kindOf, type Validation } from '../../../shared/records/index.ts';
import type { StoredRecord, Values } from '../../../shared/records/record.ts';
import { stateProblem } from '../../../shared/workflow/state-change.ts';
import type { ImportField } from './fields.ts';
import { LineReader, type MappedColumn } from './line-reader.ts';
import type { Line } from './lines.ts';
import type { Pending } from './pending.ts';
import { compareRows, matchPerson } from './people.ts';
import { changedCells, keepUntouched } from './record-merge.ts';
import type { Decision, RecordOptions } from './record-rows.ts';
import { candidateOf } from './references.ts';
import { type PlannedRow, RowDraft } from './row-draft.ts';
import { plain, sameValues, textOf } from './words.ts';

interface Input {
  readonly person: Record<string, unknown>;
  readonly member: Record<string, unknown>;
}

/** A row that was taken: later rows with the same name are compared with it. */
interface Taken {
  readonly row: number;
  readonly values: Values;
  readonly person: string;
  readonly term: unknown;
}

const NAMELESS = '（无姓名）';

/** Plans the rows of a member roster one after the other over the library as it will be: person and appointment together. */
export class MemberPlanner {
  readonly #fields: readonly ImportField[];
  readonly #pending: Pending;
  readonly #options: RecordOptions;
  readonly #taken = new Map<string, Taken[]>();
  readonly reader: LineReader;

  constructor(
    columns: readonly MappedColumn[],
    fields: readonly ImportField[],
    pending: Pending,
    options: RecordOptions,
  ) {
    this.#fields = fields;
    this.#pending = pending;
    this.#options = options;
    this.reader = new LineReader(columns, pending, { ...options, dashIsBlank: true });
  }

  plan({ cells, row }: Line): PlannedRow {
    const draft = new RowDraft(row, this.#fields);
    const decision = this.#options.decisions?.[String(row)];
    const mark = this.#pending.mark();
    const planned = this.#plan(cells, draft, decision);
    if (planned.action === 'refuse' || planned.action === 'skip') this.#pending.rollback(mark);
    return planned;
  }

  #plan(cells: readonly string[], draft: RowDraft, decision: Decision | undefined): PlannedRow {
    const fallback = cells.find((cell) => /\p{L}/u.test(cell))?.slice(0, 20) ?? NAMELESS;
    const { term } = this.#options;
    if (!term && this.#pending.list('term').length === 0) {
      draft.problem('member.term', '库中还没有届，请先在“届”里建立本届，再导入名册');
      return draft.refused(fallback);
    }
    const { values } = this.reader.read(cells, draft, term ? { term } : {});
    const input: Input = { person: values.person ?? {}, member: values.member ?? {} };
    const title = textOf(input.person, 'name') || fallback;
    if (decision === 'skip') return draft.done('skip', title, { remark: '按您的选择跳过' });
    if (input.member.term === undefined && term) input.member.term = term;
    if (draft.failed) return draft.refused(title);
    return this.#match(input, draft, decision) ?? draft.refused(title);
  }

  #match(input: Input, draft: RowDraft, decision: Decision | undefined): PlannedRow | undefined {
    const pending = this.#pending;
    const clean = pending.check('person', input.person);
    if (Object.keys(clean.problems).length > 0) {
      draft.problems('person', clean.problems);
      this.#checkMember({ ...input.member, person: '' }, undefined, draft, ['person']);
      return undefined;
    }
    const name = plain(textOf(clean.values, 'name'));
    const term = input.member.term;
    const earlier = this.#taken.get(name) ?? [];
    if (decision === undefined) this.#compareWith(earlier, clean.values, term, draft);
    if (draft.failed) return undefined;
    const before = this.#personMeant(clean.values, input, draft, decision, earlier);
    if (draft.failed) return undefined;
    const person = before?.id ?? pending.newId();
    const planned = this.#write(before, person, input, clean, draft);
    if (planned) this.#taken.set(name, [...earlier, { row: draft.row, values: clean.values, person, term }]);
    return planned;
  }

  #compareWith(earlier: readonly Taken[], values: Values, term: unknown, draft: RowDraft): void {
    for (const one of earlier) {
      if (compareRows(values, one.values) === 'different') draft.remark(`与第 ${one.row} 行同名，按两个人处理`);
      else if (one.term === term)
        draft.problem('person.name', `与第 ${one.row} 行重复；如是同名的两个人，请补上出生年月或手机`);
    }
  }

  /** The person in the library, by the clerk's word or by what the row says; undefined for a new one. */
  #personMeant(
    values: Values,
    input: Input,
    draft: RowDraft,
    decision: Decision | undefined,
    earlier: readonly Taken[],
  ): StoredRecord | undefined {
    const pending = this.#pending;
    if (decision === 'add') return undefined;
    if (typeof decision === 'object') {
      const seat = pending.lookup('member', decision.update);
      const meant = pending.lookup('person', seat ? textOf(seat.values, 'person') : decision.update);
      if (!meant) draft.problem('person.name', '所选的人已不在库中，请重新选择');
      return meant;
    }
    const { sector, term } = input.member;
    const hint = { term: String(term ?? ''), ...(sector ? { sector: String(sector) } : {}) };
    const apart = earlier.filter((one) => compareRows(values, one.values) === 'different').map(({ person }) => person);
    const match = matchPerson(values, hint, pending, new Set(apart));
    if ('unclear' in match) {
      draft.problem('person.name', match.unclear);
      draft.candidates(
        match.candidates
          .filter(({ id }) => pending.isStored('person', id))
          .map((record) => candidateOf(record, pending.names, '姓名相同')),
      );
      return undefined;
    }
    for (const remark of match.remarks) if (earlier.length === 0 || !('none' in match)) draft.remark(remark);
    return 'same' in match ? match.same : undefined;
  }

  /** Checks person and appointment as they would stand and, when both are good, puts them among the pending. */
  #write(
    before: StoredRecord | undefined,
    id: string,
    input: Input,
    clean: Validation,
    draft: RowDraft,
  ): PlannedRow | undefined {
    const pending = this.#pending;
    const person = before ? pending.check('person', { ...before.values, ...input.person }, before.id) : clean;
    draft.problems('person', person.problems);
    const seat = pending.seatsOf(id).find(({ values }) => values.term === input.member.term);
    const member = pending.trying('person', id, person.values, () =>
      this.#checkMember({ ...seat?.values, ...input.member, person: id }, seat, draft, []),
    );
    if (draft.failed) return undefined;
    draft.warnings(person.warnings, input.person);
    draft.warnings(member.warnings, input.member);
    const title = textOf(person.values, 'name');
    const personAfter = before ? keepUntouched(before.values, person.values, input.person) : person.values;
    const seatAfter = seat ? keepUntouched(seat.values, member.values, input.member) : member.values;
    const stored = seat && pending.isStored('member', seat.id) ? { id: seat.id } : {};
    if (before && seat && sameValues(before.values, personAfter) && sameValues(seat.values, seatAfter)) {
      return draft.done('skip', title, { remark: '与库中相同，不需更新', ...stored });
    }
    const cells = [
      ...(before ? changedCells('person', before.values, personAfter, pending.lookup) : []),
      ...(seat ? changedCells('member', seat.values, seatAfter, pending.lookup) : []),
    ];
    if (!before) pending.add('person', person.values, id);
    else if (!sameValues(before.values, personAfter)) pending.update(before, personAfter);
    if (!seat) pending.add('member', member.values, pending.newId());
    else if (!sameValues(seat.values, seatAfter)) pending.update(seat, seatAfter);
    if (before && !seat) draft.remark('人员已在库中，补登本届任职');
    return draft.done(before && seat ? 'update' : 'add', title, { ...stored, cells });
  }

  #checkMember(values: Values, seat: StoredRecord | undefined, draft: RowDraft, ignored: readonly string[]) {
    const checked = this.#pending.check('member', values, seat?.id);
    const problems = Object.entries(checked.problems).filter(([field]) => !ignored.includes(field));
    draft.problems('member', Object.fromEntries(problems));
    const kind = kindOf('member');
    const state = kind ? stateProblem(kind, seat?.values, checked.values, 'import') : undefined;
    if (state && problems.length === 0) draft.problem(`member.${kind?.process?.field}`, state);
    return checked;
  }
}
