import type { StoredRecord, Values } from '../../../shared/records/record.ts';
import type { Pending } from './pending.ts';
import { plain, textOf } from './words.ts';

export type Match =
  | { readonly same: StoredRecord; readonly remarks: readonly string[] }
  | { readonly none: true; readonly remarks: readonly string[] }
  | { readonly unclear: string; readonly candidates: readonly StoredRecord[] };

/** What is known of the appointment in the row: helps to tell people apart when nothing personal is given. */
export interface AppointmentHint {
  readonly term?: string;
  readonly sector?: string;
}

/**
 * The person in the library a row speaks of. The same name alone never merges two people: it takes the same birth
 * month or mobile, or, where the row gives neither, the same workplace or the same seat in the same term. `apart`: people
 * of earlier rows of the sheet that are known to be others.
 */
export function matchPerson(
  row: Values,
  hint: AppointmentHint,
  pending: Pending,
  apart: ReadonlySet<string> = new Set(),
): Match {
  const namesakes = pending.peopleNamed(textOf(row, 'name')).filter(({ id }) => !apart.has(id));
  if (namesakes.length === 0) return { none: true, remarks: [] };
  const sure = namesakes.filter((record) => agrees(row, record.values));
  const [one] = sure;
  if (sure.length === 1 && one) return { same: one, remarks: differences(row, one.values) };
  if (sure.length > 1) return { unclear: unclear(sure, row), candidates: sure };
  const possible = namesakes.filter((record) => !contradicts(row, record.values));
  const likely = possible.filter((record) => sharesPlace(row, hint, record, pending));
  const [likeliest] = likely;
  if (likely.length === 1 && likeliest) return { same: likeliest, remarks: [] };
  if (likely.length > 1) return { unclear: unclear(likely, row), candidates: likely };
  // Told apart by what the row says, or left to the clerk: neither merged nor made a second time without a word.
  if (possible.length === 0) return { none: true, remarks: [namesakeRemark(namesakes)] };
  return {
    unclear: `库中已有同名的人（${about(possible)}），看不出是不是同一人；请选择，或在表中补上手机、出生年月`,
    candidates: possible,
  };
}

const unclear = (people: readonly StoredRecord[], row: Values): string =>
  `库中有 ${people.length} 名“${textOf(row, 'name')}”都对得上，请选择，或在表中补上手机、出生年月`;

function about(people: readonly StoredRecord[]): string {
  return people
    .slice(0, 3)
    .map(
      ({ values }) =>
        [textOf(values, 'birth'), `${textOf(values, 'org')}${textOf(values, 'orgDuty')}`].filter(Boolean).join(' ') ||
        '未登记单位',
    )
    .join('；');
}

function namesakeRemark(namesakes: readonly StoredRecord[]): string {
  return `库中已有同名的人（${about(namesakes)}），按另一人新建；如是同一人，请补上出生年月或手机后重新导入`;
}

const mobilesOf = (values: Values): string[] =>
  textOf(values, 'mobile')
    .split(/[、,;/]/u)
    .filter(Boolean);

function sameMobile(a: Values, b: Values): boolean {
  const numbers = mobilesOf(b);
  return mobilesOf(a).some((number) => numbers.includes(number));
}

/** The same birth month or the same mobile number, and no other sex. */
function agrees(row: Values, person: Values): boolean {
  if (row.sex && person.sex && row.sex !== person.sex) return false;
  if (sameMobile(row, person)) return true;
  return Boolean(row.birth) && row.birth === person.birth;
}

function contradicts(row: Values, person: Values): boolean {
  const differs = (field: string): boolean => Boolean(row[field] && person[field] && row[field] !== person[field]);
  return differs('birth') || differs('sex');
}

function sharesPlace(row: Values, hint: AppointmentHint, record: StoredRecord, pending: Pending): boolean {
  const org = plain(`${textOf(row, 'org')}${textOf(row, 'orgDuty')}`);
  if (org && org === plain(`${textOf(record.values, 'org')}${textOf(record.values, 'orgDuty')}`)) return true;
  return pending
    .seatsOf(record.id)
    .some(({ values }) => values.term === hint.term && hint.sector !== undefined && values.sector === hint.sector);
}

function differences(row: Values, person: Values): string[] {
  const remarks: string[] = [];
  if (row.birth && person.birth && row.birth !== person.birth)
    remarks.push(`出生年月由 ${textOf(person, 'birth')} 改为 ${textOf(row, 'birth')}（按手机认定为同一人）`);
  return remarks;
}

/** Two rows of one file: the same person twice, two namesakes, or not to be told. */
export function compareRows(a: Values, b: Values): 'same' | 'different' {
  if (agrees(a, b)) return 'same';
  if (contradicts(a, b)) return 'different';
  const differs = (field: string): boolean =>
    Boolean(a[field] && b[field] && plain(String(a[field])) !== plain(String(b[field])));
  return differs('mobile') || differs('org') || differs('orgDuty') ? 'different' : 'same';
}
