import { setImmediate as tick } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createSearch, type Search } from '../../../electron/search/index.ts';
import { parseQuery } from '../../../electron/search/parse-query.ts';
import { kinds } from '../../../shared/records/index.ts';
import { bodyFromText } from '../../../shared/text/body.ts';
import { NaiveLibrary, testKind } from './naive.ts';

function libraryOf(...records: readonly [kind: string, id: string, values: object][]): {
  library: NaiveLibrary;
  search: Search;
} {
  const library = new NaiveLibrary();
  for (const [kind, id, values] of records) library.put(kind, id, values as Record<string, unknown>);
  return { library, search: createSearch([...library.records.values()], library.lookup, testKind) };
}

const ids = (search: Search, text: string, more: object = {}): string[] =>
  search.query({ text, ...more }).hits.map(({ id }) => id);

describe('查询的写法', () => {
  it('空格为“且”，减号为“非”，引号保留空格，中文引号、全角减号也行', () => {
    expect(parseQuery('提案　委员 -草稿')).toEqual({ positive: ['提案', '委员'], negative: ['草稿'] });
    expect(parseQuery('“Hello  World” －"a b"')).toEqual({ positive: ['hello world'], negative: ['a b'] });
    expect(parseQuery('第 三 次')).toEqual({ positive: ['第', '三', '次'], negative: [] });
    expect(parseQuery('"第 三 次"').positive).toEqual(['第三次']);
    expect(parseQuery('提案 提案').positive).toEqual(['提案']);
    expect(parseQuery('坚持“两个维护”的').positive).toEqual(['坚持"两个维护"的']);
    expect(parseQuery('COVID-19').positive).toEqual(['covid-19']);
    expect(parseQuery('  ')).toEqual({ positive: [], negative: [] });
    expect(parseQuery('-').positive).toEqual(['-']);
  });
});

