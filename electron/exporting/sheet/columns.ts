import type { Field } from '../../../shared/records/field.ts';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { BLANK, type SheetCell } from './cell.ts';
import { type SheetColumn, widthOf } from './table.ts';

export interface FieldColumn {
  readonly name: string;
  readonly field: Field;
}

/** Types that need room; the others have a width of their own or get by with that of a name. */
const ROOMY: ReadonlySet<Field['type']> = new Set(['longText', 'body', 'rows', 'references', 'files']);

/** Pixels of a list → characters of a sheet. */
const PIXELS_A_CHARACTER = 8;
const NARROWEST = 6;
const WIDEST = 60;

/** The named fields as columns, in order; personal data can be left out. Names that are no field are left out too. */
export function columnsOf(kind: RecordKind, names: readonly string[], withoutPersonal: boolean): FieldColumn[] {
  return names.flatMap((name) => {
    const field = kind.fields[name];
    return field && !(withoutPersonal && field.personal) ? [{ name, field }] : [];
  });
}

/** 联名人数（人）: the unit stands in the heading, so that the numbers stay numbers. */
export function headingOf(field: Field): string {
  return field.unit ? `${field.label}（${field.unit}）` : field.label;
}

/** `aside`: room for the arrow of the filter. */
export function sheetColumn(field: Field, heading = headingOf(field), aside = 3): SheetColumn {
  const wanted = field.width ? Math.round(field.width / PIXELS_A_CHARACTER) : ROOMY.has(field.type) ? 36 : 14;
  // A heading may break once: half of it has to fit.
  const least = Math.ceil(widthOf(heading) / (widthOf(heading) > 12 ? 2 : 1)) + aside;
  const width = Math.min(WIDEST, Math.max(NARROWEST, wanted, least));
  // The writer takes 9 for the width columns have anyway and says nothing of it; readers then make it narrower.
  return { heading, width: width === 9 ? 10 : width, blank: blankFor(field) };
}

/** What a cell without content is meant for: an id typed into it later stays text. */
function blankFor(field: Field): SheetCell {
  switch (field.type) {
    case 'integer':
    case 'decimal':
      return BLANK;
    case 'year':
      return { value: null, format: 'year' };
    case 'date':
    case 'dateTime':
      return { value: null, format: field.type === 'date' ? 'day' : 'minute' };
    default:
      return { value: null, format: 'text' };
  }
}

/** Units of numbers that order, rate or measure things: adding those up says nothing. */
const NOT_ADDED = new Set(['届', '年', '月', '期', '号', '岁', '星', '分', '%', '％', '级', '位次', '次会议']);

export function isAdded(field: Field): boolean {
  return (
    (field.type === 'integer' || field.type === 'decimal') && field.unit !== undefined && !NOT_ADDED.has(field.unit)
  );
}
