import type { Scheme, Section } from './scheme.ts';

/** Columns of a ranking: what the basic points are made of, and the sums of bonus and deductions. */
export function shownSectionsOf({ sections }: Scheme): readonly Section[] {
  return sections
    .filter(({ parent }) => parent === undefined)
    .flatMap((section) => {
      const inner = sections.filter(({ parent }) => parent === section.id);
      return section.kind === 'basic' && inner.length > 0 ? inner : [section];
    });
}
