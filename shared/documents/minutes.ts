import { attendanceCounts } from '../records/attendance.ts';
import { asBody, isBlankBody } from '../records/body-shape.ts';
import { listOf, rowsOf, textOf } from '../records/read-value.ts';
import type { StoredRecord, Values } from '../records/record.ts';
import { type Body, bodyText, spansText } from '../text/body.ts';
import { attendanceLists, NAME_ORDERS, rankOf } from './attendance-lists.ts';
import type { Composed, DocumentDefinition, DocumentMaterial } from './definition.ts';
import { blocksFromBody, headingNumber } from './from-body.ts';
import type { DocumentBlock, DocumentModel, Finding } from './model.ts';
import { characterFindings } from './rare-characters.ts';
import * as say from './wording.ts';

/** 会议纪要: red head 35 mm down, opening, agenda, text, what was decided, who was there (GB/T 9704-2012, 10.3). */
export const minutes: DocumentDefinition = {
  id: 'minutes',
  label: '会议纪要',
  group: '会议',
  layout: 'minutes',
  series: 'minutes',
  aliases: ['红头纪要', '主席会议纪要', '常委会会议纪要'],
  description: '红头纪要：议题、正文、议定事项，附出席、请假、列席名单。',
  parameters: [
    { name: 'event', label: '会议', type: 'reference', targets: ['event'], required: true },
    { name: 'number', label: '文号', type: 'text', help: '只写序号也可以，例如 38；留空用会议登记的文号' },
    { name: 'mark', label: '红头', type: 'text', help: '留空按会议类型，例如“主席会议纪要”' },
    { name: 'issueDate', label: '印发日期', type: 'date', help: '留空用今天' },
    {
      name: 'order',
      label: '名单顺序',
      type: 'choice',
      options: NAME_ORDERS,
      initial: NAME_ORDERS[0],
      help: '按会议类型：主席会议按职务，其他按姓氏笔画',
    },
    { name: 'receivers', label: '抄送', type: 'longText', help: '一行一项，例如“抄送：区委办公室，区政府办公室”' },
    { name: 'copies', label: '印数', type: 'integer' },
  ],
  compose,
};

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const event = say.recordParam(params, 'event', '会议', ['event'], material);
  const order = say.choiceParam(params, 'order', '名单顺序', NAME_ORDERS);
  const issueDate = say.dayParam(params, 'issueDate', '印发日期') || material.today;
  const copies = say.integerParam(params, 'copies', '印数');
  const { settings } = material;
  const title = minutesTitle(event.values, settings.shortName);
  const number = numberOf(say.textParam(params, 'number') || textOf(event.values, 'minutesNumber'), event, material);
  const findings: Finding[] = meetingFindings(event, number);
  const lists = attendanceLists(event, order, material);
  findings.push(...lists.findings);
  const blocks: DocumentBlock[] = [
    say.paragraph('title', title, say.sourceOf(event, 'title')),
    say.blank(),
    ...mainPart(event, material, findings),
    ...(lists.blocks.length > 0 ? [say.blank(), ...lists.blocks] : []),
  ];
  const day = say.chineseDay(textOf(event.values, 'start'));
  const model: DocumentModel = {
    document: 'minutes',
    title,
    fileName: day ? `${title}（${day}）` : title,
    page: { orientation: 'portrait', grid: 'official', folio: 'outside' },
    masthead: {
      style: 'official',
      mark: say.textParam(params, 'mark') || markOf(event.values),
      ...(number ? { number } : {}),
    },
    blocks,
    imprint: {
      style: 'official',
      receivers: say.receiverLines(say.textParam(params, 'receivers'), '抄送'),
      ...(settings.issuer ? { issuer: settings.issuer } : {}),
      issued: `${say.chineseDay(issueDate)}印发`,
      ...(copies ? { remarks: `共印${copies}份` } : {}),
    },
  };
  return { model, findings: [...placed(findings, model), ...characterFindings(model, settings)] };
}

/** 主席会议纪要 for 主席会议; what is not called a meeting gets 会议 put in. */
export function markOf(values: Values): string {
  const subtype = textOf(values, 'subtype').trim();
  if (!subtype || subtype === '其他会议') return '会议纪要';
  return /[会议]$/u.test(subtype) ? `${subtype}纪要` : `${subtype}会议纪要`;
}

function minutesTitle(values: Values, shortName: string): string {
  const title = say.fullTitle(values, shortName);
  return title.endsWith('纪要') ? title : `${title}纪要`;
}

