import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSpecialDays, withDays } from '../../../renderer/features/settings/special-days.ts';

const read = (text: string) => readSpecialDays(text, 2026);

describe('节假日的文字', () => {
  it('一行一天：休、班、名称，日期怎么写都行', () => {
    const { days, problems } = read(
      ['2026-10-01 休 国庆节', '2026.10.10\t班\t国庆节调休', '2026年1月1日，放假，元旦', '10月4日 休 国庆节'].join(
        '\n',
      ),
    );
    expect(problems).toEqual([]);
    expect(days).toEqual([
      { date: '2026-01-01', type: 'off', name: '元旦' },
      { date: '2026-10-01', type: 'off', name: '国庆节' },
      { date: '2026-10-04', type: 'off', name: '国庆节' },
      { date: '2026-10-10', type: 'work', name: '国庆节调休' },
    ]);
  });

  it('一段：同月、跨月、表格里分两格', () => {
    const dates = (text: string) => read(text).days.map((day) => day.date);
    expect(dates('2026年10月1日至3日 休 国庆节')).toEqual(['2026-10-01', '2026-10-02', '2026-10-03']);
    expect(dates('2026-04-30至5月1日 休 劳动节')).toEqual(['2026-04-30', '2026-05-01']);
    expect(dates('2026-05-01\t2026-05-02\t休\t劳动节')).toEqual(['2026-05-01', '2026-05-02']);
  });

  it('通知里的句子：放假的记休，上班的记班，括号里的星期不碍事', () => {
    const { days, problems } = read(
      [
        '现将2026年某节日安排通知如下。',
        '一、甲节：10月1日（周四）至3日（周六）放假调休，共3天。9月20日（周日）、10月10日（周六）上班。',
        '二、乙节：12月31日（周四）放假1天。',
      ].join('\n'),
    );
    expect(problems.map((problem) => problem.line)).toEqual(['现将2026年某节日安排通知如下。']);
    expect(days.map((day) => `${day.date}${day.type === 'off' ? '休' : '班'}${day.name}`)).toEqual([
      '2026-09-20班甲节',
      '2026-10-01休甲节',
      '2026-10-02休甲节',
      '2026-10-03休甲节',
      '2026-10-10班甲节',
      '2026-12-31休乙节',
    ]);
  });

  it('看不懂的逐行说明，看得懂的照收', () => {
    const { days, problems } = read(
      [
        '2026-02-30 休 没有这天',
        '2026-10-01 国庆节',
        '2026-10-05至10-01 休 反了',
        '2026-10-01至2027-10-01 休 太长',
        '2026-10-02 休 国庆节',
      ].join('\n'),
    );
    expect(days).toEqual([{ date: '2026-10-02', type: 'off', name: '国庆节' }]);
    expect(problems.map((problem) => problem.message)).toEqual([
      '没有看懂日期，写成 2026-10-01',
      '没有写明“休”还是“班”',
      '结束在开始之前',
      '一段不能超过60天，请核对年份',
    ]);
  });

  it('放进已有的表：同一天的换掉，数得清新增几天、改了几天', () => {
    const merged = withDays(
      [
        { date: '2026-10-01', type: 'off', name: '国庆节' },
        { date: '2026-10-10', type: 'off', name: '写错了' },
      ],
      [
        { date: '2026-10-10', type: 'work', name: '国庆节调休' },
        { date: '2026-10-02', type: 'off', name: '国庆节' },
        { date: '2026-10-01', type: 'off', name: '国庆节' },
      ],
    );
    expect(merged.fresh).toBe(1);
    expect(merged.changed).toBe(1);
    expect(merged.days.map((day) => day.date)).toEqual(['2026-10-01', '2026-10-02', '2026-10-10']);
  });

  it('随便什么文字都不会出错，读出来的日子都真有其日', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.constantFrom('', ' 休 节', ' 班'),
        (text, tail) => {
          for (const day of read(text + tail).days) {
            expect(day.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
            expect(new Date(`${day.date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day.date);
            expect(day.name.length).toBeLessThanOrEqual(20);
          }
        },
      ),
    );
  });
});
