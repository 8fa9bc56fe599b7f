/**
 * Some fields (dates above all) read what was typed when they are left. Saving by keyboard happens while the caret is
 * still in such a field: it is left and entered again, so that what stands there is what is saved.
 */
export function settleInput(): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement)) return;
  field.blur();
  field.focus();
}
