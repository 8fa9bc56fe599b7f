import type { Body, BodyBlock, Cell, Span, Table } from '../../shared/text/body.ts';

/**
 * Body of a sample text. The importer has to guess what clerks meant; the sample's texts say it, in a small strict
 * part of markdown, so that nothing in the sample shifts when the guessing is improved:
 *   # title (dropped) · ## heading 1 · ### heading 2 · > one line: quotation, several: verse · | tables | · 1. or - lists ·
 *   **bold** · [^1] with [^1]: its note · a paragraph indented by eight blanks or more: signature at the right.
 */
export function markdownBody(text: string): Body {
  const notes = new Map<string, string>();
  const groups: string[] = [];
  for (const group of text.split(/\n[ \t]*\n/)) {
    const note = /^\[\^(\w+)\]:\s*(.+)$/s.exec(group.trim());
    if (note?.[1] && note[2]) for (const line of group.trim().split('\n')) readNote(line, notes);
    else if (group.trim()) groups.push(group.replace(/^\n+|\s+$/g, ''));
  }
  return { blocks: groups.flatMap((group) => blocksOf(group, notes)) };
}

function readNote(line: string, notes: Map<string, string>): void {
  const note = /^\[\^(\w+)\]:\s*(.+)$/.exec(line.trim());
  if (note?.[1] && note[2]) notes.set(note[1], note[2]);
}

function blocksOf(group: string, notes: ReadonlyMap<string, string>): BodyBlock[] {
  const lines = group.split('\n');
  const first = lines[0] ?? '';
  if (/^#\s/.test(first)) return [];
  const heading = /^(##+)\s+(.+)$/.exec(first);
  if (heading?.[1] && heading[2]) {
    const level = Math.min(4, heading[1].length - 1) as 1 | 2 | 3 | 4;
    return [{ type: 'heading', level, text: spansOf(heading[2], notes) }];
  }
  if (first.startsWith('>')) return [quotation(lines, notes)];
  if (first.startsWith('|')) return [table(lines, notes)];
  if (/^(?:-|\d+\.)\s/.test(first)) {
    const items = lines.map((line) => spansOf(line.replace(/^(?:-|\d+\.)\s+/, ''), notes));
    return [{ type: 'list', ordered: /^\d/.test(first), items }];
  }
  if (/^\s{8,}\S/.test(first)) {
    return lines.map((line) => ({
      type: 'paragraph',
      role: 'byline',
      align: 'right',
      text: spansOf(line.trim(), notes),
    }));
  }
  return lines.map((line) => ({ type: 'paragraph', text: spansOf(line.trim(), notes) }));
}

function quotation(lines: readonly string[], notes: ReadonlyMap<string, string>): BodyBlock {
  const bare = lines.map((line) => line.replace(/^>\s?/, '').trim());
  return bare.length > 1
    ? { type: 'paragraph', role: 'verse', text: [{ text: bare.join('\n') }] }
    : { type: 'paragraph', role: 'quote', text: spansOf(bare[0] ?? '', notes) };
}

function table(lines: readonly string[], notes: ReadonlyMap<string, string>): Table {
  const rows = lines.map((line) => line.replace(/^\||\|$/g, '').split('|'));
  const cells = rows
    .filter((row) => !row.every((cell) => /^\s*-+\s*$/.test(cell)))
    .map((row) => row.map((cell): Cell => ({ text: spansOf(cell.trim(), notes) })));
  return { type: 'table', headRows: 1, rows: cells };
}

function spansOf(text: string, notes: ReadonlyMap<string, string>): Span[] {
  const spans: Span[] = [];
  for (const part of text.split(/(\*\*[^*]+\*\*|\[\^\w+\])/)) {
    const mark = /^\[\^(\w+)\]$/.exec(part)?.[1];
    const last = spans.at(-1);
    if (mark !== undefined) {
      const note = notes.get(mark);
      if (last && note) spans[spans.length - 1] = { ...last, note };
    } else if (/^\*\*.+\*\*$/.test(part)) spans.push({ text: part.slice(2, -2), bold: true });
    else if (part) spans.push({ text: part });
  }
  return spans;
}
