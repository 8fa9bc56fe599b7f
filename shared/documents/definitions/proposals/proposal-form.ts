import { asBody, isBlankBody } from '../../../records/body-shape.ts';
import { listOf, rowsOf, targetOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord } from '../../../records/record.ts';
import type { Composed, DocumentDefinition, DocumentMaterial } from '../../definition.ts';
import { blocksFromBody } from '../../from-body.ts';
import type { DocumentBlock, DocumentCell, DocumentTable, Finding } from '../../model.ts';
import { spacedName } from '../../names.ts';
import * as say from '../../wording.ts';
import * as of from './cases.ts';
import { boxes, cell, label } from './cells.ts';
import { plainPaper } from './paper.ts';

const PERSONAL = ['含联系方式', '不含联系方式'] as const;

/** 提案表, the copy for the member and the file: who proposes what, the text, and room for the review (J04). */
export const proposalForm: DocumentDefinition = {
  id: 'proposalForm',
  label: '提案表',
  group: '提案',
  layout: 'plain',
  aliases: ['委员提案表', '提案存查表'],
  description: '委员存查版：案由、提案人和联名人、六项联系人、建议承办单位、审查意见栏，正文接在表后，长文自动续页。',
  parameters: [
    { name: 'proposal', label: '提案', type: 'reference', targets: ['proposal'], required: true },
    {
      name: 'personal',
      label: '联系方式',
      type: 'choice',
      options: PERSONAL,
      initial: PERSONAL[0],
      help: '对外提供时不要含联系方式',
    },
  ],
  compose,
};

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const record = say.recordParam(params, 'proposal', '提案', ['proposal'], material);
  const personal = say.choiceParam(params, 'personal', '联系方式', PERSONAL) === PERSONAL[0];
  const session = material.lookup('session', textOf(record.values, 'session'));
  const name = session ? of.sessionName(session, material) : '';
  const title = `${material.settings.shortName || '政协'}${name}提案表`;
  const blocks: DocumentBlock[] = [
    say.paragraph('formTitle', title),
    say.paragraph('tableNote', ''),
    headTable(record, material),
    proposerTable(record, personal, material),
    ...(personal ? [liaisonTable(record)] : []),
    reviewTable(record, material),
    say.paragraph('tableNote', ''),
    ...textOfCase(record),
  ];
  return plainPaper(
    {
      document: 'proposalForm',
      title,
      fileName: `提案表（${textOf(record.values, 'caseNumber') || of.proposerOf(record, material) || '未编号'}）${of.titleOf(record)}`,
      orientation: 'portrait',
      blocks,
    },
    gaps(record, personal, material),
    material,
  );
}

function headTable(record: StoredRecord, material: DocumentMaterial): DocumentTable {
  const { values } = record;
  const at = (field: string) => say.sourceOf(record, field);
  const value = (field: string, text = textOf(values, field)) => cell(text, at(field));
  const serial = typeof values.serialIn === 'number' ? String(values.serialIn) : '';
  const open = values.isOpen === true ? '同意公开' : values.isOpen === false ? '不公开' : '';
  const reason = values.isOpen === false ? textOf(values, 'closedReason').trim() : '';
  const units = (field: string) =>
    listOf(values, field)
      .map((id) => of.unitOf(id, material))
      .filter(Boolean)
      .join('、');
  const wide = (field: string, text: string): DocumentCell => cell(text, at(field), { colSpan: 3, align: 'left' });
  return {
    type: 'table',
    columns: [
      { width: 26, align: 'center' },
      { width: 55, align: 'center' },
      { width: 26, align: 'center' },
      { width: 55, align: 'center' },
    ],
    headRows: 0,
    size: 12,
    rows: [
      [label('提案号'), value('caseNumber'), label('收件号'), value('serialIn', serial)],
      [label('案由'), wide('title', textOf(values, 'title'))],
      [
        label('类别'),
        value('category', [textOf(values, 'category'), textOf(values, 'subcategory')].filter(Boolean).join('·')),
        label('提案种类'),
        value('proposalKind'),
      ],
      [
        label('提交日期'),
        value('submittedOn', say.chineseDay(textOf(values, 'submittedOn'))),
        label('提出时间'),
        value('timing'),
      ],
      [label('建议主办'), wide('advisedUnits', units('advisedUnits'))],
      [label('建议会办'), wide('advisedCoUnits', units('advisedCoUnits'))],
      [label('是否公开'), wide('isOpen', reason ? `${open}（${reason}）` : open)],
    ],
    heights: [9, 12, 9, 9, 9, 9, 9],
    source: say.sourceOf(record),
  };
}

interface Proposer {
  readonly role: string;
  readonly member: string;
  readonly name: string;
  readonly org: string;
  readonly mobile: string;
  readonly field: string;
}

function proposersOf(record: StoredRecord, material: DocumentMaterial): readonly Proposer[] {
  const { values } = record;
  const lead: Proposer = {
    role: textOf(values, 'lead') ? '第一提案人' : '提出单位',
    member: textOf(values, 'lead'),
    name: of.proposerOf(record, material),
    org: '',
    mobile: '',
    field: textOf(values, 'lead') ? 'lead' : 'leadUnit',
  };
  const others = of.cosignersOf(record, material).map((one) => ({ ...one, role: '联名人', field: 'cosigners' }));
  return [lead, ...others];
}

