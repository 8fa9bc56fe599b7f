import { kindOf } from '../../../shared/records/index.ts';
import type { MappedColumn } from './line-reader.ts';
import { SAMPLE_MARK } from './sample-mark.ts';
import { isDash, plain } from './words.ts';

export interface Line {
  /** As the spreadsheet numbers it. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** Why a line holds no record, or undefined when it does: headings repeated, totals, titles between, samples. */
export function noRecord(
  cells: readonly string[],
  headings: readonly string[],
  columns: readonly MappedColumn[],
): string | undefined {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const same = headings.filter((heading, index) => {
    const said = plain(cells[index] ?? '');
    return (
      heading && (said === plain(heading) || (said !== '' && heading.split('／').some((part) => plain(part) === said)))
    );
  }).length;
  if (same >= 2 && same >= filled.length * 0.6) return '重复的表头，已跳过';
  if (cells.some((cell) => cell.trim() === SAMPLE_MARK)) return '模板里的样例，已跳过';
  const name = columns.find(({ field }) => field.column === undefined && field.required) ?? columns[0];
  const text = plain(cells[name?.index ?? -1] ?? '');
  if (
    /^(?:合计|总计|小计|共计|说明|备注|注|填表人|制表人)[:：]?/u.test(text || plain(filled[0] ?? '')) &&
    filled.length <= 4
  )
    return '合计或说明行，已跳过';
  if (/^(?:合计|总计|小计|共计)$/u.test(text || plain(filled[0] ?? ''))) return '合计或说明行，已跳过';
  return name && !text && headings.length > 1 && new Set(filled).size === 1
    ? '只有一段文字，像是小标题或说明，已跳过'
    : undefined;
}

export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** What a record is called by, where its kind says nothing: numbers first. */
const NUMBERS = ['caseNumber', 'code', 'regNumber', 'number', 'serial'] as const;

/**
 * Lines that are one record. Only sheets with columns of a sub-table have several: lines with the same number or title,
 * and lines that leave everything but the sub-table blank, belong together.
 */
export function groupLines(kindId: string, lines: readonly Line[], columns: readonly MappedColumn[]): Line[][] {
  if (!columns.some(({ field }) => field.column !== undefined)) return lines.map((line) => [line]);
  const top = columns.filter(({ field }) => field.column === undefined);
  const keys = keySets(kindId, top);
  const groups: Line[][] = [];
  const byKey = new Map<string, Line[]>();
  for (const line of lines) {
    const text = (column: MappedColumn): string => (line.cells[column.index] ?? '').trim();
    const last = groups.at(-1);
    if (last && top.every((column) => text(column) === '' || isDash(text(column)))) {
      last.push(line);
      continue;
    }
    const set = keys.find((columns) => columns.every((column) => text(column) !== ''));
    const key = set ? JSON.stringify(set.map((column) => [column.field.name, plain(text(column))])) : undefined;
    const known = key === undefined ? undefined : byKey.get(key);
    if (known) known.push(line);
    else {
      const group = [line];
      groups.push(group);
      if (key !== undefined) byKey.set(key, group);
    }
  }
  return groups;
}

function keySets(kindId: string, top: readonly MappedColumn[]): MappedColumn[][] {
  const kind = kindOf(kindId);
  const named = (names: readonly string[]): MappedColumn[][] => {
    const columns = names.map((name) => top.find(({ field }) => field.name === name));
    return columns.every((column) => column !== undefined) ? [columns] : [];
  };
  const title =
    top.find(({ field }) => ['title', 'name'].includes(field.name)) ??
    top.find(({ field }) => field.required && field.field.type === 'text');
  return [
    ...(kind?.unique ?? []).flatMap(named),
    ...NUMBERS.flatMap((name) => named([name])),
    ...(kind?.alike ?? []).flatMap(named),
    ...(title ? [[title]] : []),
  ];
}
