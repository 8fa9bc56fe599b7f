import { asBody, isBlankBody } from '../../../records/body-shape.ts';
import { listOf, numberOf, rowsOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord } from '../../../records/record.ts';
import { blocksFromBody } from '../../from-body.ts';
import type { DocumentBlock, DocumentTable, Finding, ParagraphRole } from '../../model.ts';
import { spacedName } from '../../names.ts';
import * as say from '../../wording.ts';

const blanks = (count: number): DocumentBlock[] => Array.from({ length: count }, () => say.blank());

/** A line that is only there when the book says what stands on it. */
function line(book: StoredRecord, role: ParagraphRole, field: string, text: string): DocumentBlock[] {
  return text ? [say.paragraph(role, text, say.sourceOf(book, field))] : [];
}

const seriesOf = ({ values }: StoredRecord): string =>
  [textOf(values, 'series').trim(), textOf(values, 'volume').trim()].filter(Boolean).join('\u3000');

/** 封面: series, name, who publishes it. */
export function coverBlocks(book: StoredRecord, publisher: string): DocumentBlock[] {
  const { values } = book;
  return [
    ...blanks(4),
    ...line(book, 'coverSubtitle', 'series', seriesOf(book)),
    ...blanks(4),
    say.paragraph('coverTitle', textOf(values, 'title').trim() || '未命名的书稿', say.sourceOf(book, 'title')),
    say.blank(),
    ...line(book, 'coverSubtitle', 'subtitle', textOf(values, 'subtitle').trim()),
    ...blanks(12),
    ...(publisher ? [say.paragraph('coverNote', `${publisher}\u3000编`)] : []),
  ];
}

/** 扉页: the cover again with its editors. */
export function titlePageBlocks(book: StoredRecord, publisher: string): DocumentBlock[] {
  const { values } = book;
  const chief = textOf(values, 'chiefEditor').trim();
  const deputies = listOf(values, 'deputyEditors').map(spacedName).join('\u3000');
  return [
    ...blanks(4),
    ...line(book, 'coverSubtitle', 'series', seriesOf(book)),
    ...blanks(3),
    say.paragraph('coverTitle', textOf(values, 'title').trim() || '未命名的书稿', say.sourceOf(book, 'title')),
    say.blank(),
    ...line(book, 'coverSubtitle', 'subtitle', textOf(values, 'subtitle').trim()),
    ...blanks(2),
    ...line(book, 'coverNote', 'chiefEditor', chief && `主编\u3000${spacedName(chief)}`),
    ...line(book, 'coverNote', 'deputyEditors', deputies && `副主编\u3000${deputies}`),
    ...blanks(8),
    ...(publisher ? [say.paragraph('coverNote', publisher)] : []),
  ];
}

const INTERNAL = '内部资料准印';

