import { listOf, targetOf, textOf } from '../records/read-value.ts';
import type { StoredRecord } from '../records/record.ts';
import type { Composed, DocumentDefinition, DocumentMaterial } from './definition.ts';
import {
  type Entry,
  GROUPINGS,
  type Group,
  type Grouping,
  groupsOf,
  servingOf,
  termBody,
  termOf,
  termParameter,
} from './definitions/members/roll.ts';
import type { DocumentCell, DocumentModel, DocumentTable, Finding } from './model.ts';
import { spacedName } from './names.ts';
import { characterFindings } from './rare-characters.ts';
import * as say from './wording.ts';

const PERSONAL = ['不含', '含出生年月和手机'] as const;
const ORIENTATIONS = ['自动', '竖排', '横排'] as const;

/** 委员名册: groups in their own order, names inside by 姓氏笔画, the head of the table on every page. */
export const memberRoster: DocumentDefinition = {
  id: 'memberRoster',
  label: '委员名册',
  group: '委员履职',
  layout: 'plain',
  aliases: ['花名册', '委员名单'],
  description: '在任委员名册：按界别分组、姓氏笔画排列，表头每页重复。',
  parameters: [
    termParameter,
    { name: 'groupBy', label: '分组', type: 'choice', options: GROUPINGS, initial: GROUPINGS[0] },
    {
      name: 'personal',
      label: '个人信息',
      type: 'choice',
      options: PERSONAL,
      initial: PERSONAL[0],
      help: '对外提供时不要含个人信息',
    },
    { name: 'orientation', label: '纸张方向', type: 'choice', options: ORIENTATIONS, initial: ORIENTATIONS[0] },
    { name: 'title', label: '标题', type: 'text' },
  ],
  compose,
};

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const groupBy = say.choiceParam(params, 'groupBy', '分组', GROUPINGS);
  const personal = say.choiceParam(params, 'personal', '个人信息', PERSONAL) !== PERSONAL[0];
  const orientation = say.choiceParam(params, 'orientation', '纸张方向', ORIENTATIONS);
  const term = termOf(params, material);
  const findings: Finding[] = [];
  const entries = servingOf(term, material, findings);
  const groups = groupsOf(entries, groupBy, material, findings);
  const title = say.textParam(params, 'title') || `${termBody(material.settings.fullName, term)}委员名册`;
  const landscape = orientation === '横排' || (orientation === '自动' && personal);
  const note = `（共${entries.length}名，截至${say.chineseDay(material.today)}，按姓氏笔画排列）`;
  const model: DocumentModel = {
    document: 'memberRoster',
    title,
    fileName: `${title}（${say.chineseDay(material.today)}）`,
    page: { orientation: landscape ? 'landscape' : 'portrait', grid: 'free', folio: 'center' },
    blocks: [
      say.paragraph('title', title),
      say.paragraph('subtitle', note),
      say.paragraph('tableNote', ''),
      entries.length > 0
        ? tableOf(groups, landscape, personal, groupBy, material)
        : say.paragraph('body', '本届还没有在任委员。', say.sourceOf(term)),
    ],
  };
  return { model, findings: [...findings, ...characterFindings(model, material.settings)] };
}

interface Column {
  readonly label: string;
  readonly width: number;
  readonly align: 'left' | 'center';
  readonly text: (entry: Entry, material: DocumentMaterial) => string;
}

const person = ({ record }: Entry, material: DocumentMaterial) =>
  targetOf(record.values, 'person', 'person', material.lookup);

/** 1978-05 → 1978.05, as rosters write months. */
const month = (value: string): string => value.slice(0, 7).replace('-', '.');

/** Millimetres: a name of four characters, 性别 and 政治面貌 stand on one line; what is left goes to 单位及职务. */
function columnsOf(landscape: boolean, personal: boolean, groupBy: Grouping): Column[] {
  const named =
    (field: string, kind: string) =>
    (entry: Entry, material: DocumentMaterial): string => {
      const target = targetOf(entry.record.values, field, kind, material.lookup);
      return textOf(target, 'shortName') || textOf(target, 'name');
    };
  const about =
    (field: string) =>
    (entry: Entry, material: DocumentMaterial): string =>
      textOf(person(entry, material), field);
  const column = (label: string, width: number, text: Column['text'], align: Column['align'] = 'center'): Column => ({
    label,
    width,
    align,
    text,
  });
  const unit: Column['text'] = (entry, material) => about('org')(entry, material) + about('orgDuty')(entry, material);
  const columns = [
    column('姓名', 20, ({ name }) => spacedName(name)),
    column('性别', 12, about('sex')),
    column('民族', 17, about('ethnicity')),
    ...(personal ? [column('出生年月', 21, (entry, material) => month(about('birth')(entry, material)))] : []),
    column('政治面貌', 22, (entry, material) => listOf(person(entry, material), 'parties').join('、')),
    column('单位及职务', 0, unit, 'left'),
    ...(groupBy === '界别' ? [] : [column('界别', 24, named('sector', 'sector'))]),
    ...(landscape && groupBy !== '专委会' ? [column('专委会', 26, named('committee', 'committee'))] : []),
    column('政协职务', 21, ({ record }) => dutyOf(record)),
    ...(personal ? [column('手机', 29, about('mobile'))] : []),
  ];
  const rest = (landscape ? LANDSCAPE_WIDTH : PORTRAIT_WIDTH) - NUMBER_WIDTH;
  const free = rest - columns.reduce((sum, { width }) => sum + width, 0);
  return columns.map((one) => (one.width === 0 ? { ...one, width: Math.max(26, free) } : one));
}

const PORTRAIT_WIDTH = 162;
const LANDSCAPE_WIDTH = 253;
const NUMBER_WIDTH = 12;

function dutyOf(record: StoredRecord): string {
  const roles = listOf(record.values, 'roles').filter((role) => role !== '委员' && !role.startsWith('党组'));
  if (roles.length > 0) return roles.join('、');
  return record.values.isStanding === true ? '常委' : '';
}

function tableOf(
  groups: readonly Group[],
  landscape: boolean,
  personal: boolean,
  groupBy: Grouping,
  material: DocumentMaterial,
): DocumentTable {
  const columns = columnsOf(landscape, personal, groupBy);
  const head: DocumentCell[] = ['序号', ...columns.map(({ label }) => label)].map((text) => ({
    runs: [{ text }],
    align: 'center',
  }));
  const rows: DocumentCell[][] = [head];
  let number = 0;
  for (const group of groups) {
    if (group.label) {
      const text = `${group.label}（${group.entries.length}名）`;
      rows.push([{ runs: [{ text, lead: true }], colSpan: columns.length + 1, align: 'left' }]);
    }
    for (const entry of group.entries) {
      number += 1;
      const source = say.sourceOf(entry.record);
      rows.push([
        { runs: [{ text: String(number) }], align: 'center', source },
        ...columns.map(({ align, text }): DocumentCell => {
          const value = text(entry, material);
          return { runs: value ? [{ text: value }] : [], align, source };
        }),
      ]);
    }
  }
  return {
    type: 'table',
    columns: [{ width: NUMBER_WIDTH, align: 'center' }, ...columns.map(({ width, align }) => ({ width, align }))],
    headRows: 1,
    rows,
  };
}
