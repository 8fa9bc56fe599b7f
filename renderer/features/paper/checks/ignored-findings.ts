import { useCallback, useSyncExternalStore } from 'react';
import { wordsAt } from '../../../../shared/documents/checks/index.ts';
import type { DocumentModel } from '../../../../shared/documents/model.ts';
import type { CheckedPaper, Finding } from './use-checks.ts';

const STORE = 'antou.ignoredFindings';
const listeners = new Set<() => void>();
let shown: { readonly stored: string; readonly keys: ReadonlySet<string> } = { stored: '', keys: new Set() };

function read(): ReadonlySet<string> {
  const stored = sessionStorage.getItem(STORE) ?? '[]';
  if (stored !== shown.stored) {
    const keys: unknown = JSON.parse(stored);
    shown = { stored, keys: new Set(Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : []) };
  }
  return shown.keys;
}

function write(keys: ReadonlySet<string>): void {
  sessionStorage.setItem(STORE, JSON.stringify([...keys]));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** By its words, not by its place: typing above must not bring back what was put aside. */
export function findingKey({ document, params }: CheckedPaper, finding: Finding, model: DocumentModel): string {
  const words =
    finding.range && wordsAt(model, finding as never)?.slice(Math.max(0, finding.range[0] - 6), finding.range[1] + 6);
  return JSON.stringify([document, params, finding.rule ?? '', finding.message, words ?? '']);
}

/** Findings put aside for a paper, until the window is closed; the office's rules are another matter. */
export function useIgnored() {
  const keys = useSyncExternalStore(subscribe, read);
  const ignore = useCallback((key: string) => write(new Set([...read(), key])), []);
  const restore = useCallback((gone: readonly string[]) => {
    const rest = new Set(read());
    for (const key of gone) rest.delete(key);
    write(rest);
  }, []);
  return { keys, ignore, restore };
}

export const isIgnored = (paper: CheckedPaper, finding: Finding, model: DocumentModel): boolean =>
  read().has(findingKey(paper, finding, model));
