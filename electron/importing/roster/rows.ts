import type { Problems, StoredRecord, Values } from '../../../shared/records/record.ts';
import type { ImportField } from './fields.ts';
import { plain } from './fields.ts';
import type { ColumnMapping } from './mapping.ts';
import type { Pending } from './pending.ts';
import { compareRows, matchPerson } from './people.ts';
import { CREATABLE, resolveName, valuesOfNew } from './references.ts';
import { isDash, sameValues, textOf } from './values.ts';

export type RowAction = 'add' | 'update' | 'skip' | 'refuse';

export interface PlannedRow {
  /** As the spreadsheet numbers it. */
  readonly row: number;
  readonly action: RowAction;
  readonly title: string;
  readonly problems: readonly { readonly field: string; readonly label: string; readonly message: string }[];
  readonly remarks: readonly string[];
}

/** Stands in the sample rows of the template; a clerk who forgets to delete them imports no invented people. */
export const SAMPLE_MARK = '样例，填写前请删去';

export interface RowOptions {
  /** Term of rows that name none. */
  readonly term?: string;
  readonly createMissing: boolean;
}

/** A row that was taken: later rows with the same name are compared with it. */
interface Taken {
  readonly row: number;
  readonly values: Values;
  readonly person: string;
  readonly term: unknown;
}

/** Plans the rows of a member roster one after the other over the library as it will be. */
export class RowPlanner {
  readonly #columns: readonly { readonly index: number; readonly field: ImportField }[];
  readonly #fields: readonly ImportField[];
  readonly #pending: Pending;
  readonly #options: RowOptions;
  readonly #taken = new Map<string, Taken[]>();
  /** kind → names that are not in the library, in the order met. */
  readonly missing = new Map<string, Set<string>>();

