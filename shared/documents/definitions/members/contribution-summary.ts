import type { FigurePeriod } from '../../../figures/figure-result.ts';
import { numberOf, targetOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord } from '../../../records/record.ts';
import type { Composed, DocumentDefinition, DocumentMaterial } from '../../definition.ts';
import type { DocumentBlock, DocumentCell, DocumentModel, DocumentTable, Finding } from '../../model.ts';
import { spacedName } from '../../names.ts';
import { characterFindings } from '../../rare-characters.ts';
import * as say from '../../wording.ts';
import { cell, left } from './cells.ts';
import { figureRun, figureSource, figureText, missingFigures, type PaperFigure, paperFigure } from './figures.ts';
import { HALVES, stretchOf, yearParameter } from './period.ts';

interface Measure {
  /** Field of the contribution. */
  readonly field: string;
  readonly label: string;
  readonly unit: string;
  /** The figure the column adds up to. */
  readonly figure?: string;
}

interface Sort {
  readonly type: string;
  readonly measures: readonly Measure[];
  /** Counted once a company, not by adding up. */
  readonly companies?: string;
}

const SORTS: readonly Sort[] = [
  {
    type: '企业落户招商',
    companies: 'CON.FIRM',
    measures: [{ field: 'amount', label: '引资额', unit: '万元', figure: 'CON.INVEST' }],
  },
  { type: '新增就业', measures: [{ field: 'jobs', label: '就业人数', unit: '人', figure: 'CON.JOB' }] },
  { type: '捐款捐物', measures: [{ field: 'amount', label: '金额', unit: '万元', figure: 'CON.DONATE' }] },
  {
    type: '结对帮扶',
    measures: [
      { field: 'households', label: '户数', unit: '户', figure: 'CON.HOUSE' },
      { field: 'people', label: '人数', unit: '人', figure: 'CON.PEOPLE' },
    ],
  },
  { type: '好事实事', measures: [{ field: 'items', label: '件数', unit: '件', figure: 'CON.GOOD' }] },
];

/** Types no figure counts, also those an office has added: they are listed and counted by themselves. */
const OTHER_MEASURES: readonly Measure[] = [
  { field: 'items', label: '件数', unit: '件' },
  { field: 'people', label: '人数', unit: '人' },
];

/** 委员履职为民情况汇总 (J16): what was checked, by type, and sums that are the figures of the year. */
export const contributionSummary: DocumentDefinition = {
  id: 'contributionSummary',
  label: '委员履职为民情况汇总',
  group: '委员履职',
  layout: 'plain',
  aliases: ['委员贡献汇总', '招商引资汇总', '捐款捐物汇总'],
  description: '招商、就业、捐赠、帮扶、好事实事分类列表，只列已核的，合计与年报数字一致。',
  parameters: [yearParameter, { name: 'half', label: '时段', type: 'choice', options: HALVES, initial: HALVES[0] }],
  compose,
};

interface Part {
  readonly sort: Sort;
  readonly records: readonly StoredRecord[];
  readonly figures: ReadonlyMap<string, PaperFigure>;
}

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const stretch = stretchOf(params, 'half', material);
  const all = inPeriod(material.list('contribution'), stretch.period);
  const checked = all.filter(({ values }) => textOf(values, 'review') === '已核');
  const parts = partsOf(checked, stretch.period, material);
  const findings: Finding[] = [
    ...missingFigures(parts.flatMap(({ figures }) => [...figures.values()])),
    ...uncheckedFindings(all),
    ...parts.flatMap((part) => sumFindings(part)),
  ];
  if (all.length === 0)
    findings.push({ severity: 'warning', message: `${stretch.words}还没有登记履职为民事项。请先登记或导入委员报表。` });
  const title = `${stretch.words}委员履职为民情况汇总`;
  const model: DocumentModel = {
    document: 'contributionSummary',
    title,
    fileName: `${title}（${say.chineseDay(material.today)}）`,
    page: { orientation: 'landscape', grid: 'free', folio: 'center' },
    blocks: [
      say.paragraph('title', title),
      say.paragraph('subtitle', `（${stretch.days}，审核通过的${checked.length}件）`),
      say.paragraph('tableNote', ''),
      totalsTable(parts),
      say.paragraph('tableNote', uncheckedWords(all, checked.length)),
      ...parts.filter(({ records }) => records.length > 0).flatMap((part) => detail(part, material)),
    ],
  };
  return { model, findings: [...findings, ...characterFindings(model, material.settings)] };
}

