import { asBody, isBlankBody } from '../../../records/body-shape.ts';
import { rowsOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord, Values } from '../../../records/record.ts';
import type { Body } from '../../../text/body.ts';
import { answeringRows } from '../../../workflow/proposal-reading.ts';
import { attendanceLists } from '../../attendance-lists.ts';
import { type Composed, type DocumentDefinition, DocumentError, type DocumentMaterial } from '../../definition.ts';
import { blocksFromBody, headingNumber } from '../../from-body.ts';
import type { DocumentBlock, DocumentModel, Finding } from '../../model.ts';
import * as say from '../../wording.ts';
import * as of from './cases.ts';
import { finished, paperNumber } from './paper.ts';

const FORM = '督办协商会';

/** 督办协商会纪要: out of the meeting, and of what was registered as 督办 on the cases it was about (J07). */
export const superviseMinutes: DocumentDefinition = {
  id: 'superviseMinutes',
  label: '督办协商会纪要',
  group: '提案',
  layout: 'minutes',
  series: 'minutes',
  aliases: ['提案督办纪要', '提案办理协商会纪要', '面对面纪要'],
  description: '选会议，或选登记了督办的提案：督办了哪些提案、存在的问题、议定事项，附出席名单。',
  parameters: [
    { name: 'event', label: '会议', type: 'reference', targets: ['event'], help: '登记过会议的选会议' },
    {
      name: 'proposals',
      label: '提案',
      type: 'references',
      targets: ['proposal'],
      help: '留空用督办记录里写了这次会议的提案',
    },
    { name: 'number', label: '文号', type: 'text', help: '只写序号也可以；留空用会议登记的文号或下一个号' },
    { name: 'issueDate', label: '印发日期', type: 'date', help: '留空用今天' },
    { name: 'receivers', label: '抄送', type: 'longText', help: '一行一项，例如“抄送：区政府督查室”' },
  ],
  compose,
};

interface Supervised {
  readonly record: StoredRecord;
  /** Row of 督办与回头看 this paper is about; absent when the case was only chosen. */
  readonly row: Values | undefined;
}

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const event = say.textParam(params, 'event')
    ? say.recordParam(params, 'event', '会议', ['event'], material)
    : undefined;
  const cases = supervised(params, event, material);
  if (!event && cases.length === 0) throw new DocumentError('请选会议，或选督办过的提案。', 'event');
  const findings: Finding[] = [];
  const day = event ? textOf(event.values, 'start') : lastDay(cases);
  const title = titleOf(event, cases, material);
  const given = event ? textOf(event.values, 'minutesNumber') : '';
  const number =
    !say.textParam(params, 'number') && given
      ? say.documentNumber(given)
      : paperNumber(params, 'minutes', material, findings);
  const issued = say.dayParam(params, 'issueDate', '印发日期') || material.today;
  const lists = event ? attendanceLists(event, '按会议类型', material) : { blocks: [], findings: [] };
  findings.push(...lists.findings, ...gaps(event, cases));
  const model: DocumentModel = {
    document: 'superviseMinutes',
    title,
    fileName: day ? `${title}（${say.chineseDay(day)}）` : title,
    page: { orientation: 'portrait', grid: 'official', folio: 'outside' },
    masthead: { style: 'official', mark: '提案督办协商会纪要', ...(number ? { number } : {}) },
    blocks: [
      say.paragraph('title', title, event ? say.sourceOf(event, 'title') : undefined),
      say.blank(),
      opening(event, cases, day, material),
      ...casesPart(cases, event, material),
      ...(lists.blocks.length > 0 ? [say.blank(), ...lists.blocks] : leadersList(cases)),
    ],
    imprint: {
      style: 'official',
      receivers: say.receiverLines(say.textParam(params, 'receivers'), '抄送'),
      ...(material.settings.issuer ? { issuer: material.settings.issuer } : {}),
      issued: `${say.chineseDay(issued)}印发`,
    },
  };
  return finished(model, findings, material);
}