describe('找到什么', () => {
  it('被软换行、空格隔开的词找得到，标记在原文上', () => {
    const { search } = libraryOf(['note', 'n1', { title: '甲', body: bodyFromText('x') }]);
    search.apply(
      new NaiveLibrary().put('note', 'n2', {
        title: '乙',
        body: { blocks: [{ type: 'paragraph', text: [{ text: '全体政协\n  委' }, { text: '员参加了会议。' }] }] },
      }),
    );
    const [hit] = search.query({ text: '政协委员' }).hits;
    expect(hit?.id).toBe('n2');
    expect(hit?.snippets[0]?.place).toBe('body/0');
    const [[start, end] = [0, 0]] = hit?.snippets[0]?.marks ?? [];
    expect(hit?.snippets[0]?.text.slice(start, end)).toBe('政协   委员');
  });

  it('一个字、繁体、全角、大写的查询都行', () => {
    const { search } = libraryOf(['note', 'n1', { title: '关于臺灣同胞的ABC' }]);
    for (const text of ['台', '臺', '台湾', 'ａｂｃ', 'abc', 'ABC', '同'])
      expect(ids(search, text), text).toEqual(['n1']);
  });

  it('词不跨单元：不跨表格的格、列表的项、段落、字段', () => {
    const cell = (text: string): object => ({ text: [{ text }] });
    const { search } = libraryOf([
      'note',
      'n1',
      {
        title: '政协',
        tags: ['委', '员会'],
        body: {
          blocks: [
            { type: 'table', headRows: 0, rows: [[cell('教育'), cell('局长')]] },
            { type: 'paragraph', text: [{ text: '结尾' }] },
            { type: 'paragraph', text: [{ text: '开头', note: '脚注' }] },
          ],
        },
      },
    ]);
    for (const text of ['育局', '委员', '尾开', '头脚', '协委']) expect(ids(search, text), text).toEqual([]);
    for (const text of ['教育', '局长', '脚注', '教育 局长']) expect(ids(search, text), text).toEqual(['n1']);
  });

  it('不检索的字段、数字、日期不算', () => {
    const { search } = libraryOf([
      'note',
      'n1',
      { title: '甲', code: '秘密', date: '2024-02-26', rows: [{ secret: '内部' }] },
    ]);
    for (const text of ['秘密', '内部', '2024']) expect(ids(search, text)).toEqual([]);
  });

  it('按所引用记录的标题找到；那条改名、删除、恢复后跟着变', () => {
    const { library, search } = libraryOf(
      ['person', 'p1', { name: '林知远' }],
      ['note', 'n1', { title: '座谈会', author: 'p1', rows: [{ member: 'p1' }] }],
    );
    expect(ids(search, '林知远').sort()).toEqual(['n1', 'p1']);
    const renamed = library.put('person', 'p1', { name: '林致远' });
    search.apply(renamed);
    expect(ids(search, '林知远')).toEqual([]);
    expect(ids(search, '林致远').sort()).toEqual(['n1', 'p1']);
    expect(search.query({ text: '座谈会' }).hits[0]?.subtitle).toBe('林致远');
    search.apply(library.undo(renamed));
    expect(ids(search, '林知远').sort()).toEqual(['n1', 'p1']);
    const removed = library.remove('person', 'p1');
    search.apply(removed);
    expect(ids(search, '林知远')).toEqual([]);
    search.apply(library.undo(removed));
    expect(ids(search, 'lzy').sort()).toEqual(['n1', 'p1']);
  });

  it('姓名可用拼音和首字母，标出名字；别的文字不行', () => {
    const { search } = libraryOf(
      ['person', 'p1', { name: '单国强' }],
      ['person', 'p2', { name: '李华中' }],
      ['note', 'n1', { title: '李华中同志的报告' }],
    );
    expect(ids(search, 'sgq')).toEqual(['p1']);
    expect(ids(search, 'danguoqiang')).toEqual(['p1']);
    expect(ids(search, 'lihz')).toEqual(['p2']);
    const [hit] = search.query({ text: 'hz' }).hits;
    expect(hit?.titleMarks).toEqual([[1, 3]]);
    expect(hit?.snippets[0]).toEqual({ text: '李华中', marks: [[1, 3]], place: 'name' });
    expect(ids(search, '-lhz').sort()).toEqual(['n1', 'p1', 'p2']);
  });

  it('按种类、年份、界别筛选；各类计数不受种类筛选影响', () => {
    const { search } = libraryOf(
      ['sector', 's1', { name: '教育界' }],
      ['person', 'p1', { name: '甲', sector: 's1' }],
      ['person', 'p2', { name: '乙' }],
      ['note', 'n1', { title: '调研', author: 'p1', date: '2024-02-26' }],
      ['note', 'n2', { title: '调研', author: 'p2', date: '2023-05-01' }],
    );
    expect(ids(search, '调研', { year: 2024 })).toEqual(['n1']);
    expect(ids(search, '调研', { sector: 's1' })).toEqual(['n1']);
    expect(ids(search, '', { kinds: ['person'] }).sort()).toEqual(['p1', 'p2']);
    const result = search.query({ text: '甲', kinds: ['note'] });
    expect(result.byKind).toEqual({ person: 1, note: 1 });
    expect(result.total).toBe(1);
    expect(search.query({ text: '' }).total).toBe(0);
  });
});

