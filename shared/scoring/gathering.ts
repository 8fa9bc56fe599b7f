import { type Condition, compileConditions, type ReadingWorld, valuesOnPath } from '../records/conditions/index.ts';
import { numberOf, textOf } from '../records/read-value.ts';
import type { StoredRecord } from '../records/record.ts';
import { type Finding, vetoCode } from './finding.ts';
import { authorsOf, compileMentions, rowsFieldOf } from './mentions.ts';
import { toHundredths } from './points.ts';
import { type Item, type Scheme, type Source, SUBJECT_KINDS, type Trigger } from './scheme.ts';
import { compileWorth, pathsOf } from './worth.ts';

/** Reads the records of one kind for one item. */
export interface Gatherer {
  readonly kind: string;
  readonly gather: (record: StoredRecord) => readonly Finding[];
  /** What it reads, so that a change of a record that is only referred to is followed back. */
  readonly conditions: readonly Condition[];
  readonly paths: readonly string[];
}

export type SourceTrigger = Extract<Trigger, Source>;

export const readsRecords = (trigger: Trigger): trigger is SourceTrigger => 'kind' in trigger;

/** Everything a scheme reads records for: its items, its vetoes, and what was entered by hand. */
export function gatherersOf(scheme: Scheme, year: number, world: ReadingWorld): readonly Gatherer[] {
  const vetoes = scheme.vetoes.map(
    ({ id, label, trigger }): Item => ({ code: vetoCode(id), label, section: '', unit: '次', trigger, points: 0 }),
  );
  return [
    ...[...scheme.items, ...vetoes].flatMap((item) =>
      readsRecords(item.trigger) ? [gathererOf(item, item.trigger, year, world)] : [],
    ),
    byHand(scheme, year, world),
  ];
}

function gathererOf(item: Item, trigger: SourceTrigger, year: number, world: ReadingWorld): Gatherer {
  const { kind, who } = trigger;
  const value = trigger.type === 'average' ? trigger.value : '';
  const passes = compileConditions(kind, trigger.where, world);
  const mentionsIn = compileMentions(kind, who, world, value);
  const worthOf = compileWorth(item, kind, who, world);
  const dayOf = compileDay(trigger, year, world);
  // A day in rows is another one for each of them; any other is asked first: most records belong to other years.
  const isOfYear =
    rowsFieldOf(kind, trigger.day) === undefined ? (record: StoredRecord) => dayOf(record) !== undefined : () => true;
  const met = compileConditions(kind, trigger.type === 'share' ? trigger.met : [], world);
  const numbers = value === '' ? [] : pathsOf(value, kind, who);
  const hasFirst = who.some(({ first }) => first);
  const finding = (subject: string, view: StoredRecord, factor: number, note: string | undefined): Finding[] => {
    const day = dayOf(view);
    const worth = day === undefined ? undefined : worthOf(view);
    if (day === undefined || !worth) return [];
    const notes = [...(note === undefined ? [] : [note]), ...worth.notes];
    const common = { item: item.code, subject, kind, id: view.id, day, worth: toHundredths(worth.points * factor) };
    const noted = notes.length > 0 ? { ...common, note: notes.join('，') } : common;
    if (trigger.type === 'share') return [{ ...noted, met: met(view) }];
    if (trigger.type !== 'average') return [noted];
    return numbers
      .slice(0, 1)
      .flatMap((path) => valuesOnPath(view, path, world))
      .filter((found): found is number => typeof found === 'number')
      .map((found) => ({ ...noted, value: found }));
  };
  return {
    kind,
    gather: (record) => {
      if (!isOfYear(record) || !passes(record)) return [];
      return authorsOf(mentionsIn(record), item.joint, hasFirst).flatMap(({ subject, views, factor, note }) => {
        const found = views.flatMap((view) => finding(subject, view, factor, note));
        if (trigger.type === 'average' || (trigger.type === 'share' && trigger.rows)) return found;
        const [best, ...rest] = found;
        return best ? [rest.reduce((top, one) => (Math.abs(one.worth) > Math.abs(top.worth) ? one : top), best)] : [];
      });
    },
    ...readsOf(item, trigger),
  };
}

/**
 * Reads the day that puts a record into the year: '' for a state of things and where only the year is known; undefined
 * when it belongs to another year or to none.
 */
function compileDay(
  { day, orDay }: Pick<Source, 'day' | 'orDay'>,
  year: number,
  world: ReadingWorld,
): (view: StoredRecord) => string | undefined {
  if (day === '') return () => '';
  const valuesAt = (view: StoredRecord, path: string): readonly unknown[] => {
    if (path.includes('.')) return valuesOnPath(view, path, world);
    const value = view.values[path];
    return value === undefined || value === null || value === '' ? NONE : [value];
  };
  return (view) => {
    const own = valuesAt(view, day);
    const found = own.length > 0 || orDay === undefined ? own : valuesAt(view, orDay);
    if (found.includes(year)) return '';
    return found
      .filter((value): value is string => typeof value === 'string' && value.startsWith(`${year}-`))
      .map((value) => (value.length >= 10 ? value.slice(0, 10) : ''))
      .sort()[0];
  };
}

const NONE: readonly unknown[] = [];

function readsOf(item: Item, trigger: SourceTrigger): Pick<Gatherer, 'conditions' | 'paths'> {
  const { kind, who } = trigger;
  const ofRows = who.flatMap(({ field, where }) => {
    const rows = rowsFieldOf(kind, field || (trigger.type === 'average' ? trigger.value : ''));
    return (where ?? []).map((one) => (rows === undefined ? one.field : `${rows}.${one.field}`));
  });
  const names = who.filter(({ nameIn }) => nameIn !== undefined).map(({ field }) => `${field}.person.name`);
  const { quantity } = item;
  const numbers = [quantity?.field, quantity?.instead, trigger.type === 'average' ? trigger.value : undefined];
  return {
    conditions: [
      ...trigger.where,
      ...(trigger.type === 'share' ? trigger.met : []),
      ...(item.tiers ?? []).flatMap(({ where }) => where),
      ...(item.scale ?? []).flatMap(({ where }) => where),
    ],
    paths: [
      trigger.day,
      trigger.orDay ?? '',
      ...who.map(({ field }) => field),
      ...ofRows,
      ...names,
      ...numbers.flatMap((path) => (path === undefined ? [] : pathsOf(path, kind, who))),
    ].filter(Boolean),
  };
}

/** Points entered by hand count for the item they name, whatever its trigger; a reversed one stays and counts nothing. */
function byHand({ id: scheme, audience }: Scheme, year: number, world: ReadingWorld): Gatherer {
  const field = SUBJECT_KINDS[audience];
  return {
    kind: 'scoreEntry',
    gather: ({ id, values }) => {
      const subject = textOf(values, field);
      const on = textOf(values, 'on');
      if (!subject || textOf(values, 'scheme') !== scheme || !on.startsWith(`${year}-`) || values.reverses) return [];
      const [reversal] = world.pointing('scoreEntry', id, 'scoreEntry', 'reverses');
      return [
        {
          item: textOf(values, 'item'),
          subject,
          kind: 'scoreEntry',
          id,
          day: on,
          worth: toHundredths(numberOf(values, 'points') ?? 0),
          note: [textOf(values, 'reason'), textOf(values, 'approver') && `${textOf(values, 'approver')}批准`]
            .filter(Boolean)
            .join('，'),
          manual: true,
          ...(reversal ? { reversedBy: reversal.id } : {}),
        },
      ];
    },
    conditions: [{ type: 'pointed', kind: 'scoreEntry', field: 'reverses' }],
    paths: [],
  };
}
