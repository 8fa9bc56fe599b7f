import { titleOf } from '../records/display.ts';
import { textOf } from '../records/read-value.ts';
import type { Scheme } from '../scoring/scheme.ts';
import type { ScoreEntry, SubjectResult } from '../scoring/score-result.ts';
import { type Composed, type DocumentDefinition, DocumentError, type DocumentMaterial } from './definition.ts';
import type { DocumentCell, DocumentModel, DocumentTable, Finding, Source } from './model.ts';
import { characterFindings } from './rare-characters.ts';
import { type Scored, scoredParams, scoredYear } from './scored.ts';
import * as say from './wording.ts';

/** 履职计分明细: what a member checks and signs: every line with its record. */
export const scoreStatement: DocumentDefinition = {
  id: 'scoreStatement',
  label: '履职计分明细',
  group: '委员履职',
  layout: 'plain',
  description: '一名委员一年的计分明细：每一行的项目、日期、来源记录、分值，供本人核对签名。',
  parameters: [
    { name: 'member', label: '委员', type: 'reference', targets: ['member'], required: true },
    ...scoredParams,
  ],
  compose,
};

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const member = say.recordParam(params, 'member', '委员', ['member'], material);
  const scored = scoredYear(params, material);
  const { scheme, year, engine } = scored;
  const result = engine.result(member.id);
  const name = say.memberName(member.id, material.lookup);
  if (!result) throw new DocumentError(`${name}${year}年不在“${scheme.label}”的计分范围内，请换一年。`, 'year');
  const title = `${year}年度委员履职计分明细`;
  const findings: Finding[] = [];
  if (scheme.status !== 'inForce') {
    findings.push({ severity: 'warning', message: `“${scheme.label}”第${scheme.version}版还没有施行，这是试算。` });
  }
  const source = say.sourceOf(member);
  const sector = textOf(material.lookup('sector', textOf(member.values, 'sector'))?.values ?? {}, 'name');
  const model: DocumentModel = {
    document: 'scoreStatement',
    title,
    fileName: `${title}（${name}）`,
    page: { orientation: 'portrait', grid: 'free', folio: 'center' },
    blocks: [
      say.paragraph('title', title),
      say.paragraph('subtitle', [name, sector].filter(Boolean).join('　'), source),
      say.paragraph(
        'body',
        `总分${number(result.total)}分，等次${result.grade}。按${scheme.label}第${scheme.version}版计算${monthsOf(result)}。`,
        source,
      ),
      tableOf(scored, result, material),
      say.paragraph(
        'tableNote',
        `总分＝起评分${number(result.base)}分＋各行“计入”之和。“计入”少于“分值”的，说明里写明原因。`,
      ),
      say.paragraph('body', '本人核对：□无异议　□有异议（写明哪一行、什么理由）：'),
      say.blank(),
      say.paragraph('body', '签名：　　　　　　　　　　日期：　　　　年　　月　　日'),
    ],
  };
  return { model, findings: [...findings, ...characterFindings(model, material.settings)] };
}

const number = (points: number): string => String(points).replace('-', '－');

const monthsOf = ({ months }: SubjectResult): string =>
  months < 12 ? `，当年任职${months}个月，各项封顶按月折算` : '';

const COLUMNS = [
  { label: '项目', width: 42, align: 'left' },
  { label: '日期', width: 23, align: 'center' },
  { label: '来源记录', width: 46, align: 'left' },
  { label: '分值', width: 13, align: 'center' },
  { label: '计入', width: 13, align: 'center' },
  { label: '说明', width: 25, align: 'left' },
] as const;

const cell = (text: string, align: DocumentCell['align'], source?: Source): DocumentCell => ({
  runs: text ? [{ text }] : [],
  align,
  ...(source ? { source } : {}),
});

function tableOf({ scheme }: Scored, result: SubjectResult, material: DocumentMaterial): DocumentTable {
  const rows: DocumentCell[][] = [COLUMNS.map(({ label }) => cell(label, 'center'))];
  const order = new Map(scheme.items.map(({ code }, index) => [code, index]));
  const at = ({ item }: ScoreEntry) => order.get(item) ?? order.size;
  for (const { id, label, section } of sectionsOf(scheme)) {
    const own = result.entries
      .filter((entry) => section(entry))
      .sort((a, b) => at(a) - at(b) || (a.day < b.day ? -1 : 1));
    const counted = result.sections.find((one) => one.id === id);
    if (own.length === 0 && !counted?.counted) continue;
    const head = `${label}：${number(counted?.counted ?? own.reduce((sum, one) => sum + one.counted, 0))}分`;
    rows.push([{ runs: [{ text: head, lead: true }], colSpan: COLUMNS.length, align: 'left' }]);
    for (const entry of own) rows.push(rowOf(entry, scheme, material));
  }
  return { type: 'table', columns: COLUMNS.map(({ width, align }) => ({ width, align })), headRows: 1, rows };
}

/** The sections that hold lines, and one for lines that balance the whole. */
function sectionsOf({ items, sections }: Scheme) {
  const home = new Map(items.map(({ code, section }) => [code, section]));
  const of = ({ item }: ScoreEntry) => home.get(item) ?? item;
  const known = new Set(sections.map(({ id }) => id));
  return [
    ...sections.map(({ id, label }) => ({ id, label, section: (entry: ScoreEntry) => of(entry) === id })),
    { id: '', label: '合计时的调整', section: (entry: ScoreEntry) => !known.has(of(entry)) },
  ];
}

function rowOf(entry: ScoreEntry, { items }: Scheme, { lookup }: DocumentMaterial): DocumentCell[] {
  const item = items.find(({ code }) => code === entry.item);
  const records = entry.sources.flatMap(({ kind, id }) => lookup(kind, id) ?? []);
  const [first] = records;
  const named = first ? titleOf(first, lookup) : '';
  const source = first ? say.sourceOf(first) : undefined;
  const texts = [
    item ? `${item.code} ${item.label}` : '上下限调整',
    // The year stands in the title; with it the day would not fit on one line.
    say.chineseDay(entry.day).replace(/^\d{4}年/u, ''),
    records.length > 1 ? `${named}等${records.length}条` : named,
    number(entry.points),
    number(entry.counted),
    [entry.note, entry.reason].filter(Boolean).join('；'),
  ];
  return COLUMNS.map(({ align }, index) => cell(texts[index] ?? '', align, source));
}
