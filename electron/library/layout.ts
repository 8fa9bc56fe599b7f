import { join } from 'node:path';

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

/** library.json */
export interface About {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
}

/** state/checkpoint.json: which files make up the checkpoint, and where in the journal it stands. */
export interface Manifest {
  /** Hash of the journal line of the checkpoint's transaction. */
  readonly hash: string;
  /** Tops of the undo and redo stacks. */
  readonly undo: number;
  readonly redo: number;
  /** The seq each file of the checkpoint carries: a file that carries it is good up to the checkpoint's seq. */
  readonly shards: Readonly<Record<string, number>>;
}
