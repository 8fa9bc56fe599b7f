import { numberOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord } from '../../../records/record.ts';
import type { DocumentMaterial } from '../../definition.ts';

/** Kinds of chapter that stand behind the text, in this order. */
const BEHIND: readonly string[] = ['附录', '大事记'];
/** Bound in apart, with papers of their own. */
const PLATES = '照片插页';

export interface BookChapters {
  /** As they are printed: the text by its order, then 附录, 大事记. Those without a place come last. */
  readonly printed: readonly StoredRecord[];
  readonly plates: readonly StoredRecord[];
}

export const typeOf = ({ values }: StoredRecord): string => textOf(values, 'type') || '正文';

export const isBehind = (chapter: StoredRecord): boolean => BEHIND.includes(typeOf(chapter));

export function bookChapters(book: string, material: DocumentMaterial): BookChapters {
  const order = ({ values }: StoredRecord) => numberOf(values, 'order') ?? Number.MAX_SAFE_INTEGER;
  const group = (chapter: StoredRecord) => BEHIND.indexOf(typeOf(chapter));
  const all = material
    .list('chapter')
    .filter(({ values }) => values.book === book)
    .toSorted((a, b) => group(a) - group(b) || order(a) - order(b) || (a.id < b.id ? -1 : 1));
  return {
    printed: all.filter((chapter) => typeOf(chapter) !== PLATES),
    plates: all.filter((chapter) => typeOf(chapter) === PLATES),
  };
}
