import type { Field } from '../../../shared/records/field.ts';
import { titleOf } from '../../../shared/records/index.ts';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { BLANK, type SheetCell, textCell } from './cell.ts';
import { addDropDowns, type ChoiceContext, choicesOf } from './choices.ts';
import { sheetColumn } from './columns.ts';
import { addTable, newWorkbook, toBytes } from './table.ts';
import { explanationOf, generalNotes } from './template-notes.ts';
import type { FillColumn } from './update-book.ts';

export interface TemplateBook {
  readonly kind: RecordKind;
  /** Columns import can take, in the order of the sheet. */
  readonly columns: readonly Omit<FillColumn, 'value'>[];
  /** Stands in one cell of every sample row; import leaves such rows out. */
  readonly sampleMark: string;
  readonly context: ChoiceContext;
}

/** Rows of the template that carry drop-downs. */
const ROWS = 1000;

/** An empty table of a kind: headings, drop-downs for what the library knows, two sample rows, a sheet of notes. */
export async function writeTemplate(template: TemplateBook): Promise<Uint8Array> {
  const { kind, context } = template;
  const workbook = newWorkbook();
  const taken = new Set<string>();
  const remark = markedColumn(template.columns);
  const columns = remark < 0 ? [...template.columns, MARK_COLUMN] : template.columns;
  const marked = remark < 0 ? columns.length - 1 : remark;
  const rows = [0, 1].map((index) =>
    columns.map(({ field }, column) =>
      column === marked ? textCell(template.sampleMark) : sampleCell(kind, field, index, context),
    ),
  );
  const sheet = await addTable(
    workbook,
    {
      name: kind.label,
      columns: columns.map(({ field, heading, required }) =>
        sheetColumn(field, required ? `${heading}（必填）` : heading, 1),
      ),
      groups: [{ rows }],
      look: 'sample',
      filter: false,
      fit: false,
      frozen: 1,
    },
    taken,
  );
  // Text throughout: mobiles keep their digits and dates are read as typed.
  columns.forEach((_, index) => {
    sheet.getColumn(index + 1).numFmt = '@';
  });
  await addNotes(workbook, template, taken);
  const at = columns.map(({ field }, index) => ({ column: index + 1, field }));
  addDropDowns(workbook, sheet, at, [2, ROWS], context, taken);
  return toBytes(workbook);
}

const MARK_COLUMN: Omit<FillColumn, 'value'> = {
  heading: '样例说明',
  field: { type: 'text', label: '样例说明' },
  required: false,
};

/** The column the mark of the samples is put into: 备注, or another text that asks for nothing particular. */
function markedColumn(columns: readonly Omit<FillColumn, 'value'>[]): number {
  const remark = columns.findIndex(({ heading }) => heading.startsWith('备注'));
  if (remark >= 0) return remark;
  return columns.findLastIndex(({ field, required }) => field.type === 'longText' && !required);
}

const SAMPLE_NAMES = ['示例甲', '示例乙'];

/** Invented content that shows how a column is meant to be filled in. */
function sampleCell(kind: RecordKind, field: Field, index: number, context: ChoiceContext): SheetCell {
  const text = sampleText(kind, field, index, context);
  if (text === '') return BLANK;
  return typeof text === 'number'
    ? { value: text, format: field.type === 'decimal' ? 'decimal' : 'integer' }
    : textCell(text);
}

function sampleText(kind: RecordKind, field: Field, index: number, context: ChoiceContext): string | number {
  const choices = choicesOf(field, context);
  switch (field.type) {
    case 'choice':
    case 'boolean':
      return choices[index] ?? choices[0] ?? '';
    case 'choices':
      return choices.slice(0, index + 1).join('、');
    case 'reference':
      return choices[index] ?? choices[0] ?? sampleName(field, index, context);
    case 'references':
      return choices.slice(0, index + 1).join('、');
    case 'tags':
      return index === 0 ? '示例词一、示例词二' : '示例词三';
    case 'date':
      return `2024-0${index + 3}-15`;
    case 'dateTime':
      return `2024-0${index + 3}-15 09:30`;
    case 'month':
      return `197${index + 5}-0${index + 5}`;
    case 'year':
      return '2024';
    case 'integer':
    case 'decimal':
      return Math.min(field.max ?? Number.MAX_SAFE_INTEGER, Math.max(field.min ?? 0, index + 1));
    case 'text':
      return textSample(kind, field, index);
    case 'longText':
      return field.required ? `（示例）${field.label}的内容写在这里，可以换行。` : '';
    default:
      return '';
  }
}

function textSample(kind: RecordKind, field: Field, index: number): string {
  switch (field.format) {
    case 'name':
      return SAMPLE_NAMES[index] ?? '';
    case 'mobile':
      return `1380000000${index + 1}`;
    case 'phone':
      return `0000-1234567${index}`;
    case 'email':
      return `sample${index + 1}@example.com`;
    case 'postcode':
      return '000000';
    default:
      return field.required || ['标题', '案由', '名称', '题目'].includes(field.label)
        ? `示例${kind.label}${index === 0 ? '一' : '二'}`
        : '';
  }
}

/** Where no record can be named yet, a name shows at least how it is written; sample rows are never imported. */
function sampleName(field: Field, index: number, context: ChoiceContext): string {
  const record = context.list(field.target ?? '')[index];
  return record ? titleOf(record, context.lookup) : '';
}

async function addNotes(
  workbook: ReturnType<typeof newWorkbook>,
  { kind, columns, context, sampleMark }: TemplateBook,
  taken: Set<string>,
): Promise<void> {
  const line = (cells: readonly string[]) => cells.map((text) => textCell(text));
  await addTable(
    workbook,
    {
      name: '填写说明',
      columns: [
        { heading: '栏目', width: 24 },
        { heading: '必填', width: 8 },
        { heading: '怎样填', width: 70 },
        { heading: '可选的内容', width: 70 },
      ],
      groups: [
        {
          rows: [
            ...generalNotes(kind, sampleMark).map(([what, how]) => line([what, '', how, ''])),
            ...columns.map(({ heading, field, required }) =>
              line([
                heading,
                required ? '必填' : field.expected ? '最好填' : '',
                explanationOf(field),
                choicesOf(field, context).join('、'),
              ]),
            ),
          ],
        },
      ],
      filter: false,
    },
    taken,
  );
}
