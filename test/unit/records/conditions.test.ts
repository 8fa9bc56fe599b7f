import { describe, expect, it } from 'vitest';
import {
  type Condition,
  compileConditions,
  condition,
  conditionProblem,
  conditionWords,
  fieldOnPath,
  LiveWorld,
  pathWords,
  valuesOnPath,
} from '../../../shared/records/conditions/index.ts';
import { HandLedger } from '../figures/ledger.ts';

const ledger = new HandLedger();
ledger.add('campaign', 'study', { name: '主题教育' });
ledger.add('person', 'p1', { name: '张三', parties: ['民盟'] });
ledger.add('member', 'm1', { person: 'p1', isStanding: true, subdistrictOffice: 's1' });
ledger.add('member', 'm2', { isStanding: false });
ledger.add('event', 'e1', {
  title: '专题协商会',
  start: '2024-03-05T09:00',
  consultForm: '专题协商会',
  campaigns: ['study'],
  studyCount: true,
  attendance: [
    { member: 'm1', role: '应出席', state: '出席' },
    { member: 'm2', role: '列席', state: '缺席' },
  ],
});
ledger.add('event', 'e2', { title: '走访', start: '2023-12-31T15:00', campaigns: ['gone'] });
ledger.add('suggestion', 'g1', { event: 'e1', text: '增加公交' });
ledger.add('suggestion', 'g2', { event: 'e2', text: '增设路灯' });
ledger.add('opinion', 'o1', {
  rawTitle: '甲',
  adoptions: [
    { level: '市', action: '报送' },
    { level: '省', action: '采用' },
  ],
});
ledger.add('opinion', 'o2', { rawTitle: '乙', adoptions: [{ level: '市', action: '采用' }] });
ledger.add('bulletin', 'b1', { year: 2024, items: [{ opinion: 'o2' }] });
ledger.add('bulletin', 'b2', { year: 2023, items: [{ opinion: 'o1' }] });

const world = new LiveWorld({
  list: ledger.list,
  lookup: ledger.lookup,
  rule: (name) =>
    name === 'event.long'
      ? { id: name, kind: 'event', words: '名称超过四个字', fits: ({ values }) => String(values.title).length > 4 }
      : undefined,
});
const ids = (kind: string, ...conditions: Condition[]): string[] =>
  ledger
    .list(kind)
    .filter(compileConditions(kind, conditions, world))
    .map(({ id }) => id);

