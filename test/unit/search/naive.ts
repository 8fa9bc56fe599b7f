import type { RecordKind } from '../../../shared/records/kind.ts';
import type { StoredRecord, Transaction, Values } from '../../../shared/records/record.ts';
import { type Body, type BodyBlock, spansText } from '../../../shared/text/body.ts';
import { searchText } from '../../../shared/text/fold.ts';

/** Kinds for tests: small, with every sort of field the search reads. */
const shared = {
  unit: '条',
  group: '履职',
  purpose: '测试用',
  list: { columns: [], filters: [], sort: [] },
  form: [],
  migrations: [],
} as const;

export const person: RecordKind = {
  ...shared,
  id: 'person',
  label: '人员',
  fields: {
    name: { type: 'text', label: '姓名' },
    sector: { type: 'reference', label: '界别', target: 'sector' },
  },
  title: (values) => String(values.name ?? ''),
  search: { names: ['name'], sector: 'sector' },
};

export const sector: RecordKind = {
  ...shared,
  id: 'sector',
  label: '界别',
  fields: { name: { type: 'text', label: '名称' } },
  title: (values) => String(values.name ?? ''),
  search: {},
};

export const note: RecordKind = {
  ...shared,
  id: 'note',
  label: '资料',
  fields: {
    title: { type: 'text', label: '题目' },
    tags: { type: 'tags', label: '标签' },
    summary: { type: 'longText', label: '摘要' },
    body: { type: 'body', label: '正文' },
    author: { type: 'reference', label: '作者', target: 'person' },
    readers: { type: 'references', label: '读者', target: 'person' },
    rows: {
      type: 'rows',
      label: '出席',
      row: {
        member: { type: 'reference', label: '委员', target: 'person' },
        remark: { type: 'text', label: '备注' },
        secret: { type: 'text', label: '不检索', unsearched: true },
        count: { type: 'integer', label: '人数' },
      },
    },
    code: { type: 'text', label: '编号', unsearched: true },
    date: { type: 'date', label: '日期' },
  },
  title: (values) => String(values.title ?? ''),
  subtitle: (values, lookup) => String(lookup('person', String(values.author ?? ''))?.values.name ?? ''),
  search: { year: 'date', names: ['rows.member'], sector: 'author' },
};

const kinds = new Map([person, sector, note].map((kind) => [kind.id, kind]));
export const testKind = (id: string): RecordKind | undefined => kinds.get(id);

/** The library of a test: the plainest thing that could be searched. */
export class NaiveLibrary {
  readonly records = new Map<string, StoredRecord>();
  private seq = 0;

  readonly lookup = (kind: string, id: string): StoredRecord | undefined => this.records.get(`${kind}/${id}`);

  put(kind: string, id: string, values: Values): Transaction {
    const before = this.lookup(kind, id);
    const record: StoredRecord = {
      id,
      kind,
      rev: (before?.rev ?? 0) + 1,
      createdAt: '2024-01-01T00:00:00.000Z',
      createdBy: '测试',
      updatedAt: '2024-01-01T00:00:00.000Z',
      updatedBy: '测试',
      values,
    };
    return this.commit({ added: before ? [] : [record], updated: before ? [[before, record]] : [], removed: [] });
  }

  remove(kind: string, id: string): Transaction {
    const before = this.lookup(kind, id);
    return this.commit({ added: [], updated: [], removed: before ? [before] : [] });
  }

  undo({ diff }: Transaction): Transaction {
    return this.commit({
      added: diff.removed,
      updated: diff.updated.map(([before, after]) => [after, before] as const),
      removed: diff.added,
    });
  }

  private commit(diff: Transaction['diff']): Transaction {
    for (const record of diff.removed) this.records.delete(`${record.kind}/${record.id}`);
    for (const record of [...diff.added, ...diff.updated.map(([, after]) => after)]) {
      this.records.set(`${record.kind}/${record.id}`, record);
    }
    this.seq += 1;
    return {
      seq: this.seq,
      at: '2024-01-01T00:00:00.000Z',
      who: '测试',
      machine: '测试',
      label: '改',
      origin: 'edit',
      diff,
    };
  }

  /** Pieces of text of a record, written down field by field: on purpose not by the code under test. */
  pieces(record: StoredRecord): string[] {
    const { values } = record;
    const name = (id: unknown): string => String(this.lookup('person', String(id))?.values.name ?? '');
    if (record.kind === 'sector') return [String(values.name ?? '')];
    if (record.kind === 'person') {
      return [String(values.name ?? ''), String(this.lookup('sector', String(values.sector))?.values.name ?? '')];
    }
    const rows = (values.rows ?? []) as readonly Readonly<Record<string, unknown>>[];
    return [
      String(values.title ?? ''),
      ...((values.tags ?? []) as string[]),
      String(values.summary ?? ''),
      ...((values.body as Body | undefined)?.blocks ?? []).flatMap(blockPieces),
      name(values.author),
      ...((values.readers ?? []) as string[]).map(name),
      ...rows.flatMap((row) => [name(row.member), String(row.remark ?? '')]),
    ];
  }

  /** How often a term stands in a record, also where it overlaps itself. */
  occurrences(kind: string, id: string, term: string): number {
    const wanted = searchText(term);
    const record = this.lookup(kind, id);
    let count = 0;
    for (const piece of record ? this.pieces(record).map(searchText) : []) {
      for (let at = 0; at < piece.length; at += 1) if (piece.startsWith(wanted, at)) count += 1;
    }
    return count;
  }

  /** Keys of the records that contain every term and none of the others. */
  contains(terms: readonly string[], without: readonly string[] = []): string[] {
    const found: string[] = [];
    for (const [key, record] of this.records) {
      const pieces = this.pieces(record).map(searchText);
      const has = (term: string): boolean => pieces.some((piece) => piece.includes(searchText(term)));
      if (terms.every(has) && !without.some(has)) found.push(key);
    }
    return found.sort();
  }
}

function blockPieces(block: BodyBlock): string[] {
  if (block.type === 'figure') return [block.caption ?? ''];
  const runs =
    block.type === 'list'
      ? block.items
      : block.type === 'table'
        ? block.rows.flat().map((cell) => cell.text)
        : [block.text];
  return [...runs.map(spansText), ...runs.flat().flatMap((span) => (span.note ? [span.note] : []))];
}