/** 版权页: what is known about the making of the book; what must be known and is not stays blank and is found. */
export function imprintPageBlocks(
  book: StoredRecord,
  publisher: string,
  characters: number,
): { blocks: DocumentBlock[]; findings: Finding[] } {
  const { values } = book;
  const findings: Finding[] = [];
  const internal = textOf(values, 'publication') === INTERNAL;
  const rows: [label: string, text: string, field: string][] = [];
  const add = (label: string, field: string, text = textOf(values, field).trim()) => {
    if (text) rows.push([label, text, field]);
  };
  const must = (label: string, field: string, message: string, text = textOf(values, field).trim()) => {
    rows.push([label, text || '____', field]);
    if (!text) findings.push({ severity: 'warning', message, source: say.sourceOf(book, field) });
  };
  add('书名', 'title');
  add('丛书', 'series', seriesOf(book));
  add('编者', 'title', publisher);
  add('主编', 'chiefEditor');
  add('副主编', 'deputyEditors', listOf(values, 'deputyEditors').join('、'));
  add('责任编辑', 'responsibleEditor');
  add('编辑', 'editors', listOf(values, 'editors').join('、'));
  if (internal) must('准印证号', 'permitNumber', '版权页缺准印证号，内部资料付印前须取得。');
  else if (textOf(values, 'publication')) {
    must('ISBN', 'isbn', '版权页缺 ISBN，公开出版的书必须有。');
    must('CIP数据', 'cip', '版权页缺 CIP 数据，公开出版的书必须有。');
  } else {
    findings.push({
      severity: 'warning',
      message: '没有写出版形式，版权页缺准印证号或 ISBN。',
      source: say.sourceOf(book, 'publication'),
    });
  }
  must('印刷', 'printer', '版权页缺印刷单位。');
  add('开本', 'format');
  add('印张', 'sheets', numberText(numberOf(values, 'sheets')));
  if (characters > 0) rows.push(['字数', `${characters}字`, 'currentCharacters']);
  must('印数', 'printRun', '版权页缺印数。', withUnit(numberOf(values, 'printRun'), '册'));
  must('印刷日期', 'printedOn', '版权页缺印刷日期。', say.chineseDay(textOf(values, 'printedOn')));
  add('发送对象', 'recipients');
  const table: DocumentTable = {
    type: 'table',
    columns: [{ width: 1 }, { width: 4 }],
    headRows: 0,
    lines: 'none',
    size: 10.5,
    rows: rows.map(([label, text, field]) => [
      { runs: [{ text: label, lead: true }] },
      { runs: [{ text, source: say.sourceOf(book, field) }], source: say.sourceOf(book, field) },
    ]),
  };
  return {
    blocks: [
      ...blanks(12),
      table,
      ...(internal ? [say.blank(), say.paragraph('coverNote', '内部资料\u3000免费交流')] : []),
    ],
    findings,
  };
}

const numberText = (value: number | undefined): string => (value === undefined ? '' : String(value));
const withUnit = (value: number | undefined, unit: string): string => (value === undefined ? '' : `${value}${unit}`);

/** 题词 on a page of its own, a line of it a line. */
export function inscriptionBlocks(book: StoredRecord): DocumentBlock[] {
  const lines = textOf(book.values, 'inscription')
    .split(/\r?\n/)
    .map((text) => text.trim())
    .filter(Boolean);
  if (lines.length === 0) return [];
  return [...blanks(10), ...lines.map((text) => say.paragraph('coverNote', text, say.sourceOf(book, 'inscription')))];
}

/** 编委会 by duty in the order given: duty, name, post. */
export function boardBlocks(book: StoredRecord): DocumentBlock[] {
  const rows = rowsOf(book.values, 'editorialBoard').filter((row) => textOf(row, 'name').trim());
  if (rows.length === 0) return [];
  const source = say.sourceOf(book, 'editorialBoard');
  let before = '';
  const table: DocumentTable = {
    type: 'table',
    columns: [{ width: 22 }, { width: 18 }, { width: 60 }],
    headRows: 0,
    lines: 'none',
    size: 10.5,
    source,
    rows: rows.map((row) => {
      const duty = textOf(row, 'duty').trim();
      const shown = duty === before ? '' : duty;
      before = duty;
      return [
        { runs: [{ text: shown, lead: true }], source },
        { runs: [{ text: spacedName(textOf(row, 'name')), source }], source },
        { runs: [{ text: textOf(row, 'post').trim(), source }], source },
      ];
    }),
  };
  return [say.blank(), say.paragraph('contentsTitle', '编\u3000委\u3000会', source), say.blank(), table];
}

/** 序, 凡例, 后记: a text of the book itself under its heading; nothing when it is blank. */
export function bookText(
  book: StoredRecord,
  field: string,
  heading: string,
  role: 'contentsTitle' | 'chapterTitle',
): DocumentBlock[] {
  const body = asBody(book.values[field]);
  if (!body || isBlankBody(body)) return [];
  const source = say.sourceOf(book, field);
  return [say.blank(), say.paragraph(role, heading, source), say.blank(), ...blocksFromBody(body, source)];
}
