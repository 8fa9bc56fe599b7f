import type { DocumentDefinition } from '../definition.ts';
import { ROLE_STYLES } from '../layout.ts';
import type { ParagraphRole } from '../model.ts';
import type { Face } from '../page.ts';

type Layout = DocumentDefinition['layout'];

/** What a clerk calls a part of a paper, with the kind of paragraph whose style it has. */
type Part = readonly [name: string, role: ParagraphRole];

const TEXT: readonly Part[] = [
  ['标题', 'title'],
  ['一级标题', 'heading1'],
  ['二级标题', 'heading2'],
  ['正文', 'body'],
];

/** Parts of each layout that are set in a face of their own. The red mark is set like a title. */
const PARTS: Readonly<Record<Layout, readonly Part[]>> = {
  official: [['红头', 'title'], ...TEXT],
  minutes: [['红头', 'title'], ...TEXT, ['名单的“出席”', 'heading1']],
  letter: [['红头', 'title'], ...TEXT],
  briefing: [['报头', 'title'], ['文章标题', 'articleTitle'], ...TEXT.slice(1), ['编者按', 'editorNote']],
  plain: [
    ['标题', 'formTitle'],
    ['表题、表头', 'tableTitle'],
    ['表格', 'body'],
  ],
  book: [['书名、编名', 'partTitle'], ['章名', 'chapterTitle'], ...TEXT.slice(1), ['引文', 'quote']],
};

/** Parts of a layout that are set in a face, in the clerk's words; empty: the layout does without it. */
export function partsInFace(layout: Layout, face: Face): string[] {
  const parts = PARTS[layout].filter(([, role]) => ROLE_STYLES[role].face === face).map(([name]) => name);
  return face === 'song' ? [...parts, '页码'] : parts;
}

/** Documents that look wrong on a computer without a face, by the parts that do: 红头、标题 of 会议纪要, 通知 … */
export function sufferers(
  documents: readonly Pick<DocumentDefinition, 'label' | 'layout'>[],
  face: Face,
): { readonly parts: string; readonly labels: readonly string[] }[] {
  const byParts = new Map<string, string[]>();
  for (const { label, layout } of documents) {
    const parts = partsInFace(layout, face).join('、');
    if (!parts) continue;
    const labels = byParts.get(parts) ?? [];
    labels.push(label);
    byParts.set(parts, labels);
  }
  return [...byParts].map(([parts, labels]) => ({ parts, labels }));
}
