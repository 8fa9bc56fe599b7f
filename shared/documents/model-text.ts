import type { Body, BodyBlock, Span } from '../text/body.ts';
import type { DocumentBlock, DocumentModel, Run, Source } from './model.ts';

const HEADINGS = { heading1: 1, heading2: 2, heading3: 3, heading4: 4 } as const;

const spansOf = (runs: readonly Run[]): Span[] =>
  runs.filter((run) => run.text || run.note).map(({ text, note }) => ({ text, ...(note ? { note } : {}) }));

function bodyBlock(block: DocumentBlock): BodyBlock | undefined {
  if (block.type === 'table') {
    return {
      type: 'table',
      headRows: block.headRows,
      rows: block.rows.map((row) =>
        row.map((cell) => ({
          text: spansOf(cell.runs),
          ...(cell.colSpan ? { colSpan: cell.colSpan } : {}),
          ...(cell.rowSpan ? { rowSpan: cell.rowSpan } : {}),
        })),
      ),
    };
  }
  if (block.type !== 'paragraph') return undefined;
  const text = spansOf(block.runs);
  if (text.length === 0) return undefined;
  const level = HEADINGS[block.role as keyof typeof HEADINGS];
  return level ? { type: 'heading', level, text } : { type: 'paragraph', text };
}

const plain = (text: string): BodyBlock => ({ type: 'paragraph', text: [{ text }] });

/** More than this is searched where it comes from (chapters, regulations): of the paper itself headings are kept. */
const LONGEST = 100_000;

/** The words of a paper, head and foot included, as they are kept with 文书留底 and searched. */
export function modelBody({ blocks, masthead, imprint }: DocumentModel): Body {
  const head = [...(masthead?.issuers ?? []), masthead?.mark, masthead?.number, masthead?.issuer, masthead?.date];
  const foot = [
    ...(imprint?.receivers ?? []).map(({ label, text }) => `${label}：${text}`),
    [imprint?.issuer, imprint?.issued].filter(Boolean).join('　'),
    imprint?.remarks,
  ];
  const words = (parts: readonly (string | undefined)[]) =>
    parts.filter((part): part is string => Boolean(part?.trim()));
  const all = blocks.map(bodyBlock).filter((block): block is BodyBlock => block !== undefined);
  const length = all.reduce((sum, block) => sum + JSON.stringify(block).length, 0);
  const kept = length > LONGEST ? all.filter(({ type }) => type === 'heading') : all;
  return { blocks: [...words(head).map(plain), ...kept, ...words(foot).map(plain)] };
}

/** Every record a paper shows something of, once each, in order of appearance. */
export function modelSources({ blocks }: DocumentModel): Source[] {
  const found = new Map<string, Source>();
  const add = (source: Source | undefined) => {
    if (source && !found.has(`${source.kind}/${source.id}`)) found.set(`${source.kind}/${source.id}`, source);
  };
  const addRuns = (runs: readonly Run[]) => {
    for (const run of runs) add(run.source);
  };
  for (const block of blocks) {
    if (block.type === 'pageBreak' || block.type === 'sectionBreak' || block.type === 'contents') continue;
    add(block.source);
    if (block.type === 'paragraph') addRuns(block.runs);
    if (block.type !== 'table') continue;
    for (const cell of block.rows.flat()) {
      add(cell.source);
      addRuns(cell.runs);
    }
  }
  return [...found.values()];
}
