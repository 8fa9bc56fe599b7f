import { AntouError } from '../../shared/api/errors.ts';
import {
  formatSeriesNumber,
  gapsOf,
  issuedIn,
  nextNumber,
  placeIn,
  type Register,
  type Series,
  startOf,
} from '../../shared/numbering/index.ts';
import { kindOf } from '../../shared/records/index.ts';
import { listOf, textOf } from '../../shared/records/read-value.ts';
import type { StoredRecord, Values } from '../../shared/records/record.ts';
import type { Change } from '../library/types.ts';
import type { Desk } from './desk.ts';
import { os } from './implementer.ts';
import { registerOf, requireSeries, yearOfDesk } from './numbers-register.ts';
import { requireKind, requireRecord } from './records.ts';
import { inTurn, prepare, requireNoProblems, worldOf } from './saving.ts';
import { officeSettings } from './settings.ts';

const DOCUMENT = 'officialDocument';

interface Wish {
  readonly series: Series;
  readonly year: number;
  readonly asked?: number | string | undefined;
}

/** The running number asked for. @throws AntouError invalid when the text is a number of another series or year */
function askedFor(register: Register, { series, year, asked }: Wish): number | undefined {
  if (asked === undefined || asked === '') return undefined;
  if (typeof asked === 'number') return asked;
  if (/^0*[1-9]\d{0,5}$/.test(asked.trim())) return Number(asked);
  const place = placeIn(series, asked, register.naming);
  if (place?.year === year) return place.n;
  const pattern = formatSeriesNumber(series, year, 7, register.naming);
  const text = `“${asked.slice(0, 30)}”不是${series.label}${year}年的文号，应写成“${pattern}”这样，或者只写序号`;
  throw new AntouError('invalid', `没有取号：${text}。`, { number: text });
}

/** The number that may be given: the next one, or one that is missing. @throws AntouError conflict */
function givable(register: Register, wish: Wish): { n: number; number: string } {
  const { series, year } = wish;
  const next = nextNumber(register, series, year);
  const n = askedFor(register, wish) ?? next.n;
  const number = formatSeriesNumber(series, year, n, register.naming);
  const [taken] = issuedIn(register, series.id, year).filter((one) => one.n === n);
  if (taken) {
    const text = `${number}已经给了“${taken.title}”${taken.void ? '（已作废，作废的文号不再使用）' : ''}，下一个是${next.number}`;
    throw new AntouError('conflict', `没有取号：${text}。`, { number: text });
  }
  const start = startOf(series, year);
  const free = gapsOf(
    issuedIn(register, series.id, year).map((one) => one.n),
    start,
  );
  if (n !== next.n && !free.some(({ from, to }) => n >= from && n <= to)) {
    const why =
      n < start
        ? `${year}年的${series.label}从${start}号起编`
        : `取${n}号会漏掉${next.n}号${n - next.n > 1 ? `到${n - 1}号` : ''}。若${year}年前面的号已在纸质登记簿上，请先在“编号规则”里填起始号`;
    throw new AntouError('conflict', `没有取号：${why}。下一个是${next.number}。`, { number: why });
  }
  return { n, number };
}

const ABOUT: Readonly<Record<string, string>> = { proposal: 'proposals', opinion: 'opinions', event: 'events' };

/** Fields of the register entry that name what the paper is about. */
function aboutFields(desk: Desk, about: readonly { kind: string; id: string }[]): Values {
  const fields: Record<string, unknown> = {};
  for (const { kind, id } of about) {
    requireRecord(desk, kind, id);
    const field = ABOUT[kind];
    if (field) fields[field] = [...listOf(fields, field), id];
    else if (kind === 'subdistrictOffice') fields.subdistrictOffice = id;
    else
      throw new AntouError('invalid', `没有取号：公文不能登记与${kindOf(kind)?.label ?? kind}的关系。`, {
        about: '不能登记',
      });
  }
  return fields;
}

/** The minutes of one meeting: the number stands in the meeting too, so that its paper bears it. */
function meetingOf(
  desk: Desk,
  series: Series,
  about: readonly { kind: string; id: string }[],
): StoredRecord | undefined {
  const [only, second] = about;
  if (only?.kind !== 'event' || second || !series.id.startsWith('minutes')) return undefined;
  const event = requireRecord(desk, 'event', only.id);
  const has = textOf(event.values, 'minutesNumber').trim();
  if (has)
    throw new AntouError('conflict', `没有取号：这次会议的纪要已有文号${has}。要换号，请先作废或退回原来的文号。`);
  return event;
}

type Entry = { readonly values: Values; readonly id: string };

function entryFor(desk: Desk, values: Values): Entry {
  const id = crypto.randomUUID();
  const prepared = prepare({ kind: requireKind(DOCUMENT), id, changes: values }, worldOf(desk.opened.library));
  requireNoProblems(prepared);
  return { id, values: prepared.values };
}

