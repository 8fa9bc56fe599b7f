import { countsOf, percent } from '../../../figures/share.ts';
import { suggestionShares } from '../../../figures/suggestion-lists.ts';
import { rowsOf, targetOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord, Values } from '../../../records/record.ts';
import { dayNumber, isoFromDayNumber } from '../../../text/calendar.ts';
import { type Composed, type DocumentDefinition, DocumentError, type DocumentMaterial } from '../../definition.ts';
import { headingNumber } from '../../from-body.ts';
import type { DocumentBlock, DocumentModel, Finding, Run } from '../../model.ts';
import { characterFindings } from '../../rare-characters.ts';
import * as say from '../../wording.ts';
import { byUnit, chosenSuggestions, needSome, suggestionParams } from './chosen-suggestions.ts';
import { gap, located } from './locate.ts';
import { digest, quoted, unitName, withoutStop } from './naming.ts';
import { shortDay } from './suggestion-transfer.ts';
import { prose, register } from './tables.ts';

const SCOPES = ['协商', '全部来源'] as const;

/** 协商成果转化情况: sixty days on, what was taken up, what was not and why, what came of it (J13). */
export const conversionReport: DocumentDefinition = {
  id: 'conversionReport',
  label: '协商成果转化情况',
  group: '协商监督',
  layout: 'official',
  aliases: ['成果转化', '采纳情况', '意见建议办理情况'],
  description:
    '送达满60天后意见建议的采纳情况：采纳、部分采纳、未采纳及原因，转化成的政策文件、项目、措施，还没有答复的单位。',
  parameters: [
    ...suggestionParams,
    { name: 'scope', label: '哪些来源', type: 'choice', options: SCOPES, initial: SCOPES[0], help: '没有选来源时用' },
    { name: 'days', label: '送达满几天', type: 'integer', initial: 60, help: '满这些天还没有结果的单列' },
    { name: 'asOf', label: '截至日期', type: 'date', help: '留空用今天' },
    { name: 'to', label: '主送', type: 'text', help: '留空不写' },
  ],
  compose,
};

interface Told {
  readonly records: readonly StoredRecord[];
  readonly asOf: string;
  readonly days: number;
  /** Delivered long enough ago. */
  readonly ripe: readonly StoredRecord[];
}

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const chosen = chosenSuggestions(params, material);
  const scope = say.choiceParam(params, 'scope', '哪些来源', SCOPES);
  const asOf = say.dayParam(params, 'asOf', '截至日期') || material.today;
  const days = say.integerParam(params, 'days', '送达满几天') ?? 60;
  const isIn = (values: Values) => scope !== '协商' || textOf(values, 'sourceType') === '协商';
  const records = chosen.records
    .filter(({ values }) => (chosen.source || isIn(values)) && madeBy(values, asOf, material))
    .map((record) => asItStood(record, asOf));
  needSome(chosen);
  if (records.length === 0) {
    const kind = chosen.source || scope !== '协商' ? '' : '来源类型是“协商”的';
    throw new DocumentError(
      `截至${say.chineseDay(asOf)}，${chosen.words}还没有${kind}意见建议，请换一个日期或来源。`,
      'asOf',
    );
  }
  const limit = isoFromDayNumber((dayNumber(asOf) ?? 0) - days);
  const ripe = records.filter(({ values }) => {
    const delivered = textOf(values, 'deliveredOn');
    return delivered !== '' && delivered <= limit;
  });
  const told: Told = { records, asOf, days, ripe };
  const what = scope === '协商' || chosen.source ? '协商成果' : '意见建议';
  const title = chosen.source ? `${quoted(withoutStop(chosen.words))}成果转化情况` : `${chosen.words}${what}转化情况`;
  const to = say.textParam(params, 'to').replace(/[：:]$/u, '');
  const { settings } = material;
  const model: DocumentModel = {
    document: 'conversionReport',
    title,
    fileName: `${title}（${say.chineseDay(asOf)}）`,
    page: { orientation: 'portrait', grid: 'official', folio: 'outside' },
    blocks: [
      say.paragraph('title', title, ...(chosen.source ? [say.sourceOf(chosen.source)] : [])),
      say.blank(),
      ...(to ? [say.paragraph('salutation', `${to}：`)] : []),
      ...textOfReport(told, chosen.source ? quoted(withoutStop(chosen.words)) : chosen.words, material),
      say.blank(),
      { type: 'paragraph', role: 'attachmentNote', runs: [{ text: '附件：意见建议办理情况一览表' }] },
      say.blank(),
      ...(settings.issuer ? [say.paragraph('signature', settings.issuer)] : []),
      say.paragraph('date', say.chineseDay(asOf)),
      ...attachment(told, material),
    ],
  };
  return { model, findings: [...located(findingsOf(told), model), ...characterFindings(model, settings)] };
}

