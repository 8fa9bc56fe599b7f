import { expect } from 'vitest';
import type { Composed, DocumentMaterial } from '../../../shared/documents/definition.ts';
import { documentOf } from '../../../shared/documents/index.ts';
import type { DocumentModel, DocumentTable } from '../../../shared/documents/model.ts';
import type { StoredRecord, Values } from '../../../shared/records/record.ts';
import { settings } from '../../documents/samples.ts';
import type { Made } from '../sample/sample-library.ts';

export const record = (kind: string, id: string, values: Values): StoredRecord => ({
  kind,
  id,
  values,
  rev: 1,
  createdAt: '2024-01-01T00:00:00.000Z',
  createdBy: '测试',
  updatedAt: '2024-01-01T00:00:00.000Z',
  updatedBy: '测试',
});
export const personOf = (name: string, id: string) => record('person', `p${id}`, { name });
export const memberOf = (id: string, values: Values = {}) =>
  record('member', id, { person: `p${id}`, roles: [], status: '在任', ...values });

export const materialOf = (records: readonly StoredRecord[]): DocumentMaterial => ({
  lookup: (kind, id) => records.find((one) => one.kind === kind && one.id === id),
  list: (kind) => records.filter((one) => one.kind === kind),
  settings,
  today: '2024-02-20',
});
export const sampleMaterial = ({ library }: Made): DocumentMaterial => ({
  lookup: (kind, id) => library.get(kind, id),
  list: (kind) => library.list(kind),
  settings,
  today: '2024-12-06',
});

/** The material with the values of one record changed. */
export function changed(material: DocumentMaterial, of: StoredRecord, values: Values): DocumentMaterial {
  const next = { ...of, values: { ...of.values, ...values } };
  return {
    ...material,
    lookup: (kind, id) => (kind === of.kind && id === of.id ? next : material.lookup(kind, id)),
    list: (kind) => material.list(kind).map((one) => (one.id === of.id ? next : one)),
  };
}

export function compose(id: string, params: Readonly<Record<string, unknown>>, from: DocumentMaterial): Composed {
  const definition = documentOf(id);
  expect(definition, `没有文书 ${id}`).toBeDefined();
  if (!definition) throw new Error(`没有文书 ${id}`);
  return definition.compose(params, from);
}

export const texts = (model: DocumentModel, role: string): string[] =>
  model.blocks.flatMap((block) =>
    block.type === 'paragraph' && block.role === role ? [block.runs.map((run) => run.text).join('')] : [],
  );
export const tablesOf = (model: DocumentModel): DocumentTable[] =>
  model.blocks.flatMap((block) => (block.type === 'table' ? [block] : []));
export const cellText = (cell: DocumentTable['rows'][number][number] | undefined): string =>
  (cell?.runs ?? []).map((run) => run.text).join('');
export const namesIn = (table: DocumentTable | undefined, skip = 0): string[] =>
  (table?.rows ?? [])
    .flatMap((row) => row.slice(skip).map((cell) => cellText(cell).replaceAll('\u3000', '')))
    .filter(Boolean);
export const messages = ({ findings }: Composed): string => findings.map(({ message }) => message).join('\n');

/** The first meeting of a type in the material that fits. */
export function meeting(
  material: DocumentMaterial,
  subtype: string,
  fits: (event: StoredRecord) => boolean = () => true,
): StoredRecord {
  const found = material.list('event').find((event) => event.values.subtype === subtype && fits(event));
  if (!found) throw new Error(`样例里没有${subtype}`);
  return found;
}
