import { kindOf } from '../../../shared/records/index.ts';
import type { StoredRecord } from '../../app/api.ts';

export interface TextField {
  readonly name: string;
  readonly label: string;
}

/** Texts a record of this kind can have: 正文; of an oral history 逐字稿 and 整理稿. */
export function textFields(kind: string): readonly TextField[] {
  return Object.entries(kindOf(kind)?.fields ?? {})
    .filter(([, field]) => field.type === 'body')
    .map(([name, { label }]) => ({ name, label }));
}

/** The text a place such as 'body/12' or 'transcript' lies in; without one the first that has been written. */
export function textFieldAt(record: StoredRecord, place: string | undefined): TextField | undefined {
  const fields = textFields(record.kind);
  const [named] = (place ?? '').split('/');
  return (
    fields.find(({ name }) => name === named) ??
    fields.find(({ name }) => record.values[name] !== undefined) ??
    fields[0]
  );
}
