import { isHeld } from '../../../figures/held.ts';
import { isPresent } from '../../../records/attendance.ts';
import { asBody, isBlankBody } from '../../../records/body-shape.ts';
import { listOf, numberOf, rowsOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord, Values } from '../../../records/record.ts';
import { strokeOverrides } from '../../../records/stroke-overrides.ts';
import type { Body, BodyBlock } from '../../../text/body.ts';
import { compareNames } from '../../../text/stroke-order.ts';
import type { Composed, DocumentDefinition, DocumentMaterial } from '../../definition.ts';
import { blocksFromBody, headingNumber } from '../../from-body.ts';
import type { DocumentBlock, DocumentModel, Finding } from '../../model.ts';
import { nameRow } from '../../names.ts';
import { characterFindings } from '../../rare-characters.ts';
import * as say from '../../wording.ts';
import { suggestionsFrom } from './chosen-suggestions.ts';
import { consultationDuties, dutyFindings } from './consultation-duties.ts';
import { located } from './locate.ts';
import { memberNames, quoted, streetName, withoutStop } from './naming.ts';
import { numberParameter, paperNumber } from './paper-number.ts';
import { prose } from './tables.ts';

const HEADS = ['按协商层级', '红头', '不用红头'] as const;

/** 协商意见: who consulted, what was said, what is proposed, who takes it up (J12; “四单”的第三单). */
export const consultationOpinion: DocumentDefinition = {
  id: 'consultationOpinion',
  label: '协商意见',
  group: '协商监督',
  layout: 'official',
  series: 'file',
  aliases: ['协商意见书', '协商纪要', '协商成果'],
  description: '一次协商会或一个议题的协商意见：参加方、协商情况、意见建议、落实分工表。区级的用红头，街道社区的不用。',
  parameters: [
    { name: 'source', label: '协商会或议题', type: 'reference', targets: ['event', 'topic'], required: true },
    { name: 'title', label: '标题', type: 'text', help: '留空按议题，例如“关于……的协商意见”' },
    { name: 'to', label: '主送', type: 'text', help: '例如“区委、区政府”；留空不写' },
    { name: 'head', label: '红头', type: 'choice', options: HEADS, initial: HEADS[0], help: '区级协商用红头' },
    numberParameter,
    { name: 'date', label: '成文日期', type: 'date', help: '留空用今天' },
    { name: 'receivers', label: '抄送', type: 'longText', help: '用红头时排在版记里，一行一项' },
  ],
  compose,
};

interface Consulted {
  readonly source: StoredRecord;
  readonly meetings: readonly StoredRecord[];
  readonly suggestions: readonly StoredRecord[];
}

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const source = say.recordParam(params, 'source', '协商会或议题', ['event', 'topic'], material);
  const head = say.choiceParam(params, 'head', '红头', HEADS);
  const date = say.dayParam(params, 'date', '成文日期') || material.today;
  const consulted: Consulted = {
    source,
    meetings: source.kind === 'event' ? [source] : meetingsOf(source, material),
    suggestions: suggestionsFrom(source, material),
  };
  const red = head === '红头' || (head === HEADS[0] && levelOf(consulted) === '区级');
  const { number, findings: numbering } = paperNumber(params, 'file', material);
  const title = say.textParam(params, 'title') || titleOf(consulted, material);
  const to = say.textParam(params, 'to').replace(/[：:]$/u, '');
  const { settings } = material;
  const issuer = issuerOf(consulted, red, material);
  const model: DocumentModel = {
    document: 'consultationOpinion',
    title,
    fileName: `${title}（${say.chineseDay(date)}）`,
    page: { orientation: 'portrait', grid: 'official', folio: 'outside' },
    ...(red
      ? { masthead: { style: 'official', mark: `${bodyName(settings.fullName)}文件`, ...(number ? { number } : {}) } }
      : {}),
    blocks: [
      say.paragraph('title', title, say.sourceOf(source, 'title')),
      say.blank(),
      ...(to ? [say.paragraph('salutation', `${to}：`)] : []),
      ...partsOf(consulted, material),
      say.blank(),
      ...(issuer ? [say.paragraph('signature', issuer)] : []),
      say.paragraph('date', say.chineseDay(date)),
    ],
    ...(red
      ? {
          sealed: true,
          imprint: {
            style: 'official',
            receivers: say.receiverLines(say.textParam(params, 'receivers'), '抄送'),
            ...(settings.issuer ? { issuer: settings.issuer } : {}),
            issued: `${say.chineseDay(date)}印发`,
          },
        }
      : {}),
  };
  const gaps = [...(red ? numbering : []), ...gapsOf(consulted), ...dutyFindings(consulted)];
  return { model, findings: [...located(gaps, model), ...characterFindings(model, settings)] };
}

/** 政协示例区委员会 */
const bodyName = (fullName: string): string => fullName.replace(/^中国人民政治协商会议/u, '政协');

/** Consultations that name the topic and took place, oldest first. */
function meetingsOf(topic: StoredRecord, { list }: DocumentMaterial): StoredRecord[] {
  return list('event')
    .filter((event) => isHeld(event) && listOf(event.values, 'topics').includes(topic.id))
    .sort((a, b) => (textOf(a.values, 'start') < textOf(b.values, 'start') ? -1 : 1));
}

