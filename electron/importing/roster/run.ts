import type { ImportResult } from '../documents/run.ts';
import { type ImportContext, stopIfCancelled } from '../import-context.ts';
import type { SourceFile } from '../types.ts';
import { IMPORT_ALIASES, type ImportAliases, learnAliases } from './mapping.ts';
import { planRoster, type RosterOptions, type RosterPlan } from './plan.ts';

/**
 * Brings a member roster in: plans it exactly as the dry run does and commits people, appointments and what was made by
 * the way as one transaction; one undo takes all of it back. Cancelled before the commit, nothing is written.
 */
export async function importRoster(
  file: SourceFile,
  options: RosterOptions,
  context: ImportContext,
): Promise<ImportResult> {
  const plan = await planRoster(file, options, context);
  return commitRoster(plan, context);
}

/** Commits a plan that was just made. Rows that were refused stay out; the others go in. */
async function commitRoster(plan: RosterPlan, context: ImportContext): Promise<ImportResult> {
  const { pending, shown } = plan;
  const { counts } = shown;
  const result = { plan: shown, refused: counts.refuse, skipped: counts.skip };
  const written = pending.added.length + pending.updated.length;
  if (written === 0) return { ...result, written: 0, ids: [] };
  stopIfCancelled(context.signal);
  context.progress?.({ done: 0, total: 1, label: '正在写入资料库' });
  const memory = rememberedMapping(plan, context);
  const transaction = await context.library.commit({
    label: `导入委员名册 ${[counts.add > 0 ? `新增${counts.add}名` : '', counts.update > 0 ? `更新${counts.update}名` : ''].filter(Boolean).join('、')}`,
    who: context.who,
    origin: 'import',
    add: [...pending.added, ...memory.add],
    update: [...pending.updated, ...memory.update],
  });
  context.progress?.({ done: 1, total: 1, label: '导入完毕' });
  const ids = [...pending.added, ...pending.updated].map(({ kind, id }) => ({ kind, id }));
  return { ...result, written, seq: transaction.seq, ids };
}

/**
 * The headings learned go into the same transaction as the rows (the library keeps its settings as records), so that
 * one undo is enough.
 */
function rememberedMapping({ columns, fields }: RosterPlan, { library }: ImportContext) {
  const before = library.setting<ImportAliases>(IMPORT_ALIASES);
  const value = learnAliases(columns, fields, before);
  const item = { kind: 'setting', id: IMPORT_ALIASES, values: { value } };
  return { add: value && !before ? [item] : [], update: value && before ? [item] : [] };
}
