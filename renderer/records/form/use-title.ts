import { useQuery } from '@tanstack/react-query';
import { GONE } from '../../../shared/records/display.ts';
import { queries, type Titles } from '../../app/api.ts';
import { spacedName } from '../../ui/spaced-name.ts';

/** Title of the record a reference points at: known with the record at hand, or asked for when it was just chosen. */
export function useTitle(kind: string | undefined, id: unknown, titles: Titles): string | undefined {
  const known = typeof id === 'string' ? titles[`${kind}/${id}`]?.title : undefined;
  const wanted = kind !== undefined && typeof id === 'string' && known === undefined;
  const query = useQuery({
    ...queries.records.get.queryOptions({ input: { kind: kind ?? '', id: String(id) } }),
    enabled: wanted,
  });
  if (kind === undefined || typeof id !== 'string') return undefined;
  const title = known ?? query.data?.title;
  if (title === undefined) return query.isError ? GONE : '…';
  return kind === 'member' || kind === 'person' ? spacedName(title) : title;
}
