import { numberOf, targetOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord } from '../../../records/record.ts';
import type { Composed, DocumentDefinition, DocumentMaterial } from '../../definition.ts';
import type { DocumentCell, DocumentModel, DocumentTable } from '../../model.ts';
import { characterFindings } from '../../rare-characters.ts';
import * as say from '../../wording.ts';
import { bookChapters } from './book-chapters.ts';
import { chapterBlocks } from './chapter-blocks.ts';

/** 单篇送审稿: one chapter in large type with room between the lines, and a sheet for what its readers say. */
export const chapterProof: DocumentDefinition = {
  id: 'chapterProof',
  label: '单篇送审稿',
  group: '书稿',
  layout: 'plain',
  description: '书稿里的一篇，大字宽行印在A4纸上送审，附审读意见表。',
  aliases: ['送审稿', '作者核对稿', '审读'],
  parameters: [{ name: 'chapter', label: '篇目', type: 'reference', targets: ['chapter'], required: true }],
  compose,
};

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const chapter = say.recordParam(params, 'chapter', '篇目', ['chapter'], material);
  const { values } = chapter;
  const title = textOf(values, 'title').trim() || '未命名的篇目';
  const book = textOf(targetOf(values, 'book', 'book', material.lookup), 'title').trim();
  const number = placeOf(chapter, material);
  const { blocks, findings } = chapterBlocks(chapter, number);
  const model: DocumentModel = {
    document: 'chapterProof',
    title,
    fileName: `${title}（送审稿，${say.chineseDay(material.today)}）`,
    page: {
      orientation: 'portrait',
      grid: 'official',
      folio: 'outside',
      runningHead: { even: `${book || '书稿'}\u3000送审稿`, odd: title },
    },
    blocks: [
      ...blocks.filter((block, index) => index > 0 || block.type !== 'paragraph'),
      { type: 'pageBreak' },
      say.paragraph('formTitle', '审读意见表'),
      say.blank(),
      opinionTable([
        ['书稿', book, 'book'],
        ['篇名', title, 'title'],
        ['作者', textOf(values, 'author').trim(), 'author'],
        ['字数', withUnit(numberOf(values, 'characters')), 'characters'],
        ['进度', textOf(values, 'status'), 'status'],
      ]),
    ],
  };
  return { model, findings: [...findings, ...characterFindings(model, material.settings)] };

  function opinionTable(facts: readonly (readonly [label: string, text: string, field: string])[]): DocumentTable {
    const label = (text: string): DocumentCell => ({ runs: [{ text }], label: true });
    const rooms = ['初审意见', '复审意见', '终审意见'];
    return {
      type: 'table',
      columns: [{ width: 22 }, { width: 100 }],
      headRows: 0,
      size: 14,
      rows: [
        ...facts.map(([name, text, field]) => {
          const source = say.sourceOf(chapter, field);
          return [label(name), { runs: text ? [{ text, source }] : [], source }];
        }),
        ...rooms.map((name): DocumentCell[] => [
          label(name),
          {
            runs: [{ text: '签名：\u3000\u3000\u3000\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日' }],
            align: 'right',
            valign: 'bottom',
          },
        ]),
      ],
      heights: [...facts.map(() => 11), ...rooms.map(() => 42)],
    };
  }
}

const withUnit = (count: number | undefined): string => (count === undefined ? '' : `${count}字`);

/** Its place in its book, so that pictures bear the numbers they have there. */
function placeOf(chapter: StoredRecord, material: DocumentMaterial): number {
  const { printed } = bookChapters(textOf(chapter.values, 'book'), material);
  return (
    Math.max(
      0,
      printed.findIndex(({ id }) => id === chapter.id),
    ) + 1
  );
}
