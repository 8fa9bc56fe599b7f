import { createHash } from 'node:crypto';
import { AntouError } from '../../shared/api/errors.ts';
import type { FigureEvidence } from '../../shared/figures/figure-result.ts';
import { yearPeriod } from '../../shared/figures/figure-result.ts';
import {
  type FrozenFigure,
  freezeSetting,
  freezesIn,
  signedText,
  type YearFreeze,
} from '../../shared/figures/freeze.ts';
import { freezeDifference } from '../../shared/figures/freeze-difference.ts';
import type { StoredRecord } from '../../shared/records/record.ts';
import type { Desk } from './desk.ts';
import { countedOf, type FigureItem, itemOf, showing, wordsOf } from './figures-shown.ts';
import { os } from './implementer.ts';

const hashOf = (freeze: YearFreeze): string => createHash('sha256').update(signedText(freeze), 'utf8').digest('hex');

const freezesOf = (desk: Desk, year: number): readonly YearFreeze[] =>
  freezesIn(desk.opened.library.setting(freezeSetting(year)));

export const freezeHead = ({ version, by, at, seq, reason, hash }: YearFreeze) => ({
  version,
  by,
  at,
  seq,
  ...(reason ? { reason } : {}),
  hash,
});

/** All figures of the year as they are shown now, each with its records. */
function figuresNow(desk: Desk, year: number): FrozenFigure[] {
  const context = showing(desk, yearPeriod(year));
  return desk.opened.counting.definitions
    .filter(({ retired }) => !retired)
    .map((definition) => {
      const { result, correction, shown } = countedOf(context, definition, context.period);
      const { id, label, group, unit, rule } = definition;
      return {
        id,
        label,
        group,
        unit,
        rule,
        query: wordsOf(definition).query,
        ...shown,
        computed: result.value,
        ...(correction ? { correction: { reason: correction.reason, by: correction.by } } : {}),
        evidence: result.evidence.map((one) => ({ ...one })),
      };
    });
}

export const freeze = os.figures.freeze.handler(async ({ input: { year, reason }, context: { desk } }) => {
  const { library } = desk.opened;
  const before = freezesOf(desk, year);
  const last = before.at(-1);
  if (last && !reason) {
    throw new AntouError('invalid', `没有定稿：${year} 年已有第 ${last.version} 次定稿，重新定稿要写明理由。`, {
      reason: '请写明为什么重新定稿',
    });
  }
  const by = await desk.who();
  const unsigned: YearFreeze = {
    year,
    version: (last?.version ?? 0) + 1,
    seq: library.info.seq,
    by,
    at: desk.now().toISOString(),
    ...(last && reason ? { reason } : {}),
    ...(last ? { previous: last.hash } : {}),
    figures: figuresNow(desk, year),
    hash: '',
  };
  const made = { ...unsigned, hash: hashOf(unsigned) };
  const label = `${year} 年数字定稿${last ? `（第 ${made.version} 次）` : ''}`;
  const { seq } = await library.saveSetting(freezeSetting(year), [...before, made], by, label);
  return { seq, label, version: made.version, hash: made.hash };
});

/** What has moved since a year was handed in, by figure. */
export function differencesOf(desk: Desk, handed: YearFreeze) {
  const context = showing(desk, yearPeriod(handed.year));
  const definitions = new Map(desk.opened.counting.definitions.map((one) => [one.id, one]));
  return handed.figures.flatMap((frozen) => {
    const definition = definitions.get(frozen.id);
    const now = definition && !definition.retired ? countedOf(context, definition, context.period) : undefined;
    const query = definition ? wordsOf(definition).query : '';
    const difference = freezeDifference(frozen, now && { value: now.value, query, evidence: now.result.evidence });
    return difference ? [{ frozen, now: now?.shown, ...difference }] : [];
  });
}

const shownFrozen = ({ value, text, met, of }: FrozenFigure) => ({
  value,
  text,
  ...(met === undefined ? {} : { met }),
  ...(of === undefined ? {} : { of }),
});

export const differences = os.figures.differences.handler(async ({ input: { year }, context: { desk } }) => {
  const handed = freezesOf(desk, year).at(-1);
  if (!handed) return { items: [] };
  const items = (found: readonly FigureEvidence[]) => itemsAsOf(desk, found, handed.seq);
  return {
    freeze: freezeHead(handed),
    items: await Promise.all(
      differencesOf(desk, handed).map(async ({ frozen, now, redefined, added, removed, changed }) => ({
        id: frozen.id,
        label: frozen.label,
        unit: frozen.unit,
        frozen: shownFrozen(frozen),
        ...(now ? { now } : {}),
        redefined,
        added: await items(added),
        removed: await items(removed),
        changed: await items(changed),
      })),
    ),
  };
});

/** Records that have been deleted since are read out of the journal, as they were then. */
function itemsAsOf(desk: Desk, found: readonly FigureEvidence[], seq: number): Promise<FigureItem[]> {
  return Promise.all(
    found.map(async (one) => {
      const gone = desk.lookup(one.kind, one.id) ? undefined : await oldVersion(desk, one, seq);
      return itemOf(desk, one, weightNote(one), gone);
    }),
  );
}

const oldVersion = (desk: Desk, { kind, id }: FigureEvidence, seq: number): Promise<StoredRecord | undefined> =>
  // A journal that has been cut off by a repair no longer knows: the record is then shown without its name.
  desk.opened.library.versionAt(kind, id, seq).catch(() => undefined);

function weightNote({ amount, met, repeated }: FigureEvidence): string {
  if (repeated) return '同一个已算过，不再加';
  if (met !== undefined) return met ? '算上的' : '没有算上的';
  return amount === undefined ? '' : String(amount);
}

export const verify = os.figures.verify.handler(({ input: { year }, context: { desk } }) => {
  const setting: unknown = desk.opened.library.setting(freezeSetting(year));
  const all = freezesOf(desk, year);
  const versions = all.map((one, index) => ({
    ...freezeHead(one),
    ok: one.hash === hashOf(one) && one.version === index + 1 && one.previous === all[index - 1]?.hash,
  }));
  const whole = Array.isArray(setting) ? setting.length === all.length : true;
  return { ok: whole && versions.every(({ ok }) => ok), versions: versions.reverse() };
});

export const frozen = os.figures.frozen.handler(
  async ({ input: { year, version, figure: only }, context: { desk } }) => {
    const handed = freezesOf(desk, year).find((one) => one.version === version);
    if (!handed) throw new AntouError('notFound', `${year} 年没有第 ${version} 次定稿。`);
    return {
      freeze: freezeHead(handed),
      figures: await Promise.all(
        handed.figures
          .filter(({ id }) => only === undefined || id === only)
          .map(async (figure) => ({
            ...shownFrozen(figure),
            id: figure.id,
            label: figure.label,
            group: figure.group,
            unit: figure.unit,
            rule: figure.rule,
            computed: figure.computed,
            ...(figure.correction ? { correction: { ...figure.correction } } : {}),
            items: await itemsAsOf(desk, figure.evidence, handed.seq),
          })),
      ),
    };
  },
);
