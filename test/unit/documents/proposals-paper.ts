import { officeSettings } from '../../../electron/api/settings.ts';
import { Counting } from '../../../electron/counting/index.ts';
import type { Composed, DocumentMaterial, OfficeSettings } from '../../../shared/documents/definition.ts';
import { documentOf } from '../../../shared/documents/index.ts';
import type { DocumentModel, DocumentTable } from '../../../shared/documents/model.ts';
import { checkModel } from '../../../shared/documents/schema.ts';
import type { StoredRecord, Values } from '../../../shared/records/record.ts';
import { makeSample } from '../sample/sample-library.ts';

/** Reading papers in tests, and what they are made of. */

export const TODAY = '2024-12-06';

export interface SampleMaterial {
  readonly material: DocumentMaterial;
  readonly remove: () => Promise<void>;
}

/** The sample library as the office process gives it to composers. */
export async function sampleMaterial(): Promise<SampleMaterial> {
  const { library, remove } = await makeSample(new Date('2024-12-06T01:30:00Z'));
  const counting = new Counting(library, () => TODAY);
  const material: DocumentMaterial = {
    lookup: (kind, id) => library.get(kind, id),
    list: (kind) => library.list(kind),
    settings: officeSettings(library),
    today: TODAY,
    figure: (id, period) => counting.figures.result(id, period),
    nextNumber: (series, year) => (series === 'proposal' ? `示政提〔${year}〕7号` : `示政协纪〔${year}〕39号`),
  };
  return { material, remove };
}

const SETTINGS: OfficeSettings = {
  fullName: '中国人民政治协商会议示例区委员会',
  shortName: '示例区政协',
  code: '示政协',
  issuer: '政协示例区委员会办公室',
  fonts: {},
  briefingReceivers: [],
};

/** A library of a few records written down in the test: [kind, id, values]. */
export function handMade(records: readonly (readonly [string, string, Values])[], today = TODAY): DocumentMaterial {
  const all = records.map(
    ([kind, id, values], index): StoredRecord => ({
      id,
      kind,
      rev: 1,
      createdAt: `2024-01-01T00:00:${String(index).padStart(2, '0')}.000Z`,
      createdBy: '测试',
      updatedAt: '2024-01-01T00:00:00.000Z',
      updatedBy: '测试',
      values,
    }),
  );
  return {
    lookup: (kind, id) => all.find((record) => record.kind === kind && record.id === id),
    list: (kind) => all.filter((record) => record.kind === kind),
    settings: SETTINGS,
    today,
  };
}

/** Composes and checks that the model may come back over the contract. */
export function paper(id: string, params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const definition = documentOf(id);
  if (!definition) throw new Error(`没有文书${id}`);
  const composed = definition.compose(params, material);
  checkModel(composed.model);
  return composed;
}

export const textsOf = (model: DocumentModel, role: string): string[] =>
  model.blocks.flatMap((block) =>
    block.type === 'paragraph' && block.role === role ? [block.runs.map((run) => run.text).join('')] : [],
  );

export const tablesOf = (model: DocumentModel): DocumentTable[] =>
  model.blocks.flatMap((block) => (block.type === 'table' ? [block] : []));

/** Texts of the cells, row by row. */
export const cellsOf = (table: DocumentTable | undefined): string[][] =>
  (table?.rows ?? []).map((row) => row.map((cell) => cell.runs.map((run) => run.text).join('')));

export const wholeText = (model: DocumentModel): string =>
  model.blocks
    .map((block) =>
      block.type === 'paragraph'
        ? block.runs.map((run) => run.text).join('')
        : block.type === 'table'
          ? cellsOf(block).flat().join('\n')
          : '',
    )
    .join('\n');

export const messagesOf = ({ findings }: Composed): string[] => findings.map(({ message }) => message);
