import type { FigureDefinition, FigureQuery, Measure } from '../../../shared/figures/definition.ts';
import type { Condition, FieldCondition } from '../../../shared/records/conditions/condition.ts';
import { compileRow, fieldOnPath, LiveWorld } from '../../../shared/records/conditions/index.ts';
import type { StoredRecord, Values } from '../../../shared/records/record.ts';
import { kindOf } from '../../../shared/records/registry.ts';
import { type Shelf, YEAR } from './figure-fixtures.ts';

/** What to put where; undefined removes. */
export type Edit = readonly [kind: string, id: string, values: Values | undefined];

/** One condition of a definition, by itself. */
export interface Atom {
  readonly words: string;
  /** The definition without it, and with its opposite. */
  readonly dropped: FigureDefinition;
  readonly negated: FigureDefinition;
  /** A near miss: edits after which the record fails this condition and no other. */
  readonly broken: (shelf: Shelf, record: StoredRecord) => readonly Edit[];
}

type Rebuild = (conditions: readonly Condition[]) => FigureDefinition;
type Break = (shelf: Shelf, record: StoredRecord, edit: (target: StoredRecord) => readonly Edit[]) => readonly Edit[];

/** The conditions of a definition one by one, those on rows, on what points here and in what is measured included. */
export function atomsOf(definition: FigureDefinition): readonly Atom[] {
  const { query } = definition;
  const withQuery = (more: Partial<FigureQuery>): FigureDefinition => ({ ...definition, query: { ...query, ...more } });
  const withMeasure = (measure: Measure) => withQuery({ measure });
  const itself: Break = (_shelf, record, edit) => edit(record);
  const { measure } = query;
  const own = atoms(query.where, (where) => withQuery({ where }), itself);
  if (measure.type === 'share')
    return [...own, ...atoms(measure.met, (met) => withMeasure({ ...measure, met }), itself)];
  if (measure.type === 'distinct') {
    const targets: Break = (shelf, record, edit) => through(shelf, record, measure.field, edit);
    return [...own, ...atoms(measure.where ?? [], (where) => withMeasure({ ...measure, where }), targets)];
  }
  if (measure.type === 'rows') {
    const row: Condition = { type: 'row', field: measure.field, where: measure.where };
    const inner = rowAtoms(row, (where) => withMeasure({ ...measure, where }), itself);
    return [...own, ...inner];
  }
  return own;
}

function atoms(conditions: readonly Condition[], rebuild: Rebuild, at: Break): Atom[] {
  return conditions.flatMap((one, index) => {
    const put = (next: Condition | undefined) =>
      rebuild(conditions.flatMap((other, place) => (place === index ? (next ? [next] : []) : [other])));
    const whole: Atom = {
      words: JSON.stringify(one),
      dropped: put(undefined),
      negated: put({ ...one, not: !one.not }),
      broken: (shelf, record) => at(shelf, record, (target) => broken(shelf, target, one)),
    };
    return [whole, ...innerAtoms(one, put, at)];
  });
}

function innerAtoms(condition: Condition, put: (next: Condition) => FigureDefinition, at: Break): Atom[] {
  if (condition.type === 'row') return rowAtoms(condition, (where) => put({ ...condition, where }), at);
  if (condition.type === 'pointed') {
    const pointing: Break = (shelf, record, edit) => pointers(shelf, record, condition).flatMap(edit);
    return atoms(condition.where ?? [], (where) => put({ ...condition, where }), pointing);
  }
  if (condition.type !== 'either') return [];
  return condition.of.map((branch, index) => {
    const others = condition.of.filter((_, place) => place !== index);
    const replaced = condition.of.map((other, place) => (place === index ? { ...branch, not: !branch.not } : other));
    return {
      words: `或者 ${JSON.stringify(branch)}`,
      dropped: put({ ...condition, of: others }),
      negated: put({ ...condition, of: replaced }),
      // The record stands by this branch alone.
      broken: (shelf, record) =>
        at(shelf, record, (target) =>
          inTurn(shelf, target, [
            ...others.map((other) => (left: Shelf, one: StoredRecord) => broken(left, one, other)),
            (left, one) => satisfied(left, one, branch),
          ]),
        ),
    };
  });
}

