import { isHeld } from '../../../figures/held.ts';
import { listOf, numberOf, targetOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord } from '../../../records/record.ts';
import type { Composed, DocumentDefinition, DocumentMaterial } from '../../definition.ts';
import type { DocumentCell, DocumentModel, DocumentTable, Finding } from '../../model.ts';
import { characterFindings } from '../../rare-characters.ts';
import * as say from '../../wording.ts';
import { suggestionsFrom } from './chosen-suggestions.ts';
import { located } from './locate.ts';
import { memberNames, streetName, unitNames, withoutStop } from './naming.ts';
import { boxes, label, value } from './tables.ts';

/** 议题办理反馈单: what became of a topic, for the person who raised it to sign (四单的“查单”, J12). */
export const topicFeedback: DocumentDefinition = {
  id: 'topicFeedback',
  label: '议题办理反馈单',
  group: '协商监督',
  layout: 'plain',
  aliases: ['反馈单', '查单', '协商议题反馈'],
  description: '一个协商议题的来龙去脉：谁点的单、谁买的单、怎么协商的、办成什么样，留群众评价和签名。',
  parameters: [
    { name: 'topic', label: '协商议题', type: 'reference', targets: ['topic'], required: true },
    { name: 'date', label: '反馈日期', type: 'date', help: '留空不填，手写' },
  ],
  compose,
};

const SATISFACTION = ['满意', '基本满意', '不满意'];

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const topic = say.recordParam(params, 'topic', '协商议题', ['topic'], material);
  const date = say.dayParam(params, 'date', '反馈日期');
  const meetings = material
    .list('event')
    .filter((event) => isHeld(event) && listOf(event.values, 'topics').includes(topic.id))
    .sort((a, b) => (textOf(a.values, 'start') < textOf(b.values, 'start') ? -1 : 1));
  const suggestions = suggestionsFrom(topic, material);
  const name = withoutStop(textOf(topic.values, 'title')) || '未写标题的议题';
  const office = streetName(topic.values, material.lookup);
  const model: DocumentModel = {
    document: 'topicFeedback',
    title: '协商议题办理反馈单',
    fileName: `议题办理反馈单（${name}）`,
    page: { orientation: 'portrait', grid: 'free', folio: 'none' },
    blocks: [
      say.paragraph('formTitle', '协商议题办理反馈单'),
      say.blank(),
      ...(office ? [say.paragraph('tableNote', `街道：${office}`, say.sourceOf(topic, 'subdistrictOffice'))] : []),
      formOf({ topic, name, meetings, suggestions, date }, material),
    ],
  };
  const findings = findingsOf(topic, meetings, suggestions);
  return { model, findings: [...located(findings, model), ...characterFindings(model, material.settings)] };
}

interface Followed {
  readonly topic: StoredRecord;
  readonly name: string;
  readonly meetings: readonly StoredRecord[];
  readonly suggestions: readonly StoredRecord[];
  readonly date: string;
}

