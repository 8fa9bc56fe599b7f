import { attendanceCounts } from '../records/attendance.ts';
import { asBody, isBlankBody } from '../records/body-shape.ts';
import { listOf, rowsOf, textOf } from '../records/read-value.ts';
import type { StoredRecord, Values } from '../records/record.ts';
import { type Body, spansText } from '../text/body.ts';
import { attendanceLists, NAME_ORDERS, rankOf } from './attendance-lists.ts';
import type { Composed, DocumentDefinition, DocumentMaterial } from './definition.ts';
import { agendaBlocks, missedAgenda, resolutionText } from './definitions/meetings/minutes-agenda.ts';
import {
  MINUTES_KIND_OPTIONS,
  MINUTES_KINDS,
  type MinutesKind,
  minutesKindOf,
  quorumMatters,
} from './definitions/meetings/minutes-kinds.ts';
import {
  consultedTopics,
  partiesBlock,
  speakersBlock,
  suggestionBlocks,
} from './definitions/meetings/minutes-parts.ts';
import { blocksFromBody, headingNumber } from './from-body.ts';
import type { DocumentBlock, DocumentModel, Finding } from './model.ts';
import { numberOnPaper } from './paper-number.ts';
import { characterFindings } from './rare-characters.ts';
import * as say from './wording.ts';

