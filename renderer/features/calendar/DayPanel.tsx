import { Button } from 'antd';
import { formatLunarDate, formatOfficialDate, weekday } from '../../../shared/text/date-format.ts';
import { EntryLink } from './MonthGrid.tsx';
import type { Entry, SpecialDay } from './month.ts';
import { SpecialMark } from './SpecialMark.tsx';

interface DayPanelProps {
  readonly day: string;
  readonly entries: readonly Entry[];
  readonly special: SpecialDay | undefined;
  readonly onCreate: () => void;
}

/** Everything on the chosen day. */
export function DayPanel({ day, entries, special, onCreate }: DayPanelProps) {
  return (
    <aside className="card day-panel" aria-label="这一天">
      <h2>
        {formatOfficialDate(day)} {weekday(day)}
      </h2>
      <p className="quiet small">
        {formatLunarDate(day)} {special && <SpecialMark day={special} />}
      </p>
      {entries.length === 0 && <p className="quiet">这一天没有安排。会议活动、期限、值班等填了日期就会出现在这里。</p>}
      <EntryList entries={entries} />
      <Button onClick={onCreate}>在这天新建会议活动</Button>
    </aside>
  );
}

export function EntryList({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <ul className="entry-list">
      {entries.map((entry) => (
        <li key={`${entry.kind}/${entry.id}/${entry.source}/${entry.title}`}>
          <span className="tag" data-tone={entry.late ? 'late' : 'quiet'}>
            {entry.source}
          </span>
          <span>
            <EntryLink entry={entry} />
            {(entry.detail || entry.until) && (
              <span className="quiet small entry-detail">
                {[entry.until && `至${formatOfficialDate(entry.until)}`, entry.detail].filter(Boolean).join(' · ')}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