describe('先后与片段', () => {
  it('题名全同、题名开头、题名之中、小标题、次数、时间，依次排列', () => {
    const heading = (text: string): object => ({ blocks: [{ type: 'heading', level: 1, text: [{ text }] }] });
    const { search } = libraryOf(
      ['note', 'once', { title: '其一', body: bodyFromText('提案'), date: '2020-01-01' }],
      ['note', 'newer', { title: '其二', body: bodyFromText('提案'), date: '2024-01-01' }],
      ['note', 'twice', { title: '其三', body: bodyFromText('提案和提案') }],
      ['note', 'head', { title: '其四', body: heading('提案办理') }],
      ['note', 'middle', { title: '关于提案' }],
      ['note', 'start', { title: '提案工作' }],
      ['note', 'exact', { title: '提案' }],
    );
    expect(ids(search, '提案')).toEqual(['exact', 'start', 'middle', 'head', 'twice', 'newer', 'once']);
    expect(ids(search, '提案', { order: 'newest', kinds: ['note'] }).indexOf('newer')).toBeLessThan(
      ids(search, '提案', { order: 'newest' }).indexOf('once'),
    );
    expect(ids(search, '提案', { offset: 2, limit: 3 })).toEqual(['middle', 'head', 'twice']);
  });

  it('分页接得上：一页一页取与一次取完相同', () => {
    const records = Array.from({ length: 237 }, (_, at) => ['note', `n${at}`, { title: `提案${at % 3}` }] as const);
    const { search } = libraryOf(...records.map(([kind, id, values]): [string, string, object] => [kind, id, values]));
    const all = ids(search, '提案', { limit: 1000 });
    const paged: string[] = [];
    for (let offset = 0; offset < 237; offset += 10) paged.push(...ids(search, '提案', { offset, limit: 10 }));
    expect(paged).toEqual(all);
    expect(search.query({ text: '提案', limit: 0 }).total).toBe(237);
  });

  it('片段取词多的段，从句子开头截，最多三段', () => {
    const filler = '这一段讲别的事情，说得很长很长。'.repeat(20);
    const { search } = libraryOf([
      'note',
      'n1',
      {
        title: '甲',
        body: bodyFromText(`${filler}委员提出意见。\n${filler}委员就提案办理提出意见。${filler}\n委员\n委员\n委员`),
      },
    ]);
    const [hit] = search.query({ text: '委员 提案' }).hits;
    expect(hit?.snippets).toHaveLength(3);
    expect(hit?.snippets[0]?.place).toBe('body/1');
    expect(hit?.snippets[0]?.text.startsWith('…委员就提案办理提出意见。')).toBe(true);
    expect(hit?.snippets[0]?.marks).toEqual([
      [1, 3],
      [4, 6],
    ]);
    for (const { text } of hit?.snippets ?? []) expect(text.length).toBeLessThan(120);
  });

  it('边打边提示：题名和姓名，按字、拼音、首字母', () => {
    const { search } = libraryOf(
      ['person', 'p1', { name: '李华中' }],
      ['note', 'n1', { title: '李华中来稿', body: bodyFromText('正文里的王明') }],
    );
    expect(search.suggest('李').map(({ id }) => id)).toEqual(['p1', 'n1']);
    expect(search.suggest('lhz').map(({ id }) => id)).toEqual(['p1']);
    expect(search.suggest('来稿')).toEqual([{ kind: 'note', id: 'n1', title: '李华中来稿' }]);
    expect(search.suggest('王明')).toEqual([]);
    expect(search.suggest('')).toEqual([]);
  });
});

describe('提示与逐条包含一致', () => {
  it('排队中、进了索引、改名、删除、整个重来之后都一样', async () => {
    const library = new NaiveLibrary();
    const search = createSearch([], library.lookup, testKind);
    const parts = ['提案', '委员', '会议', '办理', '工作', '2024', '社情', '民意'];
    let step = 1;
    const part = (): string => {
      step = (step * 48271) % 2147483647;
      return parts[step % parts.length] ?? '';
    };
    for (let round = 0; round < 4000; round += 1) {
      const id = `n${step % 700}`;
      search.apply(
        step % 7 === 0 ? library.remove('note', id) : library.put('note', id, { title: part() + part() + part() }),
      );
      if (round % 11 === 0) await tick();
      if (round % 40 !== 0) continue;
      for (const text of ['提案', '案', '会议办理', '员会', '案工', part() + part()]) {
        const expected = [...library.records.values()].filter(({ values }) => String(values.title).includes(text));
        const offered = search.suggest(text, 10_000).map(({ id: found }) => found);
        expect(offered.sort(), `“${text}”`).toEqual(expected.map((record) => record.id).sort());
      }
    }
    search.close();
  });
});

describe('真正的记录种类', () => {
  it('每一种都能进检索：文字字段写什么就找得到什么', () => {
    const library = new NaiveLibrary();
    const search = createSearch([], library.lookup);
    const missed: string[] = [];
    for (const kind of kinds) {
      for (const [name, field] of Object.entries(kind.fields)) {
        if (field.unsearched || !['text', 'longText', 'body'].includes(field.type)) continue;
        const text = `独有字样${kind.id}${name}`;
        const value = field.type === 'body' ? bodyFromText(text) : text;
        search.apply(library.put(kind.id, `${kind.id}-${name}`, { [name]: value }));
        if (!ids(search, text).includes(`${kind.id}-${name}`)) missed.push(`${kind.id}.${name}`);
      }
    }
    expect(missed).toEqual([]);
    expect(kinds.length).toBeGreaterThan(5);
  });
});