function levelOf({ source, meetings }: Consulted): string {
  if (source.kind === 'topic') return '街道';
  const level = textOf(meetings[0]?.values ?? {}, 'consultLevel');
  return level || (textOf(source.values, 'subdistrictOffice') ? '街道' : '区级');
}

function titleOf({ source, meetings }: Consulted, { lookup }: DocumentMaterial): string {
  const topics = meetings.length === 1 ? listOf(meetings[0]?.values ?? {}, 'topics') : [];
  const topic = source.kind === 'topic' ? source : topics.length === 1 ? lookup('topic', topics[0] ?? '') : undefined;
  if (topic) return `关于${quoted(withoutStop(textOf(topic.values, 'title')) || '未写标题的议题')}的协商意见`;
  const title = withoutStop(textOf(source.values, 'title'));
  const subject = title
    .replace(/(?:专题|对口|界别|网络|远程)?协商(?:座谈)?(?:会议?|议事会)?$/u, '')
    .replace(/^关于/u, '');
  return subject && subject !== title ? `关于${subject}的协商意见` : `${title || '协商会'}协商意见`;
}

function issuerOf({ source, meetings }: Consulted, red: boolean, { settings, lookup }: DocumentMaterial): string {
  if (red) return bodyName(settings.fullName) || settings.issuer;
  const street = streetName(meetings[0]?.values ?? {}, lookup) || streetName(source.values, lookup);
  return street || settings.issuer;
}

function partsOf(consulted: Consulted, material: DocumentMaterial): DocumentBlock[] {
  const { meetings, suggestions, source } = consulted;
  let next = 1;
  const section = (title: string, blocks: readonly DocumentBlock[]): DocumentBlock[] => [
    say.paragraph('heading1', `${headingNumber(1, next++)}${title}`),
    // What nobody has entered is left to be written by hand.
    ...(blocks.length > 0 ? blocks : [say.paragraph('body', '____', say.sourceOf(source))]),
  ];
  return [
    ...openingOf(consulted, material),
    ...section(
      '参加方',
      meetings.flatMap((event) => partiesOf(event, meetings.length > 1, material)),
    ),
    ...section(
      '协商情况',
      meetings.flatMap((event) => courseOf(event, material)),
    ),
    ...section('意见建议', adviceOf(suggestions)),
    ...section('落实分工', consultationDuties(consulted, material)),
  ];
}

function openingOf({ source, meetings }: Consulted, material: DocumentMaterial): DocumentBlock[] {
  const { lookup, settings } = material;
  const [first] = meetings;
  if (!first) return [];
  const { values } = first;
  const when = say.chineseWhen(textOf(values, 'start'), textOf(values, 'end'));
  const host = streetName(values, lookup) || settings.shortName;
  const place = textOf(values, 'place').trim();
  const title = withoutStop(textOf(values, 'title'));
  const chair = say.memberName(textOf(values, 'chair'), lookup) || textOf(values, 'chairText').trim();
  const about = say.sourceOf(first);
  const own = title.includes(host) || title.includes('政协') ? '' : host;
  const held = `${when ? `${when}，` : ''}${own}${place ? `在${place}` : ''}召开${title}${chair ? `，由${chair}主持` : ''}。`;
  const more =
    meetings.length > 1
      ? `围绕${quoted(withoutStop(textOf(source.values, 'title')))}先后协商${meetings.length}次。`
      : '';
  return [prose('body', [{ text: held, source: about }, more, '现将协商意见整理如下：'], about)];
}

/** 委员14人，群众代表5人; the members by name in the order of strokes. */
function partiesOf(event: StoredRecord, several: boolean, { list, lookup }: DocumentMaterial): DocumentBlock[] {
  const { values } = event;
  const rows = [
    ...rowsOf(values, 'parties').map((row) => ({ name: textOf(row, 'party'), count: numberOf(row, 'count') })),
    ...rowsOf(values, 'counts').map((row) => ({ name: textOf(row, 'label'), count: numberOf(row, 'count') })),
  ].filter(({ name }) => name.trim());
  const present = rowsOf(values, 'attendance').filter((row) => isPresent(textOf(row, 'state')));
  const names = present.map((row) => say.memberName(textOf(row, 'member'), lookup)).filter(Boolean);
  const strokes = strokeOverrides(list('person'));
  names.sort((a, b) => compareNames(a, b, 'surname', strokes));
  const day = several ? `${say.chineseDay(textOf(values, 'start'))}：` : '';
  const total = rows.reduce((sum, { count }) => sum + (count ?? 0), 0);
  const counted = rows.map(({ name, count }) => `${name}${count === undefined ? '' : `${count}人`}`).join('，');
  const leaders = withoutStop(textOf(values, 'leaders'));
  return [
    ...(counted
      ? [
          say.paragraph(
            'body',
            `${day}${counted}${rows.length > 1 && total > 0 ? `，共${total}人` : ''}。`,
            say.sourceOf(event, rowsOf(values, 'parties').length > 0 ? 'parties' : 'counts'),
          ),
        ]
      : []),
    ...(leaders ? [say.paragraph('body', `出席领导：${leaders}。`, say.sourceOf(event, 'leaders'))] : []),
    ...(names.length > 0
      ? [
          {
            type: 'paragraph' as const,
            role: 'nameList' as const,
            runs: [
              { text: '委员：', lead: true },
              { text: nameRow(names), source: say.sourceOf(event, 'attendance') },
            ],
            source: say.sourceOf(event, 'attendance'),
          },
        ]
      : []),
  ];
}

