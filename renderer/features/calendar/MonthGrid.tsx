// biome-ignore-all lint/a11y/useSemanticElements: a month is a grid of days, moved in by arrows, not a table that is read
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { keyOf, onKeys } from '../../ui/keys.ts';
import { addDays, type Entry, lunarWords, type SpecialDay, weekdayOf } from './month.ts';
import { SpecialMark } from './SpecialMark.tsx';

interface MonthGridProps {
  readonly month: string;
  readonly days: readonly string[];
  readonly byDay: ReadonlyMap<string, readonly Entry[]>;
  readonly special: ReadonlyMap<string, SpecialDay>;
  readonly day: string;
  readonly today: string;
  readonly onChoose: (day: string) => void;
  readonly onTurn: (months: number) => void;
  readonly onCreate: (day: string) => void;
}

const HEADS = ['一', '二', '三', '四', '五', '六', '日'];
const SHOWN = 3;

/** A month as a sheet: arrows go from day to day, PageUp and PageDown from month to month, Enter into the day. */
export function MonthGrid(props: MonthGridProps) {
  const { month, days, day, onChoose, onTurn } = props;
  const grid = useRef<HTMLDivElement>(null);
  const follow = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after the chosen day has been drawn
  useEffect(() => {
    // The focus goes along only when the keyboard moved the day.
    if (follow.current) grid.current?.querySelector<HTMLElement>('.day[tabindex="0"]')?.focus();
    follow.current = false;
  }, [day]);
  const by = (step: () => void) => () => {
    follow.current = true;
    step();
  };
  const keys = onKeys({
    left: by(() => onChoose(addDays(day, -1))),
    right: by(() => onChoose(addDays(day, 1))),
    up: by(() => onChoose(addDays(day, -7))),
    down: by(() => onChoose(addDays(day, 7))),
    home: by(() => onChoose(addDays(day, -weekdayOf(day)))),
    end: by(() => onChoose(addDays(day, 6 - weekdayOf(day)))),
    pageUp: by(() => onTurn(-1)),
    pageDown: by(() => onTurn(1)),
    enter: () => document.querySelector<HTMLElement>('.day-panel a, .day-panel button')?.focus(),
  });
  const weeks = Array.from({ length: days.length / 7 }, (_, index) => days.slice(index * 7, index * 7 + 7));
  return (
    <div className="month-box">
      <div
        ref={grid}
        className="month"
        role="grid"
        tabIndex={-1}
        aria-label={`${month} 月历`}
        onKeyDown={(event) => {
          // Enter on a link inside a day opens the record.
          if (event.target instanceof HTMLAnchorElement && keyOf(event.nativeEvent) === 'enter') return;
          keys(event);
        }}
      >
        <div role="row" tabIndex={-1} className="month-heads">
          {HEADS.map((head) => (
            <div key={head} role="columnheader" tabIndex={-1} aria-label={`星期${head}`}>
              {head}
            </div>
          ))}
        </div>
        {weeks.map((week) => (
          <div key={week[0]} role="row" tabIndex={-1} className="week">
            {week.map((date) => (
              <DayCell key={date} date={date} {...props} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

function DayCell({ date, month, byDay, special, day, today, onChoose, onCreate }: MonthGridProps & { date: string }) {
  const entries = byDay.get(date) ?? [];
  const mark = special.get(date);
  const rest = mark ? mark.type === 'off' : weekdayOf(date) > 4;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the whole sheet are heard by the table
    <div
      role="gridcell"
      className="day"
      tabIndex={date === day ? 0 : -1}
      aria-selected={date === day}
      data-date={date}
      data-other={date.startsWith(month) ? undefined : true}
      data-today={date === today || undefined}
      data-rest={rest || undefined}
      onClick={() => onChoose(date)}
      onDoubleClick={() => onCreate(date)}
    >
      <div className="day-head">
        <span className="visually-hidden">{Number(date.slice(5, 7))}月</span>
        <span className="day-number">{Number(date.slice(8))}</span>
        <span className="visually-hidden">日{date === today && '（今天）'}</span>
        {mark ? <SpecialMark day={mark} /> : <span className="quiet day-lunar">{lunarWords(date)}</span>}
      </div>
      <ul>
        {entries.slice(0, entries.length > SHOWN ? SHOWN - 1 : SHOWN).map((entry) => (
          <li
            key={`${entry.kind}/${entry.id}/${entry.source}/${entry.title}`}
            className="clip"
            data-late={entry.late || undefined}
          >
            <EntryLink entry={entry} tabIndex={-1} />
          </li>
        ))}
        {entries.length > SHOWN && <li className="quiet">还有 {entries.length - SHOWN + 1} 件</li>}
      </ul>
    </div>
  );
}

interface EntryLinkProps {
  readonly entry: Entry;
  readonly tabIndex?: number;
}

/** What is on that day, leading to its record. */
export function EntryLink({ entry, tabIndex }: EntryLinkProps) {
  return (
    <Link
      to="/records/$kind/$id"
      params={{ kind: entry.kind, id: entry.id }}
      title={[entry.source, entry.title, entry.detail].filter(Boolean).join(' · ')}
      tabIndex={tabIndex}
      // In a day of the month the press must not choose the day instead.
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      {entry.late && '超期 '}
      {entry.time && `${entry.time} `}
      {entry.title}
    </Link>
  );
}
