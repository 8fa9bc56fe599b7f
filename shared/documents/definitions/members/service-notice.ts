import { servedOn } from '../../../figures/expected.ts';
import { type Composed, type DocumentDefinition, DocumentError, type DocumentMaterial } from '../../definition.ts';
import type { DocumentBlock, DocumentModel, Finding, Run } from '../../model.ts';
import { nameRow } from '../../names.ts';
import { characterFindings } from '../../rare-characters.ts';
import * as say from '../../wording.ts';
import { numberFor, numberParameter } from './naming.ts';
import { QUARTERS, type Stretch, stretchOf, yearParameter } from './period.ts';
import { byStrokes, type Entry } from './roll.ts';
import { IDLE_RULES, idleOfNotice, type NoticeFacts, noticeFacts, noticeTable } from './service-facts.ts';

const RECEIVERS = '各委员，各专门委员会，各街道政协工委';
const HEADS = ['红头文件', '不带红头'] as const;

/** 委员履职情况通报 (J17): the numbers of the members' ledgers, who has done nothing, and how it was counted. */
export const serviceNotice: DocumentDefinition = {
  id: 'serviceNotice',
  label: '委员履职情况通报',
  group: '委员履职',
  layout: 'official',
  series: 'office',
  aliases: ['季度履职通报', '履职通报'],
  description: '一年或一个季度：出席率、提案、信息、活动次数、未履职名单，附逐人一览表，口径写在文末。',
  parameters: [
    yearParameter,
    { name: 'quarter', label: '季度', type: 'choice', options: QUARTERS, initial: QUARTERS[0] },
    { name: 'idle', label: '未履职的口径', type: 'choice', options: IDLE_RULES, initial: IDLE_RULES[0] },
    { name: 'head', label: '版式', type: 'choice', options: HEADS, initial: HEADS[0] },
    numberParameter,
    { name: 'to', label: '主送', type: 'text', initial: RECEIVERS },
    { name: 'date', label: '成文日期', type: 'date', help: '留空用今天' },
  ],
  compose,
};

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const stretch = stretchOf(params, 'quarter', material);
  const rule = say.choiceParam(params, 'idle', '未履职的口径', IDLE_RULES);
  const red = say.choiceParam(params, 'head', '版式', HEADS) === HEADS[0];
  const date = say.dayParam(params, 'date', '成文日期') || material.today;
  const to = (say.textParam(params, 'to') || RECEIVERS).replace(/[：:]+$/u, '');
  const findings: Finding[] = [];
  const members = membersOf(stretch, material, findings);
  const facts = noticeFacts(members, stretch, material);
  const idle = idleOfNotice(rule, facts, stretch, material);
  const { settings } = material;
  const title = `关于${stretch.words}委员履职情况的通报`;
  const number = red
    ? numberFor(params, material, 'office', Number(date.slice(0, 4)), `${settings.code}办`)
    : { findings: [] };
  findings.push(...number.findings);
  if (stretch.until < stretch.period.to)
    findings.push({
      severity: 'warning',
      message: `${stretch.words}还没有过完，只统计到${say.chineseDay(stretch.until)}。`,
    });
  if (!settings.issuer) findings.push({ severity: 'warning', message: '没有署名。可在资料库设置里写好发文机关。' });
  const model: DocumentModel = {
    document: 'serviceNotice',
    title,
    fileName: `${title}（${say.chineseDay(date)}）`,
    page: { orientation: 'portrait', grid: 'official', folio: 'outside' },
    sealed: red,
    ...(red
      ? {
          masthead: {
            style: 'official',
            mark: `${settings.issuer}文件`,
            ...(number.number ? { number: number.number } : {}),
          },
        }
      : {}),
    blocks: [
      say.paragraph('title', title),
      say.blank(),
      say.paragraph('salutation', `${to}：`),
      ...textOfNotice(facts, idle, rule, stretch),
      say.paragraph('attachmentNote', `附件：${stretch.words}委员履职情况一览表`),
      say.blank(),
      ...(settings.issuer ? [say.paragraph('signature', settings.issuer)] : []),
      say.paragraph('date', say.chineseDay(date)),
      say.paragraph('annotation', `（${countingWords(rule, stretch)}）`),
      ...attachment(facts, stretch),
    ],
  };
  return { model, findings: [...findings, ...characterFindings(model, settings)] };
}

