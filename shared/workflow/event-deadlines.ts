import { rowsOf, textOf } from '../records/read-value.ts';
import type { StoredRecord } from '../records/record.ts';
import type { Deadline, WorkContext } from './machine.ts';
import { titleOfRecord } from './proposal-reading.ts';
import { addDays } from './working-days.ts';

/** Meetings held longer ago than this without minutes are taken as not minuted. */
const FORGOTTEN_DAYS = 60;
/** A consultation this long past whose notice was never entered is not chased any more. */
const OPEN_STATES = ['未启动', '进行中', '延期'];
const CALLED_OFF = ['取消', '延期'];

/** What a meeting, consultation or activity owes: notice, materials, minutes, report, what was resolved. */
export function eventDeadlines(record: StoredRecord, context: WorkContext): readonly Deadline[] {
  const { values } = record;
  const resolved = resolutionDeadlines(record);
  if (CALLED_OFF.includes(textOf(values, 'status'))) return resolved;
  const start = textOf(values, 'start').slice(0, 10);
  const end = textOf(values, 'end').slice(0, 10) || start;
  if (!start) return resolved;
  const organizer =
    titleOfRecord('committee', textOf(values, 'organizer'), context) || textOf(values, 'organizerText') || '办公室';
  const common = { responsible: organizer };
  const found: Deadline[] = [...resolved];
  const past = end < context.today;
  const longPast = addDays(end, FORGOTTEN_DAYS) < context.today;
  // 微协商 and 有事好商量 are arranged on the spot: the terms of notice are those of formal consultation.
  const formal = textOf(values, 'category') === '协商' && !['微协商', '有事好商量'].includes(textOf(values, 'subtype'));
  if (formal && !past) {
    const noticeOn = textOf(values, 'noticeOn');
    const materialsOn = textOf(values, 'materialsOn');
    found.push(
      {
        key: 'notice',
        label: '协商通知',
        due: context.before(start, 'consult.notice'),
        verb: '发通知',
        ...(noticeOn ? { doneOn: noticeOn } : {}),
        ...common,
      },
      {
        key: 'materials',
        label: '送协商材料',
        due: context.before(start, 'consult.materials'),
        verb: '送材料',
        ...(materialsOn ? { doneOn: materialsOn } : {}),
        ...common,
      },
    );
  }
  if (formal && past) {
    const given = textOf(values, 'reportDue');
    const reported = textOf(values, 'reportedOn');
    if (given || reported || !longPast) {
      const due = given || context.after(end, 'consult.report');
      const met = reported ? { doneOn: reported } : {};
      found.push({ key: 'report', label: '协商成果报送', due, verb: '报成果', ...met, ...common });
    }
  }
  // Owed from the day of the meeting on; minutes that are there tell no day.
  if (textOf(values, 'category') === '会议' && end <= context.today && !longPast && !values.minutes) {
    const due = context.after(end, 'event.minutes');
    const about = '还没有纪要';
    found.push({ key: 'minutes', label: '会议纪要', about, due, verb: '写纪要', place: 'minutes', ...common });
  }
  return found;
}

function resolutionDeadlines({ values }: StoredRecord): readonly Deadline[] {
  return rowsOf(values, 'resolutions').flatMap((row, index): Deadline[] => {
    const due = textOf(row, 'due');
    const state = textOf(row, 'state') || '未启动';
    if (!due || state === '取消') return [];
    const department = textOf(row, 'department');
    return [
      {
        key: `resolution/${index}`,
        label: '议定事项',
        about: textOf(row, 'text') || '议定事项',
        due,
        verb: '看议定事项',
        place: `resolutions/${index}`,
        ...(department ? { responsible: department } : {}),
        ...(OPEN_STATES.includes(state) ? {} : { doneOn: due }),
      },
    ];
  });
}