function numberOf(text: string, event: StoredRecord, material: DocumentMaterial): string {
  const trimmed = text.trim();
  if (!/^\d+$/.test(trimmed)) return say.documentNumber(trimmed);
  const year = textOf(event.values, 'start').slice(0, 4) || material.today.slice(0, 4);
  return `${material.settings.code}纪〔${year}〕${Number(trimmed)}号`;
}

function meetingFindings(event: StoredRecord, number: string): Finding[] {
  const { values } = event;
  const findings: Finding[] = [];
  const warn = (field: string, message: string) =>
    findings.push({ severity: 'warning', message, source: say.sourceOf(event, field) });
  if (!number) warn('minutesNumber', '没有文号，红头下面空着。');
  else if (!/〔\d{4}〕\d+号/u.test(number))
    warn('minutesNumber', `文号“${number}”不是“〔2024〕38号”这样的写法，请核对。`);
  if (!textOf(values, 'start')) warn('start', '没有登记会议日期。');
  if (!textOf(values, 'place')) warn('place', '没有登记会议地点。');
  if (!textOf(values, 'chair') && !textOf(values, 'chairText')) warn('chair', '没有登记主持人。');
  if (!textOf(values, 'subtype')) warn('subtype', '没有登记会议类型，红头用“会议纪要”。');
  const status = textOf(values, 'status');
  if (status === '取消' || status === '延期') warn('status', `这次会议登记为“${status}”，请核对是否要出纪要。`);
  rowsOf(values, 'resolutions').forEach((row, index) => {
    const text = textOf(row, 'text').trim();
    if (!text) return;
    const which = `议定事项第${index + 1}项`;
    if (!textOf(row, 'department')) warn('resolutions', `${which}没有责任部门。`);
    if (!textOf(row, 'due')) warn('resolutions', `${which}没有完成时限。`);
  });
  return findings;
}

/** Opening, agenda, text and decisions. */
function mainPart(event: StoredRecord, material: DocumentMaterial, findings: Finding[]): DocumentBlock[] {
  const { values } = event;
  const stored = asBody(values.minutes);
  const body = stored && !isBlankBody(stored) ? stored : undefined;
  const agenda = rowsOf(values, 'agendaItems').filter((row) => textOf(row, 'title').trim());
  const resolutions = rowsOf(values, 'resolutions').filter((row) => textOf(row, 'text').trim());
  const blocks: DocumentBlock[] = [];
  if (body && hasOpening(body)) {
    const source = say.sourceOf(event, 'minutes');
    findings.push({ severity: 'hint', message: '纪要正文已有导语，没有另写；应到、实到人数请自行核对。', source });
  } else {
    blocks.push(say.paragraph('body', openingOf(event, material), say.sourceOf(event)));
  }
  const counter = { next: 1 };
  const textHasHeadings = body?.blocks.some((block) => block.type === 'heading') ?? false;
  if (textHasHeadings) findings.push(...missedAgenda(agenda, body as Body, event));
  else for (const row of agenda) blocks.push(...agendaBlocks(row, counter, event));
  if (body) {
    if (agenda.length > 1 && !textHasHeadings) {
      blocks.push(
        say.paragraph('heading1', `${headingNumber(1, counter.next++)}讨论情况`, say.sourceOf(event, 'minutes')),
      );
    }
    blocks.push(...blocksFromBody(body, say.sourceOf(event, 'minutes'), counter));
  }
  if (resolutions.length > 0) {
    const source = say.sourceOf(event, 'resolutions');
    const number = counter.next > 1 ? headingNumber(1, counter.next++) : '';
    blocks.push(say.paragraph('heading1', `${number}议定事项`, source));
    resolutions.forEach((row, index) => {
      blocks.push(say.paragraph('body', `${index + 1}.${resolutionText(row)}`, source));
    });
  }
  if (!body && agenda.length + resolutions.length === 0) {
    const source = say.sourceOf(event, 'minutes');
    findings.push({ severity: 'error', message: '没有议题、纪要正文，也没有议定事项，纪要只有一段导语。', source });
  }
  return blocks;
}

/** The clerk has written the opening already: the first paragraph says that a meeting was held. */
function hasOpening(body: Body): boolean {
  const first = body.blocks.find((block) => block.type === 'paragraph');
  const text = first?.type === 'paragraph' ? spansText(first.text) : '';
  return /纪要如下/u.test(text) || (/召开|举行/u.test(text) && /\d月\d+日|[一二三四五六七八九十]月/u.test(text));
}

