import { book } from './book.ts';
import { chapter } from './chapter.ts';
import { committee } from './committee.ts';
import { event } from './event.ts';
import type { RecordKind } from './kind.ts';
import { material } from './material.ts';
import { member } from './member.ts';
import { person } from './person.ts';
import { sector } from './sector.ts';
import { session } from './session.ts';
import { subdistrictOffice } from './subdistrict-office.ts';
import { term } from './term.ts';

/** Every kind of record, in the order of the navigation. A new kind is one file and one line here. */
export const kinds: readonly RecordKind[] = [
  member,
  event,
  material,
  book,
  chapter,
  person,
  sector,
  committee,
  subdistrictOffice,
  term,
  session,
];

const byId: ReadonlyMap<string, RecordKind> = new Map(kinds.map((kind) => [kind.id, kind]));

export function kindOf(id: string): RecordKind | undefined {
  return byId.get(id);
}