function membersOf(stretch: Stretch, material: DocumentMaterial, findings: Finding[]): Entry[] {
  const serving = material.list('member').filter((member) => servedOn(member, stretch.until));
  if (serving.length === 0)
    throw new DocumentError(
      `${say.chineseDay(stretch.until)}没有在任委员，没有可通报的。请先登记委员，或换一个时段。`,
      'year',
    );
  return byStrokes(serving, material, findings, '通报');
}

const text = (words: string): Run => ({ text: words });

function textOfNotice(facts: NoticeFacts, idle: readonly Entry[], rule: string, stretch: Stretch): DocumentBlock[] {
  const { lines, expected, present, rate } = facts;
  const body = (...runs: (string | Run)[]): DocumentBlock => ({
    type: 'paragraph',
    role: 'body',
    runs: runs.map((run) => (typeof run === 'string' ? text(run) : run)),
  });
  const people = (id: string) => lines.filter(({ counts }) => (counts[id] ?? 0) > 0).length;
  const never = lines.filter((line) => line.expected > 0 && line.present === 0);
  const none = lines.length - people('proposals');
  return [
    body(`现将${stretch.words}（${stretch.days}）委员履职情况通报如下，共统计在任委员${lines.length}名。`),
    say.paragraph('heading1', '一、出席会议活动情况'),
    body(
      expected === 0
        ? '这一时段没有登记应出席的会议活动。'
        : `应出席${expected}人次，实际出席${present}人次，出席率${rate}。${never.length > 0 ? `应出席而一次也没有出席的${never.length}名。` : '没有应出席而一次也没有出席的委员。'}参加各类会议活动合计${facts.totals.attended ?? 0}人次。`,
    ),
    say.paragraph('heading1', '二、提案情况'),
    body(
      `${people('proposals')}名委员提交提案${facts.pieces.proposals}件（联名的每件只计一次），其中立案${facts.pieces.filed}件；没有提交提案的${none}名。`,
    ),
    say.paragraph('heading1', '三、社情民意信息情况'),
    body(
      `${people('opinions')}名委员反映社情民意${facts.pieces.opinions}条（联名的每条只计一次），其中被采用${facts.pieces.adopted}条；没有反映的${lines.length - people('opinions')}名。`,
    ),
    say.paragraph('heading1', '四、发言建言和履职为民情况'),
    body(
      `会上发言${facts.totals.speeches ?? 0}人次，大会发言${facts.totals.plenary ?? 0}篇次，提出意见建议${facts.totals.suggestions ?? 0}条次，参加调研报告${facts.totals.reports ?? 0}篇次，认领协商议题${facts.totals.topics ?? 0}个次，登记履职为民事项${facts.totals.contributions ?? 0}项。`,
    ),
    say.paragraph('heading1', '五、未履职委员名单'),
    ...(idle.length === 0
      ? [body(`按“${rule}”统计，没有未履职的委员。`)]
      : [body(`按“${rule}”统计，未履职的共${idle.length}名：`), body({ text: nameRow(idle.map(({ name }) => name)) })]),
    body('请未履职和履职较少的委员对照检查，主动参加会议活动，积极提交提案、反映社情民意。'),
  ];
}

/** 口径写在文末 (J17). */
function countingWords(rule: string, stretch: Stretch): string {
  return `统计口径：在任委员以${say.chineseDay(stretch.until)}为准；出席率按应出席的会议活动计算，出席、迟到、早退算出席，取消、延期和没有登记结果的不算；参加会议活动含列席；提案按提交日期，领衔、联名都算本人的，草稿不算；社情民意按收稿日期，联名的也算本人的；采用指编入本级专刊或被市以上采用；未履职指“${rule}”。`;
}

function attachment(facts: NoticeFacts, stretch: Stretch): DocumentBlock[] {
  return [
    {
      type: 'sectionBreak',
      start: 'nextPage',
      page: { orientation: 'landscape', grid: 'official', folio: 'outside' },
    },
    say.paragraph('attachmentMark', '附件'),
    say.paragraph('attachmentTitle', `${stretch.words}委员履职情况一览表`),
    say.blank(),
    noticeTable(facts),
  ];
}