function openingOf(event: StoredRecord, material: DocumentMaterial): string {
  const { values } = event;
  const when = say.chineseWhen(textOf(values, 'start'), textOf(values, 'end'));
  const place = textOf(values, 'place').trim();
  const held = `${say.fullTitle(values, material.settings.shortName).replace(/纪要$/u, '')}${place ? `在${place}` : ''}召开`;
  const chair = chairOf(values, material);
  const first = `${when ? `${when}，` : ''}${held}${chair ? `，${chair}主持会议` : ''}。`;
  const { expected, present, leave } = attendanceCounts(values);
  const counts = expected > 0 ? `会议应出席${expected}人，实到${present}人，请假${leave}人。` : '';
  return `${first}${counts}现纪要如下：`;
}

/** 主席李桂兰: the chair with the highest duty, or as written when no member. */
function chairOf(values: Values, material: DocumentMaterial): string {
  const id = textOf(values, 'chair');
  const name = id ? say.memberName(id, material.lookup) : '';
  if (!name) return textOf(values, 'chairText').trim();
  const roles = listOf(material.lookup('member', id)?.values ?? {}, 'roles');
  const best = [...roles].sort((a, b) => rankOf([a]) - rankOf([b]))[0] ?? '';
  return best === '委员' || best === '常委' ? name : `${best}${name}`;
}

const HEARD: Readonly<Record<string, string>> = {
  听取: '会议听取了',
  审议通过: '会议审议通过了',
  原则通过: '会议原则通过了',
  协商: '会议就以下议题进行了协商：',
  暂缓: '会议决定暂缓审议',
  书面审议: '会议书面审议了',
};

function agendaBlocks(row: Values, counter: { next: number }, event: StoredRecord): DocumentBlock[] {
  const source = say.sourceOf(event, 'agendaItems');
  const title = textOf(row, 'title')
    .trim()
    .replace(/[。；;]+$/u, '');
  const blocks = [say.paragraph('heading1', `${headingNumber(1, counter.next++)}${title}`, source)];
  const reporter = textOf(row, 'reporter').trim();
  const conclusion = textOf(row, 'conclusion');
  const verb = HEARD[conclusion] ?? (conclusion ? `会议${conclusion}：` : '');
  const subject = title.replace(/^(?:听取|审议|研究|协商|传达学习|传达|通报)(?:了|并审议)?/u, '');
  let told = '';
  if (verb && reporter) told = `${reporter}作了汇报，${verb}${subject}。`;
  else if (verb) told = `${verb}${subject}。`;
  else if (reporter) told = `会议听取了${reporter}的汇报。`;
  const note = say.sentence(textOf(row, 'note'));
  for (const text of [told, ...note.split(/[\r\n]+/)])
    if (text.trim()) blocks.push(say.paragraph('body', text.trim(), source));
  return blocks;
}

function resolutionText(row: Values): string {
  const facts: string[] = [];
  const department = textOf(row, 'department').trim();
  const helpers = listOf(row, 'coDepartments');
  const due = say.chineseDay(textOf(row, 'due'));
  if (department) facts.push(`责任部门：${department}`);
  if (helpers.length > 0) facts.push(`协办：${helpers.join('、')}`);
  if (due) facts.push(`时限：${due}前`);
  const text = say.sentence(textOf(row, 'text').replace(/\s*[\r\n]+\s*/gu, ''));
  return facts.length > 0 ? `${text}（${facts.join('；')}）` : text;
}

function missedAgenda(agenda: readonly Values[], body: Body, event: StoredRecord): Finding[] {
  const text = bodyText(body).replace(/\s/gu, '');
  return agenda
    .map((row) => textOf(row, 'title').replace(/\s/gu, ''))
    .filter((title) => !text.includes(title))
    .map((title) => ({
      severity: 'hint',
      message: `议题“${title}”在纪要正文里没有出现，请核对是否写到。`,
      source: say.sourceOf(event, 'agendaItems'),
    }));
}

/** Gives findings the place of the first block made from the same field. */
export function placed(findings: readonly Finding[], model: DocumentModel): Finding[] {
  return findings.map((finding) => {
    if (finding.block !== undefined || !finding.source?.field) return finding;
    const { id, field } = finding.source;
    const block = model.blocks.findIndex(
      (candidate) => 'source' in candidate && candidate.source?.id === id && candidate.source.field === field,
    );
    return block >= 0 ? { ...finding, block } : finding;
  });
}
