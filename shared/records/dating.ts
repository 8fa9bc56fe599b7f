import { textOf } from './read-value.ts';
import type { Problems, Values } from './record.ts';

/** Year of a date, month or dateTime field; undefined when it is blank. */
export function yearOf(values: Values, ...fields: readonly string[]): number | undefined {
  for (const field of fields) {
    const year = /^\d{4}/.exec(textOf(values, field))?.[0];
    if (year) return Number(year);
  }
  return undefined;
}

/**
 * Days that must follow each other, told by field path at the later one. Only neighbours that are both there are
 * compared. `steps`: field and the words for it, in order.
 */
export function outOfOrder(values: Values, steps: readonly (readonly [field: string, label: string])[]): Problems {
  const problems: Record<string, string> = {};
  let before: { readonly day: string; readonly label: string } | undefined;
  for (const [field, label] of steps) {
    const day = textOf(values, field).slice(0, 10);
    if (!day) continue;
    if (before && day < before.day) problems[field] = `${label}早于${before.label}，请核对`;
    else before = { day, label };
  }
  return problems;
}

/** The same inside rows, by the path of the row. */
export function rowsOutOfOrder(
  name: string,
  rows: readonly Values[],
  steps: readonly (readonly [field: string, label: string])[],
): Problems {
  const problems: Record<string, string> = {};
  rows.forEach((row, index) => {
    for (const [field, text] of Object.entries(outOfOrder(row, steps))) problems[`${name}.${index}.${field}`] = text;
  });
  return problems;
}
