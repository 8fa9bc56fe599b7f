import { textOf } from '../../../records/read-value.ts';
import type { Composed, DocumentDefinition, DocumentMaterial } from '../../definition.ts';
import type { DocumentCell, DocumentModel, DocumentTable, Finding } from '../../model.ts';
import { spacedName } from '../../names.ts';
import { characterFindings } from '../../rare-characters.ts';
import * as say from '../../wording.ts';
import { type Column, cell } from './cells.ts';
import { type Face, faceOf } from './people.ts';
import { type Entry, GROUPINGS, type Group, groupsOf, servingOf, termBody, termOf, termParameter } from './roll.ts';

const PERSONAL = ['含手机和住址', '不含手机和住址'] as const;

/** 委员通讯录: how the members in service can be reached; without personal fields it may leave the house. */
export const directory: DocumentDefinition = {
  id: 'directory',
  label: '委员通讯录',
  group: '委员履职',
  layout: 'plain',
  aliases: ['通讯录', '联系方式', '电话本'],
  description: '在任委员的单位职务、手机、电话、邮箱、地址，分组排列；也可出不含个人信息的一版。',
  parameters: [
    termParameter,
    { name: 'groupBy', label: '分组', type: 'choice', options: GROUPINGS, initial: GROUPINGS[0] },
    {
      name: 'personal',
      label: '个人信息',
      type: 'choice',
      options: PERSONAL,
      initial: PERSONAL[0],
      help: '对外提供时不要含手机和住址',
    },
  ],
  compose,
};

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const groupBy = say.choiceParam(params, 'groupBy', '分组', GROUPINGS);
  const personal = say.choiceParam(params, 'personal', '个人信息', PERSONAL) === PERSONAL[0];
  const term = termOf(params, material);
  const findings: Finding[] = [];
  const entries = servingOf(term, material, findings);
  const groups = groupsOf(entries, groupBy, material, findings);
  if (personal) findings.push(...unreachable(entries, material));
  const title = `${termBody(material.settings.fullName, term)}委员通讯录`;
  const note = `（共${entries.length}名，截至${say.chineseDay(material.today)}，按姓氏笔画排列${personal ? '，内部使用' : ''}）`;
  const model: DocumentModel = {
    document: 'directory',
    title,
    fileName: `${title}（${personal ? '' : '不含个人信息，'}${say.chineseDay(material.today)}）`,
    page: { orientation: 'landscape', grid: 'free', folio: 'center' },
    blocks: [
      say.paragraph('title', title),
      say.paragraph('subtitle', note),
      say.paragraph('tableNote', ''),
      entries.length > 0
        ? tableOf(groups, personal, material)
        : say.paragraph('body', '本届还没有在任委员。', say.sourceOf(term)),
    ],
  };
  return { model, findings: [...findings, ...characterFindings(model, material.settings)] };
}

function unreachable(entries: readonly Entry[], { lookup }: DocumentMaterial): Finding[] {
  const without = entries.filter(({ record }) => {
    const { person } = faceOf(record, lookup);
    return !textOf(person, 'mobile') && !textOf(person, 'tel');
  });
  const [first] = without;
  if (!first) return [];
  const some = without
    .slice(0, 5)
    .map(({ name }) => name)
    .join('、');
  const message = `${some}${without.length > 5 ? `等${without.length}名` : ''}没有手机也没有电话。`;
  return [{ severity: 'warning', message, source: say.sourceOf(first.record, 'person') }];
}

/** Columns nobody has anything in are left out: an office that keeps no post codes prints no empty column. */
function columnsOf(personal: boolean, faces: readonly Face[]): readonly Column<Face>[] {
  const about =
    (field: string) =>
    ({ person }: Face): string =>
      textOf(person, field);
  const own: readonly Column<Face>[] = personal
    ? [
        { label: '手机', width: 28, text: about('mobile') },
        { label: '电话', width: 28, text: about('tel') },
        { label: '电子邮箱', width: 42, text: about('email') },
        { label: '通讯地址', width: 46, align: 'left', text: about('address') },
        { label: '邮编', width: 16, text: about('zip') },
      ]
    : [
        { label: '界别', width: 34, text: ({ sector }) => sector },
        { label: '专委会', width: 44, text: ({ committee }) => committee },
        { label: '街道政协工委', width: 44, text: ({ subdistrict }) => subdistrict },
      ];
  const all: readonly Column<Face>[] = [
    { label: '姓名', width: 24, text: ({ name }) => spacedName(name) },
    { label: '单位及职务', width: 66, align: 'left', text: ({ post }) => post },
    { label: '政协职务', width: 30, text: ({ rank }) => rank },
    ...own,
  ];
  return all.filter(({ text }) => faces.some((face) => text(face) !== ''));
}

function tableOf(groups: readonly Group[], personal: boolean, { lookup }: DocumentMaterial): DocumentTable {
  const faces = new Map(
    groups.flatMap(({ entries }) => entries.map(({ record }) => [record.id, faceOf(record, lookup)] as const)),
  );
  const columns = columnsOf(personal, [...faces.values()]);
  const rows: DocumentCell[][] = [[cell('序号'), ...columns.map(({ label }) => cell(label))]];
  let number = 0;
  for (const { label, entries } of groups) {
    if (label)
      rows.push([cell(`${label}（${entries.length}名）`, { lead: true, colSpan: columns.length + 1, align: 'left' })]);
    for (const { record } of entries) {
      number += 1;
      const face = faces.get(record.id) ?? faceOf(record, lookup);
      const source = say.sourceOf(record);
      rows.push([
        cell(String(number), { source }),
        ...columns.map(({ align = 'center', text }) => cell(text(face), { align, source })),
      ]);
    }
  }
  return {
    type: 'table',
    columns: [{ width: 12, align: 'center' }, ...columns.map(({ width, align = 'center' }) => ({ width, align }))],
    headRows: 1,
    size: 10.5,
    rows,
  };
}
