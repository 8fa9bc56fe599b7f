import type { CheckContext, KnownPerson } from '../../../../shared/documents/checks/index.ts';
import type { DocumentBlock, DocumentModel, DocumentTable, ParagraphRole } from '../../../../shared/documents/model.ts';

type Written = readonly [role: ParagraphRole, text: string] | DocumentBlock;

const blockOf = (written: Written): DocumentBlock =>
  'type' in written ? written : { type: 'paragraph', role: written[0], runs: written[1] ? [{ text: written[1] }] : [] };

/** A paper out of its paragraphs, as short as a test wants it. */
export function paper(blocks: readonly Written[], more: Partial<DocumentModel> = {}): DocumentModel {
  return {
    document: 'test',
    title: '测试',
    fileName: '测试',
    page: { orientation: 'portrait', grid: 'official', folio: 'outside' },
    blocks: blocks.map(blockOf),
    ...more,
  };
}

/** A plain table; the first row is its head. */
export const table = (rows: readonly (readonly string[])[], headRows = 1): DocumentTable => ({
  type: 'table',
  columns: (rows[0] ?? ['']).map(() => ({ width: 1 })),
  headRows,
  rows: rows.map((cells) => cells.map((text) => ({ runs: text ? [{ text }] : [] }))),
});

const person = (name: string, serving = true): KnownPerson => ({ name, kind: 'member', id: name, serving });

export const context: CheckContext = {
  settings: {
    fullName: '中国人民政治协商会议示例区委员会',
    shortName: '示例区政协',
    code: '示政协',
    issuer: '政协示例区委员会办公室',
    fonts: {},
    briefingReceivers: [],
  },
  today: '2024-02-28',
  people: [person('丁一'), person('欧阳少东'), person('洪少东'), person('李桂兰'), person('王建国', false)],
};
