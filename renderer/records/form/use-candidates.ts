import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { validateKind } from '../../../shared/records/validate.ts';
import { queries } from '../../app/api.ts';
import { displayTitle } from '../display-title.ts';
import { fieldAt, findKind, isNumeric } from '../fields.ts';
import { formatValue } from '../format-value.ts';

export interface Candidate {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
}

const SHOWN = 40;
const SUBTITLE_COLUMNS = 4;

/** Records that fit what is typed: first those whose name fits by pinyin, then those whose columns hold the words. */
export function useCandidates(kindId: string, text: string, enabled: boolean): readonly Candidate[] {
  const kind = findKind(kindId);
  const suggested = useQuery({
    ...queries.search.suggest.queryOptions({ input: { text, limit: 50 } }),
    enabled: enabled && text !== '' && kind !== undefined,
    placeholderData: keepPreviousData,
  });
  const listed = useQuery({
    ...queries.records.list.queryOptions({
      input: { kind: kindId, limit: SHOWN, ...(text ? { text } : {}) },
    }),
    enabled: enabled && kind !== undefined,
    placeholderData: keepPreviousData,
  });
  if (!kind) return [];
  const found = new Map<string, Candidate>();
  if (text !== '') {
    for (const item of suggested.data?.items ?? []) {
      if (item.kind === kindId) found.set(item.id, { id: item.id, title: item.title, subtitle: item.subtitle ?? '' });
    }
  }
  const titles = listed.data?.titles ?? {};
  for (const record of listed.data?.records ?? []) {
    if (record.kind !== kindId || found.has(record.id)) continue;
    const title = displayTitle(record, titles);
    const subtitle = kind.list.columns
      .map((path) => {
        const field = fieldAt(kind, path);
        return field && !isNumeric(field) ? formatValue(field, record.values[path], titles) : '';
      })
      .filter((words) => words !== '' && words.replace('\u3000', '') !== title)
      .slice(0, SUBTITLE_COLUMNS)
      .join(' · ');
    found.set(record.id, { id: record.id, title, subtitle });
  }
  return [...found.values()].slice(0, SHOWN);
}

/** The field that alone makes a good record of a kind (a person needs a name and nothing else). */
export function quickName(kindId: string): string | undefined {
  const kind = findKind(kindId);
  const name = kind?.form
    .flatMap((group) => group.fields)
    .find((field) => kind.fields[field]?.type === 'text' && kind.fields[field]?.required);
  if (!kind || name === undefined) return undefined;
  const { problems } = validateKind(kind, { [name]: '某某' }, { lookup: () => undefined, enumerations: [] });
  // Choices with an initial value need the lists, which are not at hand here; they are filled in when saving.
  const missing = Object.keys(problems).filter((path) => kind.fields[path]?.initial === undefined);
  return missing.length === 0 ? name : undefined;
}