const take = os.numbers.take.handler(async ({ input, context: { desk } }) => {
  const who = await desk.who();
  const { library } = desk.opened;
  // Looking for the number and writing it down belong together: nobody else may come in between.
  return inTurn(library, async () => {
    const register = registerOf(library);
    const series = requireSeries(register, input.series);
    requireCode(register);
    if (series.retired) throw new AntouError('conflict', `没有取号：“${series.label}”已停用。请换一个系列。`);
    const year = input.year ?? yearOfDesk(desk);
    const { n, number } = givable(register, { series, year, asked: input.number });
    const about = input.about ?? [];
    const event = meetingOf(desk, series, about);
    const { id, values } = entryFor(desk, {
      docType: input.docType || series.docType || '其他',
      title: input.title,
      number,
      year,
      state: '编号',
      issuer: officeSettings(library).fullName || undefined,
      ...(input.signer?.trim() ? { signer: input.signer.trim() } : {}),
      ...aboutFields(desk, about),
    });
    const label = `取号 ${number}`;
    const transaction = await library.commit({
      label,
      who,
      add: [{ id, kind: DOCUMENT, values }],
      ...(event
        ? { update: [{ kind: 'event', id: event.id, values: { ...event.values, minutesNumber: number } }] }
        : {}),
    });
    return { seq: transaction.seq, label, number, n, id };
  });
});

function requireCode(register: Register): void {
  if (register.naming.code) return;
  throw new AntouError('invalid', '没有取号：还没有填写单位的发文代字。请先在“设置—单位”里填写，例如“示政协”。', {
    series: '没有发文代字',
  });
}

/** A paper of the office with a number, not yet void. */
function requireNumbered(desk: Desk, id: string, outcome: string): StoredRecord {
  const record = requireRecord(desk, DOCUMENT, id);
  if (!textOf(record.values, 'number')) throw new AntouError('conflict', `${outcome}：这件公文没有文号。`);
  if (textOf(record.values, 'voidReason')) throw new AntouError('conflict', `${outcome}：这个文号已经作废了。`);
  return record;
}

const voidNumber = os.numbers.void.handler(async ({ input, context: { desk } }) => {
  const who = await desk.who();
  const { library } = desk.opened;
  return inTurn(library, async () => {
    const made = 'id' in input ? voidPaper(desk, input.id, input.reason) : voidGap(desk, input);
    const label = `作废文号 ${made.number}`;
    const transaction = await library.commit({ label, who, ...made.change });
    return { seq: transaction.seq, label, id: made.id, number: made.number };
  });
});

type Voiding = { readonly id: string; readonly number: string; readonly change: Pick<Change, 'add' | 'update'> };

function voidPaper(desk: Desk, id: string, reason: string): Voiding {
  const record = requireNumbered(desk, id, '没有作废');
  const number = textOf(record.values, 'number');
  const values = { ...record.values, voidReason: reason, voidedOn: desk.today };
  const update = [{ kind: DOCUMENT, id, values, rev: record.rev }, ...clearedMeetings(desk, record)];
  return { id, number, change: { update } };
}

/** A number that went missing is entered as void, so that the register says why. */
function voidGap(desk: Desk, input: { series: string; year: number; n: number; reason: string }): Voiding {
  const register = registerOf(desk.opened.library);
  const series = requireSeries(register, input.series);
  requireCode(register);
  const { number } = givable(register, { series, year: input.year, asked: input.n });
  const { id, values } = entryFor(desk, {
    docType: series.docType || '其他',
    title: '（作废）',
    number,
    year: input.year,
    state: '编号',
    voidReason: input.reason,
    voidedOn: desk.today,
  });
  return { id, number, change: { add: [{ id, kind: DOCUMENT, values }] } };
}

/** The meetings whose minutes bore the number can be given another one. */
function clearedMeetings(desk: Desk, { values }: StoredRecord) {
  return listOf(values, 'events').flatMap((id) => {
    const event = desk.lookup('event', id);
    if (!event || event.values.minutesNumber !== values.number) return [];
    const { minutesNumber: _number, ...rest } = event.values;
    return [{ kind: 'event', id, values: rest }];
  });
}

const giveBack = os.numbers.giveBack.handler(async ({ input, context: { desk } }) => {
  const who = await desk.who();
  const { library } = desk.opened;
  return inTurn(library, async () => {
    const record = requireNumbered(desk, input.id, '没有退号');
    const register = registerOf(library);
    const own = register.issued.find((one) => one.record.id === record.id);
    if (!own) throw new AntouError('conflict', '没有退号：这不是本单位系列里的文号，请在公文页面上修改。');
    const { series, year, number } = own;
    const later = nextNumber(register, series, year);
    if (own.n !== later.n - 1) {
      throw new AntouError(
        'conflict',
        `没有退号：${number}后面已经发到${formatSeriesNumber(series, year, later.n - 1, register.naming)}，退号会留下漏号。请改为作废，写明原因。`,
      );
    }
    if (textOf(record.values, 'state') !== '编号' || textOf(record.values, 'printedOn')) {
      throw new AntouError('conflict', `没有退号：${number}已经印制或归档。请改为作废，写明原因。`);
    }
    const label = `退号 ${number}`;
    const meetings = clearedMeetings(desk, record);
    const { number: _number, ...rest } = record.values;
    const transaction = await library.commit({
      label,
      who,
      update: [{ kind: DOCUMENT, id: record.id, values: { ...rest, state: '签发' }, rev: record.rev }, ...meetings],
    });
    return { seq: transaction.seq, label };
  });
});

export const numbersTaking = { take, void: voidNumber, giveBack };
