import { type KeyboardEvent as ReactKeyboardEvent, useEffect, useRef } from 'react';

/**
 * The one place that reads raw keys. Everything that reacts to a key goes through `keyOf`, so that a key that belongs
 * to an input method (choosing a candidate with Enter, dropping one with Esc) is never taken for a command.
 */
export type Key =
  | 'enter'
  | 'submit'
  | 'escape'
  | 'save'
  | 'find'
  | 'palette'
  | 'undo'
  | 'redo'
  | 'rename'
  | 'print'
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'home'
  | 'end'
  | 'pageUp'
  | 'pageDown'
  | 'space'
  | 'delete'
  | 'selectAll';

interface RawKey {
  readonly key: string;
  readonly keyCode: number;
  readonly isComposing: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const PLAIN: Readonly<Record<string, Key>> = {
  Enter: 'enter',
  Escape: 'escape',
  F2: 'rename',
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'home',
  End: 'end',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  ' ': 'space',
  Delete: 'delete',
};

const WITH_CONTROL: Readonly<Record<string, Key>> = {
  s: 'save',
  f: 'find',
  k: 'palette',
  z: 'undo',
  y: 'redo',
  p: 'print',
  a: 'selectAll',
  enter: 'submit',
};

/** Key code that browsers report while an input method has the key. */
const IME_KEY_CODE = 229;

/** True while an input method is at work on this key: then nothing of ours may happen. */
export const isComposing = (event: Pick<RawKey, 'isComposing' | 'keyCode'>): boolean =>
  event.isComposing || event.keyCode === IME_KEY_CODE;

/** Names the key, or undefined when it is none of ours or belongs to the input method. */
export function keyOf(event: RawKey): Key | undefined {
  if (isComposing(event) || event.altKey) return undefined;
  if (event.ctrlKey || event.metaKey) {
    const letter = event.key.toLowerCase();
    if (letter === 'z' && event.shiftKey) return 'redo';
    return WITH_CONTROL[letter];
  }
  return PLAIN[event.key];
}

/**
 * Keeps the keys of an input method from every handler of the page, also those inside libraries (a list that would
 * take Enter for a choice, a dialog that would close on Esc). The editor of long texts keeps its own account of
 * composition and is left alone. Called once at the start of the page.
 */
export function guardComposition(): void {
  const guard = (event: KeyboardEvent) => {
    if (!isComposing(event)) return;
    if (event.target instanceof HTMLElement && event.target.isContentEditable) return;
    event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', guard, true);
  window.addEventListener('keypress', guard, true);
}

export type KeyMap = Partial<Record<Key, (event: KeyboardEvent) => void>>;

function dispatch(map: KeyMap, event: KeyboardEvent): void {
  const key = keyOf(event);
  const act = key && map[key];
  if (!act) return;
  event.preventDefault();
  act(event);
}

/** Handler for `onKeyDown` of an element: `onKeyDown={onKeys({ enter: open, escape: back })}`. */
export const onKeys = (map: KeyMap) => (event: ReactKeyboardEvent) => {
  if (event.defaultPrevented) return;
  dispatch(map, event.nativeEvent);
};

/** Where the clerk types: there Ctrl+Z, arrows and the like belong to the text. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
}

/**
 * Keys of a whole page, for as long as the component is shown. `outsideText` ones are left alone while the caret
 * stands in a text field. Dialogs are on top: while one is open nothing here happens.
 */
export function useKeys(
  map: KeyMap,
  outsideText: readonly Key[] = ['undo', 'redo', 'escape', 'enter', 'rename'],
): void {
  const latest = useRef({ map, outsideText });
  latest.current = { map, outsideText };
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isDialogOpen()) return;
      const key = keyOf(event);
      if (!key || (isTextField(event.target) && latest.current.outsideText.includes(key))) return;
      dispatch(latest.current.map, event);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

const isDialogOpen = () => document.querySelector('[role="dialog"][aria-modal="true"]:not([hidden])') !== null;
