import { afterAll, beforeAll } from 'vitest';
import { Counting } from '../../../electron/counting/index.ts';
import type { DocumentMaterial } from '../../../shared/documents/definition.ts';
import { membersDocuments } from '../../../shared/documents/definitions/members/index.ts';
import { memberRoster } from '../../../shared/documents/member-roster.ts';
import type { DocumentModel, DocumentTable } from '../../../shared/documents/model.ts';
import { yearPeriod } from '../../../shared/figures/figure-result.ts';
import type { StoredRecord, Values } from '../../../shared/records/record.ts';
import { membersSamples } from '../../documents/areas/members.ts';
import { settings } from '../../documents/samples.ts';
import { type Made, makeSample } from '../sample/sample-library.ts';

/** Members' papers out of the sample library, with what their tests read off them; opened anew for each file of tests. */
export const TODAY = '2024-12-31';
let made: Made;
export let material: DocumentMaterial;
beforeAll(async () => {
  made = await makeSample(new Date('2024-12-06T01:30:00Z'));
  const { library } = made;
  const counting = new Counting(library, () => TODAY);
  material = {
    lookup: (kind, id) => library.get(kind, id),
    list: (kind) => library.list(kind),
    settings,
    today: TODAY,
    schemes: counting.schemes,
    scores: (scheme, year) => counting.scores(scheme, year),
    figure: (id, period) => counting.figures.result(id, period),
    nextNumber: (_, year) => `示政协办〔${year}〕7号`,
  };
  most = String(Object.values(membersSamples.serviceArchive?.(material) ?? {})[0]?.member);
});
afterAll(() => made.remove());

export const definitionOf = (id: string) => {
  const found = [...membersDocuments, memberRoster].find((one) => one.id === id);
  if (!found) throw new Error(`没有 ${id}`);
  return found;
};
export const compose = (id: string, params: Readonly<Record<string, unknown>> = {}, from = material) =>
  definitionOf(id).compose(params, from);

export const tables = (model: DocumentModel): DocumentTable[] => model.blocks.filter((block) => block.type === 'table');
export const rowsOf = (table: DocumentTable | undefined): string[][] =>
  (table?.rows ?? []).map((row) => row.map((cell) => cell.runs.map((run) => run.text).join('')));
export const texts = (model: DocumentModel, role?: string): string[] =>
  model.blocks.flatMap((block) =>
    block.type === 'paragraph' && (role === undefined || block.role === role)
      ? [block.runs.map((run) => run.text).join('')]
      : [],
  );
export const figure = (id: string, period = yearPeriod(2024)) => material.figure?.(id, period)?.value;
let most: string;
export const busiest = (): string => most;

/** The sample with records changed or added. */
export function withRecords(change: readonly StoredRecord[]): DocumentMaterial {
  const keys = new Map(change.map((record) => [`${record.kind}/${record.id}`, record]));
  const lookup: DocumentMaterial['lookup'] = (kind, id) => keys.get(`${kind}/${id}`) ?? material.lookup(kind, id);
  const lists = new Map<string, readonly StoredRecord[]>();
  const list: DocumentMaterial['list'] = (kind) => {
    const known = lists.get(kind);
    if (known) return known;
    const own = material.list(kind).map((record) => keys.get(`${kind}/${record.id}`) ?? record);
    const added = change.filter((record) => record.kind === kind && !material.lookup(kind, record.id));
    lists.set(kind, [...own, ...added]);
    return [...own, ...added];
  };
  return { ...material, lookup, list };
}

export const record = (kind: string, id: string, values: Values): StoredRecord => ({
  id,
  kind,
  rev: 1,
  createdAt: '2024-01-01T00:00:00.000Z',
  createdBy: '测试',
  updatedAt: '2024-01-01T00:00:00.000Z',
  updatedBy: '测试',
  values,
});

export const changed = (kind: string, id: string, values: Values): StoredRecord => {
  const before = material.lookup(kind, id);
  if (!before) throw new Error(`没有 ${kind} ${id}`);
  return { ...before, values: { ...before.values, ...values } };
};