/** Whether it had been made by the day; what came out of no meeting is taken as made. */
const madeBy = (values: Values, day: string, { lookup }: DocumentMaterial): boolean =>
  textOf(targetOf(values, 'event', 'event', lookup), 'start').slice(0, 10) <= day;

/** The suggestion as it stood at the end of the day: what was delivered, signed, answered or made of it later is left out. */
function asItStood(record: StoredRecord, day: string): StoredRecord {
  const { values } = record;
  const isLater = (field: string) => textOf(values, field).slice(0, 10) > day;
  const unanswered = isLater('repliedOn') ? { repliedOn: '', reply: '', adoption: '', state: '办理中' } : {};
  const unsigned = isLater('receiptOn') ? { receiptOn: '', receiptSigner: '' } : {};
  const made = rowsOf(values, 'conversions').filter((row) => textOf(row, 'on') <= day);
  return {
    ...record,
    values: {
      ...values,
      ...unanswered,
      ...unsigned,
      ...(isLater('deliveredOn') ? { deliveredOn: '' } : {}),
      conversions: made,
    },
  };
}

const adoptionOf = ({ values }: StoredRecord): string =>
  textOf(values, 'adoption') || (textOf(values, 'state') === '不予采纳' ? '未采纳' : '');

const OUTCOMES = ['采纳', '部分采纳', '列入计划', '留作参考', '未采纳'];
const isSigned = ({ values }: StoredRecord) =>
  textOf(values, 'receiptOn') !== '' || textOf(values, 'receiptSigner') !== '';

function textOfReport(told: Told, words: string, material: DocumentMaterial): DocumentBlock[] {
  const { records, asOf, days, ripe } = told;
  const problems = records.filter(({ values }) => textOf(values, 'suggestionKind') === '问题诉求').length;
  const delivered = records.filter(({ values }) => textOf(values, 'deliveredOn') !== '');
  const signed = delivered.filter(isSigned);
  const units = byUnit(records, material).filter(({ unit }) => unit !== '').length;
  // Neither share looks at the days for signing, which are all `after` is asked for.
  const shares = suggestionShares(records, { today: asOf, after: (from) => from });
  const share = (id: string): string => {
    const found = shares.find((one) => one.id === id);
    const counts = found && countsOf(found);
    return counts ? percent(counts.met, counts.of) : '';
  };
  const open = ripe.filter((record) => adoptionOf(record) === '');
  const outcomes = OUTCOMES.map((outcome) => ({
    outcome,
    own: records.filter((record) => adoptionOf(record) === outcome),
  }));
  const rest = records.filter((record) => !OUTCOMES.includes(adoptionOf(record)));
  let next = 1;
  const heading = (title: string) => say.paragraph('heading1', `${headingNumber(1, next++)}${title}`);
  const counted = outcomes.filter(({ own }) => own.length > 0).map(({ outcome, own }) => `${outcome}${own.length}条`);
  const adopted = share('adopted');
  return [
    heading('总体情况'),
    say.paragraph(
      'body',
      `${words}共形成意见建议${records.length}条${problems > 0 ? `（其中问题诉求${problems}条）` : ''}，分送${units}个单位。截至${say.chineseDay(asOf)}，已送达${delivered.length}条，签收${signed.length}条，答复率${share('answered') || '0%'}；送达满${days}天的${ripe.length}条，其中已有采纳结果的${ripe.length - open.length}条。`,
    ),
    heading('采纳情况'),
    say.paragraph(
      'body',
      `${[...counted, ...(rest.length > 0 ? [`还没有采纳结果${rest.length}条`] : [])].join('，')}。${adopted ? `意见建议采纳率${adopted}。` : ''}`,
    ),
    ...conversionsOf(records, heading),
    ...reasonsOf(outcomes.find(({ outcome }) => outcome === '未采纳')?.own ?? [], heading, material),
    ...openOf(open, days, heading, material),
  ];
}

type Heading = (title: string) => DocumentBlock;