function proposerTable(record: StoredRecord, personal: boolean, material: DocumentMaterial): DocumentTable {
  const heads = ['', '姓名', '界别', '单位及职务', ...(personal ? ['手机'] : [])];
  const rows = proposersOf(record, material).map((one) => {
    const about = material.lookup('member', one.member)?.values ?? {};
    const person = targetOf(about, 'person', 'person', material.lookup);
    const sector = targetOf(about, 'sector', 'sector', material.lookup);
    const source = say.sourceOf(record, one.field);
    const org = `${textOf(person, 'org')}${textOf(person, 'orgDuty')}` || one.org;
    return [
      label(one.role),
      cell(one.member ? spacedName(one.name) : one.name, source),
      cell(textOf(sector, 'shortName') || textOf(sector, 'name'), source),
      cell(org, source, { align: 'left' }),
      ...(personal ? [cell(one.mobile || textOf(person, 'mobile'), source)] : []),
    ];
  });
  const widths = personal ? [26, 24, 30, 50, 32] : [26, 24, 34, 78];
  return {
    type: 'table',
    columns: widths.map((width) => ({ width, align: 'center' })),
    headRows: 1,
    size: 12,
    rows: [heads.map((text) => cell(text, undefined, { align: 'center' })), ...rows],
    source: say.sourceOf(record),
  };
}

/** 办理联系人六项. */
const LIAISON: readonly (readonly [label: string, field: string])[] = [
  ['联系人', 'liaisonName'],
  ['手机', 'liaisonMobile'],
  ['单位', 'liaisonOrg'],
  ['职务', 'liaisonDuty'],
  ['地址', 'liaisonAddress'],
  ['邮编', 'liaisonZip'],
];

function liaisonTable(record: StoredRecord): DocumentTable {
  const pair = ([text, field]: readonly [string, string]): DocumentCell[] => [
    label(text),
    cell(textOf(record.values, field), say.sourceOf(record, field)),
  ];
  return {
    type: 'table',
    columns: [26, 68, 18, 50].map((width) => ({ width, align: 'center' })),
    headRows: 0,
    size: 12,
    rows: [0, 2, 4].map((at) => LIAISON.slice(at, at + 2).flatMap(pair)),
    source: say.sourceOf(record),
  };
}

function textOfCase(record: StoredRecord): readonly DocumentBlock[] {
  const body = asBody(record.values.body);
  const source = say.sourceOf(record, 'body');
  const text = body && !isBlankBody(body) ? blocksFromBody(body, source, { next: 1 }) : [];
  return [say.paragraph('tableTitle', '正文'), ...text];
}

/** Results of the review, in the words of the states. */
const RESULTS: readonly (readonly [label: string, states: readonly string[]])[] = [
  [
    '立案',
    ['立案', '已交办', '办理中', '退办异议', '已答复', '答复退回', '征询意见', '重新办理', '办结', '跟踪', '归档'],
  ],
  ['并案', ['并案']],
  ['不予立案', ['不予立案']],
  ['转社情民意', ['转社情民意']],
  ['转委员来信', ['转委员来信']],
  ['转上级政协', ['转上级政协']],
  ['退回修改', ['退回修改']],
];

function reviewTable(record: StoredRecord, material: DocumentMaterial): DocumentTable {
  const { values } = record;
  const state = textOf(values, 'state');
  const chosen = RESULTS.filter(([, states]) => states.includes(state)).map(([text]) => text);
  const main = material.lookup('proposal', textOf(values, 'mergedInto'));
  const details = [
    listOf(values, 'rejectReasons').length > 0 ? `原因：${listOf(values, 'rejectReasons').join('、')}` : '',
    main ? `并入：${of.caseName(main.values)}《${of.titleOf(main)}》` : '',
  ].filter(Boolean);
  const units = (role: readonly string[]) =>
    of.unitsOf(
      rowsOf(values, 'assignments').filter((row) => role.includes(textOf(row, 'role'))),
      material,
    );
  const main2 = units(['主办', '独办', '分办']);
  const helping = units(['会办']);
  const handling = [main2 ? `承办：${main2}` : '', helping ? `会办：${helping}` : ''].filter(Boolean).join('\n');
  return {
    type: 'table',
    columns: [26, 136].map((width) => ({ width, align: 'left' })),
    headRows: 0,
    size: 12,
    rows: [
      [
        label('审查意见'),
        {
          runs: boxes(
            RESULTS.map(([text]) => text),
            chosen,
            31,
            say.sourceOf(record, 'state'),
          ),
          align: 'left',
        },
      ],
      [label('说明'), cell(details.join('\n'), say.sourceOf(record, 'rejectReasons'), { align: 'left' })],
      [label('分办意见'), cell(handling, say.sourceOf(record, 'assignments'), { align: 'left' })],
      [label('审查人签字'), cell('年\u3000\u3000月\u3000\u3000日', undefined, { align: 'right', valign: 'bottom' })],
    ],
    heights: [14, 14, 14, 18],
    source: say.sourceOf(record, 'state'),
  };
}

function gaps(record: StoredRecord, personal: boolean, material: DocumentMaterial): Finding[] {
  const { values } = record;
  const findings: Finding[] = [];
  const tell = (severity: Finding['severity'], field: string, message: string) =>
    findings.push({ severity, message, source: say.sourceOf(record, field) });
  if (!textOf(values, 'title').trim()) tell('error', 'title', '没有案由。');
  if (!of.proposerOf(record, material)) tell('error', 'lead', '没有第一提案人，也没有提出单位。');
  const body = asBody(values.body);
  if (!body || isBlankBody(body)) tell('error', 'body', '没有正文。');
  if (!textOf(values, 'category')) tell('warning', 'category', '没有选类别。');
  if (!textOf(values, 'submittedOn')) tell('warning', 'submittedOn', '没有提交日期。');
  const missing = LIAISON.filter(([, field]) => !textOf(values, field)).map(([text]) => text);
  if (personal && missing.length > 0) {
    tell('warning', 'liaisonName', `办理联系人六项还缺${missing.join('、')}。`);
  }
  if (values.isOpen === undefined) tell('hint', 'isOpen', '没有登记是否同意公开。');
  return findings;
}
