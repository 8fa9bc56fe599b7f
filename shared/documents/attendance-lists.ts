import { isOnLeave, isPresent } from '../records/attendance.ts';
import { listOf, rowsOf, textOf } from '../records/read-value.ts';
import type { StoredRecord } from '../records/record.ts';
import { isServing } from '../records/service.ts';
import { strokeOverrides } from '../records/stroke-overrides.ts';
import { compareNames } from '../text/stroke-order.ts';
import type { DocumentMaterial } from './definition.ts';
import type { DocumentBlock, Finding } from './model.ts';
import { nameRow } from './names.ts';
import { memberName, sourceOf } from './wording.ts';

export const NAME_ORDERS = ['按会议类型', '职务顺序', '姓氏笔画', '登记顺序'] as const;
export type NameOrder = (typeof NAME_ORDERS)[number];

/** 政协职务 from the highest down; the enumeration can be edited, so what is not here comes last. */
const RANKS = ['主席', '党组书记', '党组副书记', '副主席', '秘书长', '副秘书长', '常委', '专委会主任', '专委会副主任'];

/** Rank of an appointment: 0 the highest. */
export function rankOf(roles: readonly string[]): number {
  const ranks = roles.map((role) => RANKS.indexOf(role)).filter((rank) => rank >= 0);
  return ranks.length > 0 ? Math.min(...ranks) : RANKS.length;
}

interface Attendee {
  readonly name: string;
  readonly rank: number;
  readonly member: boolean;
}

interface Lists {
  readonly present: Attendee[];
  readonly leave: Attendee[];
  readonly guests: Attendee[];
}

const GUEST_ROLES: readonly string[] = ['列席', '特邀'];

/** Name lists of a meeting and what is doubtful about them. */
export function attendanceLists(
  event: StoredRecord,
  order: NameOrder,
  material: DocumentMaterial,
): { blocks: DocumentBlock[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const source = sourceOf(event, 'attendance');
  const lists: Lists = { present: [], leave: [], guests: [] };
  const undecided: string[] = [];
  const absent: string[] = [];
  const seen = new Map<string, number>();
  for (const row of rowsOf(event.values, 'attendance')) {
    const id = textOf(row, 'member');
    const name = (id ? memberName(id, material.lookup) : '') || textOf(row, 'name').trim();
    if (!name) {
      findings.push({ severity: 'warning', message: '出席名单里有一行查不到姓名，未列入名单。', source });
      continue;
    }
    seen.set(name, (seen.get(name) ?? 0) + 1);
    const appointment = id ? material.lookup('member', id) : undefined;
    if (appointment && !isServing(appointment.values)) {
      findings.push({ severity: 'warning', message: `${name}已不在任，请核对名单。`, source });
    }
    const attendee = { name, rank: rankOf(listOf(appointment?.values ?? {}, 'roles')), member: id !== '' };
    const role = textOf(row, 'role');
    const state = textOf(row, 'state');
    if (isOnLeave(state) && !GUEST_ROLES.includes(role)) {
      lists.leave.push(attendee);
      if (!textOf(row, 'approver')) {
        findings.push({ severity: 'warning', message: `${name}请假，没有登记批准人。`, source });
      }
      if (state === '请假（未批）') findings.push({ severity: 'warning', message: `${name}的请假未获批准。`, source });
    } else if (isPresent(state)) {
      if (GUEST_ROLES.includes(role)) lists.guests.push(attendee);
      else if (role !== '工作人员') lists.present.push(attendee);
    } else if (state === '缺席') absent.push(name);
    else if (state !== '不参加' && !isOnLeave(state)) undecided.push(name);
  }
  findings.push(...doubts(seen, undecided, absent, source));
  const strokes = strokeOverrides(material.list('person'));
  const sorted = (attendees: Attendee[]): string[] => {
    const effective = order === '按会议类型' ? defaultOrder(textOf(event.values, 'subtype')) : order;
    if (effective === '登记顺序') return attendees.map(({ name }) => name);
    const byStroke = (a: Attendee, b: Attendee) => compareNames(a.name, b.name, 'surname', strokes);
    // Guests who are not members keep the order in which they were entered: their ranks are not known here.
    const inOrder = attendees.filter((attendee) => attendee.member);
    inOrder.sort((a, b) => (effective === '职务顺序' ? a.rank - b.rank : 0) || byStroke(a, b));
    return [...inOrder, ...attendees.filter((attendee) => !attendee.member)].map(({ name }) => name);
  };
  const rows: [string, Attendee[]][] = [
    ['出席', lists.present],
    ['请假', lists.leave],
    ['列席', lists.guests],
  ];
  const blocks = rows
    .filter(([, attendees]) => attendees.length > 0)
    .map(
      ([lead, attendees]): DocumentBlock => ({
        type: 'paragraph',
        role: 'nameList',
        runs: [
          { text: `${lead}：`, lead: true },
          { text: nameRow(sorted(attendees)), source },
        ],
        source,
      }),
    );
  return { blocks, findings };
}

/** 主席会议 and 党组会议 list by rank; larger meetings by strokes. */
function defaultOrder(subtype: string): NameOrder {
  return /主席会议|党组|秘书长/u.test(subtype) ? '职务顺序' : '姓氏笔画';
}

function doubts(
  seen: ReadonlyMap<string, number>,
  undecided: string[],
  absent: string[],
  source: Finding['source'],
): Finding[] {
  const about = source ? { source } : {};
  const findings: Finding[] = [];
  if (seen.size === 0)
    findings.push({ severity: 'warning', message: '没有登记出席情况，纪要里没有出席名单。', ...about });
  for (const [name, times] of seen) {
    if (times > 1)
      findings.push({
        severity: 'warning',
        message: `${name}在名单里出现${times}次；若是同名的两个人，请注明区别。`,
        ...about,
      });
  }
  if (undecided.length > 0) {
    const some = undecided.slice(0, 5).join('、');
    const more = undecided.length > 5 ? `等${undecided.length}人` : '';
    findings.push({ severity: 'warning', message: `${some}${more}的出席状态还没有定，未列入名单。`, ...about });
  }
  if (absent.length > 0) {
    findings.push({ severity: 'hint', message: `${absent.join('、')}缺席，按惯例不列入名单。`, ...about });
  }
  return findings;
}