function supervised(
  params: Readonly<Record<string, unknown>>,
  event: StoredRecord | undefined,
  material: DocumentMaterial,
): readonly Supervised[] {
  const value = params.proposals;
  const ids = Array.isArray(value) ? value : typeof value === 'string' && value ? [value] : [];
  const about = (record: StoredRecord): Values | undefined => {
    const rows = rowsOf(record.values, 'followUps');
    if (event) return rows.findLast((row) => textOf(row, 'event') === event.id);
    return rows.findLast((row) => textOf(row, 'form') === FORM) ?? rows.at(-1);
  };
  if (ids.length > 0) {
    return ids.map((id) => {
      const record = say.recordParam({ proposals: id }, 'proposals', '提案', ['proposal'], material);
      return { record, row: about(record) };
    });
  }
  if (!event) return [];
  return material
    .list('proposal')
    .map((record) => ({ record, row: about(record) }))
    .filter(({ row }) => row !== undefined)
    .sort((a, b) => of.byCaseNumber(a.record, b.record));
}

const lastDay = (cases: readonly Supervised[]): string =>
  cases
    .map(({ row }) => textOf(row ?? {}, 'on'))
    .sort()
    .at(-1) ?? '';

function titleOf(event: StoredRecord | undefined, cases: readonly Supervised[], material: DocumentMaterial): string {
  if (event) return `${say.fullTitle(event.values, material.settings.shortName).replace(/纪要$/u, '')}纪要`;
  const forms = [...new Set(cases.map(({ row }) => textOf(row ?? {}, 'form')).filter(Boolean))];
  const form = forms.length === 1 ? (forms[0] ?? FORM) : FORM;
  const what = form === FORM ? '提案督办协商会' : `提案督办“${form}”活动`;
  return `${material.settings.shortName}${what}纪要`;
}

function opening(
  event: StoredRecord | undefined,
  cases: readonly Supervised[],
  day: string,
  material: DocumentMaterial,
): DocumentBlock {
  const values = event?.values ?? {};
  const when = event ? say.chineseWhen(textOf(values, 'start'), textOf(values, 'end')) : say.chineseDay(day);
  const place = textOf(values, 'place').trim();
  const chair = say.memberName(textOf(values, 'chair'), material.lookup) || textOf(values, 'chairText').trim();
  const name = event
    ? say.fullTitle(values, material.settings.shortName).replace(/纪要$/u, '')
    : titleOf(undefined, cases, material).replace(/纪要$/u, '');
  const held = `${name}${place ? `在${place}` : ''}举行`;
  const about = cases.length > 0 ? `，就${cases.length}件提案的办理进行督办协商` : '';
  const lead = `${when ? `${when}，` : ''}${held}${about}。${chair ? `${chair}主持会议。` : ''}现纪要如下：`;
  const [first] = cases;
  const source = event ? say.sourceOf(event) : first ? say.sourceOf(first.record, 'followUps') : undefined;
  return say.paragraph('body', lead, source);
}

function casesPart(
  cases: readonly Supervised[],
  event: StoredRecord | undefined,
  material: DocumentMaterial,
): DocumentBlock[] {
  const counter = { next: 1 };
  const heading = (text: string) => say.paragraph('heading1', `${headingNumber(1, counter.next++)}${text}`);
  const blocks: DocumentBlock[] = [];
  if (cases.length > 0) {
    blocks.push(heading('督办的提案'));
    cases.forEach(({ record }, index) => {
      blocks.push(say.paragraph('body', `${index + 1}.${caseWords(record, material)}`, say.sourceOf(record)));
    });
  }
  const body = asBody(event?.values.minutes);
  if (event && body && !isBlankBody(body)) {
    blocks.push(heading('协商情况'), ...blocksFromBody(oneDeeper(body), say.sourceOf(event, 'minutes'), { next: 1 }));
  }
  blocks.push(...notes(cases, 'problem', '存在的问题', heading));
  blocks.push(...notes(cases, 'result', '办理结果', heading));
  const resolutions = rowsOf(event?.values ?? {}, 'resolutions').filter((row) => textOf(row, 'text').trim());
  if (event && resolutions.length > 0) {
    blocks.push(heading('议定事项'));
    resolutions.forEach((row, index) => {
      blocks.push(say.paragraph('body', `${index + 1}.${resolutionWords(row)}`, say.sourceOf(event, 'resolutions')));
    });
  }
  return blocks;
}

