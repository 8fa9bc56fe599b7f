import dayjs from 'dayjs';

/** 14:03 today, 昨天 17:20, 3月5日 09:10 this year, otherwise with the year. Input: ISO 8601. */
export function formatTime(iso: string, now: Date = new Date()): string {
  const time = dayjs(iso);
  if (!time.isValid()) return iso;
  const today = dayjs(now);
  if (time.isSame(today, 'day')) return time.format('HH:mm');
  if (time.isSame(today.subtract(1, 'day'), 'day')) return `昨天 ${time.format('HH:mm')}`;
  if (time.isSame(today, 'year')) return time.format('M月D日 HH:mm');
  return time.format('YYYY年M月D日 HH:mm');
}

/** 上午好, 下午好, 晚上好. */
export function greeting(now: Date = new Date()): string {
  const hour = now.getHours();
  if (hour < 12) return '上午好';
  return hour < 18 ? '下午好' : '晚上好';
}
