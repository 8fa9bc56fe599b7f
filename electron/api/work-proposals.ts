import { byCategory, bySector, byUnit, COLLECTIVE } from '../../shared/figures/proposal-spread.ts';
import { caseTimeline, type Judgement } from '../../shared/figures/proposal-timeline.ts';
import {
  BOARD,
  isFiled,
  type ProposalScope,
  proposalShares,
  proposalsIn,
  proposalTallies,
} from '../../shared/figures/proposal-year.ts';
import { rowsOf, textOf } from '../../shared/records/read-value.ts';
import type { StoredRecord } from '../../shared/records/record.ts';
import { type Deadline, daysBetween, deadlinesOf, type WorkContext } from '../../shared/workflow/index.ts';
import { casesMergedInto, proposersToAsk } from '../../shared/workflow/proposal-reading.ts';
import type { Desk } from './desk.ts';
import { os } from './implementer.ts';
import { JointMoves } from './joint-moves.ts';
import { requireRecord } from './records.ts';
import { inTurn, worldOf } from './saving.ts';
import { lineOf, nameOf, shareOut, spreadOut, tallyOut } from './work-lines.ts';
import { workWorld } from './work-world.ts';

/** What is owed is listed this far ahead. */
const AHEAD_DAYS = 30;
const URGING = '书面催办';

interface OwedRow {
  readonly deadline: Deadline;
  readonly days: number;
}

/** Not yet met, the most urgent first. */
function owedOf(desk: Desk, record: StoredRecord, context: WorkContext): OwedRow[] {
  return deadlinesOf(record, context)
    .filter(({ doneOn }) => !doneOn)
    .map((deadline) => ({ deadline, days: daysBetween(desk.today, deadline.due) }))
    .sort((a, b) => a.days - b.days);
}

function owedOut(desk: Desk, record: StoredRecord, { deadline, days }: OwedRow) {
  const [table, index] = (deadline.place ?? '').split('/');
  const row = table === 'assignments' ? rowsOf(record.values, 'assignments')[Number(index)] : undefined;
  const unit = row ? textOf(row, 'unit') : '';
  const urged = rowsOf(record.values, 'followUps').filter(
    (each) => textOf(each, 'form') === URGING && unit !== '' && textOf(each, 'unit') === unit,
  );
  const urgedOn = urged
    .map((each) => textOf(each, 'on'))
    .sort()
    .at(-1);
  return {
    key: `${record.id}/${deadline.key}`,
    id: record.id,
    title: lineOf(desk, record).title,
    label: deadline.label,
    about: deadline.about ?? deadline.responsible ?? '',
    ...(unit ? { unit } : {}),
    due: deadline.due,
    days,
    verb: deadline.verb,
    urged: urged.length,
    ...(urgedOn ? { urgedOn } : {}),
  };
}

function proposerOf(desk: Desk, { values }: StoredRecord): string {
  const lead = nameOf(desk, 'member', values.lead) || textOf(values, 'leadUnit');
  const others = rowsOf(values, 'cosigners').length;
  return others > 0 && lead ? `${lead}等${others + 1}名` : lead;
}

function unitsOf(desk: Desk, { values }: StoredRecord): string {
  const names = rowsOf(values, 'assignments')
    .filter((row) => textOf(row, 'role') !== '会办')
    .map((row) => nameOf(desk, 'organisation', row.unit));
  return [...new Set(names.filter(Boolean))].join('、');
}

function cardOf(desk: Desk, record: StoredRecord, next: OwedRow | undefined) {
  const { values } = record;
  const proposer = proposerOf(desk, record);
  const state = textOf(values, 'state');
  return {
    ...lineOf(desk, record, textOf(values, 'submittedOn'), [proposer, state].filter(Boolean).join(' · ')),
    caseNumber: textOf(values, 'caseNumber'),
    subject: textOf(values, 'title'),
    proposer,
    units: unitsOf(desk, record),
    state,
    isKey: values.isKey === true,
    ...(next ? { due: next.deadline.due, days: next.days, dueLabel: next.deadline.label } : {}),
  };
}

/** Sessions that have proposals, newest first. */
function sessionsOf(desk: Desk) {
  const { library } = desk.opened;
  const used = new Set(library.list('proposal').map(({ values }) => values.session));
  return library
    .list('session')
    .filter(({ id }) => used.has(id))
    .sort((a, b) => textOf(b.values, 'openOn').localeCompare(textOf(a.values, 'openOn')));
}

const ALL = 'all';

function scopeOf(
  asked: { session?: string | undefined; year?: number | undefined; unit?: string | undefined },
  newest: string | undefined,
): ProposalScope {
  const { session, year, unit } = asked;
  if (session === ALL) return { unit };
  if (session !== undefined || year !== undefined) return { session, year, unit };
  return { session: newest, unit };
}

