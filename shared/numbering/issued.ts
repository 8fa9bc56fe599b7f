import { documentNumber } from '../documents/wording.ts';
import type { List } from '../records/kind.ts';
import { listOf, numberOf, textOf } from '../records/read-value.ts';
import type { StoredRecord } from '../records/record.ts';
import { fold } from '../text/fold.ts';
import { formatSeriesNumber, foundSeries, minutesSeries, type Naming, placeIn, type Series } from './series.ts';

/** A paper of the office and its number. One paper may stand in two ledgers: its minutes and the register. */
export interface Issued {
  readonly series: Series;
  readonly year: number;
  readonly n: number;
  /** As the series writes it. */
  readonly number: string;
  readonly title: string;
  readonly docType: string;
  readonly signer: string;
  readonly signedOn: string;
  readonly printedOn: string;
  readonly copies: number | undefined;
  readonly state: string;
  /** 作废: the number keeps its place and is never given again. */
  readonly void?: { readonly on: string; readonly reason: string };
  readonly record: StoredRecord;
  /** Other records that are this same paper or are based on it. */
  readonly also: readonly StoredRecord[];
  /** Nobody entered the paper itself: awards name it as their ground. */
  readonly cited?: boolean;
}

interface Found {
  readonly record: StoredRecord;
  readonly number: string;
  readonly cited?: boolean;
}

/** Where numbers of the office's own papers stand. Replies of departments and numbers of cases are none of its papers. */
function numbersIn(list: List, series: readonly Series[], naming: Naming): Found[] {
  const found: Found[] = [];
  const add = (record: StoredRecord, field: string, cited = false): void => {
    const number = documentNumber(textOf(record.values, field));
    if (number) found.push({ record, number, ...(cited ? { cited } : {}) });
  };
  for (const record of list('officialDocument')) add(record, 'number');
  for (const record of list('event')) {
    const typed = textOf(record.values, 'minutesNumber').trim();
    const number = bareMinutes(typed, record, series, naming);
    if (number) found.push({ record, number });
    else add(record, 'minutesNumber');
  }
  for (const record of list('regulation')) add(record, 'number');
  for (const record of list('award')) add(record, 'decision', true);
  return found;
}

/** Clerks write only “38” where the meeting itself says the rest. */
function bareMinutes(typed: string, event: StoredRecord, series: readonly Series[], naming: Naming): string {
  if (!/^\d{1,6}$/.test(typed)) return '';
  const year = textOf(event.values, 'start').slice(0, 4);
  const id = minutesSeries(textOf(event.values, 'subtype'), textOf(event.values, 'category'));
  const own = series.find((one) => one.id === id);
  if (!own || !/^\d{4}$/.test(year)) return '';
  return formatSeriesNumber(own, Number(year), Number(typed), naming);
}

/** Every number the office has given, in the order series → year → number. */
export function issuedNumbers(list: List, series: readonly Series[], naming: Naming): Issued[] {
  const places = new Map<string, { series: Series; year: number; n: number; number: string; found: Found[] }>();
  const extra = new Map<string, Series>();
  for (const entry of numbersIn(list, series, naming)) {
    const own = series.find((one) => placeIn(one, entry.number, naming));
    const of = own ?? foundSeries(entry.number, naming);
    if (!of) continue;
    if (!own && !extra.has(of.id)) extra.set(of.id, of);
    const place = placeIn(of, entry.number, naming);
    if (!place) continue;
    const key = `${of.id}/${place.year}/${place.n}`;
    const group = places.get(key) ?? {
      series: own ?? extra.get(of.id) ?? of,
      ...place,
      number: entry.number,
      found: [],
    };
    group.found.push(entry);
    places.set(key, group);
  }
  const order = new Map([...series, ...extra.values()].map(({ id }, index) => [id, index]));
  return [...places.values()]
    .sort((a, b) => (order.get(a.series.id) ?? 0) - (order.get(b.series.id) ?? 0) || a.year - b.year || a.n - b.n)
    .flatMap(({ found, ...place }) => papersOf(found).map((paper) => ({ ...place, ...paper })));
}

type Paper = Omit<Issued, 'series' | 'year' | 'n' | 'number'>;

/** The papers behind one number: more than one is a 重号. */
function papersOf(found: readonly Found[]): Paper[] {
  const cited = found.filter((entry) => entry.cited).map(({ record }) => record);
  const own = found.filter((entry) => !entry.cited).map(({ record }) => record);
  const papers: { head: StoredRecord; also: StoredRecord[] }[] = own
    .filter(({ kind }) => kind === 'officialDocument')
    .map((head) => ({ head, also: [] }));
  for (const record of own.filter(({ kind }) => kind !== 'officialDocument')) {
    const same = papers.find(({ head }) => head.kind === 'officialDocument' && samePaper(head, record));
    if (same) same.also.push(record);
    else papers.push({ head: record, also: [] });
  }
  const [first] = papers;
  if (first) {
    first.also.push(...cited);
    return papers.map(({ head, also }) => paperOf(head, also));
  }
  const [head, ...rest] = cited;
  return head ? [{ ...paperOf(head, rest), cited: true }] : [];
}

/** The register entry names the meeting, or bears the title of the regulation. */
function samePaper(entry: StoredRecord, other: StoredRecord): boolean {
  if (other.kind === 'event' && listOf(entry.values, 'events').includes(other.id)) return true;
  const title = fold(textOf(entry.values, 'title')).replace(/\s/gu, '');
  const name = fold(textOf(other.values, 'title')).replace(/\s/gu, '');
  return name !== '' && title.includes(name);
}

const DOC_TYPES: Readonly<Record<string, string>> = { event: '会议纪要', regulation: '规章制度', award: '表彰决定' };

function paperOf(head: StoredRecord, also: readonly StoredRecord[]): Paper {
  const { kind, values } = head;
  const text = (field: string) => textOf(values, field).trim();
  const reason = kind === 'officialDocument' ? text('voidReason') : '';
  const on = text('voidedOn');
  return {
    title: titleOf(head),
    docType: kind === 'officialDocument' ? text('docType') : (DOC_TYPES[kind] ?? ''),
    signer: kind === 'officialDocument' ? text('signer') : '',
    signedOn: kind === 'officialDocument' ? text('signedOn') : '',
    printedOn: kind === 'officialDocument' ? text('printedOn') : '',
    copies: kind === 'officialDocument' ? numberOf(values, 'copies') : undefined,
    state: kind === 'event' ? text('status') : text('state'),
    ...(reason || (kind === 'officialDocument' && on) ? { void: { on, reason } } : {}),
    record: head,
    also,
  };
}

function titleOf({ kind, values }: StoredRecord): string {
  const text = (field: string) => textOf(values, field).trim();
  if (kind === 'event') {
    const title = text('title') || text('serial') || '会议';
    return title.endsWith('纪要') ? title : `${title}纪要`;
  }
  if (kind === 'award') return `关于表彰${text('name')}的决定`;
  return text('title') || '未命名';
}
