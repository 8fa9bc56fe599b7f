import type { z } from 'zod';
import type { reconcileInput } from '../../shared/api/areas/reports.ts';
import { AntouError } from '../../shared/api/errors.ts';
import { reconcileList as listOf } from '../../shared/documents/reconcile-list.ts';
import { type FigurePeriod, yearPeriod } from '../../shared/figures/figure-result.ts';
import {
  NO_FIGURE,
  placeKey,
  type ReconciledNumber,
  reconcile as reconcileText,
  VERDICTS,
  type Verdict,
} from '../../shared/figures/reconcile/index.ts';
import { namedYears } from '../../shared/figures/reconcile/named-years.ts';
import { wordingProblem } from '../../shared/figures/wording.ts';
import { blockTexts } from '../../shared/text/body.ts';
import { readBytes, readDocument } from '../importing/read-document.ts';
import type { ReadDocument } from '../importing/types.ts';
import type { Desk } from './desk.ts';
import { os } from './implementer.ts';
import { reportFigures } from './reports-figures.ts';

/** The paragraphs of a text as read, the title first; what a soft line break parted is one again. */
function paragraphsOf({ title, body }: ReadDocument): readonly string[] {
  const texts = blockTexts(body).flatMap((text) => text.replaceAll('\t', '，').split('\n'));
  const all = texts.map((text) => text.trim()).filter((text) => text !== '');
  return title && all[0] !== title ? [title, ...all] : all;
}

export const read = os.reports.read.handler(async ({ input: { file }, context: { desk } }) => {
  const source = await desk.files.file(file);
  const document = await readDocument(source);
  const paragraphs = paragraphsOf(document);
  return {
    name: source.name,
    title: document.title,
    text: paragraphs.join('\n'),
    years: [...namedYears(paragraphs)],
    notes: [...document.notes],
  };
});

type Wish = z.output<typeof reconcileInput>;

interface Reconciled {
  readonly period: FigurePeriod;
  readonly years: readonly number[];
  readonly paragraphs: readonly string[];
  readonly numbers: readonly ReconciledNumber[];
  readonly answers: ReadonlyMap<string, { label: string; rule: string; there: string }>;
}

async function reconciled(desk: Desk, wish: Wish): Promise<Reconciled> {
  const paragraphs = wish.mended
    ? wish.text.split('\n').filter((line) => line.trim() !== '')
    : paragraphsOf(await readBytes('贴入的文字.txt', new TextEncoder().encode(wish.text)));
  const years = namedYears(paragraphs);
  const whole = yearPeriod(years[0] ?? Number(desk.today.slice(0, 4)));
  const period = { from: wish.from ?? whole.from, to: wish.to ?? whole.to };
  if (period.from > period.to)
    throw new AntouError('invalid', '起始日期晚于截止日期，没有对账。', { to: '早于起始日期' });
  const retired = new Set(desk.opened.counting.definitions.filter((one) => one.retired).map(({ id }) => id));
  const cues = new Map(desk.opened.counting.definitions.map(({ id, cues: words }) => [id, words]));
  const figures = reportFigures(desk, period)
    .filter(({ id }) => !retired.has(id))
    .map((figure) => ({ ...figure, cues: cues.get(figure.id) }));
  const known = new Map(figures.map((figure) => [figure.id, figure]));
  const chosen = new Map(Object.entries(wish.chosen ?? {}));
  for (const figure of chosen.values()) {
    if (figure !== NO_FIGURE && !known.has(figure))
      throw new AntouError('invalid', `没有“${figure}”这个指标。请重新选择。`);
  }
  const numbers = reconcileText(paragraphs, figures, wordingProblem, chosen);
  const answers = new Map(
    numbers.flatMap((number) => {
      const figure = number.figure === undefined ? undefined : known.get(number.figure);
      if (!figure) return [];
      const { label, rule, value, unit } = figure;
      return [[placeKey(number), { label, rule, there: `${Math.round(value * 1e4) / 1e4}${unit}` }] as const];
    }),
  );
  return { period, years, paragraphs, numbers, answers };
}

export const reconcile = os.reports.reconcile.handler(async ({ input, context: { desk } }) => {
  const { period, years, paragraphs, numbers, answers } = await reconciled(desk, input);
  const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { verdict } of numbers) counts[verdict] += 1;
  return {
    ...period,
    years: [...years],
    paragraphs: [...paragraphs],
    counts,
    numbers: numbers.map((number) => {
      const { paragraph, start, end, written, verdict, why, figure, others } = number;
      const key = placeKey(number);
      return {
        ...{ key, paragraph, start, end, written, verdict },
        ...(why === undefined ? {} : { why }),
        ...(figure === undefined ? {} : { figure }),
        ...answers.get(key),
        others: [...others],
        mended: input.chosen?.[key] !== undefined,
      };
    }),
  };
});

/** What a clerk has to look at. */
const WRONG: readonly Verdict[] = ['different', 'wrongWord', 'unmatched'];

export const reconcileList = os.reports.reconcileList.handler(async ({ input, context: { desk } }) => {
  const { period, paragraphs, numbers, answers } = await reconciled(desk, input);
  const onlyDifferent = input.onlyDifferent === true;
  const listed = numbers.filter(({ verdict }) => (onlyDifferent ? WRONG.includes(verdict) : verdict !== 'notCounted'));
  const name = input.name?.trim() || '贴入的文字';
  return {
    model: listOf({ ...period, name, paragraphs, numbers: listed, answers, onlyDifferent, today: desk.today }),
  };
});
