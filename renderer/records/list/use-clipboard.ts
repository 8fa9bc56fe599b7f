import { useEffect, useRef } from 'react';
import { isTextField } from '../../ui/keys.ts';

interface Clipboard {
  readonly copy: () => void;
  readonly paste: (text: string) => void;
}

/** Ctrl+C and Ctrl+V of the list, wherever the focus is on the page except in a text field or a dialog. */
export function useClipboard(hands: Clipboard): void {
  const latest = useRef(hands);
  latest.current = hands;
  useEffect(() => {
    const ours = (event: ClipboardEvent) =>
      !event.defaultPrevented &&
      !isTextField(event.target) &&
      !isTextField(document.activeElement) &&
      document.querySelector('[role="dialog"][aria-modal="true"]:not([hidden])') === null;
    const copy = (event: ClipboardEvent) => {
      // Words marked with the mouse (in the panel) are copied as such.
      if (!ours(event) || !(window.getSelection()?.isCollapsed ?? true)) return;
      event.preventDefault();
      latest.current.copy();
    };
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!ours(event) || text === '') return;
      event.preventDefault();
      latest.current.paste(text);
    };
    document.addEventListener('copy', copy);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('paste', paste);
    };
  }, []);
}
