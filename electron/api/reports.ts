import { AntouError } from '../../shared/api/errors.ts';
import type { FigurePeriod } from '../../shared/figures/figure-result.ts';
import { yearPeriod } from '../../shared/figures/figure-result.ts';
import {
  composeReport,
  defaultSentences,
  effectiveSentences,
  type FigureById,
  judgePlaces,
  ownSentences,
  placeProblems,
  plainReport,
  type ReportSentence,
  SENTENCES_SETTING,
  take as takeInto,
  takenIn,
  withoutStrays,
} from '../../shared/figures/reports/index.ts';
import { rowsOf, textOf } from '../../shared/records/read-value.ts';
import type { StoredRecord, Values } from '../../shared/records/record.ts';
import type { Desk } from './desk.ts';
import { os } from './implementer.ts';
import { requireKind, requireRecord } from './records.ts';
import { reportFigures } from './reports-figures.ts';
import { read, reconcile, reconcileList } from './reports-reconcile.ts';
import { inTurn, prepare, requireNoProblems, worldOf } from './saving.ts';
import { officeSettings } from './settings.ts';

const byId = (desk: Desk, period: FigurePeriod): FigureById =>
  new Map(reportFigures(desk, period).map((figure) => [figure.id, figure]));

/** 'YYYY-MM-DDTHH:mm' in the machine's own time zone. */
function nowOf(desk: Desk): string {
  const now = desk.now();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${desk.today}T${two(now.getHours())}:${two(now.getMinutes())}`;
}

/** The days a draft speaks of: its own, or its whole year. */
function periodOf({ values }: StoredRecord): FigurePeriod {
  const whole = yearPeriod(Number(values.year));
  return { from: textOf(values, 'from') || whole.from, to: textOf(values, 'to') || whole.to };
}

const figures = os.reports.figures.handler(({ input, context: { desk } }) => {
  if (input.from > input.to)
    throw new AntouError('invalid', '起始日期晚于截止日期，请改正后再看。', { to: '早于起始日期' });
  const all = reportFigures(desk, input);
  return { now: nowOf(desk), frozen: all.some(({ source }) => source === '定稿'), figures: [...all] };
});

async function store(desk: Desk, values: Values, label: string, before?: StoredRecord) {
  const kind = requireKind('report');
  const { library } = desk.opened;
  const who = await desk.who();
  return inTurn(library, async () => {
    const id = before?.id ?? crypto.randomUUID();
    const prepared = prepare({ kind, id, before, changes: values }, worldOf(library));
    requireNoProblems(prepared);
    const { seq } = await library.commit({
      label,
      who,
      ...(before
        ? { update: [{ kind: kind.id, id, values: prepared.values, rev: before.rev }] }
        : { add: [{ id, kind: kind.id, values: prepared.values }] }),
    });
    return { id, seq, label };
  });
}

const create = os.reports.create.handler(({ input: { year, title }, context: { desk } }) => {
  const { library } = desk.opened;
  const known = byId(desk, yearPeriod(year));
  const body = composeReport(effectiveSentences(library.setting(SENTENCES_SETTING)), year);
  const name = title || `${officeSettings(library).shortName}常委会${year}年工作报告`;
  const taken = takeInto(body, [], known, nowOf(desk), () => true);
  return store(desk, { title: name, year, body, state: '草稿', taken }, `起草工作报告 ${name}`);
});

const state = os.reports.state.handler(({ input: { id }, context: { desk } }) => {
  const record = requireRecord(desk, 'report', id);
  const known = byId(desk, periodOf(record));
  const body = textOf(record.values, 'body');
  const taken = takenIn(rowsOf(record.values, 'taken'));
  return {
    title: textOf(record.values, 'title'),
    text: plainReport(body, taken, known),
    places: judgePlaces(body, taken, known).map((place) => ({
      place: body.slice(place.start, place.end),
      figure: place.figure,
      label: known.get(place.figure)?.label ?? '',
      state: place.state,
      ...(place.taken ? { taken: place.taken.text } : {}),
      ...(place.now ? { now: place.now.text } : {}),
      ...(place.taken?.reason ? { reason: place.taken.reason } : {}),
    })),
  };
});

const take = os.reports.take.handler(async ({ input, context: { desk } }) => {
  const record = requireRecord(desk, 'report', input.id);
  const known = byId(desk, periodOf(record));
  const body = textOf(record.values, 'body');
  const before = takenIn(rowsOf(record.values, 'taken'));
  const wanted = input.figures && new Set(input.figures);
  let count = 0;
  const taken = takeInto(body, before, known, nowOf(desk), (place) => {
    // What was kept with a reason is only taken when it is asked for by name.
    const fits = wanted ? wanted.has(place.figure) : place.state === 'new' || place.state === 'stale';
    if (fits && place.state !== 'fresh') count += 1;
    return fits && place.state !== 'fresh';
  });
  const label = `更新报告稿的数 ${textOf(record.values, 'title')}`;
  if (count === 0) return { seq: desk.opened.library.info.seq, label, taken: 0 };
  const { seq } = await store(desk, { taken: withoutStrays(body, taken) }, label, record);
  return { seq, label, taken: count };
});

const sentences = os.reports.sentences.handler(({ context: { desk } }) => {
  const all = effectiveSentences(desk.opened.library.setting(SENTENCES_SETTING));
  const own = new Set(ownSentences(all).map(({ id }) => id));
  return {
    sentences: all.map((sentence) => {
      const preset = defaultSentences.some(({ id }) => id === sentence.id);
      return { ...sentence, own: !preset, changed: preset && own.has(sentence.id) };
    }),
  };
});

const saveSentences = os.reports.saveSentences.handler(async ({ input, context: { desk } }) => {
  const known = new Set(desk.opened.counting.definitions.map(({ id }) => id));
  const seen = new Set<string>();
  for (const [index, sentence] of input.sentences.entries()) refuseSentence(sentence, index, known, seen);
  const missing = defaultSentences.filter(({ id }) => !seen.has(id)).map((one) => ({ ...one, retired: true }));
  const label = '修改报告常用句';
  const value = ownSentences([...input.sentences, ...missing]);
  const { seq } = await desk.opened.library.saveSetting(SENTENCES_SETTING, value, await desk.who(), label);
  return { seq, label };
});

function refuseSentence(sentence: ReportSentence, index: number, known: ReadonlySet<string>, seen: Set<string>): void {
  const refuse = (message: string): never => {
    throw new AntouError('invalid', `没有保存：${message}。`, { [`sentences.${index}.text`]: message });
  };
  if (seen.has(sentence.id)) refuse(`编号“${sentence.id}”出现了两次`);
  seen.add(sentence.id);
  const [problem] = placeProblems(sentence.text, known);
  if (problem) refuse(problem.message);
}

export const reports = { figures, create, state, take, sentences, saveSentences, read, reconcile, reconcileList };
