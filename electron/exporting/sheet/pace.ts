/**
 * Called between pieces of long work: tells how far it is, lets the other work of the process in, and throws when the
 * work is called off. Without one the work is done in one go.
 */
export type Pace = (done: number, total: number, label: string) => Promise<void>;

export const IN_ONE_GO: Pace = async () => undefined;

/** Records or rows between two calls: some ten milliseconds of work. */
const PIECE = 200;

/** `items.map(make)`, a piece at a time. */
export async function mapPaced<T, U>(
  items: readonly T[],
  make: (item: T, index: number) => U,
  pace: Pace,
  label: string,
): Promise<U[]> {
  const made: U[] = [];
  for (const [index, item] of items.entries()) {
    if (index % PIECE === 0) await pace(index, items.length, label);
    made.push(make(item, index));
  }
  return made;
}
