import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { effectiveEnumerations, referencesOf } from '../../shared/records/index.ts';
import { addDays, machines } from '../../shared/workflow/index.ts';
import { startOffice, type TestOffice } from '../support/office.ts';
import { refusalOf } from '../support/refusal.ts';
import { choices, contentsOf, someInput, type World } from './workflow-random.ts';

const TODAY = '2024-12-06';
/** The longest way needs the most walking. */
const RUNS: Readonly<Record<string, number>> = { proposal: 12 };
const STEPS: Readonly<Record<string, number>> = { proposal: 80 };

let office: TestOffice;
let world: World;

/** What moves point at: units, members, meetings that deal with topics, a book. */
async function furnish({ client, office: { desk } }: TestOffice): Promise<void> {
  const save = async (kind: string, values: Record<string, unknown>) =>
    (await client.records.save({ kind, values })).id;
  const term = (await client.records.list({ kind: 'term' })).records[0]?.id;
  await save('session', { term, number: 3, openOn: '2024-02-26', closeOn: '2024-02-28' });
  for (const name of ['甲局', '乙局', '丙街道办']) await save('organisation', { name, active: true });
  for (const name of ['赵一', '钱二', '孙三']) {
    const person = await save('person', { name, sex: '男' });
    await save('member', { person, term });
  }
  const topic = await save('topic', { title: '停车难', source: '群众点单', state: '已收集' });
  await save('event', { category: '协商', title: '议事会', start: '2024-06-01T09:00', topics: [topic] });
  const main = await save('proposal', { title: '关于停车的主案', leadUnit: '民盟支部', state: '已提交' });
  await client.workflow.move({ kind: 'proposal', ids: [main], move: 'examine' });
  const book = await save('book', { title: '记忆' });
  await save('chapter', { book, title: '第一篇', order: 1 });
  expect(desk.opened.library.list('organisation').length).toBeGreaterThanOrEqual(3);
}

beforeAll(async () => {
  office = await startOffice({ now: new Date(`${TODAY}T09:30:00+08:00`) });
  await furnish(office);
  const { library } = office.office.desk.opened;
  world = {
    enumerations: effectiveEnumerations(undefined),
    near: [],
    ids: (kind) => library.list(kind).map(({ id }) => id),
    day: (back) => addDays(TODAY, -back),
  };
});
afterAll(() => office.end());

const FIRST: Readonly<Record<string, Record<string, unknown>>> = {
  proposal: { title: '关于停车的提案', leadUnit: '民建总支', submittedOn: '2024-11-01' },
  opinion: { rawTitle: '停车难', leadName: '群众', receivedOn: '2024-11-01', sourceKind: '群众' },
  topic: { title: '夜间停车', source: '群众点单', raisedOn: '2024-11-01' },
  suggestion: { text: '增设车位', suggestionKind: '意见建议' },
  member: {},
  regulation: { title: '考勤办法', action: '制定', area: '会议制度' },
  submission: { title: '村口的老井', receivedOn: '2024-11-01', license: '已授权' },
};

/** A new record of the kind, in a state picked by the property. */
async function begin(kind: string, state: string): Promise<string> {
  const { client } = office;
  const field = machines.find((machine) => machine.kind === kind)?.field ?? 'state';
  const values: Record<string, unknown> = { ...FIRST[kind], [field]: state };
  if (kind === 'proposal' && state === '已提交') {
    const [main, other] = world.ids('organisation');
    Object.assign(values, { advisedUnits: [main], advisedCoUnits: [other] });
  }
  if (kind === 'member') {
    values.person = (await client.records.save({ kind: 'person', values: { name: '李四', sex: '女' } })).id;
    values.term = world.ids('term')[0];
  }
  const { id } = await client.records.save({ kind, values });
  if (kind === 'topic') {
    const values = { category: '协商', title: '议事会', start: '2024-11-20T09:00', topics: [id] };
    await client.records.save({ kind: 'event', values });
  }
  return id;
}

describe.each(machines.map((machine) => [machine.label, machine] as const))('随便怎么办理：%s', (_label, machine) => {
  it('总在有名字的状态里，每一步都留下经过，全部撤销就回到原样', async () => {
    const { client } = office;
    const { library } = office.office.desk.opened;
    const seen = new Set<string>();
    const made = new Map<string, number>();
    const why = new Map<string, string>();
    const numbers = fc.array(fc.nat({ max: 1_000_003 }), { minLength: 60, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...machine.initial), numbers, async (initial, given) => {
        const pick = choices(given);
        const start = contentsOf(library);
        const undoFrom = library.info.seq;
        let id = await begin(machine.kind, initial);
        for (let step = 0; step < (STEPS[machine.id] ?? 45); step += 1) {
          const status = await client.workflow.status({ kind: machine.kind, id });
          expect(Object.keys(machine.states)).toContain(status.state);
          seen.add(status.state ?? '');
          const open = status.moves.filter(({ blocked }) => blocked === undefined);
          if (open.length === 0) {
            id = await begin(machine.kind, initial);
            continue;
          }
          // Mostly what was made least often, so that far corners are reached too.
          const weight = (each: (typeof open)[number]) =>
            (made.get(each.id) ?? 0) +
            (seen.has(each.to) ? 0 : -100) +
            (machine.states[each.to]?.final && made.has(each.id) ? 50 : 0);
          const rare = [...open].sort((a, b) => weight(a) - weight(b));
          const move = pick.often() ? rare[0] : pick.one(open);
          if (!move) break;
          const record = library.get(machine.kind, id);
          const near = record ? referencesOf(record).map((reference) => reference.id) : [];
          const input = someInput(machine.kind, move, pick, { ...world, near });
          const call = client.workflow.move({ kind: machine.kind, ids: [id], move: move.id, ...input });
          const result = await call.catch(() => undefined);
          if (!result) {
            const refusal = await refusalOf(
              client.workflow.move({ kind: machine.kind, ids: [id], move: move.id, ...input }),
            );
            expect(refusal.code, refusal.message).toBe('invalid');
            expect(refusal.message).toMatch(/^没有办理：.*[。]$/u);
            why.set(move.id, `${refusal.message} ${JSON.stringify(input)}`);
            continue;
          }
          made.set(move.id, (made.get(move.id) ?? 0) + 1);
          const after = await client.workflow.status({ kind: machine.kind, id });
          const last = after.log.at(-1);
          expect(last).toMatchObject({ move: move.label, from: status.state, to: after.state });
          expect(after.log.length).toBe(status.log.length + 1);
          if (step % 9 === 0) await client.tasks.list({});
        }
        while (library.info.seq > undoFrom && (library.undoable?.seq ?? 0) > undoFrom) await client.history.undo();
        expect(contentsOf(library)).toEqual(start);
      }),
      { numRuns: RUNS[machine.id] ?? 6, seed: 20_241_206, endOnFailure: true },
    );
    // A property that never gets anywhere proves nothing.
    const all = machine.moves.map(({ id }) => id);
    const never = all.filter((id) => !made.has(id));
    const unseen = Object.keys(machine.states).filter((state) => !seen.has(state));
    expect(never.map((id) => `${id} ${why.get(id) ?? '没有机会'}`)).toEqual([]);
    expect(unseen).toEqual([]);
  });
});
