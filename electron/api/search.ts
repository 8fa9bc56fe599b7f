import { os } from './implementer.ts';
import { requireKind } from './records.ts';

const query = os.search.query.handler(({ input, context: { desk } }) => {
  // A misspelt kind is told; it must not look as if nothing had been found.
  for (const kind of input.kinds ?? []) requireKind(kind);
  const result = desk.opened.search.query({
    text: input.text,
    limit: input.limit ?? 50,
    ...(input.kinds?.length ? { kinds: input.kinds } : {}),
    ...(input.year === undefined ? {} : { year: input.year }),
    ...(input.sector ? { sector: input.sector } : {}),
    ...(input.offset ? { offset: input.offset } : {}),
    ...(input.order ? { order: input.order } : {}),
  });
  return {
    total: result.total,
    byKind: { ...result.byKind },
    terms: [...result.terms],
    hits: result.hits.map((hit) => ({
      ...hit,
      titleMarks: hit.titleMarks.map(([start, end]): [number, number] => [start, end]),
      snippets: hit.snippets.map((snippet) => ({
        ...snippet,
        marks: snippet.marks.map(([start, end]): [number, number] => [start, end]),
      })),
    })),
  };
});

const suggest = os.search.suggest.handler(({ input, context: { desk } }) => ({
  items: [...desk.opened.search.suggest(input.text, input.limit ?? 8)],
}));

export const search = { query, suggest };
