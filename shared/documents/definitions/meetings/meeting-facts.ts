import { expectedMembers, type Scope, scopeOf } from '../../../figures/expected.ts';
import { attendanceCounts } from '../../../records/attendance.ts';
import { listOf, rowsOf, targetOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord, Values } from '../../../records/record.ts';
import { strokeOverrides } from '../../../records/stroke-overrides.ts';
import { compareNames } from '../../../text/stroke-order.ts';
import { rankOf } from '../../attendance-lists.ts';
import type { DocumentMaterial } from '../../definition.ts';
import type { Finding } from '../../model.ts';
import { memberName, sourceOf } from '../../wording.ts';

/** Orders a list of persons of a meeting may stand in. */
export const LIST_ORDERS = ['职务顺序', '姓氏笔画', '界别', '登记顺序'] as const;
export type ListOrder = (typeof LIST_ORDERS)[number];

/** One who is on the list of a meeting. */
export interface Attendee {
  readonly name: string;
  /** Appointment; absent for guests. */
  readonly member?: StoredRecord;
  /** Row of event.attendance; absent where the circle of the meeting was taken from the roster. */
  readonly row?: Values;
  readonly role: string;
  readonly sector: string;
  /** 副主席, 常委, 委员 …; blank for guests. */
  readonly duty: string;
}

const GUESTS: readonly string[] = ['列席', '特邀'];
export const isGuest = ({ role }: Attendee): boolean => GUESTS.includes(role);
/** Counted as 应出席, by the very rule of the counts; somebody of the circle who is on no list yet is expected. */
export const isExpected = ({ row }: Attendee): boolean =>
  row === undefined || attendanceCounts({ attendance: [row] }).expected === 1;

function attendee(member: StoredRecord | undefined, row: Values | undefined, material: DocumentMaterial): Attendee {
  const values = member?.values ?? {};
  const sector = targetOf(values, 'sector', 'sector', material.lookup);
  const roles = listOf(values, 'roles')
    .filter((role) => !role.startsWith('党组'))
    .sort((a, b) => rankOf([a]) - rankOf([b]));
  return {
    name: (member ? memberName(member.id, material.lookup) : '') || textOf(row ?? {}, 'name').trim(),
    ...(member ? { member } : {}),
    ...(row ? { row } : {}),
    role: row ? textOf(row, 'role') : '应出席',
    sector: textOf(sector, 'name').trim(),
    duty: member ? (roles[0] ?? (values.isStanding === true ? '常委' : '委员')) : '',
  };
}

/** Who is on the list of the meeting, one a row, as entered. */
export function listedAttendees(event: StoredRecord, material: DocumentMaterial): Attendee[] {
  return rowsOf(event.values, 'attendance').map((row) => {
    const id = textOf(row, 'member');
    return attendee(id ? material.lookup('member', id) : undefined, row, material);
  });
}

export interface Circle {
  readonly scope: Scope | undefined;
  /** Those who belong to the meeting by office on its day; empty where the type has no circle. */
  readonly members: readonly Attendee[];
}

/** 应到范围: serving members inside the scope of the meeting's type (J01). */
export function circleOf(event: StoredRecord, material: DocumentMaterial): Circle {
  const scope = scopeOf(event.values);
  if (!scope) return { scope, members: [] };
  const body = scope.body ? textOf(event.values, scope.body.field) || undefined : undefined;
  const members = expectedMembers(event.values, scope, material.list('member'), body);
  return { scope, members: members.map((member) => attendee(member, undefined, material)) };
}

/** Whether the list and the circle agree; nobody is put on or taken off here. */
export function circleFindings(
  listed: readonly Attendee[],
  { scope, members }: Circle,
  event: StoredRecord,
): Finding[] {
  if (!scope || members.length === 0) return [];
  const source = sourceOf(event, 'attendance');
  const on = new Set(listed.flatMap(({ member }) => member?.id ?? []));
  const inside = new Set(members.flatMap(({ member }) => member?.id ?? []));
  const missing = members.filter(({ member }) => member && !on.has(member.id));
  const outside = listed.filter((one) => isExpected(one) && one.role === '应出席' && !inside.has(one.member?.id ?? ''));
  const said = (people: readonly Attendee[]) =>
    `${people
      .slice(0, 5)
      .map(({ name }) => name)
      .join('、')}${people.length > 5 ? `等${people.length}人` : ''}`;
  const findings: Finding[] = [];
  if (missing.length > 0) {
    const message = `${said(missing)}属于${scope.label}、在任，却不在名单里，请核对应到范围。`;
    findings.push({ severity: 'warning', message, source });
  }
  if (outside.length > 0) {
    const message = `${said(outside)}列为应出席，却不属于在任的${scope.label}，请核对。`;
    findings.push({ severity: 'warning', message, source });
  }
  return findings;
}

/** In the order asked for; guests who are no members keep the order in which they were entered, after the members. */
export function inOrder(people: readonly Attendee[], order: ListOrder, material: DocumentMaterial): Attendee[] {
  if (order === '登记顺序') return [...people];
  const strokes = strokeOverrides(material.list('person'));
  const sectors = new Map(material.list('sector').map(({ id, values }) => [id, Number(values.order ?? 1e9)]));
  const sectorOrder = ({ member }: Attendee) => sectors.get(textOf(member?.values ?? {}, 'sector')) ?? 1e9;
  const rank = ({ member }: Attendee) => {
    const values = member?.values ?? {};
    const roles = listOf(values, 'roles');
    return rankOf(values.isStanding === true ? [...roles, '常委'] : roles);
  };
  const first = (a: Attendee, b: Attendee): number => {
    if (order === '职务顺序') return rank(a) - rank(b);
    return order === '界别'
      ? sectorOrder(a) - sectorOrder(b) || Number(a.sector > b.sector) - Number(a.sector < b.sector)
      : 0;
  };
  return [
    ...people
      .filter(({ member }) => member)
      .sort((a, b) => first(a, b) || compareNames(a.name, b.name, 'surname', strokes)),
    ...people.filter(({ member }) => !member),
  ];
}

/** The order usual for a meeting: by rank where only leaders sit, by sector in plenary sessions, otherwise by strokes. */
export function usualOrder(event: StoredRecord): ListOrder {
  const subtype = textOf(event.values, 'subtype');
  if (/主席会议|党组|秘书长|专委会/u.test(subtype)) return '职务顺序';
  return /^(?:全体会议|预备会议)$/u.test(subtype) ? '界别' : '姓氏笔画';
}
