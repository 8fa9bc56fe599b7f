import type { List } from '../kind.ts';
import type { Diff, Lookup } from '../record.ts';
import { Pointers } from './pointers.ts';
import type { NamedRule, ReadingWorld } from './reading-world.ts';

interface LiveWorldSource {
  readonly list: List;
  readonly lookup: Lookup;
  readonly rule?: (name: string) => NamedRule | undefined;
}

/** The records as they are now, with who points at whom. `apply` after every change, before anything that reads it. */
export class LiveWorld implements ReadingWorld {
  readonly list: List;
  readonly lookup: Lookup;
  readonly rule: (name: string) => NamedRule | undefined;
  readonly #pointers: Pointers;

  constructor({ list, lookup, rule }: LiveWorldSource) {
    this.list = list;
    this.lookup = lookup;
    this.rule = rule ?? (() => undefined);
    this.#pointers = new Pointers(list, lookup);
  }

  get pointing(): ReadingWorld['pointing'] {
    return this.#pointers.pointing;
  }

  apply(diff: Diff): void {
    this.#pointers.apply(diff);
  }
}
