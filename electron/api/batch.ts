import { AntouError } from '../../shared/api/errors.ts';
import { kindOf, measureWord } from '../../shared/records/index.ts';
import type { Library } from '../library/types.ts';
import { type BatchInput, type BatchPlan, planBatch } from './batch-plan.ts';
import { os } from './implementer.ts';
import { requireFiles } from './pointing-at.ts';
import { inTurn } from './saving.ts';

/** Problems that go out with a refusal; the preview holds all of them. */
const TOLD_PROBLEMS = 200;

const plan = os.batch.plan.handler(({ input, context: { desk } }) => planBatch(desk.opened.library, input).shown);

const run = os.batch.run.handler(async ({ input, context: { desk } }) => {
  const { library } = desk.opened;
  const who = await desk.who();
  await requireAllFiles(library, input);
  return inTurn(library, async () => {
    const planned = planBatch(library, input);
    refuseProblems(planned, input);
    const { change, shown } = planned;
    const label = input.label?.trim() || labelOfBatch(planned);
    const added = change.add.map(({ kind, id }) => ({ kind, id: id ?? '' }));
    if (change.add.length + change.update.length + change.remove.length === 0)
      return { label, counts: shown.counts, added };
    const { seq } = await library.commit({ label, who, ...change });
    return { seq, label, counts: shown.counts, added };
  });
});

async function requireAllFiles(library: Library, { add = [], update = [] }: BatchInput): Promise<void> {
  for (const { values } of add) if (values) await requireFiles(library, undefined, values);
  for (const { kind, id, values } of update)
    if (values) await requireFiles(library, library.get(kind, id)?.values, values);
}

/** @throws AntouError: the first problem as a sentence, the others by the place of their item: `update.3.name` */
function refuseProblems({ shown, refusal }: BatchPlan, input: BatchInput): void {
  if (!refusal) return;
  const fields: Record<string, string> = {};
  shown.items.forEach(({ problems }, index) => {
    for (const { field, message } of problems)
      if (Object.keys(fields).length < TOLD_PROBLEMS) fields[placeOf(index, field, input)] = message;
  });
  const item = shown.items[refusal.index];
  const [first] = item?.problems ?? [];
  const about = [`第 ${refusal.index + 1} 条`, item?.title && `“${item.title}”`, first?.label && `的“${first.label}”`];
  const more = shown.counts.problems > 1 ? `，共 ${shown.counts.problems} 处要改` : '';
  const sentence = `全部没有改动：${about.filter(Boolean).join('')}：${first?.message ?? ''}${more}。请改正后再试。`;
  throw new AntouError(refusal.code, sentence, fields);
}

function placeOf(index: number, field: string, { add = [], update = [] }: BatchInput): string {
  const tail = field ? `.${field}` : '';
  if (index < add.length) return `add.${index}${tail}`;
  const rest = index - add.length;
  return rest < update.length ? `update.${rest}${tail}` : `remove.${rest - update.length}${tail}`;
}

/** 批量修改 500 名委员 · 批量新增 12 名、修改 3 名委员 */
function labelOfBatch({ change, shown }: BatchPlan): string {
  const [only, ...others] = new Set(shown.items.map((item) => item.kind));
  const kind = others.length === 0 && only !== undefined ? kindOf(only) : undefined;
  const unit = kind ? measureWord(kind) : '条';
  const noun = kind?.label === unit ? '' : (kind?.label ?? '记录');
  const parts = [
    ['新增', change.add.length],
    ['修改', change.update.length],
    ['删除', change.remove.length],
  ] as const;
  const done = parts.filter(([, count]) => count > 0).map(([verb, count]) => `${verb} ${count} ${unit}`);
  return `批量${done.join('、') || '修改'}${noun}`;
}

export const batch = { plan, run };
