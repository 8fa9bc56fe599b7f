import type { Field } from '../../../shared/records/field.ts';
import type { Titles } from '../../app/api.ts';
import { RecordLink } from '../../ui/RecordLink.tsx';
import { spacedName } from '../../ui/spaced-name.ts';
import { formatValue } from '../format-value.ts';

/** The record a reference points at, by name, leading to its page; one that is gone says so. */
export function Reference({
  field,
  id,
  titles,
}: {
  readonly field: Field;
  readonly id: string;
  readonly titles: Titles;
}) {
  const target = field.target ?? '';
  const known = titles[`${target}/${id}`];
  if (!known) return <span className="quiet">{formatValue(field, id, titles)}</span>;
  return (
    <RecordLink kind={target} id={id}>
      {['person', 'member'].includes(target) ? spacedName(known.title) : known.title}
    </RecordLink>
  );
}
