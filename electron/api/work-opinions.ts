import { AntouError } from '../../shared/api/errors.ts';
import { candidatesFor, issueName, nextNumbers, placingOf } from '../../shared/figures/bulletin-issue.ts';
import {
  besideFunnel,
  breachesOf,
  funnelOf,
  opinionsOf,
  printedIn,
  type RankBy,
  rankingOf,
  undatedOf,
} from '../../shared/figures/opinion-funnel.ts';
import { kindOf, titleOf } from '../../shared/records/index.ts';
import { numberOf, rowsOf, textOf } from '../../shared/records/read-value.ts';
import type { StoredRecord } from '../../shared/records/record.ts';
import type { Desk } from './desk.ts';
import { os } from './implementer.ts';
import { JointMoves } from './joint-moves.ts';
import { requireRecord } from './records.ts';
import { inTurn } from './saving.ts';
import { officeSettings } from './settings.ts';
import { lineOf, nameOf, spreadOut, tallyOut } from './work-lines.ts';

function authorOf(desk: Desk, { values }: StoredRecord): string {
  return (
    nameOf(desk, 'member', values.lead) || textOf(values, 'leadName') || nameOf(desk, 'organisation', values.sourceUnit)
  );
}

function opinionLine(desk: Desk, record: StoredRecord) {
  const { values } = record;
  const state = textOf(values, 'state');
  const note = [authorOf(desk, record), state].filter(Boolean).join(' · ');
  return { ...lineOf(desk, record, textOf(values, 'receivedOn'), note), state };
}

const RANK_KINDS: Readonly<Record<RankBy, string>> = {
  member: 'member',
  unit: 'organisation',
  street: 'subdistrictOffice',
};

const overview = os.workOpinions.overview.handler(({ input, context: { desk } }) => {
  const list = (kind: string) => desk.opened.library.list(kind);
  const opinions = opinionsOf(list, input.year);
  const undated = undatedOf(list);
  const printed = printedIn(list);
  const ranked = (by: RankBy) =>
    spreadOut(rankingOf(opinions, by, desk.lookup, printed), (key) => {
      const kind = RANK_KINDS[by];
      const name = nameOf(desk, kind, key);
      return name ? { label: name, kind } : { label: key };
    });
  const years = new Set([Number(desk.today.slice(0, 4))]);
  for (const { values } of list('opinion')) {
    const year = Number(textOf(values, 'receivedOn').slice(0, 4));
    if (year) years.add(year);
  }
  const broken = [...breachesOf(opinions), ...undated].flatMap(({ id, what, mend, field }) => {
    const record = desk.lookup('opinion', id);
    return record ? [{ ...opinionLine(desk, record), what, mend, field }] : [];
  });
  return {
    years: [...years].sort((a, b) => b - a),
    cases: opinions.map((record) => opinionLine(desk, record)),
    funnel: funnelOf(opinions, printed).map(tallyOut),
    beside: besideFunnel(opinions).map(tallyOut),
    breaches: broken,
    members: ranked('member'),
    units: ranked('unit'),
    streets: ranked('street'),
  };
});

const issueDraft = os.workOpinions.issueDraft.handler(({ input, context: { desk } }) => {
  const { library } = desk.opened;
  const list = (kind: string) => library.list(kind);
  const supplement = input.supplement ?? input.publication === '增刊';
  const of = { publication: input.publication, year: input.year, supplement };
  const issues = list('bulletin')
    .filter(({ values }) => values.publication === input.publication)
    .sort(
      (a, b) =>
        (numberOf(b.values, 'year') ?? 0) - (numberOf(a.values, 'year') ?? 0) ||
        (numberOf(b.values, 'number') ?? 0) - (numberOf(a.values, 'number') ?? 0),
    );
  const last = issues[0]?.values ?? {};
  const office = officeSettings(library);
  return {
    ...nextNumbers(list, of),
    issuer: textOf(last, 'issuer') || office.issuer,
    signer: textOf(last, 'signer'),
    editor: textOf(last, 'editor'),
    receivers: office.briefingReceivers.map(({ label, text }) => ({ label, text })),
    candidates: candidatesFor(list, input.year).map(({ record, placing }) => {
      const words = kindOf('opinion')?.computed?.(record, { lookup: desk.lookup })?.words;
      return { ...opinionLine(desk, record), placing, ...(typeof words === 'number' ? { words } : {}) };
    }),
    issues: issues.slice(0, 30).map((record) => {
      const count = rowsOf(record.values, 'items').length;
      return lineOf(
        desk,
        record,
        textOf(record.values, 'printedOn'),
        `${count} 条 · ${textOf(record.values, 'state')}`,
      );
    }),
  };
});

const publish = os.workOpinions.publish.handler(async ({ input, context: { desk } }) => {
  const who = await desk.who();
  const opinions = [...new Set(input.opinions)];
  return inTurn(desk.opened.library, async () => {
    const joint = new JointMoves(desk, who);
    const supplement = input.supplement ?? input.publication === '增刊';
    const bulletin = joint.add('bulletin', bulletinValues(input, opinions, supplement));
    const number = numberOf(bulletin.values, 'number') ?? 0;
    const publication = issueName(input.publication, supplement, input.year, number);
    const row = {
      publication,
      on: input.printedOn,
      way: '单篇',
      body: officeSettings(desk.opened.library).shortName || '区政协',
    };
    let moved = 0;
    for (const id of opinions) {
      const record = requireRecord(desk, 'opinion', id);
      const placing = placingOf(record.values);
      if (placing === undefined) {
        const state = textOf(record.values, 'state');
        throw new AntouError(
          'invalid',
          `没有组期：《${titleOf(record, desk.lookup)}》还是“${state}”，签发以后才能编入。一条也没有改动。`,
        );
      }
      if (placing === 'moves') {
        joint.move('opinion', id, 'publish', { on: input.printedOn, rows: { adoptions: [row] } });
        moved += 1;
      } else {
        const added = { level: '区', action: '编发本级专刊', ...row };
        joint.change('opinion', id, {
          ...record.values,
          adoptions: [...rowsOf(record.values, 'adoptions'), added],
        });
      }
    }
    const title = titleOf(bulletin, joint.ahead.lookup);
    const changed = await joint.commit(`组期 ${title}（${opinions.length} 条）`);
    return { ...changed, id: bulletin.id, title, moved, stayed: opinions.length - moved };
  });
});

type PublishInput = Parameters<Parameters<typeof os.workOpinions.publish.handler>[0]>[0]['input'];

/** The issue as it is entered by hand too; what is left blank stays blank, the number follows from the year. */
function bulletinValues(input: PublishInput, opinions: readonly string[], supplement: boolean) {
  const { publication, year, number, totalNumber, printedOn, signer, editor, issuer, copies, receivers, state } = input;
  const given = { number, totalNumber, signer, editor, issuer, copies, receivers };
  const filled = Object.entries(given).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return {
    publication,
    year,
    supplement,
    printedOn,
    state: state ?? '组稿',
    items: opinions.map((opinion, index) => ({ opinion, order: index + 1 })),
    ...Object.fromEntries(filled),
  };
}

export const workOpinions = { overview, issueDraft, publish };
