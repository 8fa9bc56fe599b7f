import type { List } from '../records/kind.ts';
import { rowsOf, textOf } from '../records/read-value.ts';
import type { StoredRecord, Values } from '../records/record.ts';
import type { WorkContext } from '../workflow/machine.ts';
import type { Share, Tally } from './share.ts';

/** What a suggestion can come out of; the first one filled is its source (shared/records/suggestion.ts). */
export const SOURCE_KINDS = {
  event: 'event',
  opinion: 'opinion',
  proposal: 'proposal',
  report: 'researchReport',
  topic: 'topic',
} as const;

export type SourceField = keyof typeof SOURCE_KINDS;

const SOURCE_FIELDS = Object.keys(SOURCE_KINDS) as SourceField[];

/** 'event/<id>'; '' when no source is named. */
export function sourceOf(values: Values): string {
  const field = SOURCE_FIELDS.find((name) => textOf(values, name) !== '');
  return field ? `${field}/${textOf(values, field)}` : '';
}

/** Suggestions of a year: by the year of what they come out of. */
export function suggestionsOf(list: List, year: number | undefined): readonly StoredRecord[] {
  return list('suggestion').filter(({ values }) => year === undefined || values.year === year);
}

export type ReceiptState = '未送达' | '已送达' | '已签收' | '超期未签收';
/** The most urgent first. */
export const RECEIPT_STATES: readonly ReceiptState[] = ['超期未签收', '未送达', '已送达', '已签收'];

/** Whether the unit has signed for it; late when the days for signing have passed since it was delivered. */
export function receiptOf(values: Values, { after, today }: Pick<WorkContext, 'after' | 'today'>): ReceiptState {
  if (textOf(values, 'receiptOn') || textOf(values, 'receiptSigner')) return '已签收';
  const delivered = textOf(values, 'deliveredOn');
  if (!delivered) return '未送达';
  return after(delivered, 'suggestion.sign') < today ? '超期未签收' : '已送达';
}

/** A receipt is owed for what goes to a unit; what was answered in the meeting or refused needs none. */
export function needsReceipt(values: Values): boolean {
  if (values.onTheSpot === true) return false;
  return !(textOf(values, 'state') === '不予采纳' && textOf(values, 'deliveredOn') === '');
}

const ANSWERED: readonly string[] = ['已答复', '跟踪', '办结', '不予采纳'];

/** Past its day and not answered. */
export function isLate(values: Values, { today }: Pick<WorkContext, 'today'>): boolean {
  const due = textOf(values, 'due');
  return due !== '' && due < today && !ANSWERED.includes(textOf(values, 'state')) && textOf(values, 'repliedOn') === '';
}

const ADOPTED: readonly string[] = ['采纳', '部分采纳'];
const isAdopted = (values: Values): boolean => ADOPTED.includes(textOf(values, 'adoption'));
const isConverted = (values: Values): boolean => rowsOf(values, 'conversions').length > 0;

const idsOf = (records: readonly StoredRecord[]): readonly string[] => records.map(({ id }) => id);

type Context = Pick<WorkContext, 'after' | 'today'>;

/** The counts, each with its suggestions. */
export function suggestionTallies(all: readonly StoredRecord[], context: Context): readonly Tally[] {
  const tally = (id: string, label: string, rule: string, fits: (values: Values) => boolean): Tally => ({
    id,
    label,
    unit: '条',
    rule,
    ids: idsOf(all.filter(({ values }) => fits(values))),
  });
  const receipt = (state: ReceiptState) => (values: Values) =>
    needsReceipt(values) && receiptOf(values, context) === state;
  return [
    tally('all', '意见建议', '全部条目，问题诉求也算', () => true),
    tally('problems', '其中问题诉求', '性质为问题诉求的', (values) => textOf(values, 'suggestionKind') === '问题诉求'),
    tally('undelivered', '未送达', '没有送达日期的；现场答复的不算', receipt('未送达')),
    tally('delivered', '已送达', '送达了、还在签收期限里的', receipt('已送达')),
    tally('unsigned', '超期未签收', '送达后过了签收期限还没有收条的', receipt('超期未签收')),
    tally('signed', '已签收', '有收条的', receipt('已签收')),
    tally('late', '超期未答复', '过了答复时限还没有答复的', (values) => isLate(values, context)),
    tally('answered', '已答复', '已答复、跟踪、办结、不予采纳的', (values) =>
      ANSWERED.includes(textOf(values, 'state')),
    ),
    tally('converted', '有转化成果', '登记了政策文件、项目或措施的', isConverted),
  ];
}

/** 采纳率 and 收条签收率 by the rules of the model. */
export function suggestionShares(all: readonly StoredRecord[], context: Context): readonly Share[] {
  const due = all.filter(({ values }) => needsReceipt(values) && textOf(values, 'deliveredOn') !== '');
  return [
    {
      id: 'adopted',
      label: '采纳率',
      rule: '采纳建议数÷所提建议总数；采纳、部分采纳算采纳，列入计划、留作参考不算；问题诉求不是建议，不算',
      met: idsOf(all.filter(({ values }) => isAdvice(values) && isAdopted(values))),
      of: idsOf(all.filter(({ values }) => isAdvice(values))),
    },
    {
      id: 'signed',
      label: '收条签收率',
      rule: '已签收÷已送达',
      met: idsOf(due.filter(({ values }) => receiptOf(values, context) === '已签收')),
      of: idsOf(due),
    },
    {
      id: 'answered',
      label: '答复率',
      rule: '已答复（含跟踪、办结、不予采纳）÷全部条目',
      met: idsOf(all.filter(({ values }) => ANSWERED.includes(textOf(values, 'state')))),
      of: idsOf(all),
    },
  ];
}

const isAdvice = (values: Values): boolean => textOf(values, 'suggestionKind') !== '问题诉求';

export interface SuggestionLine {
  /** 'event/<id>' or the id of a unit; '' when none is named. */
  readonly key: string;
  readonly columns: Readonly<Record<string, readonly string[]>>;
}

/** Put together by a key; what has no key last, otherwise the longest first. */
export function spreadSuggestions(
  all: readonly StoredRecord[],
  keyOf: (values: Values) => string,
  context: Context,
): readonly SuggestionLine[] {
  const lines = new Map<string, Record<string, string[]>>();
  for (const { id, values } of all) {
    const key = keyOf(values);
    const line = lines.get(key) ?? {};
    const put = (column: string) => {
      line[column] = [...(line[column] ?? []), id];
    };
    put('all');
    if (textOf(values, 'suggestionKind') === '问题诉求') put('problems');
    if (needsReceipt(values)) put(receiptOf(values, context));
    if (isLate(values, context)) put('late');
    if (ANSWERED.includes(textOf(values, 'state'))) put('answered');
    if (isAdopted(values)) put('adopted');
    lines.set(key, line);
  }
  return [...lines.entries()]
    .map(([key, columns]) => ({ key, columns }))
    .sort(
      (a, b) =>
        Number(a.key === '') - Number(b.key === '') || (b.columns.all?.length ?? 0) - (a.columns.all?.length ?? 0),
    );
}
