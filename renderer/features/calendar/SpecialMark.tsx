import type { SpecialDay } from './month.ts';

/** 休 国庆节, 班 调休. */
export function SpecialMark({ day }: { readonly day: SpecialDay }) {
  return (
    <span className="day-special clip" data-type={day.type} title={day.name}>
      {day.type === 'off' ? '休' : '班'} {day.name}
    </span>
  );
}
