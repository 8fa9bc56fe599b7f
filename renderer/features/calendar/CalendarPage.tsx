import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import dayjs from 'dayjs';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { useKeys } from '../../ui/keys.ts';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { Agenda } from './Agenda.tsx';
import { DayPanel } from './DayPanel.tsx';
import { EntryLink, MonthGrid } from './MonthGrid.tsx';
import { addMonths, daysShown, entriesByDay, isDay, isMonth, isWholeMonth, sameDayIn, sourcesOf } from './month.ts';
import './calendar.css';

/** 日程: everything that has a day, by month. Nothing is entered here; it comes out of the records. */
export function CalendarPage() {
  const search = useSearch({ from: '/calendar' });
  const navigate = useNavigate();
  const today = dayjs().format('YYYY-MM-DD');
  const month = isMonth(search.month) ? search.month : isDay(search.day) ? search.day.slice(0, 7) : today.slice(0, 7);
  const day =
    isDay(search.day) && search.day.startsWith(month) ? search.day : today.startsWith(month) ? today : `${month}-01`;
  const days = daysShown(month);
  const [from = month, to = month] = [days[0], days.at(-1)];
  const query = useQuery({
    ...queries.calendar.list.queryOptions({ input: { from, to } }),
    placeholderData: keepPreviousData,
  });

  const go = (next: Partial<typeof search>) =>
    void navigate({ to: '/calendar', search: { ...search, month, day, ...next }, replace: true });
  const choose = (next: string) => go({ day: next, month: next.slice(0, 7) });
  const turn = (by: number) => choose(sameDayIn(addMonths(month, by), day));
  const create = (on: string) =>
    void navigate({ to: '/records/$kind/new', params: { kind: 'event' }, search: { with: { start: `${on}T09:00` } } });
  useKeys({ print: () => window.print(), pageUp: () => turn(-1), pageDown: () => turn(1) });

  const hidden = new Set(search.hidden ?? []);
  const all = query.data?.items ?? [];
  const sources = sourcesOf(all);
  const shown = all.filter((entry) => !hidden.has(entry.source));
  const special = new Map((query.data?.days ?? []).map((item) => [item.date, item]));
  const byDay = entriesByDay(shown, days);
  const lasting = shown.filter(
    (entry) => isWholeMonth(entry) && entry.date <= `${month}-31` && (entry.until ?? '') >= month,
  );
  const toggle = (source: string) => {
    const next = hidden.has(source) ? [...hidden].filter((other) => other !== source) : [...hidden, source];
    go({ hidden: next.length > 0 ? next : undefined });
  };

  return (
    <PageFrame
      fixed
      title={`日程　${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`}
      sub={query.data && `${shown.length} 件`}
      verbs={
        <>
          <Button icon={<LeftOutlined />} aria-label="上一月" title="上一月（PageUp）" onClick={() => turn(-1)} />
          <Button onClick={() => choose(today)}>今天</Button>
          <Button icon={<RightOutlined />} aria-label="下一月" title="下一月（PageDown）" onClick={() => turn(1)} />
          <Segmented
            aria-label="显示方式"
            value={search.view ?? 'month'}
            onChange={(view) => go({ view: view === 'list' ? 'list' : undefined })}
            options={[
              { value: 'month', label: '月历' },
              { value: 'list', label: '列表' },
            ]}
          />
          <Button onClick={() => window.print()}>打印</Button>
          <Button type="primary" onClick={() => create(day)}>
            新建会议活动
          </Button>
        </>
      }
      bar={
        sources.length > 0 && (
          <fieldset className="calendar-sources" aria-label="显示哪些">
            {sources.map(({ source, count }) => (
              <button
                key={source}
                type="button"
                className="tag"
                data-tone={hidden.has(source) ? 'quiet' : undefined}
                aria-pressed={!hidden.has(source)}
                onClick={() => toggle(source)}
              >
                {hidden.has(source) ? '' : '✓ '}
                {source} {count}
              </button>
            ))}
          </fieldset>
        )
      }
    >
      {query.error && <RefusalNote refusal={explain(query.error)} />}
      {lasting.length > 0 && (
        <p className="calendar-lasting">
          <span className="quiet">本月计划：</span>
          {lasting.map((entry) => (
            <EntryLink key={`${entry.kind}/${entry.id}/${entry.title}`} entry={entry} />
          ))}
        </p>
      )}
      {query.isPending ? (
        <RouteLoading />
      ) : search.view === 'list' ? (
        <Agenda month={month} byDay={byDay} special={special} today={today} />
      ) : (
        <div className="calendar-layout">
          <MonthGrid
            month={month}
            days={days}
            byDay={byDay}
            special={special}
            day={day}
            today={today}
            onChoose={choose}
            onTurn={turn}
            onCreate={create}
          />
          <DayPanel day={day} entries={byDay.get(day) ?? []} special={special.get(day)} onCreate={() => create(day)} />
        </div>
      )}
    </PageFrame>
  );
}
