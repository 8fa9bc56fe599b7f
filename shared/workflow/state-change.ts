import type { RecordKind } from '../records/kind.ts';
import { textOf } from '../records/read-value.ts';
import type { ChangeOrigin, Values } from '../records/record.ts';
import { machineOf } from './registry.ts';

/**
 * Why values may not be saved as far as the state of a process goes, as a sentence for the clerk; undefined when they
 * may. A state changes only by the moves of its machine or by 更正状态, each of which leaves a line in the log; a new
 * record typed by hand begins at the beginning. An import may bring new records in any state: old ledgers are full of
 * cases long closed.
 */
export function stateProblem(
  kind: RecordKind,
  before: Values | undefined,
  after: Values,
  origin: ChangeOrigin = 'edit',
): string | undefined {
  const machine = machineOf(kind.id);
  if (!machine) return undefined;
  const label = kind.fields[machine.field]?.label ?? '状态';
  const state = textOf(after, machine.field);
  if (before) {
    const was = textOf(before, machine.field);
    // A record older than its process has no state yet.
    if (state !== was && !(was === '' && machine.initial.includes(state)))
      return `${label}现在是“${was || '（空）'}”，不能直接改成“${state || '（空）'}”，请用“办理”或“更正状态”`;
    if (!sameLog(before[machine.log], after[machine.log])) return '办理经过由程序记录，不能直接修改';
    return undefined;
  }
  if (origin !== 'edit') return undefined;
  if (state && !machine.initial.includes(state)) {
    return `新建的${kind.label}，${label}只能是${machine.initial.map((name) => `“${name}”`).join('、')}，以后各步请用“办理”`;
  }
  if (Array.isArray(after[machine.log]) && (after[machine.log] as unknown[]).length > 0) {
    return '办理经过由程序记录，不能直接填写';
  }
  return undefined;
}

function sameLog(before: unknown, after: unknown): boolean {
  return JSON.stringify(before ?? []) === JSON.stringify(after ?? []);
}