const inPeriod = (records: readonly StoredRecord[], { from, to }: FigurePeriod): StoredRecord[] =>
  records
    .filter(({ values }) => textOf(values, 'on') >= from && textOf(values, 'on').slice(0, 10) <= to)
    .sort((a, b) => textOf(a.values, 'on').localeCompare(textOf(b.values, 'on')) || (a.id < b.id ? -1 : 1));

function partsOf(checked: readonly StoredRecord[], period: FigurePeriod, material: DocumentMaterial): Part[] {
  const known = new Set(SORTS.map(({ type }) => type));
  const others = [...new Set(checked.map(({ values }) => textOf(values, 'contributionType') || '未填类型'))].filter(
    (type) => !known.has(type),
  );
  const sorts: readonly Sort[] = [...SORTS, ...others.sort().map((type) => ({ type, measures: OTHER_MEASURES }))];
  return sorts.map((sort) => {
    const ids = [sort.companies, ...sort.measures.map(({ figure }) => figure)].filter((id) => id !== undefined);
    return {
      sort,
      records: checked.filter(({ values }) => (textOf(values, 'contributionType') || '未填类型') === sort.type),
      figures: new Map(ids.map((id) => [id, paperFigure(id, period, material)])),
    };
  });
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

const sumOf = (records: readonly StoredRecord[], field: string): number =>
  rounded(records.reduce((sum, { values }) => sum + (numberOf(values, field) ?? 0), 0));

/** Ids of records whose amount belongs to a project that is counted with another record. */
function repeatedIn({ sort, figures }: Part): ReadonlySet<string> {
  const evidence = sort.measures.flatMap(({ figure }) => (figure && figures.get(figure)?.result?.evidence) || []);
  return new Set(evidence.filter(({ repeated }) => repeated).map(({ id }) => id));
}

/** The columns must add up to the figures; where the office counts otherwise, the paper says so before it goes out. */
function sumFindings(part: Part): Finding[] {
  const repeated = repeatedIn(part);
  const counted = part.records.filter(({ id }) => !repeated.has(id));
  return part.sort.measures.flatMap(({ field, figure, unit }): Finding[] => {
    const value = figure && part.figures.get(figure)?.result?.value;
    const sum = sumOf(counted, field);
    if (value === undefined || value === '' || Math.abs(Number(value) - sum) < 0.0001) return [];
    const message = `“${part.sort.type}”表中各行合计${sum}${unit}，指标${figure}是${value}${unit}，口径不同，请核对。`;
    return [{ severity: 'warning', message }];
  });
}

const unchecked = (all: readonly StoredRecord[], state: string): StoredRecord[] =>
  all.filter(({ values }) => (textOf(values, 'review') || '待核') === state);

function uncheckedFindings(all: readonly StoredRecord[]): Finding[] {
  const [first, ...rest] = unchecked(all, '待核');
  if (!first) return [];
  const message = `还有${rest.length + 1}件待核，没有列入也没有计入合计。核完再出一次。`;
  return [{ severity: 'warning', message, source: say.sourceOf(first, 'review') }];
}

function uncheckedWords(all: readonly StoredRecord[], checked: number): string {
  const waiting = unchecked(all, '待核').length;
  const refused = all.length - checked - waiting;
  const rest = [waiting > 0 ? `待核的${waiting}件` : '', refused > 0 ? `不予认定的${refused}件` : ''].filter(Boolean);
  const once = '落户企业按企业去重计家数；同一项目几人引荐、登记了几条的，只计最大的一条。';
  return rest.length > 0 ? `注：${once}${rest.join('、')}未列入。` : `注：${once}`;
}

const TOTALS = [
  ['CON.FIRM', '助力企业落户', '家'],
  ['CON.INVEST', '招商引资总额', '万元'],
  ['CON.JOB', '帮助新增就业', '人'],
  ['CON.DONATE', '捐款捐物', '万元'],
  ['CON.HOUSE', '帮扶困难群众', '户'],
  ['CON.PEOPLE', '帮扶困难群众', '人'],
  ['CON.GOOD', '为民做好事', '件'],
] as const;

function totalsTable(parts: readonly Part[]): DocumentTable {
  const figures = new Map(parts.flatMap(({ figures: own }) => [...own]));
  const number = (id: string): DocumentCell => {
    const one = figures.get(id);
    return { runs: one ? [figureRun(one)] : [], align: 'center', source: figureSource(id) };
  };
  return {
    type: 'table',
    columns: TOTALS.map(() => ({ width: 1, align: 'center' })),
    headRows: 1,
    size: 12,
    rows: [TOTALS.map(([, label, unit]) => cell(`${label}（${unit}）`)), TOTALS.map(([id]) => number(id))],
  };
}

function detail(part: Part, material: DocumentMaterial): DocumentBlock[] {
  const { sort, records } = part;
  const heading = `${sort.type}（${records.length}件）`;
  return [
    { type: 'paragraph', role: 'tableTitle', runs: [{ text: heading }] },
    detailTable(part, material),
    say.paragraph('tableNote', ''),
  ];
}

function detailTable(part: Part, { lookup }: DocumentMaterial): DocumentTable {
  const { sort, records, figures } = part;
  const isFirm = sort.companies !== undefined;
  const repeated = repeatedIn(part);
  const firms = new Set<string>();
  const title = (record: StoredRecord, field: string, kind: string) =>
    textOf(targetOf(record.values, field, kind, lookup), 'name');
  const columns = [
    { label: '序号', width: 12 },
    { label: '日期', width: 22 },
    { label: '委员', width: 22 },
    { label: '单位', width: 48 },
    { label: '事项', width: 62 },
    ...(isFirm ? [{ label: '落户企业', width: 46 }] : []),
    ...sort.measures.map(({ label, unit }) => ({ label: `${label}（${unit}）`, width: 24 })),
    { label: '说明', width: 34 },
  ];
  const rows = records.map((record, index): DocumentCell[] => {
    const source = say.sourceOf(record);
    const company = textOf(record.values, 'company');
    const again = isFirm && company !== '' && firms.has(company);
    firms.add(company);
    const notes = [
      repeated.has(record.id) ? '同一项目，金额不重复计' : '',
      again ? '同一企业，家数不重复计' : '',
    ].filter(Boolean);
    return [
      cell(String(index + 1), { source }),
      cell(say.chineseDay(textOf(record.values, 'on')).replace(/^\d+年/u, ''), { source }),
      cell(spacedName(say.memberName(textOf(record.values, 'member'), lookup)), { source }),
      left(
        title(record, 'organisation', 'organisation') ||
          textOf(
            targetOf(lookup('member', textOf(record.values, 'member'))?.values ?? {}, 'person', 'person', lookup),
            'org',
          ),
        source,
      ),
      left(textOf(record.values, 'title'), source),
      ...(isFirm ? [left(title(record, 'company', 'organisation'), source)] : []),
      ...sort.measures.map(({ field }) => cell(String(numberOf(record.values, field) ?? ''), { source })),
      left(notes.join('；'), source),
    ];
  });
  const total: DocumentCell[] = [
    cell('合计', { lead: true, colSpan: 5 }),
    ...(isFirm ? [totalCell(figures.get(sort.companies ?? ''), '家')] : []),
    ...sort.measures.map(({ figure, field }) =>
      figure ? totalCell(figures.get(figure)) : cell(String(sumOf(records, field) || ''), { lead: true }),
    ),
    cell(''),
  ];
  return {
    type: 'table',
    columns: columns.map(({ width }) => ({ width })),
    headRows: 1,
    size: 10.5,
    rows: [columns.map((column) => cell(column.label)), ...rows, total],
  };
}

function totalCell(one: PaperFigure | undefined, unit = ''): DocumentCell {
  if (!one) return cell('');
  const source = figureSource(one.id);
  return { runs: [{ text: `${figureText(one)}${unit}`, lead: true, source }], align: 'center', source };
}
