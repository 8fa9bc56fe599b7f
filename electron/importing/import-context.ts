import { AntouError } from '../../shared/api/errors.ts';
import { type Enumeration, kinds } from '../../shared/records/index.ts';
import type { Lookup, StoredRecord } from '../../shared/records/record.ts';
import { enumerationsOf } from '../library/enumerations.ts';
import type { Library, Progress } from '../library/types.ts';

/** What every import needs. */
export interface ImportContext {
  readonly library: Library;
  /** Written into the journal. */
  readonly who: string;
  readonly progress?: Progress;
  /** Aborted: nothing is written. */
  readonly signal?: AbortSignal;
}

/** The library as validation wants to see it. */
export interface Known {
  readonly lookup: Lookup;
  readonly list: (kind: string) => readonly StoredRecord[];
  readonly enumerations: readonly Enumeration[];
  /** Which kind the record of this id is. */
  readonly kindOfId: (id: string) => string | undefined;
}

export function knownOf(library: Library): Known {
  return {
    lookup: (kind, id) => library.get(kind, id),
    list: (kind) => library.list(kind),
    enumerations: enumerationsOf(library),
    kindOfId: (id) => kinds.find((kind) => library.get(kind.id, id))?.id,
  };
}

/** @throws AntouError cancelled when the clerk has pressed 取消. Nothing has been written up to here. */
export function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AntouError('cancelled', '已取消，没有导入任何内容，资料库没有变动。');
}

/** Lets the event loop breathe between files, so that cancel and progress get through. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
