import { textOf } from '../../../records/read-value.ts';
import type { StoredRecord } from '../../../records/record.ts';
import type { SubjectResult } from '../../../scoring/score-result.ts';
import { type Composed, type DocumentDefinition, DocumentError, type DocumentMaterial } from '../../definition.ts';
import type { DocumentCell, DocumentModel, DocumentTable, Finding, Source } from '../../model.ts';
import { spacedName } from '../../names.ts';
import { characterFindings } from '../../rare-characters.ts';
import { type Scored, scoredParams, scoredYear } from '../../scored.ts';
import * as say from '../../wording.ts';
import { type AssessedRow, assessedWork } from './assessed-work.ts';
import { cell, label, left } from './cells.ts';
import { type Face, faceOf } from './people.ts';
import { yearOf } from './period.ts';

/** 委员履职情况考核表 (J18): who it is, what was done by rows with its points, and room for three opinions with seals. */
export const assessmentForm: DocumentDefinition = {
  id: 'assessmentForm',
  label: '委员履职情况考核表',
  group: '委员履职',
  layout: 'plain',
  aliases: ['考核登记表', '年度考核表', '履职考核表'],
  description: '一名委员一年一张：基本情况，提案、信息、发言、会议、活动、其他六项和得分，三级意见栏。',
  parameters: [
    { name: 'member', label: '委员', type: 'reference', targets: ['member'], required: true },
    ...scoredParams,
  ],
  compose,
};

interface Assessed {
  readonly scored: Scored;
  readonly result: SubjectResult;
}

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const member = say.recordParam(params, 'member', '委员', ['member'], material);
  const year = yearOf(params, material);
  const face = faceOf(member, material.lookup);
  const findings: Finding[] = [];
  const assessed = assessedOf(params, member, face.name, year, material, findings);
  const rows = assessedWork(
    member.id,
    year,
    assessed && { scheme: assessed.scored.scheme, result: assessed.result },
    material,
  );
  findings.push(...gapFindings(face, member));
  const title = `${year}年度委员履职情况考核表`;
  const model: DocumentModel = {
    document: 'assessmentForm',
    title,
    fileName: `${title}（${face.name || '未填姓名'}）`,
    page: { orientation: 'portrait', grid: 'free', folio: 'none' },
    blocks: [
      say.paragraph('formTitle', title),
      formOf(face, rows, assessed),
      say.paragraph('tableNote', noteOf(assessed)),
    ],
  };
  return { model, findings: [...findings, ...characterFindings(model, material.settings)] };
}

/** The points of the year; without a scheme in force the form goes out with its columns for points blank. */
function assessedOf(
  params: Readonly<Record<string, unknown>>,
  member: StoredRecord,
  name: string,
  year: number,
  material: DocumentMaterial,
  findings: Finding[],
): Assessed | undefined {
  let scored: Scored;
  try {
    scored = scoredYear(params, material);
  } catch (error) {
    // A scheme asked for by name must be there; without one the form is filled in by hand.
    if (!(error instanceof DocumentError) || say.textParam(params, 'scheme')) throw error;
    findings.push({ severity: 'warning', message: `${error.message}得分栏留空。` });
    return undefined;
  }
  const result = scored.engine.result(member.id);
  if (!result) {
    const message = `${name}${year}年不在“${scored.scheme.label}”的计分范围内，得分栏留空。`;
    findings.push({ severity: 'warning', message, source: say.sourceOf(member, 'scoreEnabled') });
    return undefined;
  }
  return { scored, result };
}

function gapFindings({ name, person, parties, post, committee, record }: Face, member: StoredRecord): Finding[] {
  const about = { kind: 'person', id: textOf(record.values, 'person') };
  const gaps: readonly (readonly [missing: boolean, words: string, source: Source])[] = [
    [!name, '姓名', say.sourceOf(member, 'person')],
    [!textOf(person, 'sex'), '性别', { ...about, field: 'sex' }],
    [!parties, '政治面貌', { ...about, field: 'parties' }],
    [!post, '单位及职务', { ...about, field: 'org' }],
    [!committee, '专委会', say.sourceOf(member, 'committee')],
  ];
  return gaps
    .filter(([missing]) => missing)
    .map(([, words, source]) => ({ severity: 'warning', message: `没有登记${words}，表里留空。`, source }));
}

const points = (value: number | undefined): string => (value === undefined ? '' : String(value).replace('-', '－'));

/** Millimetres. The form stands on one page, also with rows three lines high. */
const COLUMNS = [25, 36, 20, 34, 20, 27] as const;
const ROW = 9;
const WORK_ROW = 13;
const OPINION_ROW = 20;

function formOf(face: Face, rows: readonly AssessedRow[], assessed: Assessed | undefined): DocumentTable {
  const { person, record } = face;
  const source = say.sourceOf(record);
  const value = (text: string, colSpan = 1): DocumentCell => cell(text, { source, colSpan });
  const given = assessed ? startOf(assessed.result) : 0;
  const basics: DocumentCell[][] = [
    [
      label('姓　名'),
      value(spacedName(face.name)),
      label('性　别'),
      value(textOf(person, 'sex')),
      label('界　别'),
      value(face.sector),
    ],
    [label('党　派'), value(face.parties), label('专委会'), value(face.committee, 3)],
    [label('单位及职务'), value(face.post, 3), label('政协职务'), value(face.rank || '委员')],
  ];
  const work = rows.map((row): DocumentCell[] => [
    label(row.row),
    { ...left(row.text, row.sources[0] ?? source), colSpan: 4 },
    cell(points(row.points), { source: row.sources[0] ?? source }),
  ]);
  const start: DocumentCell[][] =
    given === 0 ? [] : [[label('起评分'), cell('', { colSpan: 4 }), cell(points(given), { source })]];
  const total: DocumentCell[] = [
    label('合　计'),
    { ...left(assessed ? `等次：${assessed.result.grade}` : '等次：', source), colSpan: 4 },
    cell(points(assessed?.result.total), { source, lead: true }),
  ];
  const opinions = ['单位意见', '专委会意见', '考核领导小组意见'].map((words): DocumentCell[] => [
    label(words),
    {
      runs: [{ text: '（盖章）　　　　　　\n年　　月　　日　　　' }],
      align: 'right',
      valign: 'bottom',
      colSpan: 5,
    },
  ]);
  const head: DocumentCell[] = [label('项　目'), label('履职情况', { colSpan: 4 }), label('得　分')];
  const table = [...basics, head, ...work, ...start, total, ...opinions];
  const heights = table.map((_, index) => {
    if (index >= table.length - opinions.length) return OPINION_ROW;
    const isWork = index > basics.length && index <= basics.length + work.length;
    return isWork ? WORK_ROW : ROW;
  });
  return {
    type: 'table',
    columns: COLUMNS.map((width) => ({ width })),
    headRows: 0,
    size: 10.5,
    heights,
    rows: table,
    source,
  };
}

/** What everybody begins with: base and starts of sections; with the rows it makes the total. */
function startOf({ base, sections }: SubjectResult): number {
  return Math.round((base + sections.reduce((sum, { start = 0 }) => sum + start, 0)) * 100) / 100;
}

function noteOf(assessed: Assessed | undefined): string {
  const rule = '“其他”含调研报告、意见建议、认领议题、履职为民、表彰。';
  if (!assessed) return `注：${rule}`;
  const { scheme } = assessed.scored;
  return `注：得分按${scheme.label}第${scheme.version}版计算，已计封顶和扣分。${rule}`;
}
