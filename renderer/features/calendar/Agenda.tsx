import { weekday } from '../../../shared/text/date-format.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { EntryList } from './DayPanel.tsx';
import type { Entry, SpecialDay } from './month.ts';
import { SpecialMark } from './SpecialMark.tsx';

interface AgendaProps {
  readonly month: string;
  readonly byDay: ReadonlyMap<string, readonly Entry[]>;
  readonly special: ReadonlyMap<string, SpecialDay>;
  readonly today: string;
}

/** The month as a list of its days: what is read out, and what is printed. */
export function Agenda({ month, byDay, special, today }: AgendaProps) {
  const days = [...byDay].filter(([day, entries]) => day.startsWith(month) && (entries.length > 0 || special.has(day)));
  if (days.length === 0) {
    return <EmptyState title="这个月没有安排">会议活动、期限、会期、值班等，填了日期就会自动出现在日程里。</EmptyState>;
  }
  return (
    <section className="card agenda">
      {days.map(([day, entries]) => {
        const mark = special.get(day);
        return (
          <section key={day} data-today={day === today || undefined}>
            <h2>
              {Number(day.slice(5, 7))}月{Number(day.slice(8))}日
              <span className="quiet small">
                {weekday(day)}
                {day === today && '（今天）'}
              </span>
              {mark && <SpecialMark day={mark} />}
            </h2>
            <EntryList entries={entries} />
          </section>
        );
      })}
    </section>
  );
}
