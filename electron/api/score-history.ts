import { namedRules } from '../../shared/figures/named-rules.ts';
import { type LedgerLine, LedgerReplay } from '../../shared/scoring/ledger.ts';
import { schemeFor } from '../../shared/scoring/schemes/index.ts';
import { workContext } from '../../shared/workflow/index.ts';
import { SETTING } from '../library/clean.ts';
import type { Desk } from './desk.ts';
import { os } from './implementer.ts';
import { runJob } from './job.ts';
import { engineFor, itemWords, requireResult, sourceItems } from './score-reading.ts';

/** Lets everything else the office is asked in between two pieces of work. */
const breath = () => new Promise((resolve) => setImmediate(resolve));

/** Transactions read at a time: enough that a long journal is not read over and over. */
const PAGE = 500;

/** Transactions worked through between two breaths. */
const AT_ONCE = 20;

const history = os.scores.history.handler(({ input, context: { desk }, signal }) => {
  const { scheme, engine } = engineFor(desk, { scheme: input.scheme, year: input.year });
  const result = requireResult(engine, scheme, input.subject, desk);
  return runJob(async (report, inner) => {
    const { library } = desk.opened;
    const total = library.info.seq;
    const newestFirst = [];
    for (let before = total + 1; before > 1; ) {
      report({ done: total - before + 1, total: total + 1, label: '正在读变动流水' });
      await breath();
      inner.throwIfAborted();
      const page = await library.history({ before, limit: PAGE });
      const last = page.at(-1);
      if (!last) break;
      newestFirst.push(...page);
      before = last.seq;
    }
    const replay = new LedgerReplay({
      subject: input.subject,
      scheme: scheme.id,
      year: input.year,
      today: desk.today,
      settingKind: SETTING,
      rulesOver: (past) =>
        namedRules(
          workContext({
            ...past,
            today: desk.today,
            setting: (name) => library.setting(name),
            newId: () => crypto.randomUUID(),
          }),
        ),
    });
    for (const [index, transaction] of newestFirst.reverse().entries()) {
      if (index % AT_ONCE === 0) {
        report({ done: index, total: newestFirst.length, label: '正在逐笔重算' });
        await breath();
        inner.throwIfAborted();
      }
      replay.take(transaction);
    }
    const lines = replay.lines();
    const active = lines.reduce((sum, { sign, entry }) => sum + sign * Math.round(entry.counted * 100), 0) / 100;
    return { lines: lines.map((line) => shown(desk, line)), total: result.total, active };
  }, signal);
});

function shown(desk: Desk, line: LedgerLine) {
  const { entry } = line;
  const schemes = desk.opened.counting.schemes.filter(({ id }) => id === line.scheme);
  const version = schemes.filter((scheme) => scheme.version === line.schemeVersion);
  const { item, label } = itemWords([...version, ...schemes], entry.item);
  return {
    seq: line.seq,
    transaction: line.transaction,
    at: line.at,
    who: line.who,
    change: line.label,
    day: entry.day,
    item,
    label,
    sign: line.sign,
    counted: line.sign * entry.counted,
    status: line.status,
    version: line.schemeVersion,
    ...(line.reverses === undefined ? {} : { reverses: line.reverses }),
    ...(entry.note ? { note: entry.note } : {}),
    sources: sourceItems(desk, entry.sources),
  };
}

/** Only for the version in force: the ledger tells what counted, not what would have. */
export const hasHistory = (desk: Desk, scheme: string, year: number): boolean =>
  schemeFor(desk.opened.counting.schemes, scheme, year) !== undefined;

export const scoreHistory = { history };
