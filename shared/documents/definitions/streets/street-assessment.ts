import { numberOf, targetOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord } from '../../../records/record.ts';
import { countServing } from '../../../records/service.ts';
import type { ScoreEngine } from '../../../scoring/engine.ts';
import type { Item, Scheme, Section } from '../../../scoring/scheme.ts';
import type { ScoreEntry, SubjectResult } from '../../../scoring/score-result.ts';
import { type Composed, type DocumentDefinition, DocumentError, type DocumentMaterial } from '../../definition.ts';
import type { DocumentBlock, DocumentCell, DocumentModel, DocumentTable, Finding, Source } from '../../model.ts';
import { spacedName } from '../../names.ts';
import { characterFindings } from '../../rare-characters.ts';
import * as say from '../../wording.ts';
import { located } from '../consultation/locate.ts';
import { yearParam } from '../consultation/spans.ts';
import { label, value } from '../consultation/tables.ts';

/** 街道政协工作测评表: what the ledger gives by itself, and room for the reviewers (J20; the scheme for streets). */
export const streetAssessment: DocumentDefinition = {
  id: 'streetAssessment',
  label: '街道政协工作测评表',
  group: '街道',
  layout: 'plain',
  aliases: ['街道测评表', '街道考核表', '年终测评'],
  description:
    '按街道测评方案逐项列出分值、程序计分和依据条数，留复核分、考核组意见、主席会议审定的地方；一个街道一张。',
  parameters: [
    {
      name: 'street',
      label: '街道政协工委',
      type: 'reference',
      targets: ['subdistrictOffice'],
      help: '留空为全部街道，一个街道一张',
    },
    { name: 'year', label: '年度', type: 'integer', help: '例如 2024；留空用今年' },
    { name: 'scheme', label: '测评方案', type: 'text', help: '方案的名称；留空用施行的街道方案' },
  ],
  compose,
};

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const year = yearParam(params, material.today);
  const engine = engineOf(params, year, material);
  const chosen = say.textParam(params, 'street')
    ? [say.recordParam(params, 'street', '街道政协工委', ['subdistrictOffice'], material)]
    : streetsInOrder(material);
  if (chosen.length === 0) throw new DocumentError('还没有登记街道政协工委，请先登记街道。', 'street');
  const sheets = chosen.flatMap((street) => {
    const result = engine.result(street.id);
    return result ? [{ street, result }] : [];
  });
  if (sheets.length === 0) throw new DocumentError(`${year}年没有街道在“${engine.scheme.label}”的测评范围内。`, 'year');
  const [only] = sheets;
  const title = `街道政协工作测评表（${year}年度）`;
  const model: DocumentModel = {
    document: 'streetAssessment',
    title,
    fileName: `${year}年度街道政协工作测评表${sheets.length === 1 && only ? `（${nameOf(only.street)}）` : ''}`,
    page: { orientation: 'portrait', grid: 'free', folio: 'none' },
    blocks: sheets.flatMap(({ street, result }, index): DocumentBlock[] => [
      ...(index > 0 ? [{ type: 'pageBreak' as const }] : []),
      say.paragraph('formTitle', title, say.sourceOf(street)),
      ...headOf(street, material),
      scoresOf(street, result, engine.scheme),
      opinionsOf(),
    ]),
  };
  const findings = findingsOf(sheets, engine, material.today);
  return { model, findings: [...located(findings, model), ...characterFindings(model, material.settings)] };
}

/** The scheme for streets in force, or the one named. @throws DocumentError when there is none */
function engineOf(params: Readonly<Record<string, unknown>>, year: number, material: DocumentMaterial): ScoreEngine {
  const named = say.textParam(params, 'scheme');
  const schemes = (material.schemes ?? []).filter(({ audience }) => audience === 'street');
  const able = schemes.filter(({ id, label: name }) => !named || id === named || name === named);
  if (able.length === 0)
    throw new DocumentError(
      named ? `没有“${named}”这个街道测评方案，请照“履职计分”页上的名称写。` : '还没有街道测评方案。',
      'scheme',
    );
  for (const { id } of able) {
    const engine = material.scores?.(id, year);
    if (engine) return engine;
  }
  throw new DocumentError(`${year}年没有施行的街道测评方案，请先在“履职计分”里施行。`, 'year');
}

const streetsInOrder = ({ list }: DocumentMaterial): StoredRecord[] =>
  [...list('subdistrictOffice')].sort(
    (a, b) => (numberOf(a.values, 'order') ?? 9999) - (numberOf(b.values, 'order') ?? 9999) || (a.id < b.id ? -1 : 1),
  );

export const nameOf = ({ values }: StoredRecord): string =>
  textOf(values, 'name').trim() || textOf(values, 'street').trim() || '未命名的街道';

const points = (given: number): string => String(Math.round(given * 100) / 100).replace('-', '－');

