import { enumerationOf } from '../../../shared/records/index.ts';
import type { Known } from '../import-context.ts';
import { addTable, toBytes, Workbook } from '../sheets/workbook-writing.ts';
import { type ImportField, memberFields } from './fields.ts';
import { SAMPLE_MARK } from './rows.ts';

/** Columns of the template in the order rosters have them. */
const COLUMNS = [
  'person.name',
  'person.sex',
  'person.ethnicity',
  'person.birth',
  'person.nativePlace',
  'person.parties',
  'person.education',
  'person.degree',
  'person.professionalTitle',
  'person.org',
  'person.orgDuty',
  'person.mobile',
  'person.email',
  'person.address',
  'member.code',
  'member.sector',
  'member.committee',
  'member.committeeDuty',
  'member.subdistrictOffice',
  'member.roles',
  'member.isStanding',
  'member.appointedOn',
  'member.remark',
] as const;

/** Two invented people, so that the way to fill it in can be seen; the notes say to delete them. */
const SAMPLES: readonly Readonly<Partial<Record<(typeof COLUMNS)[number], string>>>[] = [
  {
    'person.name': '示例甲',
    'person.sex': '女',
    'person.ethnicity': '汉族',
    'person.birth': '1978-05',
    'person.parties': '民盟盟员',
    'person.org': '示例区第一中学',
    'person.orgDuty': '副校长',
    'person.mobile': '13800000001',
    'member.isStanding': '否',
    'member.appointedOn': '2022-01-15',
    'member.remark': SAMPLE_MARK,
  },
  {
    'person.name': '示例乙',
    'person.sex': '男',
    'person.ethnicity': '回族',
    'person.birth': '1969-11',
    'person.parties': '中共党员',
    'person.org': '示例区人民医院',
    'person.orgDuty': '院长',
    'person.mobile': '13800000002',
    'member.isStanding': '是',
    'member.appointedOn': '2022-01-15',
    'member.remark': SAMPLE_MARK,
  },
];

/** Rows of the template that carry drop-downs. */
const ROWS = 1000;

/** An empty roster with drop-downs for what the library already knows, two sample rows and a sheet of notes. */
export function rosterTemplate(known: Known): Promise<Uint8Array> {
  const fields = memberFields();
  const columns = COLUMNS.flatMap((key) => fields.find((field) => field.key === key) ?? []);
  const workbook = new Workbook();
  const sheet = addTable(
    workbook,
    '委员名册',
    columns.map((field) => ({
      heading: headingOf(field),
      width: Math.max(10, Math.round((field.field.width ?? 120) / 8)),
    })),
    SAMPLES.map((sample) => columns.map(({ key }) => sampleOf(key, sample[key as (typeof COLUMNS)[number]], known))),
  );
  const lists: string[][] = [];
  columns.forEach((field, index) => {
    const column = sheet.getColumn(index + 1);
    // Text throughout: mobiles keep their digits and dates are read as typed.
    column.numFmt = '@';
    const choices = choicesOf(field, known);
    if (choices.length === 0 || field.field.type === 'choices') return;
    lists.push(choices);
    const letter = letterOf(lists.length);
    const formula = `选项!$${letter}$1:$${letter}$${choices.length}`;
    for (let row = 2; row <= ROWS; row++) {
      sheet.getCell(row, index + 1).dataValidation = {
        type: 'list',
        allowBlank: true,
        formulae: [formula],
        // A name that is not in the list is asked about at import, not forbidden here.
        showErrorMessage: false,
      };
    }
  });
  addNotes(workbook, columns, known);
  addLists(workbook, lists);
  return toBytes(workbook);
}

const headingOf = (field: ImportField): string => (field.required ? `${field.label}（必填）` : field.label);

function sampleOf(key: string, value: string | undefined, known: Known): string {
  if (value !== undefined) return value;
  if (key === 'member.sector') return String(known.list('sector')[0]?.values.name ?? '');
  if (key === 'member.committee') return String(known.list('committee')[0]?.values.name ?? '');
  return '';
}

function choicesOf({ field }: ImportField, known: Known): string[] {
  if (field.type === 'boolean') return ['是', '否'];
  if (field.enumeration) {
    return (enumerationOf(known.enumerations, field.enumeration)?.values ?? [])
      .filter(({ retired }) => !retired)
      .map(({ value }) => value);
  }
  if (field.type !== 'reference' || !['sector', 'committee', 'subdistrictOffice'].includes(field.target ?? ''))
    return [];
  const names = known.list(field.target ?? '').map(({ values }) => values.name);
  return [...new Set(names.filter((name): name is string => typeof name === 'string'))];
}

function addNotes(workbook: Workbook, columns: readonly ImportField[], known: Known): void {
  const notes: string[][] = [
    ['姓名', '必填。同名的人靠出生年月或手机区分，请至少填一项。'],
    ['出生年月', '写成 1978-05；完整日期也可以，只取年月。'],
    ['日期', '写成 2022-01-15。没有的日子（如 2 月 30 日）会被退回。'],
    ['可填多项的栏', '政治面貌、政协职务等用顿号隔开，例如：民建会员、中共党员。'],
    ['界别、专委会、街道', '按库中的名称选；库中没有的，导入时可选择一并新建。'],
    ['空白', '不填就是不改：已有委员的原有内容不会被空白冲掉。'],
    ['身份证号', '不需要，也不会取入。'],
    ['列的增减', '列可以增减、换序；导入时可以指定每一列对应什么，并会记住。'],
    ['样例', '前两行是样例，填写前请删去。'],
  ];
  const allowed = columns.flatMap((field): string[][] => {
    const choices = field.field.enumeration ? choicesOf(field, known) : [];
    return choices.length > 0 ? [[`${field.label}的选项`, choices.join('、')]] : [];
  });
  addTable(
    workbook,
    '填写说明',
    [
      { heading: '栏目', width: 24 },
      { heading: '怎样填', width: 100 },
    ],
    [...notes, ...allowed],
  );
}

function addLists(workbook: Workbook, lists: readonly (readonly string[])[]): void {
  const sheet = workbook.addWorksheet('选项', { state: 'hidden' });
  lists.forEach((choices, column) => {
    choices.forEach((choice, row) => {
      sheet.getCell(row + 1, column + 1).value = choice;
    });
  });
}

function letterOf(column: number): string {
  const last = String.fromCharCode(64 + (((column - 1) % 26) + 1));
  return column <= 26 ? last : letterOf(Math.floor((column - 1) / 26)) + last;
}
