import { type DeedSection, memberRecord } from '../../../figures/member-record.ts';
import { titleOf } from '../../../records/display.ts';
import { isValues, textOf } from '../../../records/read-value.ts';
import type { Lookup } from '../../../records/record.ts';
import type { Item, Scheme } from '../../../scoring/scheme.ts';
import type { ScoreEntry, SubjectResult } from '../../../scoring/score-result.ts';
import type { DocumentMaterial } from '../../definition.ts';
import type { Source } from '../../model.ts';

/** The rows of the form, as offices have them: proposals, opinions, speeches, meetings, activities, the rest. */
export const WORK_ROWS = ['提案', '社情民意', '发言', '会议', '活动', '其他'] as const;
export type WorkRow = (typeof WORK_ROWS)[number];

interface Deed {
  readonly kind: string;
  readonly id: string;
  readonly note?: string;
}

export interface AssessedRow {
  readonly row: WorkRow;
  /** What is written into the row: numbers first, then the first titles. */
  readonly text: string;
  /** Points that count in the total; undefined without a scheme in force. */
  readonly points: number | undefined;
  readonly sources: readonly Source[];
}

/** Titles that have room in a row. */
const NAMED = 2;
/** Characters of a title in a row. */
const LONGEST = 16;

/** What a member did in a year, by rows of the form, with the points each row gave; they add up to the total less what was given at the start. */
export function assessedWork(
  member: string,
  year: number,
  scored: { readonly scheme: Scheme; readonly result: SubjectResult } | undefined,
  { list, lookup }: DocumentMaterial,
): AssessedRow[] {
  const sections = memberRecord(member, list, { year });
  const points = scored && pointsByRow(scored.scheme, scored.result.entries, lookup);
  return WORK_ROWS.map((row) => {
    const deeds = deedsOf(row, sections, lookup);
    return {
      row,
      text: wordsOf(row, deeds, sections, lookup),
      points: points?.get(row) ?? (points ? 0 : undefined),
      sources: deeds.map(({ kind, id }) => ({ kind, id })),
    };
  });
}

const section = (sections: readonly DeedSection[], id: string): readonly Deed[] =>
  sections.find((one) => one.id === id)?.deeds ?? [];

const isMeeting = ({ kind, id }: Deed, lookup: Lookup): boolean =>
  textOf(lookup(kind, id)?.values ?? {}, 'category') === '会议';

function deedsOf(row: WorkRow, sections: readonly DeedSection[], lookup: Lookup): readonly Deed[] {
  const of = (...ids: string[]) => ids.flatMap((id) => section(sections, id));
  switch (row) {
    case '提案':
      return of('proposals');
    case '社情民意':
      return of('opinions');
    case '发言':
      return of('plenary', 'speeches');
    case '会议':
      return of('attended').filter((deed) => isMeeting(deed, lookup));
    case '活动':
      return of('attended').filter((deed) => !isMeeting(deed, lookup));
    case '其他':
      return of('reports', 'suggestions', 'topics', 'contributions', 'awards');
  }
}

function wordsOf(row: WorkRow, deeds: readonly Deed[], sections: readonly DeedSection[], lookup: Lookup): string {
  const missed = section(sections, 'missed');
  switch (row) {
    case '提案': {
      const lead = deeds.filter(({ note }) => !note?.startsWith('联名')).length;
      if (deeds.length === 0) return '';
      return `提交${deeds.length}件，其中第一提案人${lead}件、联名${deeds.length - lead}件${named(deeds, lookup)}`;
    }
    case '社情民意': {
      const used = deeds.filter(({ note }) => note?.includes('采用')).length;
      return deeds.length === 0 ? '' : `反映${deeds.length}条，采用${used}条${named(deeds, lookup)}`;
    }
    case '发言':
      return deeds.length === 0 ? '' : `发言${deeds.length}次${named(deeds, lookup)}`;
    case '会议': {
      const away = missed.filter((deed) => isMeeting(deed, lookup)).length;
      return deeds.length + away === 0 ? '' : `出席${deeds.length}次，请假、缺席${away}次`;
    }
    case '活动': {
      const away = missed.filter((deed) => !isMeeting(deed, lookup)).length;
      return deeds.length + away === 0 ? '' : `参加${deeds.length}次，请假、缺席${away}次${named(deeds, lookup)}`;
    }
    case '其他':
      return ['reports', 'suggestions', 'topics', 'contributions', 'awards']
        .flatMap((id) => {
          const found = sections.find((one) => one.id === id);
          return found && found.deeds.length > 0 ? [`${found.label}${found.deeds.length}${found.unit}`] : [];
        })
        .join('，');
  }
}

/** ：《甲》《乙》等 — titles of the first few; several words for one deed (an event spoken at) stand once. */
function named(deeds: readonly Deed[], lookup: Lookup): string {
  const titles = [
    ...new Set(
      deeds.flatMap(({ kind, id }) => {
        const record = lookup(kind, id);
        return record ? [textOf(record.values, 'title') || titleOf(record, lookup)] : [];
      }),
    ),
  ].filter(Boolean);
  if (titles.length === 0) return '';
  const shown = titles.slice(0, NAMED).map((title) => `《${cut(title)}》`);
  return `：${shown.join('')}${titles.length > NAMED ? '等' : ''}`;
}

const cut = (title: string): string => {
  const characters = [...title.replace(/[《》]/gu, '')];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}……` : characters.join('');
};

function pointsByRow(scheme: Scheme, entries: readonly ScoreEntry[], lookup: Lookup): ReadonlyMap<WorkRow, number> {
  const items = new Map(scheme.items.map((item) => [item.code, item]));
  const points = new Map<WorkRow, number>();
  for (const entry of entries) {
    const row = rowOf(entry, items.get(entry.item), lookup);
    points.set(row, Math.round(((points.get(row) ?? 0) + entry.counted) * 100) / 100);
  }
  return points;
}

/** A row is chosen by the kind of record that gives the points: sections of a scheme are the office's own words. */
function rowOf(entry: ScoreEntry, item: Item | undefined, lookup: Lookup): WorkRow {
  const trigger = item?.trigger;
  const kind = trigger && 'kind' in trigger ? trigger.kind : (entry.sources[0]?.kind ?? '');
  if (kind === 'proposal') return '提案';
  if (kind === 'opinion') return '社情民意';
  if (kind === 'speech' || asksOfSpeech(item)) return '发言';
  if (kind !== 'event') return '其他';
  const first = entry.sources.find((source) => source.kind === 'event');
  return first && isMeeting(first, lookup) ? '会议' : '活动';
}

/** Whether an item looks at what was said at a meeting: a condition, or the size of a tier, on attendance.speech. */
function asksOfSpeech(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(asksOfSpeech);
  if (!isValues(value)) return false;
  return Object.entries(value).some(([name, inner]) =>
    name === 'field' ? inner === 'attendance.speech' : asksOfSpeech(inner),
  );
}
