import type { DocumentModel, Run, Source } from '../model.ts';
import type { BookmarkPlace } from './basis.ts';

/** A paragraph or a cell of a paper as it went out; parts of head and foot have no place in the blocks. */
export interface TracePlace {
  readonly place?: BookmarkPlace;
  readonly text: string;
  readonly sources: readonly Source[];
}

const textOf = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');

function sourcesOf(runs: readonly Run[], ...more: readonly (Source | undefined)[]): Source[] {
  const found = new Map<string, Source>();
  for (const source of [...runs.map((run) => run.source), ...more]) {
    if (!source) continue;
    const key = `${source.kind}/${source.id}`;
    const before = found.get(key);
    found.set(key, before?.figure ? before : source);
  }
  return [...found.values()];
}

/** Every piece of text of a paper that stands in the file as a paragraph of its own, in reading order. */
export function tracePlaces(model: DocumentModel): readonly TracePlace[] {
  const places: TracePlace[] = [];
  const part = (text: string | undefined) => {
    if (text?.trim()) places.push({ text, sources: [] });
  };
  const { masthead, imprint } = model;
  for (const text of [masthead?.copyNumber, masthead?.secrecy, masthead?.urgency, masthead?.notice, model.corner])
    part(text);
  for (const text of masthead?.issuers ?? []) part(text);
  part(masthead?.mark);
  part([masthead?.number, ...(masthead?.signers?.length ? [`签发人：${masthead.signers.join('')}`] : [])].join(' '));
  part([masthead?.issuer, masthead?.date].filter(Boolean).join(' '));
  model.blocks.forEach((block, index) => {
    if (block.type === 'paragraph') {
      const text = textOf(block.runs);
      if (text.trim()) places.push({ place: { block: index }, text, sources: sourcesOf(block.runs, block.source) });
    }
    if (block.type !== 'table') return;
    block.rows.forEach((cells, row) => {
      cells.forEach((cell, column) => {
        const text = textOf(cell.runs);
        if (!text.trim()) return;
        const sources = sourcesOf(cell.runs, cell.source);
        // Each line of a cell is a paragraph in the file, and the first one carries the mark.
        const [first = '', ...more] = text.split('\n').filter((line) => line.trim());
        places.push({ place: { block: index, row, cell: column }, text: first, sources });
        for (const line of more) places.push({ text: line, sources });
      });
    });
  });
  part((imprint?.receivers ?? []).map(({ label, text }) => `${label}：${text}。`).join(' '));
  part([imprint?.issuer, imprint?.issued ?? imprint?.remarks].filter(Boolean).join(' '));
  return places;
}

/** A paragraph of a file that came back. */
export interface FileParagraph {
  readonly text: string;
  /** Marks of the program that stand in it. */
  readonly marks: readonly BookmarkPlace[];
}