/** What was on the table and what was said. */
function courseOf(event: StoredRecord, { lookup }: DocumentMaterial): DocumentBlock[] {
  const { values } = event;
  const agenda = rowsOf(values, 'agendaItems')
    .map((row) => ({ title: withoutStop(textOf(row, 'title')), by: withoutStop(textOf(row, 'reporter')) }))
    .filter(({ title }) => title);
  const policies = rowsOf(values, 'policyList').filter((row) => textOf(row, 'item').trim());
  const body = asBody(values.minutes);
  const speakers = rowsOf(values, 'attendance').filter((row) => textOf(row, 'speech') !== '');
  const spoke = memberNames(
    speakers.map((row) => textOf(row, 'member')),
    lookup,
  );
  const list = agenda.map(({ title, by }, index) => `${index + 1}.${title}${by ? `（${by}）` : ''}`).join('；');
  return [
    ...(list ? [say.paragraph('body', `协商会安排：${list}。`, say.sourceOf(event, 'agendaItems'))] : []),
    ...(policies.length > 0 ? [say.paragraph('body', policyWords(policies), say.sourceOf(event, 'policyList'))] : []),
    ...(body && !isBlankBody(body)
      ? blocksFromBody(demoted(body), say.sourceOf(event, 'minutes'), { next: 1 })
      : spoke
        ? [say.paragraph('body', `${spoke}作了发言。`, say.sourceOf(event, 'attendance'))]
        : []),
  ];
}

function policyWords(policies: readonly Values[]): string {
  const items = policies.map((row) => {
    const department = withoutStop(textOf(row, 'department'));
    return `${department ? `${department}：` : ''}${withoutStop(textOf(row, 'item'))}`;
  });
  return `部门带到会上的政策${policies.length}项：${items.join('；')}。`;
}

/** The headings of the minutes stand one level lower here, and are numbered anew. */
function demoted(body: Body): Body {
  return {
    blocks: body.blocks.map((block): BodyBlock => {
      if (block.type !== 'heading') return block;
      const level = Math.min(4, block.level + 1) as 2 | 3 | 4;
      const [first, ...rest] = block.text;
      const bare = (text: string) =>
        text.replace(/^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|\d+[.．、])/u, '');
      return { ...block, level, text: first ? [{ ...first, text: bare(first.text) }, ...rest] : [] };
    }),
  };
}

/** One paragraph a suggestion; problems apart from advice when there are both. */
function adviceOf(suggestions: readonly StoredRecord[]): DocumentBlock[] {
  const isProblem = ({ values }: StoredRecord) => textOf(values, 'suggestionKind') === '问题诉求';
  const problems = suggestions.filter(isProblem);
  const advice = suggestions.filter((one) => !isProblem(one));
  const lines = (records: readonly StoredRecord[]): DocumentBlock[] =>
    records.map((record, index) => {
      const text = say.sentence(textOf(record.values, 'text').replace(/\s*[\r\n]+\s*/gu, ''));
      return say.paragraph('body', `${index + 1}.${text}`, say.sourceOf(record, 'text'));
    });
  if (problems.length === 0 || advice.length === 0) return lines(suggestions);
  return [
    say.paragraph('heading2', `${headingNumber(2, 1)}问题诉求`),
    ...lines(problems),
    say.paragraph('heading2', `${headingNumber(2, 2)}意见建议`),
    ...lines(advice),
  ];
}

function gapsOf({ source, meetings, suggestions }: Consulted): Finding[] {
  const findings: Finding[] = [];
  const tell = (severity: Finding['severity'], message: string, record: StoredRecord, field: string) =>
    findings.push({ severity, message, source: say.sourceOf(record, field) });
  const [first] = meetings;
  if (!first)
    tell(
      'error',
      '这个议题还没有开过协商会，没有协商情况。请在“会议活动”里登记协商会，选上这个议题。',
      source,
      'title',
    );
  if (suggestions.length === 0)
    tell('error', '没有登记意见建议，协商意见是空的。请在“意见建议”里登记。', source, 'title');
  for (const event of meetings) {
    if (rowsOf(event.values, 'parties').length + rowsOf(event.values, 'counts').length === 0)
      tell('warning', '没有登记参与方和人数。', event, 'parties');
    if (!isHeld(event))
      tell('warning', `这次协商登记为“${textOf(event.values, 'status')}”，请核对是否开过。`, event, 'status');
    if (!textOf(event.values, 'place')) tell('warning', '没有登记协商地点。', event, 'place');
  }
  return findings;
}
