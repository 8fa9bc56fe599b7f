import type { Values } from '../../../../shared/records/record.ts';
import { HandLedger } from '../../figures/ledger.ts';
import { EVENTS, GROUPS, type Group, type Mark, type Meeting, members } from './members.ts';
import {
  gifts,
  handEntries,
  honours,
  interviews,
  memoirs,
  type Opinion,
  opinions,
  type Proposal,
  proposals,
  reports,
  speeches,
} from './papers.ts';

/** Real records of everything the table says. */
export function fortyLedger(): HandLedger {
  const ledger = new HandLedger();
  for (const one of members) {
    ledger.add('person', `person-${one.id}`, { name: one.name });
    ledger.add('member', one.id, {
      person: `person-${one.id}`,
      isStanding: one.standing,
      roles: [one.standing ? '常委' : '委员'],
      appointedOn: one.appointedOn,
      ...(one.exitOn ? { exitOn: one.exitOn, exitReason: '工作变动', status: '已辞去' } : { status: '在任' }),
      scoreEnabled: true,
    });
  }
  for (const group of GROUPS) {
    for (const [index, meeting] of EVENTS[group].entries()) addEvent(ledger, group, index, meeting);
  }
  for (const one of proposals) ledger.add('proposal', one.id, proposalValues(one));
  for (const one of opinions) addOpinion(ledger, one);
  addDeeds(ledger);
  addArchive(ledger);
  addHandEntries(ledger);
  return ledger;
}

function addEvent(ledger: HandLedger, group: Group, index: number, meeting: Meeting): void {
  const { status = '已结束', ...values } = meeting;
  ledger.add('event', `${group}-${index + 1}`, {
    ...values,
    title: `${meeting.subtype}${index + 1}`,
    status,
    attendance: members.flatMap(({ id, rolls }) => {
      const mark = rolls[group][index];
      return mark && mark.state !== '' ? [rowOf(id, mark)] : [];
    }),
  });
}

const rowOf = (member: string, { state, role, halfDays }: Mark): Values => ({
  member,
  state,
  role,
  ...(halfDays === undefined ? {} : { halfDaysPresent: halfDays }),
});

const isMember = (name: string): boolean => members.some(({ id }) => id === name);

function proposalValues({ id, lead, cosigners, kind, state, key, excellent, ...rest }: Proposal): Values {
  return {
    title: `关于${id}的提案`,
    ...(lead ? { lead } : { leadUnit: '某党派区委会' }),
    cosigners: cosigners.map((one) => (isMember(one) ? { member: one } : { name: one })),
    proposalKind: kind,
    state,
    year: Number((rest.submittedOn || rest.filedOn).slice(0, 4)),
    ...(key ? { isKey: true } : {}),
    ...(excellent ? { isExcellent: true } : {}),
    ...(rest.submittedOn ? { submittedOn: rest.submittedOn } : {}),
    ...(rest.filedOn ? { filedOn: rest.filedOn } : {}),
    ...(rest.mergedInto ? { mergedInto: rest.mergedInto } : {}),
  };
}

const WAYS: Readonly<Record<string, Values>> = {
  D: { level: '区', action: '编发本级专刊', way: '单篇' },
  d: { level: '区', action: '编发本级专刊', way: '综合' },
  S: { level: '市', action: '采用', way: '单篇' },
  s: { level: '市', action: '采用', way: '综合' },
  V: { level: '省', action: '采用', way: '单篇' },
  N: { level: '全国', action: '采用', way: '单篇' },
  T: { level: '市', action: '转送部门' },
  R: { level: '市', action: '报送' },
};

const DUTIES: Readonly<Record<string, string>> = { 区: '区委书记', 市: '市长', 省: '副省长', 全国: '部长' };

function addOpinion(ledger: HandLedger, one: Opinion): void {
  const adoptions = [...one.ways].flatMap((way): Values[] => (WAYS[way] ? [WAYS[way]] : []));
  ledger.add('opinion', one.id, {
    rawTitle: `来稿${one.id}`,
    ...(one.lead ? { lead: one.lead } : { leadName: '何外' }),
    coauthors: one.coauthors,
    receivedOn: one.receivedOn,
    year: Number(one.receivedOn.slice(0, 4)),
    state: adoptions.length > 0 ? '已编发' : '未录用',
    adoptions: adoptions.map((row): Values => ({ ...row, on: one.receivedOn })),
    instructions: one.instructions.map((level) => ({ leader: '某领导', duty: DUTIES[level], level })),
    ...(one.duplicateOf ? { duplicateOf: one.duplicateOf } : {}),
  });
  if (!one.ways.includes('B')) return;
  ledger.add('bulletin', `issue-${one.id}`, {
    publication: '信息专刊',
    year: 2025,
    state: '已印发',
    items: [{ opinion: one.id }],
  });
}

function addDeeds(ledger: HandLedger): void {
  speeches.forEach((one, index) => {
    ledger.add('speech', `speech-${index + 1}`, { title: `发言${index + 1}`, on: '2025-01-11', ...one });
  });
  gifts.forEach(({ type, ...one }, index) => {
    ledger.add('contribution', `gift-${index + 1}`, { contributionType: type, on: '2025-06-06', ...one });
  });
  honours.forEach((one, index) => {
    ledger.add('award', `award-${index + 1}`, { name: '优秀政协委员', ...one });
  });
}

function addArchive(ledger: HandLedger): void {
  const writers = new Set([...memoirs, ...interviews].map(({ member }) => member));
  for (const member of writers) ledger.add('contributor', `writer-${member}`, { name: member, member });
  memoirs.forEach(({ member, characters, state }, index) => {
    const body = { blocks: [{ type: 'paragraph', text: [{ text: '忆'.repeat(characters) }] }] };
    ledger.add('submission', `memoir-${index + 1}`, {
      title: `回忆${index + 1}`,
      contributors: [`writer-${member}`],
      receivedOn: '2025-04-04',
      state,
      ...(characters > 0 ? { body } : {}),
    });
  });
  interviews.forEach(({ member, state }, index) => {
    ledger.add('oralHistory', `interview-${index + 1}`, {
      title: `口述${index + 1}`,
      contributor: `writer-${member}`,
      on: '2025-05-05',
      state,
    });
  });
  for (const { id, group, writers: names, finishedOn } of reports) {
    ledger.add('researchReport', id, {
      title: `报告${id}`,
      reportType: '调研报告',
      group,
      writers: members.filter((one) => names.includes(one.id)).map(({ name }) => name),
      finishedOn,
    });
  }
}

function addHandEntries(ledger: HandLedger): void {
  handEntries.forEach(({ reversed, ...one }, index) => {
    const id = `hand-${index + 1}`;
    const entry = { ...one, on: '2025-11-11', reason: '查看材料', approver: '冯主任' };
    ledger.add('scoreEntry', id, entry);
    if (reversed) ledger.add('scoreEntry', `${id}-back`, { ...entry, points: -one.points, reverses: id });
  });
}
