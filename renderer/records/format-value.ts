import { displayValue, GONE } from '../../shared/records/display.ts';
import type { Field } from '../../shared/records/field.ts';
import type { Titles } from '../app/api.ts';
import { spacedName } from '../ui/spaced-name.ts';

/** A value in few words, as a list, a filter chip or a history line shows it. '' for a blank. */
export function formatValue(field: Field, value: unknown, titles: Titles): string {
  if (value === undefined || value === null || value === '') return '';
  if (field.type === 'reference') return titleOf(field, value, titles);
  if (field.type === 'references') return many(value, (id) => titleOf(field, id, titles));
  const text = displayValue(field, value, () => undefined);
  if (field.type === 'body') return text.slice(0, 120);
  return field.format === 'name' ? spacedName(text) : text;
}

const many = (value: unknown, show: (item: unknown) => string): string =>
  Array.isArray(value) ? value.map(show).join('、') : '';

function titleOf(field: Field, id: unknown, titles: Titles): string {
  const title = titles[`${field.target}/${String(id)}`]?.title;
  if (title === undefined) return GONE;
  return field.target === 'person' || field.target === 'member' ? spacedName(title) : title;
}

/** The long form on a page of its own: 2024年2月26日 14:30, 1,200 with its unit. */
export function formatLong(field: Field, value: unknown, titles: Titles): string {
  const text = formatValue(field, value, titles);
  if (text === '') return '';
  if (field.type === 'date' || field.type === 'dateTime' || field.type === 'month') return chineseDate(text);
  if (field.type === 'year') return `${text}年`;
  return field.unit ? `${text}${/^[A-Za-z]/.test(field.unit) ? ' ' : ''}${field.unit}` : text;
}

export function chineseDate(iso: string): string {
  return iso.replace(/^(\d{4})-(\d{2})(?:-(\d{2}))?/, (_all, year: string, month: string, day: string | undefined) =>
    day ? `${year}年${Number(month)}月${Number(day)}日` : `${year}年${Number(month)}月`,
  );
}

/** 3.2 MB */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
