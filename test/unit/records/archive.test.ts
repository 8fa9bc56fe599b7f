import { describe, expect, it } from 'vitest';
import { withComputed } from '../../../shared/records/derive.ts';
import type { Values } from '../../../shared/records/record.ts';
import { bodyFromText } from '../../../shared/text/body.ts';
import { stored } from './records-in-memory.ts';
import { yearOffice } from './year-office.ts';

const full: Values = {
  title: '渡口旧事',
  genre: '亲历回忆',
  sanqin: '亲历',
  contributors: ['c'],
  channel: '约稿',
  license: '已授权',
  receivedOn: '2024-04-02',
  state: '登记',
};
const content = {
  contributor: { c: { name: '周砚' } },
  book: { b: { title: '示例区记忆' }, b2: { title: '另一本' } },
  chapter: { k: { book: 'b', title: '渡口' } },
};
const review = (level: string, reviewer: string) => ({ level, reviewer, conclusion: '通过', on: '2024-05-01' });

describe('文史来稿', () => {
  it('编号按年接着编，删了中间的不补', () => {
    const office = yearOffice(content);
    const save = (id: string, more: Values = {}) =>
      office.save('submission', id, { ...full, title: id, ...more }).regNumber;
    expect([save('a'), save('b'), save('c')]).toEqual(['WS-2024-001', 'WS-2024-002', 'WS-2024-003']);
    office.remove('submission', 'a');
    expect(save('d')).toBe('WS-2024-004');
    expect(save('e', { receivedOn: '2025-01-02' })).toBe('WS-2025-001');
    expect(save('c')).toBe('WS-2024-003');
  });

  it('两种字数：出版口径含标点，汉字数只数汉字', () => {
    const values = { ...full, body: bodyFromText('1938年春，渡口（老码头）。\n第二段 end') };
    const shown = withComputed(stored('submission', 's', values), yearOffice(content)).values;
    expect(shown).toMatchObject({ words: 21, hanWords: 10 });
  });

  it.each<[string, Values, string]>([
    ['三审由同一人兼任', { reviews: [review('初审', '王毅'), review('终审', '王毅')] }, 'reviews.1.reviewer'],
    ['疑点没有处理就定稿', { state: '定稿', factChecks: [{ point: '年份两说' }] }, 'factChecks'],
    ['编入了没有选书稿', { state: '编入' }, 'book'],
    ['编入了还没有授权', { state: '编入', book: 'b', license: '待授权' }, 'license'],
    ['发了稿酬没有金额', { feePaidOn: '2024-09-01' }, 'feeAmount'],
  ])('提醒：%s', (_name, more, field) => {
    const office = yearOffice(content);
    expect(office.problems('submission', { ...full, ...more })).toEqual({});
    expect(Object.keys(office.warnings('submission', { ...full, ...more }))).toEqual([field]);
    expect(office.warnings('submission', full)).toEqual({});
  });

  it('同一人再审同一级不算兼任；篇目不在所选书稿里不能保存', () => {
    const office = yearOffice(content);
    expect(
      office.warnings('submission', { ...full, reviews: [review('初审', '王毅'), review('初审', '王毅')] }),
    ).toEqual({});
    expect(Object.keys(office.problems('submission', { ...full, book: 'b2', chapter: 'k' }))).toEqual(['chapter']);
    expect(office.problems('submission', { ...full, book: 'b', chapter: 'k' })).toEqual({});
  });
});

describe('图片、口述、撰稿人', () => {
  it('图片用在哪些来稿看得见；不到300dpi、没有人物提醒', () => {
    const office = yearOffice({
      ...content,
      photo: { p: { number: 'T-1' } },
      submission: { s: { ...full, photos: ['p'] } },
    });
    expect(withComputed(stored('photo', 'p', {}), office).values.submissions).toEqual(['s']);
    const warnings = office.warnings('photo', { number: 'T-2', dpi: 200, state: '待标注' });
    expect(Object.keys(warnings)).toEqual(
      expect.arrayContaining(['dpi', 'people', 'photographer', 'takenOn', 'place']),
    );
    expect(office.warnings('photo', { number: 'T-2', dpi: 300, state: '待标注' }).dpi).toBeUndefined();
    expect(Object.keys(office.problems('photo', { number: 'T-1', state: '待标注' }))).toEqual(['number']);
  });

  it('口述的核对早于访谈不能保存；卒年早于生年只提醒', () => {
    const office = yearOffice(content);
    const oral = { title: '渡口口述', on: '2024-05-02', checkedOn: '2024-05-01', state: '已核对' };
    expect(Object.keys(office.problems('oralHistory', oral))).toEqual(['checkedOn']);
    expect(
      office.warnings('contributor', { name: '沈禾', identityNow: '退休教师', born: '约1938年', died: '1920' }),
    ).toEqual({
      died: '卒年早于生年，请核对',
    });
  });
});
