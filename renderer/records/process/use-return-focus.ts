import { useEffect } from 'react';

/** Gives the focus back to where it was before a dialog came, when it goes. */
export function useReturnFocus(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      // After the dialog is gone; what had the focus may be gone too, when the move took its button away.
      setTimeout(() => {
        if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      });
    };
  }, []);
}