  constructor(
    columns: readonly ColumnMapping[],
    fields: readonly ImportField[],
    pending: Pending,
    options: RowOptions,
  ) {
    this.#fields = fields;
    this.#pending = pending;
    this.#options = options;
    this.#columns = columns.flatMap(({ index, field }) => {
      const found = fields.find(({ key }) => key === field);
      return found ? [{ index, field: found }] : [];
    });
  }

  /** Undefined for a blank row. */
  plan(cells: readonly string[], row: number, headings: readonly string[]): PlannedRow | undefined {
    if (cells.every((cell) => cell.trim() === '')) return undefined;
    const skipped = this.#isNoPerson(cells, headings);
    if (skipped) return { row, action: 'skip', title: firstText(cells), problems: [], remarks: [skipped] };
    const draft = new RowDraft(row, this.#fields);
    const input = this.#read(cells);
    const title = textOf(input.person, 'name') || firstText(cells);
    const created = this.#resolve(input, draft);
    if (draft.failed) return draft.refused(title);
    return this.#match(input, draft, created) ?? draft.refused(title);
  }

  #isNoPerson(cells: readonly string[], headings: readonly string[]): string | undefined {
    const filled = cells.filter((cell) => cell.trim() !== '');
    const same = headings.filter((heading, index) => heading && plain(heading) === plain(cells[index] ?? '')).length;
    if (same >= 2 && same >= filled.length * 0.6) return '重复的表头，已跳过';
    if (cells.some((cell) => cell.trim() === SAMPLE_MARK)) return '模板里的样例，已跳过';
    const name = this.#columns.find(({ field }) => field.key === 'person.name');
    const text = plain(cells[name?.index ?? -1] ?? '');
    if (/^(?:合计|总计|小计|共计|说明|备注|注|填表人|制表人)/u.test(text || plain(filled[0] ?? '')))
      return '合计或说明行，已跳过';
    return name && !text && new Set(filled).size === 1 ? '只有一段文字，像是小标题或说明，已跳过' : undefined;
  }

  /** Texts of the cells by kind and field; dashes are blanks. */
  #read(cells: readonly string[]): { person: Record<string, unknown>; member: Record<string, unknown> } {
    const input: { person: Record<string, unknown>; member: Record<string, unknown> } = { person: {}, member: {} };
    for (const { index, field } of this.#columns) {
      const text = (cells[index] ?? '').trim();
      if (!text || isDash(text)) continue;
      const into = field.kind === 'person' ? input.person : input.member;
      into[field.name] =
        field.field.type === 'longText' ? text : text.replace(/\s*\n\s*/g, listLike(field) ? '、' : ' ');
    }
    return input;
  }

  /** Puts ids where the row has names. What is to be made by the way comes back. */
  #resolve(input: { member: Record<string, unknown> }, draft: RowDraft): Created[] {
    const { member } = input;
    const created: Created[] = [];
    const termText = textOf(member, 'term');
    if (termText) this.#reference('term', 'term', termText, undefined, member, draft, created);
    else if (this.#options.term) member.term = this.#options.term;
    const term = draft.failed ? undefined : textOf(member, 'term') || undefined;
    if (!term) {
      if (!draft.failed) draft.problem('member.term', '库中还没有届，请先在“届”里建立本届，再导入名册');
      return created;
    }
    for (const field of this.#fields) {
      const text = textOf(member, field.name);
      if (field.kind !== 'member' || field.field.type !== 'reference' || field.name === 'term' || !text) continue;
      this.#reference(field.name, field.field.target ?? '', text, term, member, draft, created);
    }
    return created;
  }

  #reference(
    name: string,
    kind: string,
    text: string,
    term: string | undefined,
    into: Record<string, unknown>,
    draft: RowDraft,
    created: Created[],
  ): void {
    const found = kind === 'member' ? this.#memberByName(text, term) : resolveName(kind, text, term, this.#pending);
    if ('id' in found) into[name] = found.id;
    else if ('problem' in found) draft.problem(`member.${name}`, found.problem);
    else {
      this.#miss(kind, found.create.name);
      const label = KIND_LABELS[kind] ?? '';
      if (!this.#options.createMissing) {
        draft.problem(`member.${name}`, `库中没有${label}“${text}”；可选“表中有而库中没有的一并新建”，或先建好再导入`);
        return;
      }
      const known = created.find((one) => one.kind === kind && one.name === found.create.name);
      const made = known ?? { kind, name: found.create.name, id: this.#pending.newId(), term };
      if (!known) created.push(made);
      into[name] = made.id;
      draft.remark(`新建${label}“${found.create.name}”`);
    }
  }

  #memberByName(text: string, term: string | undefined): ReturnType<typeof resolveName> {
    const found = this.#pending
      .peopleNamed(text)
      .flatMap(({ id }) => this.#pending.seatsOf(id))
      .filter(({ values }) => values.term === term);
    const [only] = found;
    if (found.length === 1 && only) return { id: only.id };
    return {
      problem: found.length > 1 ? `本届有 ${found.length} 名“${text}”，请导入后再选` : `本届委员里没有“${text}”`,
    };
  }

  #miss(kind: string, name: string): void {
    if (!CREATABLE.includes(kind)) return;
    const names = this.missing.get(kind) ?? new Set();
    this.missing.set(kind, names.add(name));
  }

  #match(
    input: { person: Record<string, unknown>; member: Record<string, unknown> },
    draft: RowDraft,
    created: readonly Created[],
  ): PlannedRow | undefined {
    const clean = this.#pending.check('person', input.person);
    if (Object.keys(clean.problems).length > 0) {
      draft.problems('person', clean.problems);
      this.#checkMember({ ...input.member, person: '' }, undefined, draft, created, ['person']);
      return undefined;
    }
    const name = plain(textOf(clean.values, 'name'));
    const term = input.member.term;
    const earlier = this.#taken.get(name) ?? [];
    for (const one of earlier) {
      const remark = `与第 ${one.row} 行同名，按两个人处理`;
      if (compareRows(clean.values, one.values) === 'different') draft.remark(remark);
      else if (one.term === term)
        draft.problem('person.name', `与第 ${one.row} 行重复；如是同名的两个人，请补上出生年月或手机`);
    }
    if (draft.failed) return undefined;
    const hint = { term: String(term ?? ''), ...(input.member.sector ? { sector: String(input.member.sector) } : {}) };
    const match = matchPerson(clean.values, hint, this.#pending);
    if ('unclear' in match) {
      draft.problem('person.name', match.unclear);
      return undefined;
    }
    for (const remark of match.remarks) if (!earlier.length || !('none' in match)) draft.remark(remark);
    const taken = this.#write('same' in match ? match.same : undefined, input, draft, created);
    if (taken)
      this.#taken.set(name, [...earlier, { row: draft.row, values: clean.values, person: taken.person, term }]);
    return taken?.planned;
  }

  /** Checks person and appointment as they would stand and, when both are good, puts them among the pending. */
  #write(
    before: StoredRecord | undefined,
    input: { person: Values; member: Values },
    draft: RowDraft,
    created: readonly Created[],
  ): { planned: PlannedRow; person: string } | undefined {
    const pending = this.#pending;
    const person = pending.check('person', { ...before?.values, ...input.person }, before?.id);
    draft.problems('person', person.problems);
    const id = before?.id ?? pending.newId();
    const seat = pending.seatsOf(id).find(({ values }) => values.term === input.member.term);
    const member = pending.trying('person', id, person.values, () =>
      this.#checkMember({ ...seat?.values, ...input.member, person: id }, seat?.id, draft, created, []),
    );
    if (draft.failed) return undefined;
    draft.warnings(person.warnings, input.person);
    draft.warnings(member.warnings, input.member);
    const title = textOf(person.values, 'name');
    if (before && seat && sameValues(before.values, person.values) && sameValues(seat.values, member.values)) {
      return { planned: draft.done('skip', title, '与库中相同，不需更新'), person: id };
    }
    for (const one of created)
      if (!pending.lookup(one.kind, one.id)) pending.add(one.kind, this.#valuesOf(one), one.id);
    if (!before) pending.add('person', person.values, id);
    else if (!sameValues(before.values, person.values)) pending.update(before, person.values);
    if (!seat) pending.add('member', member.values, pending.newId());
    else if (!sameValues(seat.values, member.values)) pending.update(seat, member.values);
    if (before && !seat) draft.remark('人员已在库中，补登本届任职');
    return { planned: draft.done(before && seat ? 'update' : 'add', title), person: id };
  }

  #valuesOf(one: Created): Values {
    return this.#pending.check(one.kind, valuesOfNew(one.kind, one.name, one.term)).values;
  }

  #checkMember(
    values: Values,
    id: string | undefined,
    draft: RowDraft,
    created: readonly Created[],
    ignored: readonly string[],
  ) {
    const check = (): ReturnType<Pending['check']> => this.#pending.check('member', values, id);
    const checked = created.reduce(
      (work, one) => () => this.#pending.trying(one.kind, one.id, valuesOfNew(one.kind, one.name, one.term), work),
      check,
    )();
    draft.problems(
      'member',
      Object.fromEntries(Object.entries(checked.problems).filter(([field]) => !ignored.includes(field))),
    );
    return checked;
  }
}

