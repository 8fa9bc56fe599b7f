import type { RecordKind } from '../../shared/records/kind.ts';
import type { Problems, Values } from '../../shared/records/record.ts';
import { type CellContext, readCell } from '../importing/table/cell.ts';

export interface ReadTexts {
  readonly values: Values;
  /** Why a text could not be understood, by field. */
  readonly problems: Problems;
}

/**
 * Texts as they stand in the cells of a spreadsheet, as values: names become references, words choices, as an import
 * reads them. A blank cell says nothing. `current`: what else the record holds, which tells names of one term apart.
 */
export function readTexts(
  kind: RecordKind,
  texts: Readonly<Record<string, string>>,
  context: CellContext,
  current: Values,
): ReadTexts {
  const values: Record<string, unknown> = {};
  const problems: Record<string, string> = {};
  // The term first: names of 界别, 专委会 and 委员 are meant within it.
  const names = Object.keys(texts).sort((a, b) => Number(b === 'term') - Number(a === 'term'));
  for (const name of names) {
    const text = texts[name] ?? '';
    const field = Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined;
    if (text.trim() === '') continue;
    if (!field || field.computed) {
      problems[name] = field ? `${field.label}由程序算出，不能填写` : `没有“${name}”这个栏目`;
      continue;
    }
    const term = values.term ?? current.term;
    const hints = Object.keys(texts).flatMap((other) => (other === name ? [] : (texts[other] ?? [])));
    const reading = readCell(field, text, {
      ...context,
      ...(typeof term === 'string' ? { term } : {}),
      hints,
      before: current[name],
    });
    if (reading.missing) problems[name] = `库中没有“${reading.missing.name}”，请先建好或改正`;
    else if (reading.problem !== undefined) problems[name] = reading.problem;
    else if (reading.value !== undefined) values[name] = reading.value;
  }
  return { values, problems };
}