describe('条件', () => {
  it.each<[string, string, Condition[], string[]]>([
    ['选项里的一个', 'event', [{ type: 'any', field: 'consultForm', values: ['专题协商会', '对口协商'] }], ['e1']],
    ['不是', 'event', [{ type: 'any', field: 'consultForm', values: ['专题协商会'], not: true }], ['e2']],
    ['空白也算一个值', 'event', [{ type: 'any', field: 'consultForm', values: [null] }], ['e2']],
    ['没有勾选与从未看过都是否', 'event', [{ type: 'any', field: 'studyCount', values: [false] }], ['e2']],
    ['沿引用看名称', 'event', [{ type: 'any', field: 'campaigns.name', values: ['主题教育'] }], ['e1']],
    ['引用的引用', 'event', [{ type: 'contains', field: 'attendance.member.person.name', text: '张' }], ['e1']],
    ['引用的记录不在了就没有值', 'event', [{ type: 'filled', field: 'campaigns.name' }], ['e1']],
    ['从另一条记录数过来', 'suggestion', [{ type: 'any', field: 'event.consultForm', values: ['专题协商会'] }], ['g1']],
    ['日期在一年之内', 'event', [{ type: 'between', field: 'start', from: '2024', to: '2024' }], ['e1']],
    [
      '表格里分别有',
      'opinion',
      [
        { type: 'any', field: 'adoptions.level', values: ['市'] },
        { type: 'any', field: 'adoptions.action', values: ['采用'] },
      ],
      ['o1', 'o2'],
    ],
    [
      '同一行都满足',
      'opinion',
      [
        {
          type: 'row',
          field: 'adoptions',
          where: [
            { type: 'any', field: 'level', values: ['市'] },
            { type: 'any', field: 'action', values: ['采用'] },
          ],
        },
      ],
      ['o2'],
    ],
    [
      '没有这样一行',
      'opinion',
      [{ type: 'row', field: 'adoptions', where: [{ type: 'any', field: 'level', values: ['省'] }], not: true }],
      ['o2'],
    ],
    [
      '行里的引用',
      'event',
      [
        {
          type: 'row',
          field: 'attendance',
          where: [
            { type: 'any', field: 'member.isStanding', values: [true] },
            { type: 'any', field: 'state', values: ['出席'] },
          ],
        },
      ],
      ['e1'],
    ],
    [
      '被别的记录写着',
      'opinion',
      [
        {
          type: 'pointed',
          kind: 'bulletin',
          field: 'items.opinion',
          where: [{ type: 'any', field: 'year', values: [2024] }],
        },
      ],
      ['o2'],
    ],
    ['有名字的规则', 'event', [{ type: 'rule', rule: 'event.long' }], ['e1']],
    [
      '至少一条',
      'event',
      [
        {
          type: 'either',
          of: [
            { type: 'contains', field: 'title', text: '走访' },
            { type: 'filled', field: 'studyCount' },
          ],
        },
      ],
      ['e1', 'e2'],
    ],
    [
      '一条也不',
      'event',
      [{ type: 'either', of: [{ type: 'contains', field: 'title', text: '走访' }], not: true }],
      ['e1'],
    ],
    ['没有条件就是全部', 'event', [], ['e1', 'e2']],
  ])('%s', (_label, kind, conditions, expected) => {
    expect(ids(kind, ...conditions)).toEqual(expected);
    // What the contract takes in is what is counted with.
    for (const one of conditions) expect(condition.parse(JSON.parse(JSON.stringify(one)))).toEqual(one);
    expect(conditionProblem(kind, conditions, new Set(['event.long']))).toBeUndefined();
  });

  it('写错的条件什么也数不到，并说清楚错在哪里', () => {
    const wrong: [string, Condition, string][] = [
      ['event', { type: 'any', field: 'nothing', values: ['x'] }, '没有“nothing”'],
      ['event', { type: 'any', field: 'presentCount', values: [1] }, '程序算出来的'],
      ['event', { type: 'rule', rule: '没有的' }, '没有“没有的”这条规则'],
      ['event', { type: 'any', field: 'subtype', values: [] }, '还没有选'],
      ['opinion', { type: 'row', field: 'adoptions', where: [{ type: 'filled', field: 'colour' }] }, '没有“colour”'],
      ['opinion', { type: 'pointed', kind: 'bulletin', field: 'year' }, '不指向社情民意'],
    ];
    for (const [kind, one, says] of wrong) {
      expect(ids(kind, one)).toEqual([]);
      expect(conditionProblem(kind, [one], new Set())).toContain(says);
    }
    // Not even turned round: a broken definition must not count everything.
    expect(
      ids('opinion', { type: 'row', field: 'adoptions', where: [{ type: 'filled', field: 'colour' }], not: true }),
    ).toEqual([]);
    expect(ids('event', { type: 'any', field: 'nothing', values: ['x'], not: true })).toEqual([]);
  });

  it('读成一句话，用的都是栏目的名称', () => {
    const words = conditionWords(
      'opinion',
      [
        { type: 'row', field: 'adoptions', where: [{ type: 'any', field: 'level', values: ['市'] }] },
        { type: 'pointed', kind: 'bulletin', field: 'items.opinion' },
        { type: 'any', field: 'campaigns.name', values: ['主题教育'], not: true },
      ],
      () => undefined,
    );
    expect(words).toBe('“采用与报送”里有一行“层级”是市，有期刊期次的“条目·社情民意”写着它，“专项·名称”不是主题教育');
    expect(words).not.toMatch(/[a-z]/u);
  });

  it('路径：走过表格和引用，认得最后一栏', () => {
    expect(fieldOnPath('event', 'attendance.member.person.name')?.label).toBe('姓名');
    expect(pathWords('event', 'attendance.member')).toBe('出席情况·委员');
    expect(fieldOnPath('event', 'title.name')).toBeUndefined();
    expect(fieldOnPath('event', '__proto__')).toBeUndefined();
    const [first] = ledger.list('event');
    expect(first && valuesOnPath(first, 'attendance.member.subdistrictOffice', world)).toEqual(['s1']);
  });
});
