import { AntouError } from '../../shared/api/errors.ts';
import { numberOf, rowsOf, textOf } from '../../shared/records/read-value.ts';
import type { StoredRecord } from '../../shared/records/record.ts';
import { dayNumber, daysInMonth, isoDate, isoFromDayNumber } from '../../shared/text/calendar.ts';
import { effectiveSpecialDays, SPECIAL_DAYS_SETTING } from '../../shared/workflow/index.ts';
import type { Desk } from './desk.ts';
import { os } from './implementer.ts';
import { openTasks } from './owed.ts';
import { describe } from './record-titles.ts';
import { taskTitle } from './tasks.ts';

/** Longest span in days: a screen shows a month or a year, never a century. */
const LONGEST_SPAN = 800;

interface Item {
  date: string;
  until?: string;
  time?: string;
  title: string;
  detail?: string;
  source: string;
  kind: string;
  id: string;
  late?: boolean;
}

interface Span {
  readonly from: string;
  readonly to: string;
}

const touches = ({ from, to }: Span, start: string, end: string): boolean => start <= to && end >= from;

/** '2024-02-26T09:00' → 09:00; midnight means that the time is not known. */
function timeOf(moment: string): { time: string } | Record<string, never> {
  const time = moment.slice(11, 16);
  return time && time !== '00:00' ? { time } : {};
}

function events(desk: Desk, span: Span): Item[] {
  const items: Item[] = [];
  for (const record of desk.opened.library.list('event')) {
    const { values } = record;
    const start = textOf(values, 'start');
    const date = start.slice(0, 10);
    const until = textOf(values, 'end').slice(0, 10);
    const signup = textOf(values, 'signupDeadline');
    const cancelled = textOf(values, 'status') === '取消';
    const about = () => describe(record, desk.lookup);
    if (date && !cancelled && touches(span, date, until || date)) {
      const place = textOf(values, 'place');
      items.push({
        date,
        ...(until > date ? { until } : {}),
        ...timeOf(start),
        title: about().title,
        ...(place ? { detail: place } : {}),
        source: textOf(values, 'category') || '会议',
        kind: 'event',
        id: record.id,
      });
    }
    const day = signup.slice(0, 10);
    if (day && !cancelled && touches(span, day, day)) {
      const title = `${about().title} 报名（请假）截止`;
      items.push({ date: day, ...timeOf(signup), title, source: '截止', kind: 'event', id: record.id });
    }
  }
  return items;
}

function sessions(desk: Desk, span: Span): Item[] {
  return desk.opened.library.list('session').flatMap((record) => {
    const { values } = record;
    const { title } = describe(record, desk.lookup);
    const [open, close] = [textOf(values, 'openOn'), textOf(values, 'closeOn')];
    const deadline = textOf(values, 'proposalDeadline');
    const at = { kind: 'session', id: record.id };
    const items: Item[] = [];
    if (open && touches(span, open, close || open)) {
      items.push({ date: open, ...(close > open ? { until: close } : {}), title, source: '会期', ...at });
    }
    const day = deadline.slice(0, 10);
    if (day && touches(span, day, day)) {
      items.push({ date: day, ...timeOf(deadline), title: `${title} 提案截止`, source: '截止', ...at });
    }
    return items;
  });
}

const WEEKDAYS = '日一二三四五六';

/** 周三 → 3; a roster may also say 每周三 or 星期三下午. */
function weekdayOf(text: string): number | undefined {
  const found = /(?:周|星期|礼拜)([一二三四五六日天])/u.exec(text)?.[1];
  if (!found) return undefined;
  return found === '天' ? 0 : WEEKDAYS.indexOf(found);
}

/** Days of a weekday in the span. 1970-01-01 was a Thursday. */
function daysOn(weekday: number, { from, to }: Span): string[] {
  const days: string[] = [];
  const [start, end] = [dayNumber(from) ?? 0, dayNumber(to) ?? -1];
  for (let day = start; day <= end; day += 1) if ((day + 4) % 7 === weekday) days.push(isoFromDayNumber(day));
  return days;
}

