import { createHash } from 'node:crypto';
import { AntouError } from '../../shared/api/errors.ts';
import type { Desk } from './desk.ts';
import { os } from './implementer.ts';
import { engineFor, factsOf, subjectKind, type Which } from './score-reading.ts';

/** One step of settling a year (试算 → 公示 → 审定): the totals as they were then. Steps are added, never changed. */
interface SettledStep {
  readonly step: 'trial' | 'published' | 'confirmed';
  readonly at: string;
  readonly by: string;
  readonly version: number;
  readonly meeting?: string;
  readonly note?: string;
  readonly hash: string;
  /** By subject. */
  readonly totals: Readonly<Record<string, number>>;
}

const STEP_WORDS = { trial: '年度试算', published: '公示', confirmed: '审定' } as const;
const ORDER = ['trial', 'published', 'confirmed'] as const;

const settingOf = (scheme: string, year: number): string => `scoreResult/${scheme}/${year}`;

export function settledSteps(desk: Desk, scheme: string, year: number): readonly SettledStep[] {
  const stored = desk.opened.library.setting<unknown>(settingOf(scheme, year));
  return Array.isArray(stored) ? (stored as readonly SettledStep[]) : [];
}

/** SHA-256 over version and totals in a fixed order, so that anybody can work it out again. */
function hashOf(version: number, totals: Readonly<Record<string, number>>): string {
  const lines = Object.entries(totals)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([subject, total]) => `${subject}\t${total.toFixed(2)}`);
  return createHash('sha256')
    .update([String(version), ...lines].join('\n'))
    .digest('hex');
}

export const shownStep = ({ totals, ...step }: SettledStep) => ({ ...step, subjects: Object.keys(totals).length });

const settle = os.scores.settle.handler(async ({ input, context: { desk } }) => {
  const { step, meeting, note } = input;
  const which: Which = input;
  const { scheme, engine } = engineFor(desk, which);
  if (scheme.status !== 'inForce') {
    throw new AntouError(
      'conflict',
      `没有结账：“${scheme.label}”第 ${scheme.version} 版还没有施行。请先施行，再结账。`,
    );
  }
  if (step === 'confirmed' && !meeting) {
    throw new AntouError('invalid', '没有结账：审定请写明是哪次会议。', { meeting: '请填写审定的会议' });
  }
  const steps = settledSteps(desk, scheme.id, which.year);
  const before = ORDER[ORDER.indexOf(step) - 1];
  if (before && !steps.some((one) => one.step === before)) {
    throw new AntouError('conflict', `没有结账：还没有${STEP_WORDS[before]}，不能${STEP_WORDS[step]}。`);
  }
  const totals = Object.fromEntries(engine.results().map(({ subject, total }) => [subject, total]));
  if (Object.keys(totals).length === 0) {
    throw new AntouError('conflict', `没有结账：${which.year} 年没有可计分的对象。请换一年。`);
  }
  const who = await desk.who();
  const hash = hashOf(scheme.version, totals);
  const added: SettledStep = {
    step,
    at: desk.now().toISOString(),
    by: who,
    version: scheme.version,
    ...(meeting ? { meeting } : {}),
    ...(note ? { note } : {}),
    hash,
    totals,
  };
  const label = `${which.year} 年“${scheme.label}”${STEP_WORDS[step]}`;
  const name = settingOf(scheme.id, which.year);
  const { seq } = await desk.opened.library.saveSetting(name, [...steps, added], who, label);
  return { seq, label, hash };
});

/** Where the totals of now, by the version in force now, are other ones than those of a step. */
function differencesFrom(desk: Desk, which: Which, { totals }: SettledStep) {
  const { scheme, engine } = engineFor(desk, which);
  const kind = subjectKind(scheme);
  const now = new Map(engine.results().map(({ subject, total }) => [subject, total]));
  return [...new Set([...Object.keys(totals), ...now.keys()])].flatMap((id) => {
    const [settled = 0, present = 0] = [totals[id], now.get(id)];
    if (settled === present) return [];
    return [{ kind, id, title: factsOf(desk, desk.lookup(kind, id)).title, settled, now: present }];
  });
}

const settlements = os.scores.settlements.handler(({ input, context: { desk } }) => {
  const steps = settledSteps(desk, input.scheme, input.year);
  const last = steps.at(-1);
  return {
    steps: steps.map(shownStep),
    differences: last ? differencesFrom(desk, input, last) : [],
    intact: steps.every(({ version, totals, hash }) => hashOf(version, totals) === hash),
  };
});

export const scoreSettling = { settle, settlements };
