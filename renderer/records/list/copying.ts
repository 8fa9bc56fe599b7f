import type { RecordKind } from '../../../shared/records/kind.ts';
import { api, type StoredRecord, type Titles } from '../../app/api.ts';
import { fieldAt, isNumeric, labelAt } from '../fields.ts';
import { formatValue } from '../format-value.ts';
import { valueAt } from '../value-at.ts';
import { type CellBlock, toHtml, toTsv } from './block-text.ts';
import type { Ordering } from './use-list.ts';

const STEP = 1000;

/** Records of a list that need not be on the screen: a span of it, or those with the given ids, in its order. */
export async function fetchRows(
  ordering: Ordering,
  fields: readonly string[],
  kind: RecordKind,
  part: { readonly from?: number; readonly count: number; readonly ids?: readonly string[] },
): Promise<{ readonly records: readonly StoredRecord[]; readonly titles: Titles }> {
  const full = fields.some((field) => fieldAt(kind, field)?.type === 'longText');
  const records: StoredRecord[] = [];
  const titles: Titles = {};
  for (let done = 0; done < part.count; done += STEP) {
    const answer = await api.records.list({
      ...ordering,
      ...(full ? { full } : {}),
      ...(part.ids ? { ids: [...part.ids] } : {}),
      offset: (part.from ?? 0) + done,
      limit: Math.min(STEP, part.count - done),
    });
    records.push(...answer.records);
    Object.assign(titles, answer.titles);
    if (answer.records.length < Math.min(STEP, part.count - done)) break;
  }
  return { records, titles };
}

/** The cells as they are shown; numbers without the marks between thousands, so that a spreadsheet can reckon with them. */
export function blockOf(
  kind: RecordKind,
  fields: readonly string[],
  records: readonly StoredRecord[],
  titles: Titles,
): CellBlock {
  const known = fields.map((path) => [path, fieldAt(kind, path)] as const);
  return {
    heads: fields.map((path) => labelAt(kind, path)),
    asText: known.map(([, field]) => !isNumeric(field)),
    lines: records.map((record) =>
      known.map(([path, field]) => {
        const value = valueAt(record.values, path);
        if (!field) return '';
        if (typeof value === 'number' && Number.isFinite(value)) return String(value);
        return plainName(formatValue(field, value, titles));
      }),
    ),
  };
}

/** 丁　一 is set apart for reading only: elsewhere the name is 丁一. */
const plainName = (text: string): string => text.replace(/^(\p{Script=Han})\u3000(\p{Script=Han})$/u, '$1$2');

/**
 * Puts a block on the clipboard, as a table for spreadsheets and as plain text. Through a copy event, because what is
 * written to `navigator.clipboard` is cleansed of the format that keeps 0017 and identity numbers as they are.
 */
export async function toClipboard(block: CellBlock, withHeads: boolean): Promise<void> {
  const text = toTsv(block, withHeads);
  const html = toHtml(block, withHeads);
  if (copied(text, html)) return;
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/plain': new Blob([text], { type: 'text/plain' }),
      'text/html': new Blob([html], { type: 'text/html' }),
    }),
  ]);
}

function copied(text: string, html: string): boolean {
  let taken = false;
  const take = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    event.clipboardData?.setData('text/html', html);
    taken = event.clipboardData !== null;
  };
  // Browsers send the event only while something is marked.
  const mark = document.createElement('span');
  mark.className = 'visually-hidden';
  mark.textContent = '　';
  document.body.append(mark);
  const selection = window.getSelection();
  selection?.selectAllChildren(mark);
  document.addEventListener('copy', take, true);
  try {
    document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', take, true);
    selection?.removeAllRanges();
    mark.remove();
  }
  return taken;
}