function duties(desk: Desk, span: Span): Item[] {
  return desk.opened.library.list('venue').flatMap((record) =>
    rowsOf(record.values, 'duties').flatMap((row): Item[] => {
      if (textOf(record.values, 'state') === '停用') return [];
      const on = textOf(row, 'on');
      const weekday = on ? undefined : weekdayOf(textOf(row, 'weekday'));
      const days = on ? (touches(span, on, on) ? [on] : []) : weekday === undefined ? [] : daysOn(weekday, span);
      if (days.length === 0) return [];
      const detail = dutyDetail(desk, row);
      const { title } = describe(record, desk.lookup);
      const item = { title: `${title} 值班接待`, source: '值班', kind: 'venue', id: record.id };
      return days.map((date) => ({ date, ...item, ...(detail ? { detail } : {}) }));
    }),
  );
}

function dutyDetail(desk: Desk, row: StoredRecord['values']): string {
  const members = Array.isArray(row.members) ? (row.members as readonly unknown[]) : [];
  const names = members.flatMap((id) => {
    const member = typeof id === 'string' ? desk.lookup('member', id) : undefined;
    return member ? [describe(member, desk.lookup).title] : [];
  });
  return [textOf(row, 'leader'), ...names].filter(Boolean).join('、');
}

function talks(desk: Desk, span: Span): Item[] {
  return desk.opened.library.list('talk').flatMap((record): Item[] => {
    const date = textOf(record.values, 'on');
    if (!date || !touches(span, date, date)) return [];
    const detail = textOf(record.values, 'speaker');
    const { title } = describe(record, desk.lookup);
    return [{ date, title, ...(detail ? { detail } : {}), source: '谈话', kind: 'talk', id: record.id }];
  });
}

/** A planned item belongs to a month, not to a day. */
function plans(desk: Desk, span: Span): Item[] {
  return desk.opened.library.list('planItem').flatMap((record): Item[] => {
    const [year, month] = [numberOf(record.values, 'year'), numberOf(record.values, 'month')];
    if (year === undefined || month === undefined || month < 1 || month > 12) return [];
    const [date, until] = [isoDate(year, month, 1), isoDate(year, month, daysInMonth(year, month))];
    if (!touches(span, date, until)) return [];
    const detail = textOf(record.values, 'planType');
    const { title } = describe(record, desk.lookup);
    return [{ date, until, title, ...(detail ? { detail } : {}), source: '计划', kind: 'planItem', id: record.id }];
  });
}

function deadlines(desk: Desk, span: Span): Item[] {
  const within = openTasks(desk).filter(
    ({ kind, deadline: { due } }) => kind !== 'planItem' && touches(span, due, due),
  );
  return within.map((task) => ({
    date: task.deadline.due,
    title: `${task.deadline.label}：${taskTitle(desk, task)}`,
    ...(task.deadline.about ? { detail: task.deadline.about } : {}),
    source: '期限',
    kind: task.kind,
    id: task.id,
    ...(task.days < 0 ? { late: true } : {}),
  }));
}

const list = os.calendar.list.handler(({ input, context: { desk } }) => {
  const { from, to } = input;
  const [start, end] = [dayNumber(from), dayNumber(to)];
  for (const [field, day] of [
    ['from', start],
    ['to', end],
  ] as const) {
    if (day === undefined) {
      const problem = `没有“${input[field]}”这一天，日期请写成 2024-02-26`;
      throw new AntouError('invalid', `没有列出日程：${problem}。`, { [field]: problem });
    }
  }
  if (start === undefined || end === undefined || end < start || end - start > LONGEST_SPAN) {
    const problem = `日程一次最多看${LONGEST_SPAN}天，起止日期不能颠倒`;
    throw new AntouError('invalid', `没有列出日程：${problem}。`, { to: problem });
  }
  const items = [events, sessions, duties, talks, plans, deadlines].flatMap((read) => read(desk, { from, to }));
  const days = effectiveSpecialDays(desk.opened.library.setting(SPECIAL_DAYS_SETTING));
  return {
    items: items.sort(
      (a, b) =>
        a.date.localeCompare(b.date) ||
        (a.time ?? '').localeCompare(b.time ?? '') ||
        a.title.localeCompare(b.title, 'zh'),
    ),
    days: days.filter(({ date }) => date >= from && date <= to).map((day) => ({ ...day })),
  };
});

export const calendar = { list };
