import { CalendarOutlined } from '@ant-design/icons';
import { Button, Calendar, type CalendarProps, Input, Popover } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useRef, useState } from 'react';
import { readDate, readDateTime, readMonth } from '../../../shared/records/date-input.ts';

interface DateInputProps {
  readonly id: string;
  readonly type: 'date' | 'month' | 'dateTime';
  readonly value: string;
  readonly onChange: (value: unknown) => void;
  readonly autoFocus?: boolean;
  readonly status?: 'error';
  readonly 'aria-label'?: string;
}

const READERS = { date: readDate, month: readMonth, dateTime: readDateTime } as const;
const HINTS = { date: '2024-02-26', month: '1975-03', dateTime: '2024-02-26 09:00' } as const;

/**
 * A date as clerks write it (2024.2.26, 2024年2月26日, 二〇二四年二月二十六日), read when the field is left; the button
 * opens a calendar.
 */
export function DateInput({ type, value, onChange, ...common }: DateInputProps) {
  const [text, setText] = useState(shown(value));
  const [open, setOpen] = useState(false);
  const sent = useRef<unknown>(value);
  useEffect(() => {
    // What was just typed stays as typed; only a value from elsewhere (undo, a draft, the calendar) is put in.
    if (value !== sent.current) setText(shown(value));
    sent.current = value;
  }, [value]);
  const send = (next: string | undefined) => {
    sent.current = next ?? '';
    onChange(next);
  };
  const read = (typed: string) => (typed.trim() ? (READERS[type](typed).value ?? typed) : undefined);
  const day = dayjs(value);
  const choose = (chosen: dayjs.Dayjs) => {
    // The clock that was typed stays; a meeting without one begins at nine.
    const clock = type === 'dateTime' ? (/T\d\d:\d\d/.exec(value)?.[0] ?? 'T09:00') : '';
    onChange(chosen.format(type === 'month' ? 'YYYY-MM' : 'YYYY-MM-DD') + clock);
    setOpen(false);
  };
  const pick: CalendarProps<dayjs.Dayjs> =
    type === 'month'
      ? { mode: 'year', onSelect: (chosen, { source }) => source === 'month' && choose(chosen) }
      : { onSelect: (chosen, { source }) => source === 'date' && choose(chosen) };
  return (
    <div className="date-input">
      <Input
        {...common}
        value={text}
        placeholder={HINTS[type]}
        autoComplete="off"
        maxLength={40}
        onChange={(event) => {
          setText(event.target.value);
          // At every key: Ctrl+S saves without the caret leaving first.
          send(event.target.value || undefined);
        }}
        onBlur={() => {
          const next = read(text);
          send(next);
          setText(shown(next ?? ''));
        }}
        suffix={
          <Popover
            trigger="click"
            placement="bottomRight"
            open={open}
            onOpenChange={setOpen}
            content={
              <div className="calendar">
                {open && <Calendar fullscreen={false} value={day.isValid() ? day : dayjs()} {...pick} />}
              </div>
            }
          >
            <Button type="text" size="small" tabIndex={-1} icon={<CalendarOutlined />} aria-label="打开日历" />
          </Popover>
        }
      />
    </div>
  );
}

const shown = (value: unknown) => (typeof value === 'string' ? value.replace('T', ' ').replace(/ 00:00$/, '') : '');
