import type { RecordKind } from '../../shared/records/kind.ts';
import type { Problems, Values } from '../../shared/records/record.ts';
import type { World } from './saving.ts';
import { spokenValues } from './spoken-values.ts';

/** Between several names in one cell. */
const BETWEEN = /[、，,;；\n]+/u;

/**
 * Texts as they stand in the cells of a spreadsheet, as values: names become references, words choices. A blank cell
 * says nothing. What cannot be understood comes back as a problem of its field.
 */
export function readTexts(
  kind: RecordKind,
  texts: Readonly<Record<string, string>>,
  world: World,
  _values: Values,
): { readonly values: Values; readonly problems: Problems } {
  const given: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(texts)) {
    if (text.trim() === '') continue;
    const type = kind.fields[name]?.type;
    given[name] = type === 'references' ? text.split(BETWEEN).map((part) => part.trim()) : text.trim();
  }
  return { values: spokenValues(kind, given, world), problems: {} };
}