/** 会议纪要: red head 35 mm down, opening, agenda, text, what was decided, who was there (GB/T 9704-2012, 10.3). */
export const minutes: DocumentDefinition = {
  id: 'minutes',
  label: '会议纪要',
  group: '会议',
  layout: 'minutes',
  series: 'minutes',
  aliases: [
    '红头纪要',
    '主席会议纪要',
    '常委会会议纪要',
    '全体会议纪要',
    '协商会纪要',
    '座谈会纪要',
    '专委会会议纪要',
    '党组会议纪要',
  ],
  description: '红头纪要：全会、常委会、主席会议、协商会、座谈会、专委会、党组各按各的体例，附出席、请假、列席名单。',
  parameters: [
    { name: 'event', label: '会议', type: 'reference', targets: ['event'], required: true },
    {
      name: 'number',
      label: '文号',
      type: 'text',
      help: '只写序号也可以，例如 38；留空用会议登记的文号，没有登记的用下一个号',
    },
    {
      name: 'kind',
      label: '纪要种类',
      type: 'choice',
      options: MINUTES_KIND_OPTIONS,
      initial: MINUTES_KIND_OPTIONS[0],
      help: '体例、红头和文号系列随种类',
    },
    { name: 'mark', label: '红头', type: 'text', help: '留空按会议类型，例如“主席会议纪要”' },
    { name: 'issueDate', label: '印发日期', type: 'date', help: '留空用今天' },
    {
      name: 'order',
      label: '名单顺序',
      type: 'choice',
      options: NAME_ORDERS,
      initial: NAME_ORDERS[0],
      help: '按会议类型：主席会议、党组会议、专委会会议按职务，全会按界别，其他按姓氏笔画',
    },
    { name: 'receivers', label: '抄送', type: 'longText', help: '一行一项，例如“抄送：区委办公室，区政府办公室”' },
    { name: 'copies', label: '印数', type: 'integer' },
  ],
  compose,
};

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const event = say.recordParam(params, 'event', '会议', ['event'], material);
  const kind = chosenKind(params, event);
  const chosen = say.choiceParam(params, 'order', '名单顺序', NAME_ORDERS);
  const issueDate = say.dayParam(params, 'issueDate', '印发日期') || material.today;
  const copies = say.integerParam(params, 'copies', '印数');
  const { settings } = material;
  const title = minutesTitle(event.values, settings.shortName);
  const numbered = numberOf(params, event, kind, material);
  const findings: Finding[] = [...numbered.findings, ...meetingFindings(event)];
  const lists = attendanceLists(event, chosen === '按会议类型' && kind ? kind.order : chosen, material);
  findings.push(...lists.findings, ...(kind?.partyOnly ? strangersAt(event, material) : []));
  const names = [...lists.blocks, ...(kind?.discussion ? partiesBlock(event) : [])];
  const blocks: DocumentBlock[] = [
    say.paragraph('title', title, say.sourceOf(event, 'title')),
    say.blank(),
    ...mainPart(event, kind, material, findings),
    ...(names.length > 0 ? [say.blank(), ...names] : []),
  ];
  const day = say.chineseDay(textOf(event.values, 'start'));
  const model: DocumentModel = {
    document: 'minutes',
    title,
    fileName: day ? `${title}（${day}）` : title,
    page: { orientation: 'portrait', grid: 'official', folio: 'outside' },
    masthead: {
      style: 'official',
      mark: say.textParam(params, 'mark') || kind?.mark?.(event, material) || markOf(event.values),
      ...(numbered.number ? { number: numbered.number } : {}),
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

function chosenKind(params: Readonly<Record<string, unknown>>, event: StoredRecord): MinutesKind | undefined {
  const label = say.choiceParam(params, 'kind', '纪要种类', MINUTES_KIND_OPTIONS);
  return MINUTES_KINDS.find((kind) => kind.label === label) ?? minutesKindOf(event.values);
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

function numberOf(
  params: Readonly<Record<string, unknown>>,
  event: StoredRecord,
  kind: MinutesKind | undefined,
  material: DocumentMaterial,
) {
  const given = say.textParam(params, 'number') || textOf(event.values, 'minutesNumber');
  const year = Number(textOf(event.values, 'start').slice(0, 4) || material.today.slice(0, 4));
  return numberOnPaper(given, kind?.series ?? 'minutes', year, material, say.sourceOf(event, 'minutesNumber'));
}

/** 党组会议: who holds no office of it sits in and does not attend. */
function strangersAt(event: StoredRecord, material: DocumentMaterial): Finding[] {
  const names = rowsOf(event.values, 'attendance')
    .filter((row) => !['列席', '特邀', '工作人员'].includes(textOf(row, 'role')))
    .filter((row) => {
      const roles = listOf(material.lookup('member', textOf(row, 'member'))?.values ?? {}, 'roles');
      return !roles.some((role) => role.startsWith('党组'));
    })
    .flatMap((row) => say.memberName(textOf(row, 'member'), material.lookup) || textOf(row, 'name').trim() || []);
  if (names.length === 0) return [];
  const message = `${names.join('、')}没有登记党组职务，党组会议应列为列席，请核对。`;
  return [{ severity: 'warning', message, source: say.sourceOf(event, 'attendance') }];
}

function meetingFindings(event: StoredRecord): Finding[] {
  const { values } = event;
  const findings: Finding[] = [];
  const warn = (field: string, message: string) =>
    findings.push({ severity: 'warning', message, source: say.sourceOf(event, field) });
  if (!textOf(values, 'start')) warn('start', '没有登记会议日期。');
  if (!textOf(values, 'place')) warn('place', '没有登记会议地点。');
  if (!textOf(values, 'chair') && !textOf(values, 'chairText')) warn('chair', '没有登记主持人。');
  if (!textOf(values, 'subtype')) warn('subtype', '没有登记会议类型，红头用“会议纪要”。');
  const { expected, present } = attendanceCounts(values);
  if (quorumMatters(values) && expected > 0 && present * 2 <= expected) {
    const message = `应出席${expected}人，实到${present}人，没有过半数，会议不能举行，请核对出席情况。`;
    findings.push({ severity: 'error', message, source: say.sourceOf(event, 'attendance') });
  }
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

/** Opening, agenda, text, what was proposed and what was decided. */
function mainPart(
  event: StoredRecord,
  kind: MinutesKind | undefined,
  material: DocumentMaterial,
  findings: Finding[],
): DocumentBlock[] {
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
    blocks.push(say.paragraph('body', openingOf(event, kind, material), say.sourceOf(event)));
  }
  if (kind?.discussion) blocks.push(...consultedTopics(event, material), ...speakersBlock(event, material));
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
  const said = kind?.discussion ? suggestionBlocks(event, material, counter) : { blocks: [], findings: [] };
  blocks.push(...said.blocks);
  if (said.blocks.length > 0 || kind?.label === '协商会') findings.push(...said.findings);
  if (resolutions.length > 0) {
    const source = say.sourceOf(event, 'resolutions');
    const number = counter.next > 1 ? headingNumber(1, counter.next++) : '';
    blocks.push(say.paragraph('heading1', `${number}议定事项`, source));
    resolutions.forEach((row, index) => {
      blocks.push(say.paragraph('body', `${index + 1}.${resolutionText(row)}`, source));
    });
  }
  if (!body && agenda.length + resolutions.length + said.blocks.length === 0) {
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

function openingOf(event: StoredRecord, kind: MinutesKind | undefined, material: DocumentMaterial): string {
  const { values } = event;
  const when = say.chineseWhen(textOf(values, 'start'), textOf(values, 'end'));
  const place = textOf(values, 'place').trim();
  const held = `${say.fullTitle(values, material.settings.shortName).replace(/纪要$/u, '')}${place ? `在${place}` : ''}${kind?.held ?? '召开'}`;
  const chair = chairOf(values, material);
  const first = `${when ? `${when}，` : ''}${held}${chair ? `，${chair}主持会议` : ''}。`;
  const { expected, present, leave } = attendanceCounts(values);
  const met = quorumMatters(values) && present * 2 > expected ? '，符合规定人数' : '';
  const counts = expected > 0 ? `会议应出席${expected}人，实到${present}人，请假${leave}人${met}。` : '';
  return `${first}${counts}现纪要如下：`;
}

/** 主席李桂兰: the chair with the highest duty, or as written when no member. */
function chairOf(values: Values, material: DocumentMaterial): string {
  const id = textOf(values, 'chair');
  const name = id ? say.memberName(id, material.lookup) : '';
  if (!name) return textOf(values, 'chairText').trim();
  // 党组 offices are named at meetings of the 党组 and nowhere else.
  const party = textOf(values, 'subtype').includes('党组');
  const roles = listOf(material.lookup('member', id)?.values ?? {}, 'roles').filter(
    (role) => role.startsWith('党组') === party,
  );
  const best = [...roles].sort((a, b) => rankOf([a]) - rankOf([b]))[0] ?? '';
  return best === '委员' || best === '常委' ? name : `${best}${name}`;
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
