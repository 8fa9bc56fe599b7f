import type { Deed } from '../../../figures/member-record.ts';
import { rowsOf, targetOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord, Values } from '../../../records/record.ts';
import type { DocumentMaterial } from '../../definition.ts';
import type { DocumentBlock } from '../../model.ts';
import { chineseDay, paragraph, sourceOf } from '../../wording.ts';
import { register } from './cells.ts';

interface Line {
  readonly record: StoredRecord;
  readonly at: number;
  readonly note: string;
}

/** Everything a member proposed, with who answered how; the answers in full where they are wanted. */
export function proposalBlocks(deeds: readonly Deed[], full: boolean, { lookup }: DocumentMaterial): DocumentBlock[] {
  const records = deeds
    .flatMap(({ kind, id, on, note = '' }) => {
      const record = lookup(kind, id);
      return record ? [{ record, on, note }] : [];
    })
    .sort((a, b) => a.on.localeCompare(b.on) || (a.record.id < b.record.id ? -1 : 1));
  if (records.length === 0) return [paragraph('body', '没有提交提案。')];
  const unit = (row: Values) => textOf(targetOf(row, 'unit', 'organisation', lookup), 'name');
  const replies = ({ record }: Line): string =>
    rowsOf(record.values, 'replies')
      .map((row) => {
        const about = [textOf(row, 'class') && `${textOf(row, 'class')}类`, chineseDay(textOf(row, 'repliedOn'))];
        return `${unit(row)}${about.some(Boolean) ? `（${about.filter(Boolean).join('，')}）` : ''}`;
      })
      .join('；');
  const lines = records.map(({ record, note }, index): Line => ({ record, note, at: index + 1 }));
  return [
    register(
      [
        { label: '序号', width: 11, text: ({ at }) => String(at) },
        { label: '提案号', width: 25, text: ({ record }) => textOf(record.values, 'caseNumber') },
        { label: '案由', width: 42, align: 'left', text: ({ record }) => textOf(record.values, 'title') },
        { label: '提交日期', width: 35, text: ({ record }) => chineseDay(textOf(record.values, 'submittedOn')) },
        {
          label: '身份、状态',
          width: 22,
          text: ({ note }) => (note.startsWith('联名') ? note : `第一提案人，${note}`),
        },
        { label: '答复', width: 36, align: 'left', text: replies },
      ],
      lines,
      ({ record }) => sourceOf(record),
    ),
    paragraph('tableNote', `注：共${lines.length}件，联名提交的也在内。`),
    ...(full ? fullReplies(lines, unit) : []),
  ];
}

/** 第47号提案, 〔2024〕047号提案 */
const numberWords = (number: string): string =>
  number ? `${/^\d+$/u.test(number) ? `第${Number(number)}` : number}号提案　` : '';

/** The answers as the units wrote them, under the title of the proposal. */
function fullReplies(lines: readonly Line[], unit: (row: Values) => string): DocumentBlock[] {
  return lines.flatMap(({ record }): DocumentBlock[] => {
    const rows = rowsOf(record.values, 'replies').filter((row) => textOf(row, 'text').trim());
    if (rows.length === 0) return [];
    const source = sourceOf(record, 'replies');
    return [
      paragraph(
        'heading2',
        `${numberWords(textOf(record.values, 'caseNumber'))}${textOf(record.values, 'title')}`,
        source,
      ),
      ...rows.flatMap((row) => {
        const head = [unit(row), textOf(row, 'number'), chineseDay(textOf(row, 'repliedOn'))]
          .filter(Boolean)
          .join('　');
        const paragraphs = textOf(row, 'text')
          .split(/[\r\n]+/u)
          .filter((text) => text.trim());
        return [
          ...(head ? [paragraph('quote', `答复：${head}`, source)] : []),
          ...paragraphs.map((text) => paragraph('body', text.trim(), source)),
        ];
      }),
    ];
  });
}