function formOf({ topic, name, meetings, suggestions, date }: Followed, { lookup }: DocumentMaterial): DocumentTable {
  const { values } = topic;
  const about = (field: string) => ({ source: say.sourceOf(topic, field) });
  const cell = (field: string, text: string): DocumentCell => value(text, { align: 'center', ...about(field) });
  const wide = (text: string, source: DocumentCell['source']): DocumentCell =>
    value(text, { align: 'left', colSpan: 3, ...(source ? { source } : {}) });
  const community = textOf(targetOf(values, 'community', 'community', lookup), 'name');
  const raisedBy = values.anonymous === true && !textOf(values, 'raisedBy') ? '不具名' : textOf(values, 'raisedBy');
  const solved = numberOf(values, 'solvedCount');
  const reason = textOf(values, 'reasonNotAdopted').trim();
  const chosen = textOf(values, 'satisfaction');
  const choices = chosen && !SATISFACTION.includes(chosen) ? [...SATISFACTION, chosen] : SATISFACTION;
  const [meeting] = meetings;
  const [suggestion] = suggestions;
  const rows: readonly [DocumentCell[], number][] = [
    [[label('议题'), wide(name, about('title').source)], 14],
    [
      [
        label('议题来源'),
        cell('source', textOf(values, 'source')),
        label('提出日期'),
        cell('raisedOn', say.chineseDay(textOf(values, 'raisedOn'))),
      ],
      11,
    ],
    [[label('提出人'), cell('raisedBy', raisedBy), label('社区（村）'), cell('community', community)], 11],
    [
      [
        label('认领委员'),
        cell('claimedBy', memberNames(listOf(values, 'claimedBy'), lookup)),
        label('承接部门'),
        cell('units', unitNames(values, 'units', lookup)),
      ],
      14,
    ],
    [[label('协商情况'), wide(meetings.map(meetingWords).join('；'), meeting && say.sourceOf(meeting))], 22],
    [[label('协商意见'), wide(numbered(suggestions, 'text'), suggestion && say.sourceOf(suggestion, 'text'))], 30],
    [
      [
        label('办理结果'),
        wide(
          reason ? `未采纳：${reason}` : numbered(suggestions, 'reply'),
          suggestion && say.sourceOf(suggestion, 'reply'),
        ),
      ],
      34,
    ],
    [
      [
        label('解决问题'),
        cell('solvedCount', solved === undefined ? '' : `${solved}件`),
        label('办理状态'),
        cell('state', textOf(values, 'state')),
      ],
      11,
    ],
    [[label('群众评价'), value(boxes(choices, chosen), { align: 'center', colSpan: 3, ...about('satisfaction') })], 12],
    [
      [label('提出人签名'), value(''), label('反馈日期'), value(date ? say.chineseDay(date) : '', { align: 'center' })],
      14,
    ],
    [[label('承接部门（盖章）'), value(''), label('街道政协工委（盖章）'), value('')], 24],
  ];
  return {
    type: 'table',
    columns: [{ width: 28 }, { width: 53 }, { width: 28 }, { width: 53 }],
    headRows: 0,
    rows: rows.map(([cells]) => cells),
    heights: rows.map(([, height]) => height),
    size: 12,
    source: say.sourceOf(topic),
  };
}

const meetingWords = ({ values }: StoredRecord): string =>
  [say.chineseDay(textOf(values, 'start')), withoutStop(textOf(values, 'place')), withoutStop(textOf(values, 'title'))]
    .filter(Boolean)
    .join('，');

/** 1.…；2.… of those that have something there. */
function numbered(records: readonly StoredRecord[], field: string): string {
  const texts = records.map(({ values }) => withoutStop(textOf(values, field).replace(/\s+/gu, ''))).filter(Boolean);
  if (texts.length < 2) return texts.map((text) => `${text}。`).join('');
  return `${texts.map((text, index) => `${index + 1}.${text}`).join('；')}。`;
}

function findingsOf(
  topic: StoredRecord,
  meetings: readonly StoredRecord[],
  suggestions: readonly StoredRecord[],
): Finding[] {
  const { values } = topic;
  const findings: Finding[] = [];
  const warn = (field: string, message: string) =>
    findings.push({ severity: 'warning', message, source: say.sourceOf(topic, field) });
  if (meetings.length === 0) warn('title', '这个议题还没有登记协商会，协商情况空着。');
  if (suggestions.length === 0) warn('title', '这个议题没有登记协商意见（意见建议），协商意见和办理结果空着。');
  else if (!suggestions.some((one) => textOf(one.values, 'reply').trim()) && !textOf(values, 'reasonNotAdopted'))
    warn('state', '意见建议都还没有答复，办理结果空着。');
  if (listOf(values, 'units').length === 0) warn('units', '没有登记承接部门。');
  if (!textOf(values, 'satisfaction'))
    findings.push({
      severity: 'hint',
      message: '还没有群众评价，打印后请群众勾选。',
      source: say.sourceOf(topic, 'satisfaction'),
    });
  return findings;
}