/** The headings of the minutes stand under 协商情况. */
function oneDeeper(body: Body): Body {
  return {
    blocks: body.blocks.map((block) =>
      block.type === 'heading' ? { ...block, level: Math.min(4, block.level + 1) as 2 | 3 | 4 } : block,
    ),
  };
}

function notes(
  cases: readonly Supervised[],
  field: string,
  label: string,
  heading: (text: string) => DocumentBlock,
): DocumentBlock[] {
  const told = cases.filter(({ row }) => textOf(row ?? {}, field).trim());
  if (told.length === 0) return [];
  const one = cases.length === 1;
  return [
    heading(label),
    ...told.map(({ record, row }, index) => {
      const words = say.sentence(textOf(row ?? {}, field).replace(/\s*[\r\n]+\s*/gu, ''));
      const text = one ? words : `${index + 1}.关于${of.caseName(record.values)}：${words}`;
      return say.paragraph('body', text, say.sourceOf(record, 'followUps'));
    }),
  ];
}

/** 第1号提案《…》，提案人张三，主办单位区教育局，目前办理中。 */
function caseWords(record: StoredRecord, material: DocumentMaterial): string {
  const units = of.unitsOf(answeringRows(record.values), material);
  const proposer = of.proposersInShort(record, material);
  const parts = [
    `${of.caseName(record.values)}《${of.titleOf(record)}》`,
    proposer ? `提案人${proposer}` : '',
    units ? `承办单位${units}` : '',
    `目前${textOf(record.values, 'state')}`,
  ];
  return `${parts.filter(Boolean).join('，')}。`;
}

function resolutionWords(row: Values): string {
  const department = textOf(row, 'department').trim();
  const due = say.chineseDay(textOf(row, 'due'));
  const facts = [department ? `责任部门：${department}` : '', due ? `时限：${due}前` : ''].filter(Boolean);
  const words = say.sentence(textOf(row, 'text').replace(/\s*[\r\n]+\s*/gu, ''));
  return facts.length > 0 ? `${words}（${facts.join('；')}）` : words;
}

/** Without a registered meeting there are only the names that the row gives. */
function leadersList(cases: readonly Supervised[]): DocumentBlock[] {
  const [first] = cases;
  const names = [...new Set(cases.map(({ row }) => textOf(row ?? {}, 'leaders').trim()).filter(Boolean))];
  if (!first || names.length === 0) return [];
  const source = say.sourceOf(first.record, 'followUps');
  return [
    say.blank(),
    {
      type: 'paragraph',
      role: 'nameList',
      runs: [
        { text: '参加：', lead: true },
        { text: names.join('、'), source },
      ],
      source,
    },
  ];
}

function gaps(event: StoredRecord | undefined, cases: readonly Supervised[]): Finding[] {
  const findings: Finding[] = [];
  const bare = cases.filter(({ row }) => row === undefined).map(({ record }) => record);
  findings.push(...of.lacking('warning', bare, 'followUps', event ? '的督办记录里没有写这次会议' : '没有登记过督办'));
  const silent = cases.filter(({ row }) => row && !textOf(row, 'problem') && !textOf(row, 'result'));
  findings.push(
    ...of.lacking(
      'warning',
      silent.map(({ record }) => record),
      'followUps',
      '的督办记录没有写问题和结果',
    ),
  );
  if (event && cases.length === 0) {
    findings.push({
      severity: 'warning',
      message: '没有提案的督办记录写了这次会议，纪要里没有督办的提案。请选提案，或在提案的“督办与回头看”里选这次会议。',
    });
  }
  if (event && !textOf(event.values, 'place')) {
    findings.push({ severity: 'warning', message: '没有登记会议地点。', source: say.sourceOf(event, 'place') });
  }
  const resolved = event && rowsOf(event.values, 'resolutions').length > 0;
  const body = asBody(event?.values.minutes);
  if (event && !resolved && (!body || isBlankBody(body)) && cases.every(({ row }) => !textOf(row ?? {}, 'result'))) {
    findings.push({
      severity: 'error',
      message: '没有协商情况、办理结果，也没有议定事项，纪要没有内容。',
      source: say.sourceOf(event, 'minutes'),
    });
  }
  return findings;
}
