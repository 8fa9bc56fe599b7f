import type { StoredRecord, Values } from '../records/record.ts';
import { EXIT_STATES } from '../records/service.ts';

/** Who belongs to a meeting by its kind. A scope that asks for a body (a committee, a sector, a street) names its field. */
export interface Scope {
  readonly id: string;
  readonly label: string;
  /** Field of the event that says which body; the clerk chooses when it is blank. */
  readonly body?: { readonly field: string; readonly kind: string; readonly memberFields: readonly string[] };
  /** Roles of which one suffices; 'standing' for the standing committee. */
  readonly roles?: readonly string[] | 'standing';
  /** More than half of them must be there (章程: 全体会议、常委会会议过半数出席方可举行). */
  readonly quorum?: boolean;
}

/** The scopes in the order in which they are offered. */
export const SCOPES: readonly Scope[] = [
  { id: 'all', label: '全体委员', quorum: true },
  { id: 'standing', label: '常委会组成人员', roles: 'standing', quorum: true },
  { id: 'chairs', label: '主席会议组成人员', roles: ['主席', '副主席', '秘书长'] },
  { id: 'party', label: '党组成员', roles: ['党组书记', '党组副书记', '党组成员'] },
  { id: 'secretaries', label: '秘书长、副秘书长', roles: ['秘书长', '副秘书长'] },
  {
    id: 'committee',
    label: '专委会委员',
    body: { field: 'organizer', kind: 'committee', memberFields: ['committee', 'committee2'] },
  },
  { id: 'sector', label: '界别委员', body: { field: 'sector', kind: 'sector', memberFields: ['sector'] } },
  {
    id: 'street',
    label: '街道政协工委（联络组）委员',
    body: { field: 'subdistrictOffice', kind: 'subdistrictOffice', memberFields: ['subdistrictOffice'] },
  },
];

/** Type of meeting → its scope. What is not named here has no fixed circle: who takes part signs up. */
const SCOPE_OF: Readonly<Record<string, string>> = {
  全体会议: 'all',
  预备会议: 'all',
  分组讨论: 'all',
  全体会议协商: 'all',
  常委会会议: 'standing',
  常委会协商: 'standing',
  专题议政性常委会: 'standing',
  主席会议: 'chairs',
  主席会议协商: 'chairs',
  党组会议: 'party',
  秘书长会议: 'secretaries',
  专委会会议: 'committee',
  对口协商: 'committee',
  界别会议: 'sector',
  界别协商: 'sector',
  街道政协工委会议: 'street',
  有事好商量: 'street',
  微协商: 'street',
};

/** The scope that belongs to the type of an event; undefined where nobody is expected by office. */
export function scopeOf(event: Values): Scope | undefined {
  const id = SCOPE_OF[String(event.subtype ?? '')];
  return SCOPES.find((scope) => scope.id === id);
}

/** Whether an appointment ran on a day ('YYYY-MM-DD'). Undated appointments run from the beginning. */
export function servedOn({ values }: StoredRecord, day: string): boolean {
  const since = typeof values.appointedOn === 'string' ? values.appointedOn : '';
  const until = typeof values.exitOn === 'string' ? values.exitOn : '';
  if (since > day) return false;
  if (until) return until > day;
  const status = String(values.status ?? '');
  return !EXIT_STATES.includes(status) && status !== '提名' && status !== '协商决定';
}

/**
 * Members expected at an event: serving on its day, of its term, and inside the scope. In the order given.
 * @param body id of the committee, sector or street the scope asks for
 */
export function expectedMembers(
  event: Values,
  scope: Scope,
  members: readonly StoredRecord[],
  body?: string,
): readonly StoredRecord[] {
  const day = String(event.start ?? '').slice(0, 10) || '9999-12-31';
  const term = typeof event.term === 'string' ? event.term : undefined;
  return members.filter((member) => {
    const { values } = member;
    if (!servedOn(member, day)) return false;
    if (term && values.term !== term) return false;
    if (scope.body) return body !== undefined && scope.body.memberFields.some((field) => values[field] === body);
    if (scope.roles === 'standing') return values.isStanding === true;
    if (!scope.roles) return true;
    const held = Array.isArray(values.roles) ? values.roles : [];
    return scope.roles.some((role) => held.includes(role));
  });
}
