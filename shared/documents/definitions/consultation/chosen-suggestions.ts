import { SOURCE_KINDS, sourceOf, suggestionsOf } from '../../../figures/suggestion-lists.ts';
import { listOf, numberOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord, Values } from '../../../records/record.ts';
import { DocumentError, type DocumentMaterial, type DocumentParameter } from '../../definition.ts';
import { recordParam, textParam } from '../../wording.ts';
import { quoted, titleIn, unitName } from './naming.ts';
import { yearParam } from './spans.ts';

const SOURCES: readonly string[] = Object.values(SOURCE_KINDS);

/** Which suggestions a paper is about: those of one meeting, report or topic, or all of a year; of one unit or of all. */
export const suggestionParams: readonly DocumentParameter[] = [
  {
    name: 'source',
    label: '来源',
    type: 'reference',
    targets: SOURCES,
    help: '会议活动、议题、报告等；留空为全年的',
  },
  { name: 'year', label: '年度', type: 'integer', help: '没有选来源时用；留空用今年' },
  { name: 'unit', label: '主责单位', type: 'reference', targets: ['organisation'], help: '只要一家单位的；留空为全部' },
];

export interface Chosen {
  readonly records: readonly StoredRecord[];
  /** What they come out of, when one was chosen. */
  readonly source: StoredRecord | undefined;
  /** Title of the source, or 2024年. */
  readonly words: string;
  readonly year: number;
}

/** @throws DocumentError when the source or the unit is not there any more */
export function chosenSuggestions(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Chosen {
  const { lookup, list, today } = material;
  const source = textParam(params, 'source') ? recordParam(params, 'source', '来源', SOURCES, material) : undefined;
  const year = source ? sourceYear(source, today) : yearParam(params, today);
  const all = source ? suggestionsFrom(source, material) : suggestionsOf(list, year);
  const unit = textParam(params, 'unit')
    ? recordParam(params, 'unit', '主责单位', ['organisation'], material)
    : undefined;
  const records = all.filter(({ values }) => !unit || textOf(values, 'mainUnit') === unit.id);
  return { records: inOrder(records, material), source, words: source ? titleIn(source, lookup) : `${year}年`, year };
}

/** Suggestions of one source. A topic has its own, and those of meetings that dealt with nothing else. */
export function suggestionsFrom(source: StoredRecord, material: DocumentMaterial): readonly StoredRecord[] {
  const { list } = material;
  const all = list('suggestion');
  if (source.kind !== 'topic') {
    const field = Object.entries(SOURCE_KINDS).find(([, kind]) => kind === source.kind)?.[0] ?? '';
    return inOrder(
      all.filter(({ values }) => textOf(values, field) === source.id),
      material,
    );
  }
  const meetings = new Set(
    list('event')
      .filter(({ values }) => {
        const topics = listOf(values, 'topics');
        return topics.length === 1 && topics[0] === source.id;
      })
      .map(({ id }) => id),
  );
  const isOfTopic = (values: Values): boolean =>
    textOf(values, 'topic') === source.id || (textOf(values, 'topic') === '' && meetings.has(textOf(values, 'event')));
  return inOrder(
    all.filter(({ values }) => isOfTopic(values)),
    material,
  );
}

const sourceYear = ({ values }: StoredRecord, today: string): number =>
  Number(dayOfSource(values).slice(0, 4)) || Number(today.slice(0, 4));

/** As they were noted: by the day of what they come out of, then by number. */
function inOrder(records: readonly StoredRecord[], { lookup }: DocumentMaterial): StoredRecord[] {
  const days = new Map<string, string>();
  const dayOf = ({ values }: StoredRecord): string => {
    const key = sourceOf(values);
    const known = days.get(key);
    if (known !== undefined) return known;
    const [field = '', id = ''] = key.split('/');
    const kind = SOURCE_KINDS[field as keyof typeof SOURCE_KINDS] ?? '';
    const day = dayOfSource(lookup(kind, id)?.values ?? {});
    days.set(key, day);
    return day;
  };
  return [...records].sort(
    (a, b) =>
      compare(dayOf(a), dayOf(b)) ||
      compare(sourceOf(a.values), sourceOf(b.values)) ||
      (numberOf(a.values, 'seq') ?? 0) - (numberOf(b.values, 'seq') ?? 0) ||
      compare(a.id, b.id),
  );
}

const dayOfSource = (values: Values): string =>
  ['start', 'receivedOn', 'submittedOn', 'finishedOn', 'raisedOn']
    .map((field) => textOf(values, field))
    .find(Boolean) ?? '';

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Put together by the unit that has to act: the one with most first; what has no unit last. */
export function byUnit(
  records: readonly StoredRecord[],
  { lookup }: DocumentMaterial,
): readonly { readonly unit: string; readonly name: string; readonly records: readonly StoredRecord[] }[] {
  const units = new Map<string, StoredRecord[]>();
  for (const record of records) {
    const id = textOf(record.values, 'mainUnit');
    const unit = lookup('organisation', id) ? id : '';
    units.set(unit, [...(units.get(unit) ?? []), record]);
  }
  return [...units]
    .map(([unit, own]) => ({ unit, name: unitName(unit, lookup), records: own }))
    .sort((a, b) => Number(a.unit === '') - Number(b.unit === '') || b.records.length - a.records.length);
}

/** @throws DocumentError when there is nothing to put on paper */
export function needSome({ records, words, source }: Chosen): void {
  if (records.length > 0) return;
  const where = source ? quoted(words) : words;
  throw new DocumentError(
    `${where}还没有登记意见建议。请先在“意见建议”里登记，或换一个来源。`,
    source ? 'source' : 'year',
  );
}

/** 编号 of a suggestion on lists: that of its receipt, otherwise its number at the meeting. */
export function numberWords(values: Values): string {
  const receipt = textOf(values, 'receiptNumber').trim();
  if (receipt) return receipt;
  const seq = numberOf(values, 'seq');
  return seq === undefined ? '' : String(seq);
}
