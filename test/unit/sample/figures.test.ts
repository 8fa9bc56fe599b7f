import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredRecord, Values } from '../../../shared/records/record.ts';
import { plainFigures } from '../../support/plain-figures.ts';
import { type Made, makeSample } from './sample-library.ts';

/**
 * The sample's year gives every figure of the annual report (table C.2, fixture column). Counted here in the plainest
 * way, over the records themselves, so that the definitions of the program can be held against it.
 */
const NOW = new Date('2026-11-20T09:30:00');
const YEAR = '2024';

let made: Made;
beforeAll(async () => {
  made = await makeSample(NOW);
});
afterAll(() => made.remove());

const all = (kind: string): readonly StoredRecord[] => made.library.list(kind);
const FIGURES = plainFigures(all, (kind, id) => made.library.get(kind, id), YEAR);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const rows = (value: unknown): readonly Values[] => (Array.isArray(value) ? value : []);
const campaign = (name: string) => all('campaign').find(({ values }) => values.name === name)?.id ?? '';
const bears = ({ campaigns }: Values, name: string) => Array.isArray(campaigns) && campaigns.includes(campaign(name));
const events = (fits: (values: Values) => boolean) =>
  all('event').filter(({ values }) => text(values.start).startsWith(YEAR) && fits(values));
const rooms = () => all('venue').filter(({ values }) => values.venueKind === '协商议事室' && values.state !== '停用');
const adopted = (fits: (row: Values) => boolean) =>
  all('opinion').filter(({ values }) => text(values.receivedOn).startsWith(YEAR) && rows(values.adoptions).some(fits));

describe('样例的一整年：年报数字逐项数得出', () => {
  it.each(FIGURES)('%s 是 %d', (_code, figure, count) => {
    expect(count()).toBe(figure);
  });

  it('四个小案例都办结：小区消防、楼道堆物、充电桩、加装电梯', () => {
    const closed = all('topic').filter(({ values }) =>
      ['已办结', '已反馈', '已评价', '归档'].includes(text(values.state)),
    );
    for (const word of ['消防', '楼道堆物', '充电', '加装电梯']) {
      expect(
        closed.some(({ values }) => text(values.title).includes(word)),
        word,
      ).toBe(true);
    }
  });

  it('至少一个街道的社区（村）议事室全覆盖，别的街道没有', () => {
    const full = all('subdistrictOffice').filter(({ id }) => {
      const communities = all('community').filter(({ values }) => values.subdistrictOffice === id);
      return communities.every((one) => rooms().some(({ values }) => values.community === one.id));
    });
    expect(full).toHaveLength(1);
  });

  it('漏斗一级比一级小，且上一级包含下一级', () => {
    const up = adopted(({ action }) => action === '报送');
    const city = adopted(({ level, action }) => level === '市' && action === '采用');
    const province = adopted(({ level, action }) => level === '省' && action === '采用');
    const ids = (records: readonly StoredRecord[]) => new Set(records.map(({ id }) => id));
    expect(city.every(({ id }) => ids(up).has(id))).toBe(true);
    expect(province.every(({ id }) => ids(city).has(id))).toBe(true);
  });

  it('不该重叠的不重叠：主题教育报告与经济报告，委派监督与党派协同', () => {
    expect(
      all('researchReport').some(({ values }) => bears(values, '主题教育') && bears(values, '经济高质量发展')),
    ).toBe(false);
    expect(events((v) => bears(v, '委派监督') && bears(v, '党派协同'))).toHaveLength(0);
  });
});
