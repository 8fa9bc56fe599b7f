import { describe, expect, it } from 'vitest';
import { memberRecord } from '../../../shared/figures/member-record.ts';
import {
  busiest,
  changed,
  compose,
  figure,
  material,
  rowsOf,
  TODAY,
  tables,
  texts,
  withRecords,
} from './members-paper.ts';

describe('届末履职档案册', () => {
  it('每一部分列全，条数与台账一致', () => {
    const { model } = compose('serviceArchive', { member: busiest() });
    const all = memberRecord(busiest(), material.list);
    const of = (id: string) => all.find((section) => section.id === id)?.deeds.length ?? 0;
    expect(texts(model, 'heading1')).toEqual([
      '一、基本情况',
      '二、历年履职得分',
      '三、出席会议活动',
      '四、提案和答复',
      '五、社情民意',
      '六、发言建言',
      '七、履职为民',
      '八、走访联络',
      '九、表彰奖励',
    ]);
    const ids = tables(model).flatMap((table) =>
      table.rows.slice(1).flatMap(([first]) => (first?.source && first.source.kind !== 'member' ? [first.source] : [])),
    );
    const count = (kind: string) => ids.filter((source) => source.kind === kind).length;
    // An event stands once among meetings or visits, and again for what was said at it.
    expect(count('event')).toBe(of('attended') + of('missed') + of('speeches'));
    for (const [kind, section] of [
      ['proposal', 'proposals'],
      ['opinion', 'opinions'],
      ['contribution', 'contributions'],
      ['award', 'awards'],
    ] as const)
      expect(count(kind), kind).toBe(of(section));
    expect(model.blocks.some((block) => block.type === 'contents')).toBe(true);
  });

  it('历年得分等于计分页的得分，分类加起来是总分', () => {
    const { model } = compose('serviceArchive', { member: busiest() });
    const scheme = material.schemes?.find(({ audience }) => audience === 'member')?.id ?? '';
    const curve = rowsOf(tables(model)[1]).slice(1);
    // The sample's ledgers begin in 2024: years without a point of anybody are left out.
    expect(curve.map(([year]) => year)).toEqual(['2024年']);
    for (const [year = '', total, grade] of curve) {
      const result = material.scores?.(scheme, Number(year.slice(0, 4)))?.result(busiest());
      expect([total?.replace('－', '-'), grade]).toEqual([String(result?.total), result?.grade]);
    }
    const parts = rowsOf(tables(model)[2]).slice(1);
    const sum = parts.reduce((all, row) => all + Number(row[1]?.replace('－', '-') || 0), 0);
    expect(Math.round(sum * 100) / 100).toBe(Number(curve[0]?.[1]));
  });

  it('答复全文逐件印出，只列目录时不印', () => {
    const member = material
      .list('proposal')
      .find(({ values }) => Array.isArray(values.replies) && values.replies.length > 0)?.values.lead;
    const reply = '您提出的';
    expect(texts(compose('serviceArchive', { member }).model, 'body').join('')).toContain(reply);
    const short = compose('serviceArchive', { member, replies: '只列目录' }).model;
    expect(texts(short, 'body').join('')).not.toContain(reply);
    expect(texts(short, 'heading2')).toEqual([]);
  });

  it('附件里的图片放进册里，不是图片的不放，太多时说明', () => {
    const file = (name: string, type: string, at: number) => ({
      sha256: `${at}`.padStart(64, '0'),
      name,
      type,
      size: 9,
    });
    const files = [
      ...Array.from({ length: 14 }, (_, index) => file(`合影${index}.jpg`, 'image/jpeg', index)),
      file('证书.pdf', 'application/pdf', 99),
    ];
    const from = withRecords([changed('member', busiest(), { files })]);
    const { model, findings } = compose('serviceArchive', { member: busiest() }, from);
    const figures = model.blocks.filter((block) => block.type === 'figure');
    expect(figures).toHaveLength(12);
    expect(figures[0]?.caption).toBe('委员　合影0');
    expect(findings.map(({ message }) => message).join('')).toContain('有14幅图片');
    const without = compose('serviceArchive', { member: busiest(), pictures: '不放' }, from).model;
    expect(without.blocks.some((block) => block.type === 'figure')).toBe(false);
  });
});

describe('通讯录、联系卡、名册', () => {
  it('不含个人信息的一版没有一个手机号', () => {
    const mobiles = material.list('person').flatMap(({ values }) => (values.mobile ? [String(values.mobile)] : []));
    const open = JSON.stringify(compose('directory').model);
    const closed = JSON.stringify(compose('directory', { personal: '不含手机和住址' }).model);
    expect(mobiles.some((mobile) => open.includes(mobile))).toBe(true);
    expect(mobiles.some((mobile) => closed.includes(mobile))).toBe(false);
    const card = JSON.stringify(compose('contactCard', { personal: '不含手机' }).model);
    expect(mobiles.some((mobile) => card.includes(mobile))).toBe(false);
  });

  it('通讯录与名册同样的人、同样的次序', () => {
    const names = (id: string, column: number) =>
      rowsOf(tables(compose(id).model)[0])
        .filter((row) => row.length > 1)
        .slice(1)
        .map((row) => row[column]);
    expect(names('directory', 1)).toEqual(names('memberRoster', 1));
    expect(names('directory', 1).length).toBe(figure('ORG.MEMBER', { from: TODAY, to: TODAY }));
  });

  it('一张纸八张或十张，最后一张补空格', () => {
    const members = material
      .list('member')
      .slice(0, 11)
      .map(({ id }) => id);
    const eight = compose('contactCard', { members }).model;
    expect(tables(eight).map(({ rows }) => rows.length)).toEqual([4, 2]);
    expect(rowsOf(tables(eight)[1]).at(-1)?.[1]).toBe('');
    const ten = compose('contactCard', { members, perSheet: '10张', lines: '无线' }).model;
    expect(tables(ten).map(({ rows, lines }) => [rows.length, lines])).toEqual([
      [5, 'none'],
      [1, 'none'],
    ]);
    expect(() => compose('contactCard', { members: ['没有'] })).toThrow(/第1名委员找不到/);
  });
});
