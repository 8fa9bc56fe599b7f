import { DocumentError, type DocumentMaterial } from '../../../shared/documents/definition.ts';
import { documentOf } from '../../../shared/documents/index.ts';
import type { DocumentModel, DocumentTable, Finding, Run, Source } from '../../../shared/documents/model.ts';
import { checkModel } from '../../../shared/documents/schema.ts';
import { defaultFigures } from '../../../shared/figures/definitions/index.ts';
import { FigureEngine } from '../../../shared/figures/engine.ts';
import { LiveWorld } from '../../../shared/records/conditions/index.ts';
import type { StoredRecord, Values } from '../../../shared/records/record.ts';
import { ScoreEngine } from '../../../shared/scoring/engine.ts';
import { defaultSchemes, schemeFor } from '../../../shared/scoring/schemes/index.ts';
import { settings } from '../../documents/samples.ts';

/** What papers are made of when the library holds exactly these records: real figures, real points. */
export function materialWith(records: readonly StoredRecord[], today = '2024-12-06'): DocumentMaterial {
  const byKey = new Map(records.map((record) => [`${record.kind}/${record.id}`, record]));
  const byKind = new Map<string, StoredRecord[]>();
  for (const record of records) byKind.set(record.kind, [...(byKind.get(record.kind) ?? []), record]);
  const list = (kind: string) => byKind.get(kind) ?? [];
  const lookup = (kind: string, id: string) => byKey.get(`${kind}/${id}`);
  const world = new LiveWorld({ list, lookup });
  const figures = new FigureEngine(defaultFigures, world);
  return {
    list,
    lookup,
    settings,
    today,
    schemes: defaultSchemes,
    scores: (id, year) => {
      const scheme = schemeFor(defaultSchemes, id, year);
      return scheme && new ScoreEngine(scheme, year, world, today);
    },
    figure: (id, period) => figures.result(id, period),
  };
}

const KINDS =
  'term session sector committee community subdistrictOffice partyBranch person member organisation project campaign ' +
  'planItem event opinion bulletin topic suggestion researchReport livelihoodItem venue contribution proposal speech ' +
  'officialDocument scoreEntry';

/** Everything of the library, to be changed here and there. */
export const allOf = (list: (kind: string) => readonly StoredRecord[]): readonly StoredRecord[] =>
  KINDS.split(' ').flatMap((kind) => [...list(kind)]);

/** The same records with some values of one of them changed; undefined takes a value away. */
export const withValues = (records: readonly StoredRecord[], id: string, values: Values): readonly StoredRecord[] =>
  records.map((record) => (record.id === id ? { ...record, values: { ...record.values, ...values } } : record));

export const recordOf = (kind: string, id: string, values: Values): StoredRecord => ({
  id,
  kind,
  rev: 1,
  createdAt: '2024-01-01T00:00:00.000Z',
  createdBy: '测试',
  updatedAt: '2024-01-01T00:00:00.000Z',
  updatedBy: '测试',
  values,
});

/** Composes and makes sure that what comes out is a document that can be written. */
export function composed(id: string, params: Readonly<Record<string, unknown>>, material: DocumentMaterial) {
  const definition = documentOf(id);
  if (!definition) throw new Error(`没有文书 ${id}`);
  const { model, findings } = definition.compose(params, material);
  checkModel(JSON.parse(JSON.stringify(model)));
  return { model, findings };
}

/** The refusal of a document; the test fails when it composes, or breaks in another way. */
export function refusal(
  id: string,
  params: Readonly<Record<string, unknown>>,
  material: DocumentMaterial,
): DocumentError {
  try {
    composed(id, params, material);
  } catch (error) {
    if (error instanceof DocumentError) return error;
    throw error;
  }
  throw new Error('没有拒绝');
}

export const wordsOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** Paragraphs, of one role or of all. */
export const textsOf = ({ blocks }: DocumentModel, role?: string): string[] =>
  blocks.flatMap((block) =>
    block.type === 'paragraph' && (role === undefined || block.role === role) ? [wordsOf(block.runs)] : [],
  );

export function tableOf({ blocks }: DocumentModel, which = 0): DocumentTable {
  const table = blocks.filter((block) => block.type === 'table')[which];
  if (table?.type !== 'table') throw new Error(`没有第${which + 1}张表`);
  return table;
}

/** Cells of the body of a table, without group rows. */
export const rowsIn = (table: DocumentTable): string[][] =>
  table.rows
    .slice(table.headRows)
    .filter((row) => row.length > 1)
    .map((row) => row.map(({ runs }) => wordsOf(runs)));

/** Text of every run that shows a figure, by code. */
export function figuresIn({ blocks }: DocumentModel): Readonly<Record<string, string>> {
  const runs = blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [...block.runs];
    return block.type === 'table' ? block.rows.flatMap((row) => row.flatMap(({ runs: own }) => [...own])) : [];
  });
  return Object.fromEntries(runs.flatMap(({ text, source }) => (source?.figure ? [[source.figure, text]] : [])));
}

export const told = (findings: readonly Finding[], severity: Finding['severity'], words: string): Finding | undefined =>
  findings.find((finding) => finding.severity === severity && finding.message.includes(words));

/** Ids of the records the cells of one column were made from. */
export const sourcesOf = (table: DocumentTable, column = 0): (Source | undefined)[] =>
  table.rows
    .slice(table.headRows)
    .filter((row) => row.length > 1)
    .map((row) => row[column]?.source);
