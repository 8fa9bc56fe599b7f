import { listOf, numberOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord, Values } from '../../../records/record.ts';
import type { Composed, DocumentDefinition, DocumentMaterial } from '../../definition.ts';
import type { DocumentBlock, DocumentCell, DocumentModel, DocumentTable, Finding, Source } from '../../model.ts';
import { characterFindings } from '../../rare-characters.ts';
import * as say from '../../wording.ts';
import { headName } from './names.ts';

const PARTS = ['全部', '公文', '会议纪要', '规章制度', '期刊'] as const;
type Part = Exclude<(typeof PARTS)[number], '全部'>;

/** 归档文件目录: what the office issued in a year, file by file (DA/T 22, 归档文件整理规则). */
export const archiveCatalogue: DocumentDefinition = {
  id: 'archiveCatalogue',
  label: '归档文件目录',
  group: '公文',
  layout: 'plain',
  aliases: ['档案目录', '归档目录', '文书档案'],
  description: '一年的公文、会议纪要、规章制度、期刊按件列出：件号、责任者、文号、题名、日期、页数、备注。',
  parameters: [
    { name: 'year', label: '年度', type: 'integer', help: '留空为上一年' },
    { name: 'part', label: '范围', type: 'choice', options: PARTS, initial: PARTS[0] },
    { name: 'retention', label: '保管期限', type: 'text', help: '例如“永久”“30年”，写在题头；留空不写' },
    { name: 'fonds', label: '全宗名称', type: 'text', help: '留空用单位全称' },
  ],
  compose,
};

/** One 件. */
interface Item {
  readonly part: Part;
  readonly record: StoredRecord;
  readonly issuer: string;
  readonly issuerField: string;
  readonly number: string;
  readonly numberField: string;
  readonly title: string;
  readonly date: string;
  readonly dateField: string;
  readonly remark: string;
}

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const year = say.integerParam(params, 'year', '年度') ?? Number(material.today.slice(0, 4)) - 1;
  const part = say.choiceParam(params, 'part', '范围', PARTS);
  const { settings } = material;
  const items = itemsOf(year, material).filter((item) => part === '全部' || item.part === part);
  const findings: Finding[] = [];
  const title = `${year}年${part === '全部' ? '' : part}归档文件目录`;
  const fonds = say.textParam(params, 'fonds') || settings.fullName;
  const retention = say.textParam(params, 'retention');
  if (items.length === 0) {
    const what = part === '全部' ? '公文、会议纪要、规章制度和期刊' : part;
    findings.push({ severity: 'warning', message: `${year}年没有可归档的${what}，目录是空的。` });
  }
  if (!retention)
    findings.push({ severity: 'hint', message: '没有写保管期限；归档文件按年度、机构、保管期限分开编目。' });
  const blocks: DocumentBlock[] = [
    say.paragraph('formTitle', title),
    say.paragraph('tableNote', headLine(fonds, year, retention, items)),
    items.length > 0
      ? tableOf(items, part === '全部')
      : say.paragraph('body', `${year}年没有登记可归档的文件。先登记公文、纪要文号和期刊期次，再出目录。`),
  ];
  if (items.some((item) => item.part === '会议纪要')) {
    blocks.push(say.paragraph('tableNote', '注：会议纪要的日期为开会日期，规章制度的日期为通过日期。'));
  }
  const model: DocumentModel = {
    document: 'archiveCatalogue',
    title,
    fileName: `${title}（${say.chineseDay(material.today)}）`,
    page: { orientation: 'landscape', grid: 'free', folio: 'center' },
    blocks,
  };
  findings.push(...gaps(items, 2));
  return { model, findings: [...findings, ...characterFindings(model, settings)] };
}

function headLine(fonds: string, year: number, retention: string, items: readonly Item[]): string {
  const parts = [
    fonds ? `全宗：${fonds}` : '',
    `年度：${year}`,
    retention ? `保管期限：${retention}` : '',
    `共${items.length}件`,
  ];
  return parts.filter(Boolean).join('　　');
}

