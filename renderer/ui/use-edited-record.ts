import { App } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, type StoredRecord } from '../app/api.ts';
import { type Command, useCommand } from '../app/use-command.ts';
import { useKeys } from './keys.ts';
import { settleInput } from './settle-input.ts';
import { type Draft, useDraft } from './use-draft.ts';
import { useUnsavedGuard } from './use-unsaved-guard.tsx';

interface Editing<T> {
  /** What of the record is edited here. */
  readonly read: (record: StoredRecord) => T;
  /** The fields to store for it; null clears one. */
  readonly write: (value: T) => Record<string, unknown>;
  /** Names the place for drafts: 'minutes/<id>'. */
  readonly draftKey: string;
  /** What the undo button calls the change. */
  readonly label: string;
}

export interface EditedRecord<T> {
  readonly value: T;
  readonly change: (next: (before: T) => T) => void;
  readonly dirty: boolean;
  /** Grows whenever the value is replaced from outside, so that editors put it in anew. */
  readonly version: number;
  /** Answers whether everything is in the library now. */
  readonly keep: () => Promise<boolean>;
  readonly save: Command<Parameters<typeof api.records.save>[0], Awaited<ReturnType<typeof api.records.save>>>;
  readonly draft: Draft<T>;
  readonly takeDraft: () => void;
  /** Lets the next navigation through, for use right after keeping. */
  readonly release: () => void;
}

/**
 * Part of a record on the desk: typed over, put aside as a draft, saved with Ctrl+S, guarded when leaving. What changes
 * elsewhere (undo, another window) is taken over as long as nothing typed here would be lost by it; otherwise saving
 * is refused as a conflict and the words stay.
 */
export function useEditedRecord<T>(
  record: StoredRecord,
  { read, write, draftKey, label }: Editing<T>,
): EditedRecord<T> {
  const { message } = App.useApp();
  const [value, setValue] = useState<T>(() => read(record));
  const [dirty, setDirty] = useState(false);
  const [version, setVersion] = useState(0);
  const rev = useRef(record.rev);
  const known = useRef(JSON.stringify(read(record)));
  const latest = useRef(value);
  latest.current = value;
  const save = useCommand(api.records.save);
  const draft = useDraft(draftKey, value, dirty);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another state of the record matters here
  useEffect(() => {
    const present = JSON.stringify(read(record));
    if (present === known.current) {
      if (!dirty) rev.current = record.rev;
      return;
    }
    // The answer to an older question may arrive after our own save: it is not news.
    if (dirty || record.rev < rev.current) return;
    known.current = present;
    rev.current = record.rev;
    setValue(read(record));
    setVersion((before) => before + 1);
  }, [record]);

  const change = useCallback((next: (before: T) => T) => {
    setValue(next);
    setDirty(true);
  }, []);

  const keepLatest = useRef<() => Promise<boolean>>(async () => true);
  const keep = async (): Promise<boolean> => {
    if (!dirty) return true;
    const sent = latest.current;
    const saved = await save.run({ kind: record.kind, id: record.id, rev: rev.current, label, values: write(sent) });
    if (!saved) return false;
    rev.current = saved.rev;
    known.current = JSON.stringify(read(saved.record));
    // What was typed while the save was on its way is still to be saved.
    if (latest.current !== sent) return keepLatest.current();
    setDirty(false);
    await draft.clear();
    return true;
  };
  keepLatest.current = keep;
  useKeys({
    save: () => {
      settleInput();
      // What the field has just read arrives with the next drawing.
      setTimeout(() => void keepLatest.current());
    },
  });
  const { release } = useUnsavedGuard(dirty, { save: keep, drop: draft.clear });
  const takeDraft = () => {
    const found = draft.found?.content;
    if (found === undefined) return;
    change(() => found);
    setVersion((before) => before + 1);
    message.info('已取回上次没保存的文字，看过后请保存。');
  };
  return { value, change, dirty, version, keep, save, draft, takeDraft, release };
}
