import type { Condition } from '../../records/conditions/condition.ts';
import type { Item, Source } from '../scheme.ts';
import { HELD, is, MANUAL, opinions } from './triggers.ts';

/* What the scheme of streets counts, named once. */

export const OWN = [{ field: 'subdistrictOffice' }] as const;

export const heldBy = (...where: readonly Condition[]): Source => ({
  kind: 'event',
  day: 'start',
  where: [HELD, ...where],
  who: OWN,
});
export const CONSULTATIONS = heldBy(is('consultForm', '有事好商量', '微协商'));
export const ACTIVITIES: Source = {
  ...heldBy(is('category', '活动', '监督', '学习培训', '走访')),
  who: [...OWN, { field: 'subdistrictOffices' }],
};
/** A paper the street sent in, or one of its members. */
export const sentIn = (...where: readonly Condition[]): Source =>
  opinions(where, { field: 'subdistrictOffice' }, { field: 'lead.subdistrictOffice' });

export const SETTLED_TOPICS = ['已办结', '已反馈', '已评价', '归档'] as const;
export const TOPICS_FORMED: Source = {
  kind: 'topic',
  day: 'raisedOn',
  where: [is('state', '形成意见', '已交办', '办理中', '未采纳', ...SETTLED_TOPICS)],
  who: OWN,
};

export const byHand = (code: string, label: string, section: string, points: number, note: string): Item => ({
  code,
  label,
  section,
  unit: '项',
  trigger: MANUAL,
  points,
  cap: points,
  note,
});
