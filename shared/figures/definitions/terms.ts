import type { Condition, FieldCondition } from '../../records/conditions/condition.ts';
import type { FigureDefinition, FigureWhen, Wording } from '../definition.ts';
import { HELD_STATES } from '../held.ts';

/** The words definitions are put together from. */
export const is = (field: string, ...values: readonly (string | boolean)[]): FieldCondition => ({
  type: 'any',
  field,
  values,
});
export const isNot = (field: string, ...values: readonly string[]): FieldCondition => ({
  ...is(field, ...values),
  not: true,
});
export const ticked = (field: string): FieldCondition => is(field, true);
export const filled = (field: string): FieldCondition => ({ type: 'filled', field });
export const contains = (field: string, text: string): FieldCondition => ({ type: 'contains', field, text });
export const either = (...of: readonly Condition[]): Condition => ({ type: 'either', of });
export const rule = (name: string): Condition => ({ type: 'rule', rule: name });
export const row = (field: string, ...where: readonly FieldCondition[]): Condition => ({ type: 'row', field, where });
/** Of a campaign, by its name or by another name it goes by: offices call the same campaign differently. */
export const ofCampaign = (name: string): Condition => either(...byCampaign(name));
/** The same, as branches of a wider “either”, or of a record further along the path. */
export const byCampaign = (name: string, path = 'campaigns'): readonly Condition[] => [
  is(`${path}.name`, name),
  is(`${path}.aliases`, name),
];
/** An event that took place: what is planned, put off or called off is not counted. */
export const held: FieldCondition = is('status', ...HELD_STATES);
export const meetingHeld: FieldCondition = is('event.status', ...HELD_STATES);
/** What was said there is advice, not a problem that was brought forward. */
export const advice: FieldCondition = is('suggestionKind', '意见建议');

export const on = (field: string): FigureWhen => ({ type: 'day', field });
/** By the year of the record, also where its day is not known; parts of a year by the day. */
export const inYear = (day: string): FigureWhen => ({ type: 'day', field: 'year', day });
export const standing: FigureWhen = { type: 'standing' };

export const more: Wording = { style: 'more' };

type Told = Omit<FigureDefinition, 'group'>;

/** Definitions under one heading. */
export const grouped = (group: string, definitions: readonly Told[]): readonly FigureDefinition[] =>
  definitions.map((definition) => ({ ...definition, group }));
