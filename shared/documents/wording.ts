import { targetOf, textOf } from '../records/read-value.ts';
import type { Lookup, StoredRecord, Values } from '../records/record.ts';
import { DocumentError, type DocumentMaterial } from './definition.ts';
import type { DocumentParagraph, ParagraphRole, Run, Source } from './model.ts';

/** '2024-02-26' or a date with time → 2024年2月26日, without padding zeros (GB/T 9704-2012, 7.3.5.4). */
export function chineseDay(value: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(value);
  if (!match) return '';
  return `${Number(match[1])}年${Number(match[2])}月${Number(match[3])}日`;
}

/** 2024年2月26日上午, 2024年2月26日至27日: when a meeting was. Midnight means that no time was entered. */
export function chineseWhen(start: string, end: string): string {
  const day = chineseDay(start);
  if (!day) return '';
  if (end && end.slice(0, 10) > start.slice(0, 10)) {
    const last = chineseDay(end);
    if (end.slice(0, 7) === start.slice(0, 7)) return `${day}至${Number(end.slice(8, 10))}日`;
    return end.slice(0, 4) === start.slice(0, 4) ? `${day}至${last.slice(5)}` : `${day}至${last}`;
  }
  const hour = /T(\d{2}):(\d{2})/.exec(start);
  if (!hour || hour[0] === 'T00:00') return day;
  const at = Number(hour[1]);
  return `${day}${at < 12 ? '上午' : at < 18 ? '下午' : '晚上'}`;
}

/** 〔2024〕 with the brackets of the standard, whatever was typed. */
export function documentNumber(text: string): string {
  return text.trim().replace(/[[(（【［〔]\s*(\d{4})\s*[\])）】］〕]\s*(?:第)?\s*0*(\d+)/gu, '〔$1〕$2');
}

export const paragraph = (role: ParagraphRole, text: string, source?: Source): DocumentParagraph => ({
  type: 'paragraph',
  role,
  runs: text ? [source ? { text, source } : { text }] : [],
  ...(source ? { source } : {}),
});

export const blank = (): DocumentParagraph => ({ type: 'paragraph', role: 'blank', runs: [] });

export const sourceOf = (record: StoredRecord, field?: string): Source => ({
  kind: record.kind,
  id: record.id,
  ...(field ? { field } : {}),
});

/** Ends a sentence once: what clerks type ends now with a full stop and now without. */
export function sentence(text: string): string {
  const trimmed = text.trim().replace(/[；;，,、]+$/u, '');
  return /[。！？…”）》]$/u.test(trimmed) || trimmed === '' ? trimmed : `${trimmed}。`;
}

/** Name of the person of an appointment; empty when it points nowhere. */
export function memberName(id: string, lookup: Lookup): string {
  return textOf(targetOf(lookup('member', id)?.values ?? {}, 'person', 'person', lookup), 'name');
}

export function runsText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}

/** A text parameter, trimmed; numbers are taken as their digits. */
export function textParam(params: Readonly<Record<string, unknown>>, name: string): string {
  const value = params[name];
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

export function integerParam(
  params: Readonly<Record<string, unknown>>,
  name: string,
  label: string,
): number | undefined {
  const text = textParam(params, name);
  if (!text) return undefined;
  if (!/^\d{1,6}$/.test(text)) throw new DocumentError(`${label}应是整数，现在是“${text.slice(0, 20)}”。`, name);
  return Number(text);
}

export function dayParam(params: Readonly<Record<string, unknown>>, name: string, label: string): string {
  const text = textParam(params, name);
  if (text && !/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    throw new DocumentError(`${label}要写成2024-02-26这样，现在是“${text.slice(0, 20)}”。`, name);
  }
  return text;
}

export function choiceParam<T extends string>(
  params: Readonly<Record<string, unknown>>,
  name: string,
  label: string,
  options: readonly T[],
): T {
  const text = textParam(params, name);
  if (!text) return options[0] as T;
  const found = options.find((option) => option === text);
  if (!found) throw new DocumentError(`${label}只能选${options.join('、')}，现在是“${text.slice(0, 20)}”。`, name);
  return found;
}

/** The record a parameter names. @throws DocumentError when it is missing or is not there any more. */
export function recordParam(
  params: Readonly<Record<string, unknown>>,
  name: string,
  label: string,
  kinds: readonly string[],
  material: DocumentMaterial,
): StoredRecord {
  const id = textParam(params, name);
  if (!id) throw new DocumentError(`请先选${label}。`, name);
  for (const kind of kinds) {
    const record = material.lookup(kind, id);
    if (record) return record;
  }
  throw new DocumentError(`找不到所选的${label}，可能已被删除。请重新选择。`, name);
}

/** Lines such as “报：区委” or “抄送：…”; a line without a label takes the one given. */
export function receiverLines(text: string, label: string): { label: string; text: string }[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const match = /^([\p{Script=Han}]{1,4})[：:](.*)$/u.exec(line);
      return match ? { label: match[1] ?? label, text: (match[2] ?? '').trim() } : { label, text: line };
    });
}

/** Title of a meeting with the body's name before it, unless it is there: 示例区政协十届三十八次主席会议. */
export function fullTitle(values: Values, shortName: string): string {
  const title = textOf(values, 'title').trim() || textOf(values, 'serial').trim() || '会议';
  return title.includes('政协') || !shortName ? title : `${shortName}${title}`;
}
