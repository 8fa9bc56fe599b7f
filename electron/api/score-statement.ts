import type { z } from 'zod';
import type { entry, statementSection } from '../../shared/api/areas/score-shapes.ts';
import type { Scheme, Section, Trigger } from '../../shared/scoring/scheme.ts';
import type { ScoreEntry, SubjectResult } from '../../shared/scoring/score-result.ts';
import type { Desk } from './desk.ts';
import { os } from './implementer.ts';
import { reversalsOf } from './score-entries.ts';
import { hasHistory } from './score-history.ts';
import { hintWords } from './score-judging.ts';
import { rankedOf, warningsOf } from './score-ranking.ts';
import { engineFor, factsOf, itemWords, requireResult, sourceItems, subjectKind } from './score-reading.ts';
import { settledSteps, shownStep } from './score-settling.ts';

type Shown = z.output<typeof entry>;
type ShownSection = z.output<typeof statementSection>;

function shownEntry(
  desk: Desk,
  scheme: Scheme,
  one: ScoreEntry,
  reversals: ReadonlyMap<string, 'reversed' | 'reverses'>,
): Shown {
  const item = scheme.items.find(({ code }) => code === one.item);
  const words = itemWords([scheme], one.item);
  const [source] = one.sources;
  const reversal = one.manual && source ? reversals.get(source.id) : undefined;
  return {
    key: one.key,
    ...words,
    unit: item?.unit ?? '',
    day: one.day,
    points: one.points,
    counted: one.counted,
    ...(one.reason ? { reason: one.reason } : {}),
    ...(one.note ? { note: one.note } : {}),
    manual: one.manual === true,
    ...(reversal ? { reversal } : {}),
    sources: sourceItems(desk, one.sources),
  };
}

/** Outer sections before their inner ones, as the scheme has them. */
function sectionsInOrder(sections: readonly Section[], parent?: string, depth = 0): (Section & { depth: number })[] {
  return sections
    .filter((section) => section.parent === parent)
    .flatMap((section) => [{ ...section, depth }, ...sectionsInOrder(sections, section.id, depth + 1)]);
}

function shownSections(desk: Desk, scheme: Scheme, result: SubjectResult): ShownSection[] {
  const reversals = reversalsOf(desk);
  const order = new Map(scheme.items.map(({ code }, index) => [code, index]));
  const sectionOf = new Map(scheme.items.map(({ code, section }) => [code, section]));
  const entries = [...result.entries].sort(
    (a, b) => (order.get(a.item) ?? 999) - (order.get(b.item) ?? 999) || a.day.localeCompare(b.day),
  );
  const shown = (ones: readonly ScoreEntry[]) => ones.map((one) => shownEntry(desk, scheme, one, reversals));
  const sections = sectionsInOrder(scheme.sections).map((section): ShownSection => {
    const counted = result.sections.find(({ id }) => id === section.id);
    return {
      id: section.id,
      label: section.label,
      kind: section.kind,
      depth: section.depth,
      raw: counted?.raw ?? 0,
      counted: counted?.counted ?? 0,
      ...(section.start === undefined ? {} : { start: section.start }),
      ...(counted?.cap === undefined ? {} : { cap: counted.cap }),
      ...(section.cap === undefined ? {} : { fullCap: section.cap }),
      entries: shown(entries.filter((one) => (sectionOf.get(one.item) ?? one.item) === section.id)),
    };
  });
  const known = new Set(scheme.sections.map(({ id }) => id));
  const rest = entries.filter((one) => !known.has(sectionOf.get(one.item) ?? one.item));
  if (rest.length === 0) return sections;
  const counted = rest.reduce((sum, one) => sum + one.counted, 0);
  return [
    ...sections,
    { id: '', label: '合计时的调整', kind: 'basic', depth: 0, raw: counted, counted, entries: shown(rest) },
  ];
}

const statement = os.scores.statement.handler(({ input, context: { desk } }) => {
  const { scheme, engine } = engineFor(desk, input);
  const result = requireResult(engine, scheme, input.subject, desk);
  const kind = subjectKind(scheme);
  const facts = factsOf(desk, desk.lookup(kind, input.subject));
  const ranked = rankedOf(desk, scheme, engine.results()).find((one) => one.result.subject === input.subject);
  const last = settledSteps(desk, scheme.id, input.year).at(-1);
  const settled = last?.totals[input.subject];
  return {
    scheme,
    kind,
    id: input.subject,
    title: facts.title,
    sub: [facts.isStanding ? '常委' : '', facts.sector, facts.street].filter(Boolean).join(' · '),
    year: input.year,
    total: result.total,
    base: result.base,
    grade: result.grade,
    rank: ranked?.rank ?? 0,
    among: ranked?.among ?? 0,
    months: result.months,
    sections: shownSections(desk, scheme, result),
    vetoes: result.vetoes.map(({ label, sources }) => ({ label, items: sourceItems(desk, sources) })),
    warnings: warningsOf(desk, scheme, input.year, result),
    hints: hintWords(engine, input.subject),
    hasHistory: input.version === undefined && hasHistory(desk, scheme.id, input.year),
    manualItems: enterable(scheme),
    ...(last ? { settlement: { ...shownStep(last), ...(settled === undefined ? {} : { total: settled }) } } : {}),
  };
});

/** What points may be entered for, those that have no other way first; a veto of that kind is entered too. */
function enterable({ items, vetoes }: Scheme) {
  const byHand = (trigger: Trigger) => trigger.type === 'manual';
  return [
    ...items
      .toSorted((a, b) => Number(byHand(b.trigger)) - Number(byHand(a.trigger)))
      .map(({ code, label, points, note, trigger }) => ({
        ...{ code, label, points, byHand: byHand(trigger) },
        ...(note ? { note } : {}),
      })),
    ...vetoes
      .filter(({ trigger }) => byHand(trigger))
      .map(({ id, label }) => ({ code: id, label: `一票否决：${label}`, points: -1, byHand: true })),
  ];
}

export const scoreStatement = { statement };