const ORDER: readonly Part[] = ['公文', '会议纪要', '规章制度', '期刊'];

/** What belongs to the year, by its kind and then by its day. A paper that stands in two ledgers is one 件. */
export function itemsOf(year: number, material: DocumentMaterial): Item[] {
  const papers = material.list('officialDocument').filter((record) => belongs(record, year));
  const entered = new Set(papers.flatMap(({ values }) => (textOf(values, 'number') ? listOf(values, 'events') : [])));
  const numbers = new Set(papers.map(({ values }) => textOf(values, 'number')).filter(Boolean));
  const items = [
    ...papers.map((record) => paperItem(record, material)),
    ...material
      .list('event')
      .filter((record) => textOf(record.values, 'minutesNumber') && inYear(textOf(record.values, 'start'), year))
      .filter(({ id, values }) => !entered.has(id) || !numbers.has(textOf(values, 'minutesNumber')))
      .map((record) => minutesItem(record, material)),
    ...material
      .list('regulation')
      .filter(
        ({ values }) => inYear(textOf(values, 'passedOn'), year) && !papers.some((paper) => isPaperOf(paper, values)),
      )
      .map((record) => regulationItem(record, material)),
    ...material
      .list('bulletin')
      .filter(({ values }) => numberOf(values, 'year') === year && numberOf(values, 'number') !== undefined)
      .map((record) => bulletinItem(record, material)),
  ];
  // The sort is stable: what has the same day keeps the order in which it was entered.
  return items.sort((a, b) => ORDER.indexOf(a.part) - ORDER.indexOf(b.part) || compare(a.date, b.date));
}

/** The register entry under which a regulation went out: same number, and its title in the other's. */
const isPaperOf = (paper: StoredRecord, regulation: Values): boolean =>
  textOf(paper.values, 'number') === textOf(regulation, 'number') &&
  textOf(paper.values, 'title').includes(textOf(regulation, 'title').trim());

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
const inYear = (day: string, year: number): boolean => day.startsWith(`${year}-`);

/** Drafts are not filed, and a void number has no paper. A report on a year is filed with the year it was written in. */
function belongs({ values }: StoredRecord, year: number): boolean {
  if (textOf(values, 'voidReason') || textOf(values, 'state') === '拟稿') return false;
  const day = textOf(values, 'writtenOn') || textOf(values, 'printedOn');
  return day ? inYear(day, year) : numberOf(values, 'year') === year;
}

function paperItem(record: StoredRecord, { settings }: DocumentMaterial): Item {
  const { values } = record;
  const dateField = textOf(values, 'writtenOn') ? 'writtenOn' : 'printedOn';
  return {
    part: '公文',
    record,
    issuer: textOf(values, 'issuer').trim() || headName(settings.fullName),
    issuerField: 'issuer',
    number: textOf(values, 'number'),
    numberField: 'number',
    title: textOf(values, 'title').trim(),
    date: textOf(values, dateField),
    dateField,
    remark: '',
  };
}

function minutesItem(record: StoredRecord, { settings }: DocumentMaterial): Item {
  const title = say.fullTitle(record.values, settings.shortName);
  return {
    part: '会议纪要',
    record,
    issuer: headName(settings.fullName),
    issuerField: 'minutesNumber',
    number: textOf(record.values, 'minutesNumber'),
    numberField: 'minutesNumber',
    title: title.endsWith('纪要') ? title : `${title}纪要`,
    date: textOf(record.values, 'start').slice(0, 10),
    dateField: 'start',
    remark: '',
  };
}

function regulationItem(record: StoredRecord, { settings }: DocumentMaterial): Item {
  const { values } = record;
  return {
    part: '规章制度',
    record,
    issuer: headName(settings.fullName),
    issuerField: 'number',
    number: textOf(values, 'number'),
    numberField: 'number',
    title: textOf(values, 'title').trim(),
    date: textOf(values, 'passedOn'),
    dateField: 'passedOn',
    remark: textOf(values, 'state') === '现行' ? '' : textOf(values, 'state'),
  };
}

