import {
  compileConditions,
  compileRow,
  parsePath,
  type ReadingWorld,
  valuesOnPath,
} from '../records/conditions/index.ts';
import { rowsOf } from '../records/read-value.ts';
import type { StoredRecord } from '../records/record.ts';
import { kindOf } from '../records/registry.ts';
import type { Joint, Who } from './scheme.ts';

/** A subject as a record names it. */
export interface Mention {
  /** Undefined: an author who stands there in words only (姓名（非委员）). Takes a share of a joint paper, gets no points. */
  readonly subject: string | undefined;
  /** The record with only the row that names the subject: conditions and numbers are read from that row. */
  readonly view: StoredRecord;
  readonly first: boolean;
}

/** The rows field a path begins in; undefined for a plain field. */
export function rowsFieldOf(kind: string, path: string): string | undefined {
  const [name = ''] = path.split('.');
  const fields = kindOf(kind)?.fields;
  return fields && Object.hasOwn(fields, name) && fields[name]?.type === 'rows' ? name : undefined;
}

/**
 * Reads who is named, in the order of `whos`, first authors before the others.
 * @param valuePath where the record itself is the subject, the rows `where` asks of (evaluations.score)
 */
export function compileMentions(
  kind: string,
  whos: readonly Who[],
  world: ReadingWorld,
  valuePath = '',
): (record: StoredRecord) => readonly Mention[] {
  const readers = whos.map((who) => compileWho(kind, who, world, valuePath));
  return (record) => {
    const found = readers.flatMap((read) => read(record));
    return [...found.filter(({ first }) => first), ...found.filter(({ first }) => !first)];
  };
}

function compileWho(kind: string, who: Who, world: ReadingWorld, valuePath: string) {
  const rows = rowsFieldOf(kind, who.field || valuePath);
  const first = who.first === true;
  const isNamed = compileNames(who, world);
  const subjectsIn = (record: StoredRecord, view: StoredRecord): readonly string[] =>
    who.field === ''
      ? [record.id]
      : valuesOnPath(view, who.field, world).filter((id): id is string => typeof id === 'string');
  if (rows === undefined) {
    const passes = compileConditions(kind, who.where ?? [], world);
    return (record: StoredRecord): Mention[] =>
      passes(record)
        ? subjectsIn(record, record)
            .filter((subject) => isNamed(record, subject))
            .map((subject) => ({ subject, view: record, first }))
        : [];
  }
  const passes = compileRow(who.where ?? [], kind, rows, world);
  return (record: StoredRecord): Mention[] =>
    rowsOf(record.values, rows)
      .filter(passes)
      .flatMap((row): Mention[] => {
        const view = { ...record, values: { ...record.values, [rows]: [row] } };
        const subjects = subjectsIn(record, view);
        if (subjects.length === 0) return [{ subject: undefined, view, first }];
        return subjects.filter((subject) => isNamed(record, subject)).map((subject) => ({ subject, view, first }));
      });
}

function compileNames({ field, nameIn }: Who, { lookup }: ReadingWorld) {
  return (record: StoredRecord, subject: string): boolean => {
    if (nameIn === undefined) return true;
    const target = parsePath(record.kind, field)?.at(-1)?.field.target;
    const own = target === undefined ? undefined : lookup(target, subject);
    const [name] = own ? valuesOnPath(own, 'person.name', { lookup }) : [];
    return name !== undefined && valuesOnPath(record, nameIn, { lookup }).includes(name);
  };
}

/** A subject of a record once, with every row that names it and its share of a joint paper. */
export interface Author {
  readonly subject: string;
  readonly views: readonly StoredRecord[];
  readonly factor: number;
  /** 第一作者、联名; undefined where the paper has one author only. */
  readonly note: string | undefined;
}

/**
 * Every subject once. With `joint`, authors in their order take their factor: the first one `first`, the others
 * `others`; a sole author all of it, unless he is not the first author by `who`. `most` leaves out those behind.
 */
export function authorsOf(
  mentions: readonly Mention[],
  joint: Joint | undefined,
  hasFirst: boolean,
): readonly Author[] {
  const views = new Map<string, StoredRecord[]>();
  const order: { readonly subject: string | undefined; readonly first: boolean }[] = [];
  for (const { subject, view, first } of mentions) {
    const known = subject === undefined ? undefined : views.get(subject);
    if (known) known.push(view);
    else {
      if (subject !== undefined) views.set(subject, [view]);
      order.push({ subject, first: hasFirst ? first : order.length === 0 });
    }
  }
  const counting = order.slice(0, joint?.most ?? order.length);
  const others = counting.filter(({ first }) => !first).length;
  return counting.flatMap(({ subject, first }): Author[] => {
    if (subject === undefined) return [];
    const own = views.get(subject) ?? [];
    if (!joint || (counting.length === 1 && first)) return [{ subject, views: own, factor: 1, note: undefined }];
    const rest = joint.others === 'split' ? (1 - joint.first) / Math.max(1, others) : joint.others;
    return [{ subject, views: own, factor: first ? joint.first : rest, note: first ? '第一作者' : '联名' }];
  });
}
