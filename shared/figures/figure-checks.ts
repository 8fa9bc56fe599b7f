import { compileConditions, pathWords, type ReadingWorld, valuesOnPath } from '../records/conditions/index.ts';
import { titleOf } from '../records/display.ts';
import type { StoredRecord } from '../records/record.ts';
import { fold } from '../text/fold.ts';
import { FIGURE_CHECKS, type FigureCheck } from './definitions/checks.ts';
import { defaultFigures } from './definitions/index.ts';
import type { FigureEngine } from './engine.ts';
import type { FigureEvidence, FigurePeriod, FigureResult } from './figure-result.ts';
import { breachesOf } from './opinion-funnel.ts';

export interface FigureFinding {
  readonly id: string;
  readonly label: string;
  /** What is wrong, with numbers. */
  readonly message: string;
  readonly mend: string;
  readonly figures: readonly string[];
  /** The records at fault. */
  readonly records: readonly { readonly kind: string; readonly id: string }[];
}

type Fault = Pick<FigureFinding, 'message' | 'figures' | 'records'>;

/** The checks that do not hold in a period, with the records at fault. */
export function checkFigures(
  engine: FigureEngine,
  period: FigurePeriod,
  world: ReadingWorld,
  checks: readonly FigureCheck[] = FIGURE_CHECKS,
): readonly FigureFinding[] {
  const found: FigureFinding[] = [];
  for (const check of checks) {
    const fault = faultOf(check, { engine, period, world });
    if (!fault) continue;
    const told = new Set(found.flatMap(({ records }) => records.map(keyOf)));
    // What another check says more exactly is not said again.
    const fresh = check.type === 'funnel' ? fault.records.filter((one) => !told.has(keyOf(one))) : fault.records;
    if (fresh.length > 0) {
      const message = fresh.length === fault.records.length ? fault.message : funnelMessage(fresh.length);
      found.push({ id: check.id, label: check.label, mend: check.mend, ...fault, message, records: fresh });
    }
  }
  return found;
}

type Results = (id: string) => FigureResult | undefined;

interface Counted {
  readonly engine: FigureEngine;
  readonly period: FigurePeriod;
  readonly world: ReadingWorld;
}

function faultOf(check: FigureCheck, { engine, period, world }: Counted): Fault | undefined {
  const results: Results = (id) => engine.result(id, period);
  switch (check.type) {
    case 'subset':
      return both(results, check.part, check.whole, (part, whole) => subset(part, whole, check.unless, world));
    case 'atMost':
      return both(results, check.part, check.whole, atMost);
    case 'disjoint':
      return both(results, check.one, check.other, disjoint);
    case 'pairs':
      return both(results, check.smaller, check.larger, pairs);
    case 'once': {
      const result = results(check.figure);
      return result && once(result, check.same, check.by, world);
    }
    case 'names': {
      const result = results(check.figure);
      return result && names(result, check.kind, check.within, world);
    }
    case 'first': {
      const result = results(check.figure);
      return result && first(result, engine.result(check.figure, { from: '', to: period.to }), check.field, world);
    }
    case 'dated': {
      const result = results(check.figure);
      return result && dated(result, check, world);
    }
    case 'funnel': {
      const result = results(check.figure);
      return result && funnel(result, world);
    }
  }
}

function both(
  results: Results,
  one: string,
  other: string,
  fault: (one: FigureResult, other: FigureResult) => Fault | undefined,
): Fault | undefined {
  const [first, second] = [results(one), results(other)];
  return first && second && fault(first, second);
}

const keyOf = ({ kind, id }: { readonly kind: string; readonly id: string }): string => `${kind}/${id}`;
const keysOf = ({ evidence }: FigureResult): ReadonlySet<string> => new Set(evidence.map(keyOf));
const asRecords = (evidence: readonly FigureEvidence[]) => evidence.map(({ kind, id }) => ({ kind, id }));
const recordOf = ({ kind, id }: FigureEvidence, world: ReadingWorld): StoredRecord | undefined =>
  world.lookup(kind, id);

const named = (id: string) => defaultFigures.find((one) => one.id === id) ?? { label: id, unit: '' };

/** “上报信息”205条 */
const told = ({ id, value }: FigureResult): string => `“${named(id).label}”${value}${named(id).unit}`;

function subset(
  part: FigureResult,
  whole: FigureResult,
  unless: string | undefined,
  world: ReadingWorld,
): Fault | undefined {
  const inside = keysOf(whole);
  const outside = part.evidence.filter((item) => {
    if (inside.has(keyOf(item))) return false;
    const record = unless === undefined ? undefined : recordOf(item, world);
    return !(record && unless !== undefined && valuesOnPath(record, unless, world).length > 0);
  });
  if (outside.length === 0) return undefined;
  const message = `${told(part)}里，有${outside.length}条不在${told(whole)}之内`;
  return { message, figures: [part.id, whole.id], records: asRecords(outside) };
}

function atMost(part: FigureResult, whole: FigureResult): Fault | undefined {
  if (part.value <= whole.value) return undefined;
  const inside = keysOf(whole);
  const outside = part.evidence.filter((item) => !inside.has(keyOf(item)));
  const message = `${told(part)}，多于${told(whole)}`;
  return {
    message,
    figures: [part.id, whole.id],
    records: asRecords(outside.length > 0 ? outside : part.evidence),
  };
}

