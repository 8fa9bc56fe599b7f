import { numberOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord } from '../../../records/record.ts';
import type { Composed, DocumentDefinition, DocumentMaterial } from '../../definition.ts';
import type { DocumentBlock, DocumentModel, Finding, ParagraphRole } from '../../model.ts';
import { characterFindings } from '../../rare-characters.ts';
import * as say from '../../wording.ts';
import { bookChapters, isBehind } from './book-chapters.ts';
import { type BookPages, bookPages, onward, PAPERS } from './book-pages.ts';
import { chapterBlocks } from './chapter-blocks.ts';
import * as front from './front-matter.ts';

/** 书稿 as a whole book: cover to afterword, contents with page numbers, parts on right-hand pages, running heads, notes. */
export const wholeBook: DocumentDefinition = {
  id: 'wholeBook',
  label: '整本书稿',
  group: '书稿',
  layout: 'book',
  description:
    '封面、扉页、版权页、编委会、序、凡例、目录、各辑各篇、附录、大事记和后记，排成一本；有书眉、页码、页末注和图号。',
  aliases: ['整书', '书稿导出', '成书', '排版'],
  parameters: [
    { name: 'book', label: '书稿', type: 'reference', targets: ['book'], required: true },
    { name: 'paper', label: '开本', type: 'choice', options: PAPERS, initial: PAPERS[0] },
  ],
  compose,
};

const FINISHED: ReadonlySet<string> = new Set(['定稿']);
const CONTENTS_ROLES: readonly ParagraphRole[] = ['partTitle', 'chapterTitle'];

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const book = say.recordParam(params, 'book', '书稿', ['book'], material);
  const paper = say.choiceParam(params, 'paper', '开本', PAPERS);
  const title = textOf(book.values, 'title').trim() || '未命名的书稿';
  const { printed: chapters, plates } = bookChapters(book.id, material);
  const pages = bookPages(paper, title);
  const publisher = material.settings.fullName;
  const imprint = front.imprintPageBlocks(book, publisher, charactersOf(chapters));
  const main = mainBlocks(chapters, pages);
  const inscription = front.inscriptionBlocks(book);
  const blocks: DocumentBlock[] = [
    ...front.coverBlocks(book, publisher),
    onward(pages.bare, 'oddPage'),
    ...front.titlePageBlocks(book, publisher),
    onward(pages.bare),
    ...imprint.blocks,
    ...(inscription.length > 0 ? [onward(pages.bare, 'oddPage'), ...inscription] : []),
    ...frontBlocks(book, pages),
    ...main.blocks,
    ...lastBlocks(book, pages, main.blocks.length === 0),
  ];
  const model: DocumentModel = {
    document: 'wholeBook',
    title,
    fileName: `${title}（${paper === PAPERS[0] ? '16开' : 'A4'}，${say.chineseDay(material.today)}）`,
    page: pages.bare,
    blocks,
  };
  const findings = [...bookFindings(book, chapters, plates, paper), ...imprint.findings, ...main.findings];
  return { model, findings: [...findings, ...characterFindings(model, material.settings)] };
}

const charactersOf = (chapters: readonly StoredRecord[]): number =>
  chapters.reduce((sum, { values }) => sum + (numberOf(values, 'characters') ?? 0), 0);

/** 编委会, 序, 凡例, 目录 with roman folios, each from a right-hand page. */
function frontBlocks(book: StoredRecord, pages: BookPages): DocumentBlock[] {
  const sections: [head: string, blocks: DocumentBlock[]][] = [
    ['编委会', front.boardBlocks(book)],
    ['序', front.bookText(book, 'preface', '序', 'contentsTitle')],
    ['凡例', front.bookText(book, 'editorialNotes', '凡\u3000例', 'contentsTitle')],
    [
      '目录',
      [
        say.blank(),
        say.paragraph('contentsTitle', '目\u3000录'),
        say.blank(),
        { type: 'contents', roles: CONTENTS_ROLES },
      ],
    ],
  ];
  return sections
    .filter(([, blocks]) => blocks.length > 0)
    .flatMap(([head, blocks], index) => [onward(pages.front(head, index === 0), 'oddPage'), ...blocks]);
}

/** Parts on right-hand pages of their own, chapters each on a new page, then 附录 and 大事记. */
function mainBlocks(
  chapters: readonly StoredRecord[],
  pages: BookPages,
): { blocks: DocumentBlock[]; findings: Finding[] } {
  const blocks: DocumentBlock[] = [];
  const findings: Finding[] = [];
  let part = '';
  let first = true;
  chapters.forEach((chapter, index) => {
    const own = isBehind(chapter) ? '' : textOf(chapter.values, 'part').trim();
    if (own && own !== part) {
      blocks.push(...partBlocks(chapter, own, pages, first));
      first = false;
    }
    part = own;
    const { blocks: written, findings: found } = chapterBlocks(chapter, index + 1);
    const head = textOf(chapter.values, 'title').trim();
    blocks.push(onward(pages.body(head, first), first ? 'oddPage' : 'nextPage'), ...written);
    findings.push(...found);
    first = false;
  });
  return { blocks, findings };
}

function partBlocks(chapter: StoredRecord, name: string, pages: BookPages, first: boolean): DocumentBlock[] {
  const page = first ? { ...pages.bare, numbering: { format: 'arabic', start: 1 } as const } : pages.bare;
  const room = Array.from({ length: 12 }, () => say.blank());
  return [onward(page, 'oddPage'), ...room, say.paragraph('partTitle', name, say.sourceOf(chapter, 'part'))];
}

function lastBlocks(book: StoredRecord, pages: BookPages, first: boolean): DocumentBlock[] {
  const blocks = front.bookText(book, 'afterword', '后\u3000记', 'chapterTitle');
  return blocks.length > 0 ? [onward(pages.body('后记', first), first ? 'oddPage' : 'nextPage'), ...blocks] : [];
}

function bookFindings(
  book: StoredRecord,
  chapters: readonly StoredRecord[],
  plates: readonly StoredRecord[],
  paper: (typeof PAPERS)[number],
): Finding[] {
  const findings: Finding[] = [];
  if (chapters.length === 0) {
    const message = '这部书稿还没有篇目，排出来只有书前的部分。请先写入或导入篇目。';
    findings.push({ severity: 'error', message, source: say.sourceOf(book) });
  }
  const unfinished = chapters.filter(({ values }) => !FINISHED.has(textOf(values, 'status')));
  if (unfinished.length > 0) {
    const names = unfinished.slice(0, 3).map(({ values }) => `“${textOf(values, 'title')}”`);
    const more = unfinished.length > 3 ? '等' : '';
    const message = `${unfinished.length}篇还没有定稿：${names.join('')}${more}。`;
    const [one] = unfinished;
    findings.push({ severity: 'warning', message, ...(one ? { source: say.sourceOf(one, 'status') } : {}) });
  }
  const [plate] = plates;
  if (plate) {
    const message = `${plates.length}篇照片插页没有排进来：插页另行装订。`;
    findings.push({ severity: 'hint', message, source: say.sourceOf(plate, 'type') });
  }
  const format = textOf(book.values, 'format');
  if (paper === PAPERS[0] && format && format !== '16开') {
    const message = `登记的开本是${format}，这里按16开（185×260毫米）排，交印刷厂前请核对。`;
    findings.push({ severity: 'hint', message, source: say.sourceOf(book, 'format') });
  }
  return findings;
}