function headOf(street: StoredRecord, { list, lookup }: DocumentMaterial): DocumentBlock[] {
  const convenor = textOf(targetOf(street.values, 'convenor', 'person', lookup), 'name');
  const members = countServing(list('member'), ['subdistrictOffice'], street.id);
  const facts = [nameOf(street), convenor && `召集人：${spacedName(convenor)}`, `在任委员：${members}名`];
  return [say.paragraph('tableNote', facts.filter(Boolean).join('　　'), say.sourceOf(street, 'name'))];
}

const HEADS = ['类别', '测评内容', '分值', '程序计分', '依据', '复核分'];

/** Every item under its section, then the total; what no record can tell stays blank for the reviewers. */
function scoresOf(street: StoredRecord, result: SubjectResult, scheme: Scheme): DocumentTable {
  const rows: DocumentCell[][] = [HEADS.map((text): DocumentCell => ({ runs: [{ text }], align: 'center' }))];
  for (const section of scheme.sections) {
    const items = scheme.items.filter((item) => item.section === section.id);
    items.forEach((item, index) => {
      const first = index === 0 ? [sectionCell(section, items.length)] : [];
      rows.push([...first, ...itemCells(item, result.entries, street)]);
    });
  }
  const source = { source: say.sourceOf(street) };
  rows.push([
    { runs: [{ text: '合计', lead: true }], colSpan: 2, align: 'center' },
    value(fullMarks(scheme), { align: 'center' }),
    value(points(result.total), { align: 'center', ...source }),
    value(result.grade, { align: 'center', ...source }),
    value(''),
  ]);
  return {
    type: 'table',
    columns: [{ width: 22 }, { width: 72 }, { width: 14 }, { width: 20 }, { width: 20 }, { width: 16 }],
    headRows: 1,
    rows,
    size: 10.5,
  };
}

const sectionCell = ({ label: name, cap, kind }: Section, rowSpan: number): DocumentCell => ({
  ...label(`${name}${cap === undefined ? '' : `（${kind === 'bonus' ? '不超过' : ''}${points(cap)}分）`}`),
  rowSpan,
});

function itemCells(item: Item, entries: readonly ScoreEntry[], street: StoredRecord): DocumentCell[] {
  const own = entries.filter((entry) => entry.item === item.code);
  const sources = own.flatMap((entry) => entry.sources);
  const [first] = sources;
  const source: Source = sources.length === 1 && first ? { kind: first.kind, id: first.id } : say.sourceOf(street);
  const byHand = item.trigger.type === 'manual' && own.length === 0;
  const counted = own.reduce((sum, entry) => sum + Math.round(entry.counted * 100), 0) / 100;
  const evidence = byHand ? '人工复核' : `${sources.length}条`;
  return [
    value(`${item.code} ${item.label}`, { align: 'left', source: say.sourceOf(street) }),
    value(points(item.cap ?? item.points), { align: 'center' }),
    value(byHand ? '' : points(counted), { align: 'center', source }),
    value(evidence, { align: 'center', source }),
    value(''),
  ];
}

/** 100分: the caps of the sections that make the basic points. */
function fullMarks({ sections }: Scheme): string {
  const caps = sections
    .filter(({ kind, parent }) => kind === 'basic' && parent === undefined)
    .map(({ cap }) => cap ?? 0);
  return points(caps.reduce((sum, cap) => sum + cap, 0));
}

/** 自评 → 核验 → 主席会议审定, side by side, each with room to write. */
function opinionsOf(): DocumentTable {
  const names = ['街道自评意见', '考核组核验意见', '主席会议审定意见'];
  return {
    type: 'table',
    columns: names.map(() => ({ width: 54 })),
    headRows: 0,
    rows: [
      names.map((name) => label(name)),
      names.map(() => ({ runs: [{ text: '年　　月　　日' }], align: 'right', valign: 'bottom' })),
    ],
    heights: [7, 22],
    size: 10.5,
  };
}

interface Sheet {
  readonly street: StoredRecord;
  readonly result: SubjectResult;
}

function findingsOf(sheets: readonly Sheet[], { scheme, year }: ScoreEngine, today: string): Finding[] {
  const findings: Finding[] = [];
  if (scheme.status !== 'inForce')
    findings.push({ severity: 'warning', message: `“${scheme.label}”第${scheme.version}版还没有施行，这是试算。` });
  if (`${year}-12-31` >= today)
    findings.push({ severity: 'hint', message: `${year}年还没有过完，程序计分算到${say.chineseDay(today)}为止。` });
  const manual = scheme.items.filter(({ trigger }) => trigger.type === 'manual');
  const open = sheets.filter(({ result }) =>
    manual.some(({ code }) => !result.entries.some((entry) => entry.item === code)),
  );
  if (open.length > 0) {
    const codes = manual.map(({ code }) => code).join('、');
    findings.push({
      severity: 'hint',
      message: `${codes}要人工评定，没有登记的空着；程序合计不含这些项。`,
    });
  }
  return findings;
}