/** Rows of 转化成果 by form, each with its day. */
function conversionsOf(records: readonly StoredRecord[], heading: Heading): DocumentBlock[] {
  const rows = records.flatMap((record) => rowsOf(record.values, 'conversions').map((row) => ({ record, row })));
  if (rows.length === 0) return [heading('转化成果'), say.paragraph('body', '还没有登记政策文件、项目或措施。')];
  const from = new Set(rows.map(({ record }) => record.id)).size;
  const forms = [...new Set(rows.map(({ row }) => textOf(row, 'type')))];
  const words = forms.map((form) => `${form}${rows.filter(({ row }) => textOf(row, 'type') === form).length}项`);
  return [
    heading('转化成果'),
    say.paragraph('body', `${from}条意见建议转化为成果${rows.length}项：${words.join('，')}。`),
    ...forms.map((form): DocumentBlock => {
      const own = rows.filter(({ row }) => textOf(row, 'type') === form);
      const runs = own.flatMap(({ record, row }, index): Run[] => [
        ...(index > 0 ? [{ text: '；' }] : []),
        {
          text: `${withoutStop(textOf(row, 'title'))}${textOf(row, 'on') ? `（${say.chineseDay(textOf(row, 'on'))}）` : ''}`,
          source: say.sourceOf(record, 'conversions'),
        },
      ]);
      return prose('body', [{ text: `${form}：`, bold: true }, ...runs, '。']);
    }),
  ];
}

function reasonsOf(records: readonly StoredRecord[], heading: Heading, { lookup }: DocumentMaterial): DocumentBlock[] {
  if (records.length === 0) return [];
  return [
    heading('未采纳的原因'),
    ...records.map((record, index): DocumentBlock => {
      const { values } = record;
      const unit = unitName(textOf(values, 'mainUnit'), lookup);
      const reason = withoutStop(textOf(values, 'notAdoptedReason')) || '____';
      const text = `${index + 1}.${digest(withoutStop(textOf(values, 'text')), 60)}${unit ? `（${unit}）` : ''}：${reason}。`;
      return say.paragraph('body', text, say.sourceOf(record, 'notAdoptedReason'));
    }),
  ];
}

function openOf(
  open: readonly StoredRecord[],
  days: number,
  heading: Heading,
  material: DocumentMaterial,
): DocumentBlock[] {
  if (open.length === 0) return [];
  const units = byUnit(open, material).map(({ name, records }) => `${name || '未定主责单位'}${records.length}条`);
  return [heading(`送达满${days}天还没有结果的`), say.paragraph('body', `共${open.length}条：${units.join('，')}。`)];
}

const RULE =
  '口径：采纳、部分采纳算采纳，列入计划、留作参考不算，问题诉求不是建议，不算在采纳率里；答复率为已答复、跟踪、办结、不予采纳的占全部条目。';

/** Every suggestion with its outcome, on a sheet of its own. */
function attachment({ records }: Told, { lookup }: DocumentMaterial): DocumentBlock[] {
  return [
    {
      type: 'sectionBreak',
      page: { orientation: 'landscape', grid: 'official', folio: 'outside' },
      start: 'nextPage',
    },
    say.paragraph('attachmentMark', '附件'),
    say.blank(),
    say.paragraph('attachmentTitle', '意见建议办理情况一览表'),
    say.blank(),
    register<StoredRecord>(
      [
        { label: '序号', width: 12, text: (_, index) => String(index + 1) },
        { label: '意见建议', width: 76, align: 'left', text: ({ values }) => textOf(values, 'text'), field: 'text' },
        {
          label: '主责单位',
          width: 36,
          align: 'left',
          text: ({ values }) => unitName(textOf(values, 'mainUnit'), lookup),
          field: 'mainUnit',
        },
        {
          label: '送达',
          width: 23,
          text: ({ values }) => shortDay(textOf(values, 'deliveredOn')),
          field: 'deliveredOn',
        },
        { label: '答复', width: 23, text: ({ values }) => shortDay(textOf(values, 'repliedOn')), field: 'repliedOn' },
        { label: '采纳情况', width: 20, text: adoptionOf, field: 'adoption' },
        {
          label: '转化成果',
          width: 42,
          align: 'left',
          text: ({ values }) => conversionWords(values),
          field: 'conversions',
        },
      ],
      [{ label: '', items: records }],
      (record) => say.sourceOf(record),
    ),
    say.paragraph('tableNote', RULE),
  ];
}

const conversionWords = (values: Values): string =>
  rowsOf(values, 'conversions')
    .map((row) => withoutStop(textOf(row, 'title')))
    .filter(Boolean)
    .join('；');

function findingsOf({ records, ripe, days }: Told): Finding[] {
  const unread = ripe.filter((record) => adoptionOf(record) === '');
  const reasonless = records.filter(
    (record) => adoptionOf(record) === '未采纳' && !textOf(record.values, 'notAdoptedReason').trim(),
  );
  const early = records.length - ripe.length;
  return [
    ...gap(unread, 'adoption', 'warning', (n) => `有${n}条送达满${days}天还没有采纳结果。`),
    ...gap(reasonless, 'notAdoptedReason', 'error', (n) => `有${n}条未采纳，没有写原因。`),
    ...(early > 0
      ? [{ severity: 'hint' as const, message: `有${early}条没有送达或送达不满${days}天，也统计在内。` }]
      : []),
  ];
}
