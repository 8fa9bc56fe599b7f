import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../app/api.ts';

export interface Draft<T> {
  /** Text of an earlier sitting that was never saved; offer it, do not put it in unasked. */
  readonly found: { readonly at: string; readonly content: T } | undefined;
  /** Takes the found draft off the screen and off the disk. */
  readonly discard: () => Promise<void>;
  /** Call after the record was saved, or when the clerk gives the changes up. */
  readonly clear: () => Promise<void>;
  /** When the present text was last put aside. */
  readonly keptAt: string | undefined;
}

const QUIET_MS = 700;

/**
 * Keeps what is being typed outside the library while `dirty`, so that neither a crash nor a full disk takes it.
 * `key` names the place for good: `edit/member/<id>`, `new/member`, `minutes/<id>`.
 */
export function useDraft<T>(key: string, value: T, dirty: boolean): Draft<T> {
  const [found, setFound] = useState<Draft<T>['found']>();
  const [keptAt, setKeptAt] = useState<string>();
  const latest = useRef({ value, dirty });
  latest.current = { value, dirty };

  useEffect(() => {
    let shown = true;
    setFound(undefined);
    api.drafts.get({ key }).then(
      (draft) => {
        if (shown && draft.at && draft.content != null) setFound({ at: draft.at, content: draft.content as T });
      },
      () => undefined, // no draft to offer is no reason to stop working
    );
    return () => {
      shown = false;
    };
  }, [key]);

  const keep = useCallback(async () => {
    try {
      const { at } = await api.drafts.save({ key, content: latest.current.value });
      setKeptAt(at);
    } catch {
      setKeptAt(undefined); // the text is still in the page; saving it properly will say what is wrong
    }
  }, [key]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: every new value starts the wait anew
  useEffect(() => {
    if (!dirty) return;
    const timer = setTimeout(keep, QUIET_MS);
    return () => clearTimeout(timer);
  }, [value, dirty, keep]);

  useEffect(() => {
    const leave = () => {
      if (latest.current.dirty) void keep();
    };
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, [keep]);

  const clear = useCallback(async () => {
    latest.current = { ...latest.current, dirty: false };
    setFound(undefined);
    setKeptAt(undefined);
    await api.drafts.remove({ key }).catch(() => undefined);
  }, [key]);

  return { found, discard: clear, clear, keptAt };
}
