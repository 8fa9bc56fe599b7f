import { servedOn } from '../figures/expected.ts';
import { isOnLeave, isPresent } from '../records/attendance.ts';
import { listOf, numberOf, rowsOf, targetOf, textOf } from '../records/read-value.ts';
import type { StoredRecord, Values } from '../records/record.ts';
import { isServing } from '../records/service.ts';
import { strokeOverrides } from '../records/stroke-overrides.ts';
import { compareNames } from '../text/stroke-order.ts';
import type { DocumentMaterial } from './definition.ts';
import type { DocumentBlock, DocumentCell, DocumentTable, Finding, Source } from './model.ts';
import { nameRow, spacedName } from './names.ts';
import { memberName, sourceOf } from './wording.ts';

export const NAME_ORDERS = ['按会议类型', '职务顺序', '姓氏笔画', '界别', '登记顺序'] as const;
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
  /** Rank in 党组; the same for all who hold no office of it. */
  readonly partyRank: number;
  /** Order and name of the sector; blank for who is no member. */
  readonly sector: { readonly order: number; readonly name: string };
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
  const day = textOf(event.values, 'start').slice(0, 10);
  for (const row of rowsOf(event.values, 'attendance')) {
    const id = textOf(row, 'member');
    const name = (id ? memberName(id, material.lookup) : '') || textOf(row, 'name').trim();
    if (!name) {
      findings.push({ severity: 'warning', message: '出席名单里有一行查不到姓名，未列入名单。', source });
      continue;
    }
    seen.set(name, (seen.get(name) ?? 0) + 1);
    const appointment = id ? material.lookup('member', id) : undefined;
    if (appointment && !isServing(appointment.values) && !servedOn(appointment, day)) {
      findings.push({ severity: 'warning', message: `${name}已不在任，请核对名单。`, source });
    }
    const attendee = attendeeOf(name, appointment?.values, material);
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
  return { blocks: nameBlocks(lists, event, order, material), findings };
}

/** 党组职务 from the highest down. */
const PARTY_RANKS = ['党组书记', '党组副书记', '党组成员'];
const LAST = 1e9;

function attendeeOf(name: string, values: Values | undefined, material: DocumentMaterial): Attendee {
  const roles = listOf(values ?? {}, 'roles');
  const party = roles.map((role) => PARTY_RANKS.indexOf(role)).filter((rank) => rank >= 0);
  const sector = values ? targetOf(values, 'sector', 'sector', material.lookup) : {};
  return {
    name,
    rank: rankOf(values?.isStanding === true ? [...roles, '常委'] : roles),
    partyRank: party.length > 0 ? Math.min(...party) : PARTY_RANKS.length,
    member: values !== undefined,
    sector: { order: numberOf(sector, 'order') ?? LAST, name: textOf(sector, 'name').trim() },
  };
}

function nameBlocks(lists: Lists, event: StoredRecord, order: NameOrder, material: DocumentMaterial): DocumentBlock[] {
  const source = sourceOf(event, 'attendance');
  const subtype = textOf(event.values, 'subtype');
  const effective = order === '按会议类型' ? defaultOrder(subtype) : order;
  const strokes = strokeOverrides(material.list('person'));
  const byStroke = (a: Attendee, b: Attendee) => compareNames(a.name, b.name, 'surname', strokes);
  const party = subtype.includes('党组');
  const sorted = (attendees: readonly Attendee[]): Attendee[] => {
    if (effective === '登记顺序') return [...attendees];
    // Guests who are not members keep the order in which they were entered: their ranks are not known here.
    const inOrder = attendees.filter((attendee) => attendee.member);
    inOrder.sort(
      (a, b) =>
        (effective === '职务顺序' ? (party ? a.partyRank - b.partyRank : 0) || a.rank - b.rank : 0) || byStroke(a, b),
    );
    return [...inOrder, ...attendees.filter((attendee) => !attendee.member)];
  };
  const row = (lead: string, attendees: readonly Attendee[]): DocumentBlock => ({
    type: 'paragraph',
    role: 'nameList',
    runs: [
      { text: `${lead}：`, lead: true },
      { text: nameRow(sorted(attendees).map(({ name }) => name)), source },
    ],
    source,
  });
  const bySectors = effective === '界别' && lists.present.length > 0;
  const rows: [string, readonly Attendee[]][] = [
    ['出席', bySectors ? [] : lists.present],
    ['请假', lists.leave],
    ['列席', lists.guests],
  ];
  const named = rows.filter(([, attendees]) => attendees.length > 0).map(([lead, attendees]) => row(lead, attendees));
  if (!bySectors) return named;
  const head: DocumentBlock = {
    type: 'paragraph',
    role: 'nameList',
    runs: [
      { text: '出席：', lead: true },
      { text: `共${lists.present.length}人，按界别排列如下`, source },
    ],
    source,
  };
  return [head, sectorTable(bySector(lists.present, sorted), source), ...named];
}

const PER_ROW = 5;

/** Names under their sector, side by side; no lines, as in a list. */
function sectorTable(groups: readonly SectorGroup[], source: Source): DocumentTable {
  const rows = groups.flatMap(({ label, attendees }) =>
    Array.from({ length: Math.ceil(attendees.length / PER_ROW) }, (_, line): DocumentCell[] => [
      { runs: line === 0 ? [{ text: label, lead: true }] : [], align: 'left' },
      ...Array.from({ length: PER_ROW }, (__, column): DocumentCell => {
        const attendee = attendees[line * PER_ROW + column];
        return { runs: attendee ? [{ text: spacedName(attendee.name), source }] : [], align: 'left', source };
      }),
    ]),
  );
  const columns = [{ width: 36, align: 'left' as const }, ...Array.from({ length: PER_ROW }, () => ({ width: 24 }))];
  return { type: 'table', columns, headRows: 0, rows, lines: 'none', size: 14, source };
}

interface SectorGroup {
  readonly label: string;
  readonly attendees: readonly Attendee[];
}

/** 界别 in their order, whoever has none last. */
function bySector(
  attendees: readonly Attendee[],
  sorted: (attendees: readonly Attendee[]) => Attendee[],
): SectorGroup[] {
  const groups = new Map<string, Attendee[]>();
  const ordered = [...attendees].sort((a, b) => a.sector.order - b.sector.order);
  for (const attendee of ordered) {
    const label = attendee.sector.name || '其他';
    groups.set(label, [...(groups.get(label) ?? []), attendee]);
  }
  const others = groups.get('其他');
  groups.delete('其他');
  if (others) groups.set('其他', others);
  return [...groups].map(([label, members]) => ({ label, attendees: sorted(members) }));
}

/** 主席会议, 党组会议 and committees list by rank, plenary sessions by sector, other meetings by strokes. */
function defaultOrder(subtype: string): NameOrder {
  if (subtype === '全体会议') return '界别';
  return /主席会议|党组|秘书长|专委会/u.test(subtype) ? '职务顺序' : '姓氏笔画';
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
