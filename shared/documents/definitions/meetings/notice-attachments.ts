import { textOf } from '../../../records/read-value.ts';
import type { StoredRecord, Values } from '../../../records/record.ts';
import type { DocumentBlock, DocumentCell, DocumentTable, Run } from '../../model.ts';
import { spacedName } from '../../names.ts';
import * as say from '../../wording.ts';
import type { Attendee, ListOrder } from './meeting-facts.ts';

/** 附件 on a page of its own; with more than one they are numbered. */
/** The title says the same words as 附件说明 (GB/T 9704-2012, 7.3.7). */
function attachment(title: string, attached: readonly string[]): DocumentBlock[] {
  const number = attached.length > 1 ? String(attached.indexOf(title) + 1) : '';
  return [
    { type: 'pageBreak' },
    say.paragraph('attachmentMark', `附件${number}`),
    say.blank(),
    say.paragraph('attachmentTitle', title),
    say.blank(),
  ];
}

/** 附件1 会议议程: what is dealt with, in its order, and who reports. */
export function agendaAttachment(
  event: StoredRecord,
  agenda: readonly Values[],
  attached: readonly string[],
): DocumentBlock[] {
  const source = say.sourceOf(event, 'agendaItems');
  const cell = (text: string, align: 'left' | 'center'): DocumentCell => ({
    runs: text ? [{ text, source }] : [],
    align,
    source,
  });
  const reporters = agenda.some((row) => textOf(row, 'reporter').trim());
  const table: DocumentTable = {
    type: 'table',
    columns: [
      { width: 16, align: 'center' },
      { width: reporters ? 88 : 140, align: 'left' },
      ...(reporters ? [{ width: 52, align: 'center' as const }] : []),
    ],
    headRows: 1,
    size: 14,
    rows: [
      ['序号', '议题', ...(reporters ? ['汇报单位（人）'] : [])].map((text) => ({
        runs: [{ text }],
        align: 'center' as const,
        label: true,
      })),
      ...agenda.map((row, index) => [
        cell(String(index + 1), 'center'),
        cell(textOf(row, 'title').trim(), 'left'),
        ...(reporters ? [cell(textOf(row, 'reporter').trim(), 'center')] : []),
      ]),
    ],
    source,
  };
  return [...attachment('会议议程', attached), table];
}

export interface NoticePeople {
  readonly expected: readonly Attendee[];
  readonly guests: readonly Attendee[];
  readonly order: ListOrder;
}

const PER_ROW = 6;

/** 附件2: names in a grid, 应到 first, in the order chosen; the counts are those of the names below them. */
export function namesAttachment(
  event: StoredRecord,
  { expected, guests, order }: NoticePeople,
  attached: readonly string[],
): DocumentBlock[] {
  const label = attached.at(-1) ?? '出席人员名单';
  const blocks = attachment(label, attached);
  const ordered =
    order === '登记顺序'
      ? ''
      : order === '职务顺序'
        ? '，按职务排列'
        : order === '界别'
          ? '，按界别排列'
          : '，按姓氏笔画排列';
  const source = say.sourceOf(event, 'attendance');
  if (expected.length > 0) {
    blocks.push(say.paragraph('body', `一、出席人员（${expected.length}人${ordered}）`, source));
    blocks.push(order === '界别' ? sectorTable(expected, event) : grid(expected, event));
  }
  if (guests.length > 0) {
    if (expected.length > 0) blocks.push(say.blank());
    const number = expected.length > 0 ? '二' : '一';
    blocks.push(say.paragraph('body', `${number}、列席人员（${guests.length}人）`, source), grid(guests, event));
  }
  return blocks;
}

const nameCell = (person: Attendee | undefined, event: StoredRecord): DocumentCell => {
  if (!person) return { runs: [] };
  const source = person.member ? say.sourceOf(person.member) : say.sourceOf(event, 'attendance');
  const runs: Run[] = [{ text: spacedName(person.name), source }];
  return { runs, align: 'center', source };
};

function grid(people: readonly Attendee[], event: StoredRecord): DocumentTable {
  const rows: DocumentCell[][] = [];
  for (let from = 0; from < people.length; from += PER_ROW) {
    rows.push(Array.from({ length: PER_ROW }, (_, column) => nameCell(people[from + column], event)));
  }
  return {
    type: 'table',
    columns: Array.from({ length: PER_ROW }, () => ({ width: 26, align: 'center' as const })),
    headRows: 0,
    lines: 'none',
    size: 14,
    rows,
    source: say.sourceOf(event, 'attendance'),
  };
}

/** One sector after another: its name and number in the first column. */
function sectorTable(people: readonly Attendee[], event: StoredRecord): DocumentTable {
  const groups = new Map<string, Attendee[]>();
  for (const person of people)
    groups.set(person.sector || '其他', [...(groups.get(person.sector || '其他') ?? []), person]);
  const per = PER_ROW - 1;
  const rows = [...groups].flatMap(([sector, members]) => {
    const lines = Math.ceil(members.length / per);
    return Array.from({ length: lines }, (_, line): DocumentCell[] => {
      const names = Array.from({ length: per }, (__, column) => nameCell(members[line * per + column], event));
      if (line > 0) return names;
      const head: DocumentCell = {
        runs: [{ text: `${sector}（${members.length}人）` }],
        label: true,
        ...(lines > 1 ? { rowSpan: lines } : {}),
      };
      return [head, ...names];
    });
  });
  return {
    type: 'table',
    columns: [
      { width: 42, align: 'center' },
      ...Array.from({ length: per }, () => ({ width: 23, align: 'center' as const })),
    ],
    headRows: 0,
    size: 12,
    rows,
    source: say.sourceOf(event, 'attendance'),
  };
}
