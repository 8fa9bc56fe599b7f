import { servedOn } from '../../shared/figures/expected.ts';
import { isNonParty, supervisionRounds, visitRounds } from '../../shared/figures/rounds.ts';
import { subtitleOf, titleOf } from '../../shared/records/index.ts';
import type { StoredRecord } from '../../shared/records/record.ts';
import type { Desk } from './desk.ts';
import { os } from './implementer.ts';

interface Item {
  kind: string;
  id: string;
  title: string;
  on?: string;
  note?: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function itemOf(desk: Desk, record: StoredRecord, note?: string): Item {
  const on = text(record.values.start).slice(0, 10);
  return {
    kind: record.kind,
    id: record.id,
    title: titleOf(record, desk.lookup),
    ...(on ? { on } : {}),
    ...(note ? { note } : {}),
  };
}

/** Records by id, those that are gone left out. */
function itemsOf(desk: Desk, kind: string, ids: Iterable<string>): Item[] {
  return [...new Set(ids)].flatMap((id) => {
    const record = desk.lookup(kind, id);
    return record ? [itemOf(desk, record)] : [];
  });
}

function problemOf(desk: Desk, suggestion: StoredRecord) {
  const unit = desk.lookup('organisation', text(suggestion.values.mainUnit));
  return {
    ...itemOf(desk, suggestion, text(suggestion.values.suggestionKind)),
    unit: unit ? titleOf(unit, desk.lookup) : '',
    state: text(suggestion.values.state),
    due: text(suggestion.values.due),
  };
}

const counted = (id: string, label: string, unit: string, rule: string, items: Item[], figure = items.length) => ({
  id,
  label,
  unit,
  rule,
  items,
  figure,
});

const supervision = os.workRounds.supervision.handler(({ input, context: { desk } }) => {
  const { library } = desk.opened;
  const list = (kind: string) => library.list(kind);
  const all = supervisionRounds(list, desk.lookup, input.year);
  const rounds = input.form ? all.filter(({ event }) => event.values.supervisionForm === input.form) : all;
  const suggestions = rounds.flatMap((round) => round.suggestions);
  const streets = list('subdistrictOffice').map((office) => {
    const own = rounds.filter((round) => round.streets.includes(office.id));
    return {
      id: office.id,
      title: titleOf(office, desk.lookup),
      rounds: own.map(({ event }) => itemOf(desk, event)),
      projects: itemsOf(
        desk,
        'project',
        own
          .flatMap((round) => round.projects)
          .filter((id) => desk.lookup('project', id)?.values.subdistrictOffice === office.id),
      ),
      suggestions: own.flatMap((round) => round.suggestions).map((one) => itemOf(desk, one)),
    };
  });
  return {
    forms: [...new Set(all.map(({ event }) => text(event.values.supervisionForm)))].sort(),
    figures: [
      counted(
        'times',
        '监督',
        '次',
        '监督形式已填、没有取消的会议活动，按次数',
        rounds.map(({ event }) => itemOf(desk, event)),
      ),
      counted(
        'streets',
        '涉及街道',
        '个',
        '所到街道去重，项目所在街道也算',
        itemsOf(
          desk,
          'subdistrictOffice',
          rounds.flatMap((round) => round.streets),
        ),
      ),
      counted(
        'projects',
        '涉及项目',
        '个',
        '涉及项目去重',
        itemsOf(
          desk,
          'project',
          rounds.flatMap((round) => round.projects),
        ),
      ),
      counted(
        'suggestions',
        '提出意见建议',
        '条',
        '来源是这些监督的意见建议条目',
        suggestions.map((one) => itemOf(desk, one)),
      ),
    ],
    streets,
    problems: suggestions.map((one) => problemOf(desk, one)),
  };
});

const visits = os.workRounds.visits.handler(({ input, context: { desk } }) => {
  const { library } = desk.opened;
  const list = (kind: string) => library.list(kind);
  const rounds = visitRounds(list, input.year);
  const visitsOnly = rounds.filter(({ event }) => event.values.category === '走访');
  const byLeaders = visitsOnly.filter(({ event }) => event.values.byLeaders === true);
  const byCommittees = visitsOnly.filter(({ event }) => text(event.values.organizer) !== '');
  const meetings = rounds.filter(({ event }) => event.values.category === '会议');
  const suggestions = rounds.flatMap((round) => round.suggestions);
  const isMember = (id: string) => desk.lookup('organisation', id)?.values.isMemberCompany === true;
  const personOf = (member: StoredRecord) => desk.lookup('person', text(member.values.person))?.values ?? {};
  const lastDay = `${input.year}-12-31` < desk.today ? `${input.year}-12-31` : desk.today;
  const seen = new Set(visitsOnly.flatMap((round) => round.visited));
  const withNonParty = visitsOnly.filter(({ nonParty }) => nonParty > 0);
  return {
    figures: [
      counted(
        'visits',
        '走访',
        '次',
        '大类为走访的会议活动，按次数',
        visitsOnly.map(({ event }) => itemOf(desk, event)),
      ),
      counted(
        'leaders',
        '班子成员走访企业',
        '家',
        '班子成员走访所到企业去重',
        itemsOf(
          desk,
          'organisation',
          byLeaders.flatMap((one) => one.companies),
        ),
      ),
      counted(
        'committees',
        '专委会走访委员企业',
        '家',
        '专委会组织的走访所到企业，只算委员企业，去重',
        itemsOf(desk, 'organisation', byCommittees.flatMap((one) => one.companies).filter(isMember)),
      ),
      counted(
        'meetings',
        '企业座谈会',
        '场',
        '登记了涉及企业的会议，按场次',
        meetings.map(({ event }) => itemOf(desk, event)),
      ),
      counted(
        'suggestions',
        '收集意见建议和问题',
        '条',
        '来源是这些走访和座谈的意见建议条目',
        suggestions.map((one) => itemOf(desk, one)),
      ),
      counted(
        'nonParty',
        '走访联络党外委员',
        '人次',
        '每次走访的党外委员人数相加',
        withNonParty.map(({ event, nonParty }) => itemOf(desk, event, `${nonParty} 人`)),
        withNonParty.reduce((sum, { nonParty }) => sum + nonParty, 0),
      ),
    ],
    companies: itemsOf(
      desk,
      'organisation',
      rounds.flatMap((one) => one.companies),
    ).map(({ id, title }) => ({
      id,
      title,
      isMember: isMember(id),
      rounds: rounds.filter((one) => one.companies.includes(id)).map(({ event }) => itemOf(desk, event)),
    })),
    members: itemsOf(desk, 'member', seen).map(({ id, title }) => {
      const member = desk.lookup('member', id);
      return {
        id,
        title,
        note: member ? subtitleOf(member, desk.lookup) : '',
        rounds: visitsOnly.filter((one) => one.visited.includes(id)).map(({ event }) => itemOf(desk, event)),
      };
    }),
    unvisited: list('member')
      .filter((member) => servedOn(member, lastDay) && isNonParty(personOf(member)) && !seen.has(member.id))
      .map((member) => itemOf(desk, member, subtitleOf(member, desk.lookup))),
    problems: suggestions.map((one) => problemOf(desk, one)),
  };
});

export const workRounds = { supervision, visits };