interface Created {
  readonly kind: string;
  readonly name: string;
  readonly id: string;
  readonly term: string | undefined;
}

const KIND_LABELS: Readonly<Record<string, string>> = {
  sector: '界别',
  committee: '专委会',
  subdistrictOffice: '街道政协工委',
};

const listLike = ({ field }: ImportField): boolean => field.type === 'choices' || field.type === 'tags';
const firstText = (cells: readonly string[]): string =>
  cells.find((cell) => /\p{L}/u.test(cell))?.slice(0, 20) ?? '（无姓名）';

/** Gathers what is to be said about one row. */
class RowDraft {
  readonly row: number;
  readonly #fields: readonly ImportField[];
  readonly #problems: { field: string; label: string; message: string }[] = [];
  readonly #remarks: string[] = [];

  constructor(row: number, fields: readonly ImportField[]) {
    this.row = row;
    this.#fields = fields;
  }

  get failed(): boolean {
    return this.#problems.length > 0;
  }

  problem(field: string, message: string): void {
    if (this.#problems.some((one) => one.field === field)) return;
    const label = this.#fields.find(({ key }) => key === field)?.label ?? '';
    this.#problems.push({ field, label, message });
  }

  problems(kind: string, problems: Problems): void {
    for (const [path, message] of Object.entries(problems)) this.problem(`${kind}.${path.split('.')[0]}`, message);
  }

  remark(text: string): void {
    if (!this.#remarks.includes(text)) this.#remarks.push(text);
  }

  /** Only about what the row says; a blank that was never there needs no remark for every row. */
  warnings(warnings: Problems, given: Values): void {
    for (const [path, message] of Object.entries(warnings))
      if (given[path.split('.')[0] ?? ''] !== undefined) this.remark(message);
  }

  refused(title: string): PlannedRow {
    return { row: this.row, action: 'refuse', title, problems: this.#problems, remarks: this.#remarks };
  }

  done(action: RowAction, title: string, remark?: string): PlannedRow {
    return { row: this.row, action, title, problems: [], remarks: remark ? [...this.#remarks, remark] : this.#remarks };
  }
}