function bulletinItem(record: StoredRecord, { settings }: DocumentMaterial): Item {
  const { values } = record;
  const total = numberOf(values, 'totalNumber');
  const supplement = values.supplement === true && values.publication !== '增刊' ? '（增刊）' : '';
  return {
    part: '期刊',
    record,
    issuer: textOf(values, 'issuer').trim() || settings.issuer,
    issuerField: 'issuer',
    number: `第${numberOf(values, 'number')}期${total === undefined ? '' : `（总第${total}期）`}`,
    numberField: 'number',
    title: `${textOf(values, 'publication')}${supplement}`,
    date: textOf(values, 'printedOn'),
    dateField: 'printedOn',
    remark: textOf(values, 'state') === '已印发' ? '' : textOf(values, 'state'),
  };
}

const COLUMNS = [
  { label: '件号', width: 14, align: 'center' },
  { label: '责任者', width: 44, align: 'left' },
  { label: '文号', width: 50, align: 'center' },
  { label: '题名', width: 92, align: 'left' },
  { label: '日期', width: 24, align: 'center' },
  { label: '页数', width: 14, align: 'center' },
  { label: '备注', width: 22, align: 'left' },
] as const;

function tableOf(items: readonly Item[], grouped: boolean): DocumentTable {
  const rows: DocumentCell[][] = [
    COLUMNS.map(({ label }) => ({ runs: [{ text: label }], align: 'center', label: true })),
  ];
  let last: Part | undefined;
  items.forEach((item, index) => {
    if (grouped && item.part !== last) {
      const count = items.filter(({ part }) => part === item.part).length;
      const text = `${item.part}（${count}件）`;
      rows.push([{ runs: [{ text, lead: true }], colSpan: COLUMNS.length, align: 'left' }]);
    }
    last = item.part;
    rows.push(rowOf(item, index));
  });
  return {
    type: 'table',
    columns: COLUMNS.map(({ width, align }) => ({ width, align })),
    headRows: 1,
    size: 10.5,
    rows,
  };
}

function rowOf(item: Item, index: number): DocumentCell[] {
  const cell = (text: string, column: number, source: Source): DocumentCell => ({
    runs: text ? [{ text, source }] : [],
    align: COLUMNS[column]?.align ?? 'left',
    source,
  });
  const of = (field: string): Source => say.sourceOf(item.record, field);
  return [
    cell(String(index + 1), 0, say.sourceOf(item.record)),
    cell(item.issuer, 1, of(item.issuerField)),
    cell(item.number, 2, of(item.numberField)),
    cell(item.title, 3, of('title')),
    // DA/T 22: eight digits, year month day.
    cell(item.date.replaceAll('-', ''), 4, of(item.dateField)),
    { runs: [], align: 'center' },
    cell(item.remark, 6, say.sourceOf(item.record)),
  ];
}

/** Blanks are left to be written in: numbers of pages are counted on the paper itself. */
function gaps(items: readonly Item[], block: number): Finding[] {
  const findings: Finding[] = [];
  const first = (
    lacking: readonly Item[],
    severity: Finding['severity'],
    words: string,
    field: (item: Item) => string,
  ) => {
    const [item] = lacking;
    if (!item) return;
    const message = `${lacking.length}件${words}，例如“${item.title}”。`;
    findings.push({ severity, message, block, source: say.sourceOf(item.record, field(item)) });
  };
  first(
    items.filter(({ part, number }) => !number && part !== '规章制度'),
    'hint',
    '没有文号',
    ({ numberField }) => numberField,
  );
  first(
    items.filter(({ date }) => !date),
    'warning',
    '没有日期',
    ({ dateField }) => dateField,
  );
  first(
    items.filter(({ title }) => !title),
    'error',
    '没有题名',
    () => 'title',
  );
  if (items.length > 0) findings.push({ severity: 'hint', message: '页数台账里没有，目录里空着，整理时填写。', block });
  return findings;
}