function rowAtoms(
  row: Extract<Condition, { type: 'row' }>,
  rebuild: (where: readonly FieldCondition[]) => FigureDefinition,
  at: Break,
): Atom[] {
  return row.where.map((inner, index) => ({
    words: `${row.field} ${JSON.stringify(inner)}`,
    dropped: rebuild(row.where.filter((_, place) => place !== index)),
    negated: rebuild(row.where.map((other, place) => (place === index ? { ...other, not: !other.not } : other))),
    broken: (shelf, record) => at(shelf, record, (target) => [withRows(shelf, target, row, inner)]),
  }));
}

const asRecord = ([kind, id, values]: Edit): StoredRecord => ({
  ...{ id, kind, rev: 1, createdAt: '', createdBy: '', updatedAt: '', updatedBy: '' },
  values: values ?? {},
});
const isOf = ([kind, id]: Edit, record: StoredRecord): boolean => kind === record.kind && id === record.id;

/** Edits made one after the other, each on what the ones before left. */
function inTurn(
  shelf: Shelf,
  record: StoredRecord,
  steps: readonly ((shelf: Shelf, record: StoredRecord) => readonly Edit[])[],
): readonly Edit[] {
  const left = shelf.copy();
  const all: Edit[] = [];
  for (const step of steps) {
    for (const edit of step(left, left.lookup(record.kind, record.id) ?? record)) {
      left.put(...edit);
      all.push(edit);
    }
  }
  return all;
}

function broken(shelf: Shelf, record: StoredRecord, condition: Condition): readonly Edit[] {
  switch (condition.type) {
    case 'row':
      return [[record.kind, record.id, { ...record.values, [condition.field]: undefined }]];
    case 'pointed':
      return pointers(shelf, record, condition).map((other) => [
        other.kind,
        other.id,
        { ...other.values, [condition.field]: undefined },
      ]);
    case 'rule':
      return breakRule(shelf, record, condition.rule);
    case 'either':
      return inTurn(
        shelf,
        record,
        condition.of.map((one) => (left: Shelf, target: StoredRecord) => broken(left, target, one)),
      );
    default:
      return setPath(shelf, record, condition.field, failing(condition));
  }
}

function satisfied(shelf: Shelf, record: StoredRecord, condition: Condition): readonly Edit[] {
  if (!('field' in condition) || condition.type === 'row' || condition.type === 'pointed') {
    throw new Error(`no way to fulfil ${condition.type}`);
  }
  return setPath(shelf, record, condition.field, passing(condition, record.kind));
}

const OTHER = '无关的';

function failing({ type, values, text, not }: FieldCondition): unknown {
  if (type === 'any') return not ? values?.[0] : values?.includes(true) ? undefined : OTHER;
  if (type === 'contains') return not ? text : OTHER;
  if (type === 'filled') return undefined;
  throw new Error(`no way to break ${type}`);
}

function passing({ type, field, values, text, not }: FieldCondition, kind: string): unknown {
  if (type === 'any') return not ? OTHER : values?.[0];
  if (type === 'contains') return text;
  const found = fieldOnPath(kind, field)?.type;
  return found === 'date' ? `${YEAR + 1}-06-01` : OTHER;
}

/** Sets a value; on the way through references the records in between are copied, so that nobody else is touched. */
function setPath(shelf: Shelf, record: StoredRecord, path: string, value: unknown): readonly Edit[] {
  const [head = '', ...rest] = path.split('.');
  if (rest.length === 0) return [[record.kind, record.id, { ...record.values, [head]: value }]];
  return through(shelf, record, head, (target) => setPath(shelf, target, rest.join('.'), value));
}

