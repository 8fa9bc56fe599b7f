import { AntouError } from '../../shared/api/errors.ts';
import { kindOf, referencesOf } from '../../shared/records/index.ts';
import type { StoredRecord, Values } from '../../shared/records/record.ts';
import type { Library } from '../library/types.ts';
import type { Desk } from './desk.ts';

/** Addresses of all kept files a record shows: attachments and the pictures in its texts. */
function filesIn(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (Array.isArray(value)) for (const entry of value) filesIn(entry, found);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, entry] of Object.entries(value)) {
      if (key === 'sha256' && typeof entry === 'string') found.add(entry);
      else filesIn(entry, found);
    }
  }
  return found;
}

/**
 * A record never points at a file the library does not hold: it would count as damage from the first day.
 * @throws AntouError invalid naming the field
 */
export async function requireFiles(library: Library, before: Values | undefined, values: Values): Promise<void> {
  const known = filesIn(before);
  for (const [field, value] of Object.entries(values)) {
    for (const sha256 of filesIn(value)) {
      if (known.has(sha256)) continue;
      try {
        await library.readFile(sha256);
      } catch (error) {
        if (!(error instanceof AntouError && error.code === 'notFound')) throw error;
        const sentence = '有一个文件不在资料库里，请重新添加';
        throw new AntouError('invalid', `没有保存：${sentence}。`, { [field]: sentence }, error);
      }
    }
  }
}

/** @throws AntouError conflict when an old version points at records that have been deleted since */
export function requireTargets(desk: Desk, version: StoredRecord): void {
  const gone = referencesOf(version).filter(({ kind, id }) => !desk.lookup(kind, id));
  if (gone.length === 0) return;
  const labels = [...new Set(gone.map(({ label, kind }) => `“${label}”（${kindOf(kind)?.label ?? kind}）`))].join('、');
  throw new AntouError(
    'conflict',
    `没有恢复：那时的${labels}后来被删除了。现在的内容没有动，请先在变动历史里恢复被删的那一条。`,
  );
}
