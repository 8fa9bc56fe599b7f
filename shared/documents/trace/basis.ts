import { z } from 'zod';
import type { DocumentModel } from '../model.ts';
import { modelSchema } from '../schema.ts';

/**
 * What an exported paper was made of: kept in the library beside the file, so that a file that comes back can be held
 * against it word by word. The file itself carries only who it is (`PaperMark`) and which record each paragraph is from.
 */
export interface PaperBasis {
  readonly format: 1;
  /** Id of the library, of the 文书留底 record and the version of it, from 1. */
  readonly library: string;
  readonly paper: string;
  readonly version: number;
  /** Id of the document definition and what it was composed with. */
  readonly document: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly model: DocumentModel;
  /** Every record the paper was made of, as it then was. */
  readonly sources: readonly SourceThen[];
}

export interface SourceThen {
  readonly kind: string;
  readonly id: string;
  readonly rev: number;
  readonly title: string;
}

const basisSchema = z.object({
  format: z.literal(1),
  library: z.string(),
  paper: z.string(),
  version: z.number().int().min(1),
  document: z.string(),
  params: z.record(z.string(), z.unknown()),
  at: z.string(),
  model: modelSchema,
  sources: z.array(z.object({ kind: z.string(), id: z.string(), rev: z.number().int(), title: z.string() })),
});

/** What an exported file carries of itself, invisibly: in its properties, as `library/paper/version`. */
export interface PaperMark {
  readonly library: string;
  readonly paper: string;
  readonly version: number;
}

/** Name of the custom property of the file. */
export const MARK_PROPERTY = 'AntouPaper';

export const writeMark = ({ library, paper, version }: PaperMark): string => `${library}/${paper}/${version}`;

export function readMark(text: string): PaperMark | undefined {
  const match = /^([^/\s]{1,100})\/([^/\s]{1,100})\/(\d{1,6})$/u.exec(text.trim());
  return match?.[1] && match[2] ? { library: match[1], paper: match[2], version: Number(match[3]) } : undefined;
}

/**
 * Bookmark of a block, or of a cell of a table. A leading underscore hides it in Word; a name may have 40 characters and
 * no other marks.
 */
export function bookmarkName(block: number, row?: number, cell?: number): string {
  return row === undefined ? `_at${block}` : `_at${block}r${row}c${cell ?? 0}`;
}

export interface BookmarkPlace {
  readonly block: number;
  readonly row?: number;
  readonly cell?: number;
}

export function readBookmark(name: string): BookmarkPlace | undefined {
  const match = /^_at(\d{1,6})(?:r(\d{1,5})c(\d{1,3}))?$/u.exec(name);
  if (!match) return undefined;
  return {
    block: Number(match[1]),
    ...(match[2] === undefined ? {} : { row: Number(match[2]), cell: Number(match[3]) }),
  };
}

/** undefined when the text is no basis, or one of a newer program. */
export function readBasis(text: string): PaperBasis | undefined {
  try {
    const read = basisSchema.safeParse(JSON.parse(text));
    return read.success ? (read.data as PaperBasis) : undefined;
  } catch {
    return undefined;
  }
}