/** Edits copies of what a reference points at (a new record where it is blank), and points it at those. */
function through(
  shelf: Shelf,
  record: StoredRecord,
  field: string,
  edit: (target: StoredRecord) => readonly Edit[],
): readonly Edit[] {
  const own = kindOf(record.kind)?.fields[field];
  const target = own?.target ?? '';
  const value = record.values[field];
  const ids: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  const targets = ids.flatMap((id) => shelf.lookup(target, String(id)) ?? []);
  const blank: StoredRecord = asRecord([target, `new for ${record.id}`, {}]);
  const copies = (targets.length > 0 ? targets : [blank]).map((one) => ({ ...one, id: `${one.id} copy` }));
  const next = copies.map(({ id }) => id);
  return [
    ...copies.flatMap(edit),
    [record.kind, record.id, { ...record.values, [field]: own?.type === 'references' ? next : next[0] }],
  ];
}

function withRows(
  shelf: Shelf,
  record: StoredRecord,
  { field, where }: Extract<Condition, { type: 'row' }>,
  inner: FieldCondition,
): Edit {
  const world = new LiveWorld({ list: shelf.list, lookup: shelf.lookup });
  const fits = compileRow(where, record.kind, field, world);
  const value = record.values[field];
  const rows: readonly Values[] = Array.isArray(value) ? value : [];
  const next = rows.map((row) => (fits(row) ? { ...row, [inner.field]: failing(inner) } : row));
  return [record.kind, record.id, { ...record.values, [field]: next }];
}

function pointers(
  shelf: Shelf,
  record: StoredRecord,
  { kind, field }: Extract<Condition, { type: 'pointed' }>,
): readonly StoredRecord[] {
  return shelf.list(kind).filter(({ values }) => values[field] === record.id);
}

/** Rules take more than a field: what each of them looks at. */
function breakRule(shelf: Shelf, record: StoredRecord, rule: string): readonly Edit[] {
  const put = (more: Values): Edit => [record.kind, record.id, { ...record.values, ...more }];
  switch (rule) {
    case 'proposal.filed':
      return [put({ state: '不予立案' })];
    case 'proposal.answeredInTime':
      return [put({ replies: undefined })];
    case 'proposal.heard':
      return [put({ feedback: undefined })];
    case 'proposal.satisfied': {
      const { feedback } = record.values;
      const rows: readonly Values[] = Array.isArray(feedback) ? feedback : [];
      return [put({ feedback: rows.map((row) => ({ ...row, result: '不满意' })) })];
    }
    case 'street.roomsEverywhere': {
      const [first] = shelf.list('community').filter(({ values }) => values.subdistrictOffice === record.id);
      return shelf
        .list('venue')
        .filter(({ values }) => values.community === first?.id)
        .map(({ kind, id, values }) => [kind, id, { ...values, state: '停用' }]);
    }
    default:
      throw new Error(`no way to break the rule ${rule}`);
  }
}

/** The same record in another year: its own day, or that of the meeting it goes back to. */
export function movedTo(
  shelf: Shelf,
  record: StoredRecord,
  { query }: FigureDefinition,
  year: number,
): readonly Edit[] {
  const { when } = query;
  const paths = when.type === 'day' ? [when.field, when.day] : [when.from];
  let moved: readonly Edit[] = [];
  for (const path of paths) {
    if (path === undefined) continue;
    const own = moved.find((edit) => isOf(edit, record));
    const edits = moveAlong(shelf, own ? asRecord(own) : record, path.split('.'), year);
    moved = [...moved.filter((edit) => !edits.some(([kind, id]) => kind === edit[0] && id === edit[1])), ...edits];
  }
  return moved;
}

function moveAlong(shelf: Shelf, record: StoredRecord, path: readonly string[], year: number): readonly Edit[] {
  const [head = '', ...rest] = path;
  const value = record.values[head];
  if (value === undefined) return [];
  if (rest.length > 0) {
    const target = shelf.lookup(kindOf(record.kind)?.fields[head]?.target ?? '', String(value));
    return target ? moveAlong(shelf, target, rest, year) : [];
  }
  const next = typeof value === 'number' ? year : `${year}${String(value).slice(4)}`;
  return [[record.kind, record.id, { ...record.values, [head]: next }]];
}
