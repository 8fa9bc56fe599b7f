import { kindOf } from '../../../shared/records/index.ts';
import type { ImportResult } from '../documents/run.ts';
import { type ImportContext, stopIfCancelled } from '../import-context.ts';
import type { SourceFile } from '../types.ts';
import type { ImportAliases } from './mapping.ts';
import { aliasesAfter, IMPORT_ALIASES, IMPORT_WORDS, type ImportWords, wordsAfter } from './memory.ts';
import { planTable, type TableOptions, type TablePlan } from './plan.ts';

/**
 * Brings the rows of a sheet in: plans them exactly as the dry run does and commits records and what was made by the way
 * as one transaction; one undo takes all of it back. Cancelled before the commit, nothing is written.
 */
export async function importTable(
  file: SourceFile,
  as: string | undefined,
  options: TableOptions,
  context: ImportContext,
): Promise<ImportResult> {
  const plan = await planTable(file, as, options, context);
  const { pending, shown } = plan;
  const { counts } = shown;
  const { added, updated } = pending;
  const result = { plan: shown, refused: counts.refuse, skipped: counts.skip };
  const written = added.length + updated.length;
  if (written === 0) return { ...result, written: 0, ids: [] };
  stopIfCancelled(context.signal);
  context.progress?.({ done: 0, total: 1, label: '正在写入资料库' });
  const memory = remembered(plan, options, context);
  const transaction = await context.library.commit({
    label: labelOf(plan),
    who: context.who,
    origin: 'import',
    add: [...added, ...memory.add],
    update: [...updated, ...memory.update],
  });
  context.progress?.({ done: 1, total: 1, label: '导入完毕' });
  const ids = [...added, ...updated].map(({ kind, id }) => ({ kind, id }));
  return { ...result, written, seq: transaction.seq, ids };
}

/** 导入提案 新增12件、更新3件: records, not lines, and without what was made by the way. */
function labelOf({ as, pending, shown }: TablePlan): string {
  const kind = kindOf(as);
  const unit = kind?.unit ?? '条';
  const own = (puts: readonly { readonly kind: string }[]): number => puts.filter((put) => put.kind === as).length;
  const [add, update] =
    as === 'member' ? [shown.counts.add, shown.counts.update] : [own(pending.added), own(pending.updated)];
  const said = [add > 0 ? `新增${add}${unit}` : '', update > 0 ? `更新${update}${unit}` : ''].filter(Boolean);
  return `导入${as === 'member' ? '委员名册' : (kind?.label ?? as)} ${said.join('、')}`;
}

/**
 * The headings and words learned go into the same transaction as the rows (the library keeps its settings as records),
 * so that one undo is enough.
 */
function remembered({ as, columns, fields }: TablePlan, options: TableOptions, { library }: ImportContext) {
  const add: { kind: string; id: string; values: { value: unknown } }[] = [];
  const update: typeof add = [];
  const put = (id: string, before: unknown, value: unknown): void => {
    if (value !== undefined) (before === undefined ? add : update).push({ kind: 'setting', id, values: { value } });
  };
  const aliases = library.setting<ImportAliases>(IMPORT_ALIASES);
  // The headings of an export for update are the program's own.
  put(IMPORT_ALIASES, aliases, aliasesAfter(as, columns, fields, aliases));
  const words = library.setting<ImportWords>(IMPORT_WORDS);
  put(IMPORT_WORDS, words, wordsAfter(columns, options.valueMapping, words));
  return { add, update };
}
