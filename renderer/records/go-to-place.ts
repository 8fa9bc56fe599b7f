/**
 * Brings a place of a record's page into view: `resolutions/2` is the third row of a table, `remark` a field.
 * @returns false when it is not on the page: fields that are blank are not shown.
 */
export function goToPlace(place: string): boolean {
  const [field = '', row] = place.split('/');
  const head = document.getElementById(`at-${field}`);
  const at = row === undefined ? head : head?.nextElementSibling?.querySelector(`#row-${CSS.escape(row)}`);
  const target = at ?? head;
  if (!target) return false;
  target.scrollIntoView({ block: 'center' });
  target.animate?.([{ background: '#ffe08a' }, { background: 'transparent' }], 2500);
  return true;
}
