import { useQueries } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { queries, queryClient, type StoredRecord, type Titles } from '../../app/api.ts';
import { explain, type Refusal } from '../../app/errors.ts';
import type { ListInput } from '../../app/list-state.ts';

/** Records fetched at a time. */
export const WINDOW = 100;
/** A scroll bar pulled from end to end passes every record: only where it rests, or now and then, is worth asking for. */
const REST_MS = 70;
const NOW_AND_THEN_MS = 250;

export interface ListRows {
  /** Records found. */
  readonly total: number;
  /** The record at a place of the list; undefined while it is on its way. */
  readonly at: (row: number) => StoredRecord | undefined;
  /** Place of a record among those at hand. */
  readonly placeOf: (id: string) => number | undefined;
  readonly titles: Titles;
  /** The first answer is there (of this question or of the one before it). */
  readonly ready: boolean;
  /** What is shown still belongs to the question before. */
  readonly former: boolean;
  readonly refusal: Refusal | undefined;
  /** Says which records are on the screen, by their places. */
  readonly show: (rows: readonly number[]) => void;
}

interface Loaded {
  readonly total: number;
  readonly records: ReadonlyMap<number, StoredRecord>;
  readonly places: ReadonlyMap<string, number>;
  readonly titles: Titles;
}

const NOTHING: Loaded = { total: 0, records: new Map(), places: new Map(), titles: {} };

/** The records of a list, fetched in windows as they come into view. Until the first answer the former list stands. */
export function useRows(input: ListInput, start: number): ListRows {
  const key = JSON.stringify(input);
  const [wanted, setWanted] = useState({ key, windows: [Math.floor(start / WINDOW)] });
  // Another question is begun where the clerk looks: at its top.
  const windows = wanted.key === key ? wanted.windows : [0];
  const optionsOf = (at: number) =>
    queries.records.list.queryOptions({ input: { ...input, offset: at * WINDOW, limit: WINDOW } });
  const answers = useQueries({
    queries: windows.map((at) => ({ ...optionsOf(at), gcTime: 60_000 })),
    combine: (results) => ({
      data: results.map((result) => result.data),
      error: results.find((result) => result.error)?.error,
    }),
  });

  const loaded = useMemo(() => gather(windows, answers.data), [windows, answers.data]);
  const last = useRef<Loaded>(undefined);
  if (loaded) last.current = loaded;
  const shown = loaded ?? last.current ?? NOTHING;

  const taken = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const latest = useRef({ key, optionsOf });
  latest.current = { key, optionsOf };
  const show = useCallback((rows: readonly number[]) => {
    const { key: now, optionsOf: options } = latest.current;
    const next = [...new Set(rows.map((row) => Math.floor(row / WINDOW)))];
    if (next.length === 0) return;
    clearTimeout(timer.current);
    const take = () => {
      taken.current = performance.now();
      setWanted((old) => (old.key === now && String(old.windows) === String(next) ? old : { key: now, windows: next }));
    };
    const atHand = next.every((at) => queryClient.getQueryData(options(at).queryKey) !== undefined);
    if (atHand || performance.now() - taken.current > NOW_AND_THEN_MS) take();
    else timer.current = setTimeout(take, REST_MS);
  }, []);

  return {
    total: shown.total,
    at: useCallback((row: number) => shown.records.get(row), [shown]),
    placeOf: useCallback((id: string) => shown.places.get(id), [shown]),
    titles: shown.titles,
    ready: last.current !== undefined,
    former: loaded === undefined,
    refusal: answers.error ? explain(answers.error) : undefined,
    show,
  };
}

type Answer =
  | { readonly total: number; readonly records: readonly StoredRecord[]; readonly titles: Titles }
  | undefined;

function gather(windows: readonly number[], answers: readonly Answer[]): Loaded | undefined {
  const records = new Map<number, StoredRecord>();
  const places = new Map<string, number>();
  const titles: Titles[] = [];
  let total: number | undefined;
  for (const [index, at] of windows.entries()) {
    const answer = answers[index];
    if (!answer) continue;
    total = answer.total;
    titles.push(answer.titles);
    for (const [offset, record] of answer.records.entries()) {
      records.set(at * WINDOW + offset, record);
      places.set(record.id, at * WINDOW + offset);
    }
  }
  if (total === undefined) return undefined;
  return { total, records, places, titles: titles.length === 1 ? (titles[0] ?? {}) : Object.assign({}, ...titles) };
}