function disjoint(one: FigureResult, other: FigureResult): Fault | undefined {
  const inside = keysOf(other);
  const shared = one.evidence.filter((item) => inside.has(keyOf(item)));
  if (shared.length === 0) return undefined;
  const message = `有${shared.length}条同时算进了${told(one)}和${told(other)}`;
  return { message, figures: [one.id, other.id], records: asRecords(shared) };
}

function pairs(smaller: FigureResult, larger: FigureResult): Fault | undefined {
  const amounts = ({ evidence }: FigureResult) => new Map(evidence.map((item) => [keyOf(item), item.amount ?? 0]));
  const [low, high] = [amounts(smaller), amounts(larger)];
  const single = [
    ...smaller.evidence.filter((item) => (item.amount ?? 0) > (high.get(keyOf(item)) ?? 0)),
    ...larger.evidence.filter((item) => (item.amount ?? 0) > 0 && (low.get(keyOf(item)) ?? 0) === 0),
  ];
  if (single.length === 0) return undefined;
  const message = `${told(smaller)}与${told(larger)}应当成对，有${single.length}条只填了一边，或者户数多于人数`;
  return { message, figures: [smaller.id, larger.id], records: asRecords(single) };
}

/** Amounts of the same company, where nothing says whether it is one project or several. */
function once(result: FigureResult, same: string, by: string, world: ReadingWorld): Fault | undefined {
  const groups = new Map<string, FigureEvidence[]>();
  for (const item of result.evidence) {
    const record = item.repeated ? undefined : recordOf(item, world);
    const [key] = record ? valuesOnPath(record, same, world) : [];
    if (key !== undefined) groups.set(String(key), [...(groups.get(String(key)) ?? []), item]);
  }
  const unsettled = [...groups.values()].filter(
    (items) =>
      items.length > 1 &&
      items.some((item) => {
        const record = recordOf(item, world);
        return record !== undefined && valuesOnPath(record, by, world).length === 0;
      }),
  );
  if (unsettled.length === 0) return undefined;
  const records = unsettled.flatMap(asRecords);
  const message = `${told(result)}里，有${unsettled.length}家企业登记了几条（共${records.length}条），没有填明是不是同一个项目，金额可能重复`;
  return { message, figures: [result.id], records };
}

/** Things counted once that bear the same name in the same place: probably entered twice. */
function names(result: FigureResult, kind: string, within: string, world: ReadingWorld): Fault | undefined {
  const groups = new Map<string, string[]>();
  for (const id of new Set(result.evidence.flatMap(({ keys }) => keys ?? []))) {
    const record = world.lookup(kind, id);
    if (!record) continue;
    const name = [fold(titleOf(record, world.lookup)).trim(), ...valuesOnPath(record, within, world)].join('\u0002');
    groups.set(name, [...(groups.get(name) ?? []), id]);
  }
  const twins = [...groups.values()].filter((ids) => ids.length > 1).flat();
  if (twins.length === 0) return undefined;
  const message = `${told(result)}里，有${twins.length}个同名，可能是同一个登记了几次，会多算`;
  return { message, figures: [result.id], records: twins.map((id) => ({ kind, id })) };
}

/** Ticked as the first of its kind, although there was one before: in an earlier year, or earlier in this one. */
function first(
  result: FigureResult,
  all: FigureResult | undefined,
  field: string,
  world: ReadingWorld,
): Fault | undefined {
  const [earliest] = all?.evidence ?? [];
  const wrong = result.evidence.filter((item) => {
    const record = recordOf(item, world);
    return item.id !== earliest?.id && record !== undefined && valuesOnPath(record, field, world).includes(true);
  });
  if (wrong.length === 0) return undefined;
  const message = `${told(result)}里，有${wrong.length}次写着首次，可是${earliest?.day ?? ''}已经有过`;
  return { message, figures: [result.id], records: asRecords(wrong) };
}

/** What has no day belongs to no period: it is missing from every one. */
function dated(
  result: FigureResult,
  { kind, where, day }: Extract<FigureCheck, { type: 'dated' }>,
  world: ReadingWorld,
): Fault | undefined {
  const fits = compileConditions(kind, where, world);
  const undated = world.list(kind).filter((one) => fits(one) && valuesOnPath(one, day, world).length === 0);
  if (undated.length === 0) return undefined;
  const message = `有${undated.length}条没有填“${pathWords(kind, day)}”，不算进任何一年的“${named(result.id).label}”`;
  return { message, figures: [result.id], records: undated.map(({ id }) => ({ kind, id })) };
}

const funnelMessage = (count: number): string => `有${count}条信息的日期、报送记录或敏感标注对不上`;

function funnel(result: FigureResult, world: ReadingWorld): Fault | undefined {
  const opinions = result.evidence.flatMap((item) => recordOf(item, world) ?? []);
  const ids = [...new Set(breachesOf(opinions).map(({ id }) => id))];
  if (ids.length === 0) return undefined;
  const records = ids.map((id) => ({ kind: 'opinion', id }));
  return { message: funnelMessage(ids.length), figures: [result.id], records };
}
