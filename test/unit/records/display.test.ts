import { describe, expect, it } from 'vitest';
import { displayValue, GONE, subtitleOf, titleOf } from '../../../shared/records/display.ts';
import type { FieldType } from '../../../shared/records/field.ts';
import { bodyFromText } from '../../../shared/text/body.ts';
import { office, stored } from './records-in-memory.ts';

const show = (type: FieldType, value: unknown, target?: string) =>
  displayValue({ type, label: '栏', ...(target ? { target } : {}) }, value, office.lookup);

describe('显示', () => {
  it('季度按人写的样子显示，存的是 2024-Q2；写不成季度的照样显示', () => {
    const field = { type: 'text', format: 'quarter', label: '计划季度' } as const;
    expect(displayValue(field, '2024-Q2', office.lookup)).toBe('2024年二季度');
    expect(displayValue(field, '待定', office.lookup)).toBe('待定');
  });

  it.each<[FieldType, unknown, string]>([
    ['text', undefined, ''],
    ['text', null, ''],
    ['boolean', true, '是'],
    ['boolean', false, '否'],
    ['date', '2024-02-26', '2024-02-26'],
    ['dateTime', '2024-02-26T09:05', '2024-02-26 09:05'],
    // Midnight stands for "the day only".
    ['dateTime', '2024-02-26T00:00', '2024-02-26'],
    ['integer', 0, '0'],
    ['integer', 9999, '9999'],
    ['integer', 350000, '350,000'],
    ['decimal', -12345.5, '-12,345.5'],
    ['year', 2024, '2024'],
    ['choices', ['民建会员', '中共党员'], '民建会员、中共党员'],
    ['files', [{ name: '甲.docx' }, {}, { name: '乙.pdf' }], '甲.docx、乙.pdf'],
    ['rows', [{}, {}, {}], '3 项'],
    ['rows', [], ''],
    ['body', bodyFromText('一\n二'), '一\n二'],
    ['body', '不是文稿', ''],
  ])('%s %s → %s', (type, value, expected) => {
    expect(show(type, value)).toBe(expected);
  });

  it('引用显示标题，目标不在时说明', () => {
    expect(show('reference', 'ml', 'member')).toBe('李桂兰');
    expect(show('references', ['ml', 'mw', '没有'], 'member')).toBe(`李桂兰、王毅、${GONE}`);
  });

  it('标题与副标题', () => {
    const record = (kind: string, id: string) => office.lookup(kind, id) ?? stored(kind, id, {});
    const both = (kind: string, id: string) => [
      titleOf(record(kind, id), office.lookup),
      subtitleOf(record(kind, id), office.lookup),
    ];
    expect(both('member', 'ml')).toEqual(['李桂兰', '教育 · 民盟盟员 · 常委']);
    expect(both('member', 'mw')).toEqual(['王毅', '医药卫生 · 中共党员、民建会员']);
    expect(both('session', 's3')).toEqual(['十届三次会议', '2024-02-26 至 2024-02-28']);
    expect(both('term', 't10')).toEqual(['第十届', '政协示例区第十届委员会']);
    expect(both('chapter', 'c1')).toEqual(['老街', '示例区记忆']);
    expect(both('person', 'pl')).toEqual(['李桂兰', '示例区第一中学 · 校长']);
    expect(titleOf(stored('person', 'x', { name: '张三', nameNote: '教育界' }), office.lookup)).toBe('张三（教育界）');
    expect(titleOf(stored('将来的种类', 'x', {}), office.lookup)).toBe('x');
  });

  it('出席人数：列席不计应到，请假与缺席分开', () => {
    expect(office.shown('event', 'e1')).toMatchObject({
      expectedCount: 2,
      presentCount: 1,
      leaveCount: 1,
      absentCount: 0,
    });
    expect(office.shown('book', 'b')).toMatchObject({ chapterCount: 1, currentCharacters: 1200 });
  });
});
