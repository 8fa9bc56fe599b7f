import { kindOf, kinds } from '../../shared/records/index.ts';
import type { StoredRecord } from '../../shared/records/record.ts';
import type { Desk } from './desk.ts';
import { os } from './implementer.ts';
import { describe } from './record-titles.ts';

const DAY = 86_400_000;
/** What falls due later than this is not yet shown. */
const HORIZON_DAYS = 7;
/** A meeting's minutes are owed this many days after it. */
const MINUTES_DAYS = 7;
/** Meetings held longer ago than this without minutes are taken as not minuted. */
const MINUTES_FORGOTTEN_DAYS = 60;
const SHOWN = 12;
/** What has been late for longer than this stands last: it is no news, and must not hide what is. */
const LONG_LATE_DAYS = 60;
const OPEN_STATES = new Set(['未启动', '进行中', '延期']);

interface Due {
  days: number;
  title: string;
  detail: string;
  verb: string;
  kind: string;
  id: string;
  place?: string;
}

interface ResolutionRow {
  readonly text?: string;
  readonly department?: string;
  readonly due?: string;
  readonly state?: string;
}

/** Whole days from `from` to `to`, both YYYY-MM-DD. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

function dueOf(event: StoredRecord, today: string, title: string): Due[] {
  const due: Due[] = [];
  const resolutions = (event.values.resolutions ?? []) as readonly ResolutionRow[];
  resolutions.forEach((row, index) => {
    if (!row.due || !OPEN_STATES.has(row.state ?? '未启动')) return;
    const days = daysBetween(today, row.due);
    if (days > HORIZON_DAYS) return;
    due.push({
      days,
      title: row.text ?? '议定事项',
      detail: [row.department, title].filter(Boolean).join(' · '),
      verb: '看议定事项',
      kind: 'event',
      id: event.id,
      place: `resolutions/${index}`,
    });
  });
  const ended = String(event.values.end ?? event.values.start ?? '').slice(0, 10);
  if (event.values.category === '会议' && ended && !event.values.minutes && event.values.status !== '取消') {
    const since = daysBetween(ended, today);
    if (since >= 0 && since <= MINUTES_FORGOTTEN_DAYS) {
      due.push({
        days: MINUTES_DAYS - since,
        title: `${title} 还没有纪要`,
        detail: `会议日期 ${ended}`,
        verb: '写纪要',
        kind: 'event',
        id: event.id,
      });
    }
  }
  return due;
}

/** Latest first, then what falls due soon, then what has long been late. */
function urgency(days: number): number {
  return days < -LONG_LATE_DAYS ? HORIZON_DAYS - days : days;
}

function countsOf(desk: Desk, year: number) {
  const { library } = desk.opened;
  return kinds
    .filter((kind) => !kind.parent)
    .map((kind) => {
      const records = library.list(kind.id);
      const yearField = kind.search.year;
      const dated = yearField
        ? {
            thisYear: records.filter((record) => String(record.values[yearField] ?? '').startsWith(String(year)))
              .length,
          }
        : {};
      return { kind: kind.id, label: kind.label, unit: kind.unit, count: records.length, ...dated };
    });
}

const home = os.overview.home.handler(({ context: { desk } }) => {
  const { library } = desk.opened;
  const { lookup, today } = desk;
  const due = library
    .list('event')
    .flatMap((event) => dueOf(event, today, describe(event, lookup).title))
    .sort((a, b) => urgency(a.days) - urgency(b.days))
    .slice(0, SHOWN);
  const recent = [...library.all()]
    .filter((record) => kindOf(record.kind))
    .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
    .slice(0, SHOWN)
    .map((record) => ({
      kind: record.kind,
      id: record.id,
      ...describe(record, lookup),
      at: record.updatedAt,
      who: record.updatedBy,
    }));
  const year = Number(today.slice(0, 4));
  return { today, due, recent, counts: countsOf(desk, year), year };
});

export const overview = { home };
