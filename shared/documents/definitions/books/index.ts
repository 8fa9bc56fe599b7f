import type { DocumentDefinition } from '../../definition.ts';
import { chapterProof } from './chapter-proof.ts';
import { regulationCompilation } from './regulation-compilation.ts';
import { wholeBook } from './whole-book.ts';

/** 文书 of the group 书稿, in the order in which they are offered. */
export const booksDocuments: readonly DocumentDefinition[] = [wholeBook, chapterProof, regulationCompilation];