const overview = os.workProposals.overview.handler(({ input, context: { desk } }) => {
  const { library } = desk.opened;
  const context = workWorld(desk, worldOf(library));
  const sessions = sessionsOf(desk);
  const scope = scopeOf(input, sessions[0]?.id);
  const inScope = proposalsIn(context.list, { ...scope, unit: undefined });
  const cases = scope.unit === undefined ? inScope : proposalsIn(context.list, scope);
  const owed = cases.map((record) => ({ record, open: owedOf(desk, record, context) }));
  const owing = owed.flatMap(({ record, open }) =>
    open.filter(({ days }) => days <= AHEAD_DAYS).map((row) => owedOut(desk, record, row)),
  );
  const lines = owed.map(({ record, open }) => cardOf(desk, record, open[0]));
  const places = new Map(lines.map((line, index) => [line.id, index]));
  const byDue = [...lines].sort(
    (a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999') || order(places, a.id, b.id),
  );
  const years = new Set(
    library.list('proposal').flatMap(({ values }) => (typeof values.year === 'number' ? [values.year] : [])),
  );
  return {
    today: desk.today,
    ...(scope.session ? { session: scope.session } : {}),
    sessions: sessions.map(({ id }) => ({ id, label: nameOf(desk, 'session', id) })),
    years: [...years].sort((a, b) => b - a),
    units: unitChoices(desk, inScope),
    cases: lines,
    board: BOARD.map(({ id, label, states, ended = false }) => ({
      id,
      label,
      ended,
      states: [...states],
      ids: byDue.filter(({ state }) => states.includes(state)).map((line) => line.id),
    })),
    tallies: proposalTallies(cases).map(tallyOut),
    shares: proposalShares(cases, context.list, context).map(shareOut),
    sectors: spreadOut(bySector(cases, desk.lookup), (key) =>
      key === COLLECTIVE
        ? { label: COLLECTIVE }
        : { label: nameOf(desk, 'sector', key) || '未填界别', ...(key ? { kind: 'sector' } : {}) },
    ),
    categories: spreadOut(byCategory(cases), (key) => ({ label: key || '未填类别' })),
    byUnit: spreadOut(byUnit(cases.filter(isFiled), context), (key) => ({
      label: nameOf(desk, 'organisation', key) || '未填单位',
      ...(key ? { kind: 'organisation' } : {}),
    })),
    owed: owing.sort((a, b) => a.days - b.days || a.title.localeCompare(b.title)),
  };
});

const order = (places: ReadonlyMap<string, number>, a: string, b: string): number =>
  (places.get(a) ?? 0) - (places.get(b) ?? 0);

function unitChoices(desk: Desk, cases: readonly StoredRecord[]) {
  const ids = new Set(cases.flatMap(({ values }) => rowsOf(values, 'assignments').map((row) => textOf(row, 'unit'))));
  return [...ids]
    .filter(Boolean)
    .map((id) => ({ id, label: nameOf(desk, 'organisation', id) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'zh'));
}

const timeline = os.workProposals.timeline.handler(({ input, context: { desk } }) => {
  const record = requireRecord(desk, 'proposal', input.id);
  const { values } = record;
  const context = workWorld(desk, worldOf(desk.opened.library));
  const found = caseTimeline(record, context);
  const judged = ({ unit, member, direction: _direction, ...rest }: Judgement) => ({
    by: nameOf(desk, 'organisation', unit) || nameOf(desk, 'member', member) || '未填',
    ...rest,
  });
  const main = desk.lookup('proposal', textOf(values, 'mergedInto'));
  const isKey = values.isKey === true;
  return {
    title: lineOf(desk, record).title,
    state: textOf(values, 'state'),
    proposers: proposersToAsk(record, context).map(({ member, name }) => ({
      kind: member ? 'member' : '',
      id: member,
      title: name,
    })),
    merged: casesMergedInto(record.id, context.list('proposal')).map((one) =>
      lineOf(desk, one, textOf(one.values, 'submittedOn'), proposerOf(desk, one)),
    ),
    ...(main ? { mergedInto: lineOf(desk, main) } : {}),
    ...(isKey
      ? {
          key: {
            level: textOf(values, 'keyLevel'),
            supervisors: textOf(values, 'supervisors'),
            handlingLeader: textOf(values, 'handlingLeader'),
          },
        }
      : {}),
    stages: found.stages.map((step) => ({ ...step })),
    lanes: found.lanes.map(({ steps, ...lane }) => ({
      ...lane,
      name: nameOf(desk, 'organisation', lane.unit) || '未填单位',
      steps: steps.map((step) => ({ ...step })),
    })),
    hearings: found.hearings.map(({ member, name, ...rest }) => ({
      ...rest,
      name: nameOf(desk, 'member', member) || name || '未填提案人',
    })),
    followUps: found.followUps.map(({ unit, event, ...step }) => {
      const meeting = desk.lookup('event', event);
      return {
        ...step,
        unit: nameOf(desk, 'organisation', unit),
        ...(meeting ? { event: lineOf(desk, meeting) } : {}),
      };
    }),
    ofProposal: found.judgements.filter(({ direction }) => direction === '提案质量').map(judged),
    ofHandling: found.judgements.filter(({ direction }) => direction !== '提案质量').map(judged),
    owed: owedOf(desk, record, context).map((row) => owedOut(desk, record, row)),
  };
});

const urge = os.workProposals.urge.handler(async ({ input, context: { desk } }) => {
  const who = await desk.who();
  const wanted = new Map(input.items.map((item) => [`${item.id}/${item.unit ?? ''}`, item]));
  return inTurn(desk.opened.library, async () => {
    const joint = new JointMoves(desk, who);
    for (const { id, unit } of wanted.values()) {
      const row = { form: URGING, on: input.on ?? desk.today, ...(unit ? { unit } : {}) };
      const note = input.note?.trim();
      joint.move('proposal', id, 'supervise', {
        on: input.on,
        rows: { followUps: [note ? { ...row, problem: note } : row] },
      });
    }
    const cases = new Set([...wanted.values()].map(({ id }) => id)).size;
    const first = cases === 1 ? nameOf(desk, 'proposal', input.items[0]?.id) : '';
    const changed = await joint.commit(first ? `书面催办 ${first}` : `书面催办 ${cases} 件提案`);
    return { ...changed, urged: wanted.size, cases };
  });
});

export const workProposals = { overview, timeline, urge };
