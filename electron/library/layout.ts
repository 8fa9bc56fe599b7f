import { join } from 'node:path';
import type { StoredRecord, Values } from '../../shared/records/record.ts';

/** Version of the library's layout on disk. Raise it with a step in formats.ts when an older program must not write. */
export const FORMAT = 1;

/** Where things lie in a library folder. */
export interface Layout {
  readonly root: string;
  readonly about: string;
  readonly lock: string;
  readonly journal: string;
  readonly state: string;
  readonly manifest: string;
  readonly texts: string;
  readonly files: string;
  readonly damaged: string;
}

export function layoutOf(root: string): Layout {
  return {
    root,
    about: join(root, 'library.json'),
    lock: join(root, 'lock'),
    journal: join(root, 'journal'),
    state: join(root, 'state'),
    manifest: join(root, 'state', 'checkpoint.json'),
    texts: join(root, 'state', 'text'),
    files: join(root, 'files'),
    damaged: join(root, 'damaged'),
  };
}

/** Files of the checkpoint, and their .bak. */
export const SHARD_NAME = /^((?!checkpoint\.)[A-Za-z][A-Za-z0-9]*(?:-\d{4})?(?:~\d+)?)\.json(?:\.bak)?$/;

/** library.json */
export interface About {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
}

/** state/checkpoint.json: which files make up the checkpoint, and where in the journal it stands. */
export interface Manifest extends Stacks {
  /** Hash of the journal line of the checkpoint's transaction. */
  readonly hash: string;
  /** The seq each file of the checkpoint carries: a file that carries it is good up to the checkpoint's seq. */
  readonly shards: Readonly<Record<string, number>>;
}

/** One record in a file of the checkpoint. Long values lie in a file of their own, named by their content. */
export interface ShelvedRecord extends StoredRecord {
  readonly long?: string;
}

/** state/<kind>-<year>.json */
export interface Shard {
  readonly kind: string;
  /** Files of long values that the version before this one (.bak) needs and this one does not. */
  readonly before: readonly string[];
  readonly records: readonly ShelvedRecord[];
}

/** state/text/<kind>/<id>-<hash>.json */
export interface LongValues {
  readonly kind: string;
  readonly id: string;
  readonly values: Values;
}

/** seq of the transaction that would be undone and redone next; 0 when there is none. */
export interface Stacks {
  readonly undo: number;
  readonly redo: number;
}
