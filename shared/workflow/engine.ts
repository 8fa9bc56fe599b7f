import { derive } from '../records/derive.ts';
import type { Enumeration } from '../records/enumerations.ts';
import type { RecordKind } from '../records/kind.ts';
import { rowsOf, textOf } from '../records/read-value.ts';
import type { Problems, StoredRecord, Values } from '../records/record.ts';
import { kindOf } from '../records/registry.ts';
import { validateRecord } from '../records/validate.ts';
import { dayNumber } from '../text/calendar.ts';
import { CORRECTION, withLogLine } from './log.ts';
import type { Effects, Machine, Move, MoveInput, WorkContext } from './machine.ts';
import { isRowsForm, type RawInput, type ReadInput, readInput } from './move-input.ts';

export interface OpenMove {
  readonly move: Move;
  /** Why it cannot be made now, as a sentence; absent when it can. */
  readonly blocked?: string;
}

/** What can be done with a record where it stands, each with the reason why not yet. `roles` as of rolesOf. */
export function movesOf(
  machine: Machine,
  record: StoredRecord,
  context: WorkContext,
  roles: readonly string[] | undefined,
): readonly OpenMove[] {
  const state = textOf(record.values, machine.field);
  return machine.moves
    .filter((move) => move.from.includes(state))
    .map((move) => {
      const blocked = denial(move, roles) ?? move.blocked?.(record, context);
      return blocked === undefined ? { move } : { move, blocked };
    });
}

/** Why this operator may not make the move; undefined when he or she may. */
function denial(move: Move, roles: readonly string[] | undefined): string | undefined {
  if (roles === undefined || move.by.length === 0 || move.by.some((role) => roles.includes(role))) return undefined;
  return `“${move.label}”由${move.by.join('、')}办理，您没有这项分工`;
}

export interface MoveRequest extends RawInput {
  readonly move: Move;
  /** 'YYYY-MM-DD' on which it happened. */
  readonly on: string;
  readonly by: string;
  readonly note?: string | undefined;
}

export interface Surroundings {
  readonly context: WorkContext;
  readonly enumerations: readonly Enumeration[];
  readonly roles: readonly string[] | undefined;
}

export type MoveResult =
  | { readonly ok: true; readonly values: Values; readonly effects: Effects; readonly input: MoveInput }
  /** `denied`: a matter of roles. `problems` by field, rows counted as in the input. */
  | { readonly ok: false; readonly denied: boolean; readonly reason: string; readonly problems: Problems };

const refused = (reason: string, problems: Problems = {}, denied = false): MoveResult => ({
  ok: false,
  denied,
  reason,
  problems,
});

/** One move of one record: all its values afterwards with the line in the log, and what else changes. Writes nothing. */
export function makeMove(
  machine: Machine,
  record: StoredRecord,
  request: MoveRequest,
  { context, enumerations, roles }: Surroundings,
): MoveResult {
  const kind = kindOf(machine.kind);
  const { move } = request;
  if (!kind) return refused(`没有“${machine.kind}”这种记录`);
  const state = textOf(record.values, machine.field);
  if (!move.from.includes(state)) {
    return refused(`现在是“${state || '（空）'}”，不能“${move.label}”，它只能从${quoted(move.from)}办理`);
  }
  const notAllowed = denial(move, roles);
  if (notAllowed) return refused(notAllowed, {}, true);
  const day = dayProblem(request.on, context.today);
  if (day) return refused(day, { on: day });
  // A move entered later happened on its own day, and its window is judged by that day.
  const then: WorkContext = { ...context, today: request.on };
  const blocked = move.blocked?.(record, then);
  if (blocked) return refused(blocked);
  const note = request.note?.trim();
  if (move.reason && !note) return refused(`请写明${move.reason}`, { note: `请写明${move.reason}` });
  const read = readInput(kind, move, record, request, move.preset?.(record, then) ?? {}, {
    lookup: context.lookup,
    enumerations,
  });
  if (hasAny(read.problems)) return refused(firstOf(read.problems), read.problems);
  const input: MoveInput = {
    values: read.values,
    rows: read.rows,
    on: request.on,
    by: request.by,
    ...(note ? { note } : {}),
  };
  const placed = placeRows(kind, move, record.values, read);
  if (hasAny(placed.problems)) return refused(firstOf(placed.problems), placed.problems);
  const wrong = move.check?.(record, input, then) ?? {};
  if (hasAny(wrong)) return refused(firstOf(wrong), wrong);
  const applied = move.apply?.(placed.values, input, then) ?? placed.values;
  const to = move.leads?.(record, applied, input, then) ?? move.to;
  // The log tells where the record came from, which `apply` does not know of.
  const values = withLogLine(machine, { ...applied, [machine.field]: state }, to, move.label, input);
  const whole = checkWhole(kind, record, values, move, context, enumerations);
  if ('problems' in whole) return refused(firstOf(whole.problems), whole.problems);
  const after: StoredRecord = { ...record, values: whole.values };
  return { ok: true, values: whole.values, effects: move.effects?.(after, input, then) ?? {}, input };
}

/** 更正状态: puts a record into a named state without its moves; leaves a line in the log with the reason. */
export function correctState(
  machine: Machine,
  record: StoredRecord,
  request: { readonly state: string; readonly on: string; readonly by: string; readonly reason: string },
  { context, enumerations }: Pick<Surroundings, 'context' | 'enumerations'>,
): MoveResult {
  const kind = kindOf(machine.kind);
  const reason = request.reason.trim();
  if (!kind) return refused(`没有“${machine.kind}”这种记录`);
  if (!Object.hasOwn(machine.states, request.state)) {
    const problem = `${machine.label}没有“${request.state}”这个状态`;
    return refused(problem, { state: problem });
  }
  if (request.state === textOf(record.values, machine.field)) {
    const problem = `现在已经是“${request.state}”，没有改动`;
    return refused(problem, { state: problem });
  }
  if (!reason) return refused('请写明更正的原因', { reason: '请写明更正的原因' });
  const input: MoveInput = { values: {}, rows: {}, on: request.on, by: request.by, note: reason };
  const values = withLogLine(machine, record.values, request.state, CORRECTION, input);
  const whole = checkWhole(kind, record, values, undefined, context, enumerations);
  if ('problems' in whole) return refused(firstOf(whole.problems), whole.problems);
  return { ok: true, values: whole.values, effects: {}, input };
}

/** The values with what was given put in: single fields, new rows at the end, rows put into those that are meant. */
function placeRows(
  kind: RecordKind,
  move: Move,
  before: Values,
  { values, cleared, rows }: ReadInput,
): { readonly values: Values; readonly problems: Problems } {
  const placed: Record<string, unknown> = { ...before, ...values };
  for (const name of cleared) delete placed[name];
  const problems: Record<string, string> = {};
  for (const item of move.form.filter(isRowsForm)) {
    const table = [...rowsOf(before, item.rows)];
    (rows[item.rows] ?? []).forEach((row, index) => {
      if (!item.into) {
        table.push(row);
        return;
      }
      const { into } = item;
      const place = table.findLastIndex((there) => there[into] === row[into]);
      if (place >= 0) table[place] = { ...table[place], ...row };
      else {
        const column = kind.fields[item.rows]?.row?.[into]?.label ?? into;
        problems[`${item.rows}.${index}.${into}`] = `“${kind.fields[item.rows]?.label ?? ''}”里没有这个${column}`;
      }
    });
    if (table.length > 0) placed[item.rows] = table;
  }
  return { values: placed, problems };
}

/**
 * The whole record under the rules of its kind. What was already amiss before the move (an old import) neither stops
 * it nor is lost; what the move brings in does stop it.
 */
function checkWhole(
  kind: RecordKind,
  record: StoredRecord,
  values: Values,
  move: Move | undefined,
  context: WorkContext,
  enumerations: readonly Enumeration[],
): { readonly values: Values } | { readonly problems: Problems } {
  // A move that leaves alone what makes a record unique cannot make a twin: a batch need not look for one each time.
  const twins = (kind.unique ?? []).flat().some((field) => values[field] !== record.values[field]);
  const options = {
    lookup: context.lookup,
    list: context.list,
    enumerations,
    id: record.id,
    before: record.values,
    ...(twins ? {} : { twins: false as const }),
  };
  const checked = validateRecord(kind.id, values, options);
  let kept: Values = {};
  if (hasAny(checked.problems)) {
    const old = validateRecord(kind.id, record.values, options).problems;
    const fresh = Object.entries(checked.problems).filter(([path, text]) => old[path] !== text);
    if (fresh.length > 0)
      return { problems: Object.fromEntries(fresh.map((item) => toInput(item, move, record.values))) };
    const amiss = new Set(Object.keys(old).map((path) => path.split('.')[0] ?? ''));
    kept = Object.fromEntries(Object.entries(values).filter(([name]) => amiss.has(name)));
  }
  const all = { ...checked.values, ...kept };
  return { values: derive(kind.id, all, context.lookup, { list: context.list, id: record.id }) };
}

/** `assignments.3.unit` of the record is `assignments.0.unit` of an input whose row is the first after three. */
function toInput([path, text]: [string, string], move: Move | undefined, before: Values): [string, string] {
  const [field = '', index, ...rest] = path.split('.');
  const item = move?.form.find((entry) => isRowsForm(entry) && entry.rows === field);
  if (!item || index === undefined || (isRowsForm(item) && item.into)) return [path, text];
  const place = Number(index) - rowsOf(before, field).length;
  return place < 0 ? [path, text] : [[field, place, ...rest].join('.'), text];
}

function dayProblem(on: string, today: string): string | undefined {
  if (dayNumber(on) === undefined) return `没有“${on}”这一天，日期请写成 2024-02-26`;
  if (on > today) return `日期“${on}”还没有到，请填写事情发生的那一天`;
  return undefined;
}

const quoted = (states: readonly string[]): string => states.map((name) => `“${name}”`).join('、');
const hasAny = (problems: Problems): boolean => Object.keys(problems).length > 0;
const firstOf = (problems: Problems): string => Object.values(problems)[0] ?? '';
