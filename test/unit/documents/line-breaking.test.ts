import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameBreaks, nameRow, nameTokens, spacedName } from '../../../shared/documents/names.ts';
import { paperText, setParagraph } from '../../../shared/documents/paragraph-setting.ts';
import { titleBreaks } from '../../../shared/documents/title-breaking.ts';

const WIDTH = 442.2;
const lines = (text: string, role: 'body' | 'nameList' | 'title' = 'body', lead = ''): string[] =>
  setParagraph({ type: 'paragraph', role, runs: [...(lead ? [{ text: lead, lead: true }] : []), { text }] }, WIDTH).map(
    (line) => line.runs.map((run) => run.text).join(''),
  );

describe('断行', () => {
  test('首行26字，以后每行28字', () => {
    const set = lines('政'.repeat(100));
    expect(set.map((line) => line.length)).toEqual([26, 28, 28, 18]);
  });

  test('点号不在行首，前引号不在行末', () => {
    const set = lines(`${'政'.repeat(26)}。${'协'.repeat(26)}“${'案'.repeat(10)}”`);
    expect(set[0]).toBe('政'.repeat(25));
    expect(set[1]?.startsWith('政。')).toBe(true);
    for (const line of set) {
      expect(line).not.toMatch(/^[。，、；：？！”）》]/u);
      expect(line).not.toMatch(/[“（《]$/u);
    }
  });

  test('数字不拆开，省略号和破折号不拆开', () => {
    const set = lines(`${'政'.repeat(24)}2024年${'协'.repeat(20)}`);
    expect(set[0]).toBe(`${'政'.repeat(24)}2024`);
    expect(lines(`${'政'.repeat(25)}2024年`)[1]).toBe('2024年');
    expect(lines(`${'政'.repeat(25)}——然后`)[0]).toBe('政'.repeat(25));
    expect(lines(`${'政'.repeat(25)}……然后`)[0]).toMatch(/政$/u);
  });

  test('任何文字断行后一字不少、行不超宽、不死循环', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'政协提案。，“”（）《》2024abc.-— \u3000…①𬭎'), maxLength: 400 }),
        (text) => {
          const set = setParagraph({ type: 'paragraph', role: 'body', runs: [{ text }] }, WIDTH);
          const joined = set.flatMap((line) => line.runs.map((run) => run.text)).join('');
          expect(joined.replace(/ /g, '')).toBe(text.replace(/ /g, ''));
          for (const line of set) {
            if (line.runs.at(-1)?.text.endsWith(' ')) continue;
            expect(line.width).toBeLessThanOrEqual(line.room + 0.02);
          }
        },
      ),
    );
  });

  test('两端对齐的行补满版心', () => {
    const [, second] = setParagraph({ type: 'paragraph', role: 'body', runs: [{ text: '政'.repeat(80) }] }, WIDTH);
    const count = second?.runs.map((run) => run.text).join('').length ?? 0;
    const natural = count * 16;
    expect(natural + (second?.letterSpacing ?? 0) * count).toBeCloseTo(WIDTH, 0);
  });
});

describe('名单', () => {
  test('两字名空开，逐名不拆', () => {
    expect(spacedName('丁一')).toBe('丁\u3000一');
    expect(spacedName('王小明')).toBe('王小明');
    expect(spacedName('𬭎一')).toBe('𬭎\u3000一');
    expect(nameTokens('丁\u3000一\u3000王小明\u3000何\u3000方').map(({ text }) => text)).toEqual([
      '丁\u3000一',
      '王小明',
      '何\u3000方',
    ]);
  });

  test('回行对齐冒号后首字，名字不断开', () => {
    const names = ['李桂兰', '丁一', '王喆', '赵赟', '刘洋', '吴建国', '陈志强', '欧阳明远'];
    const set = lines(nameRow(names), 'nameList', '出席：');
    expect(set).toHaveLength(2);
    expect(set[0]).toBe(`出席：${nameRow(names.slice(0, 6))}`);
    expect(set[1]).toBe(nameRow(names.slice(6)));
  });

  test('任何一组名字都完整出现在某一行', () => {
    const name = fc.string({ unit: fc.constantFrom(...'王李张赵喆赟𬭎䶮欧阳'), minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 40 }), (names) => {
        const row = nameRow(names);
        const places = [0, ...nameBreaks(row, 23), row.length];
        const rows = places.slice(1).map((end, index) => row.slice(places[index], end));
        expect(rows.join('')).toBe(row);
        for (const one of names) expect(rows.some((text) => text.includes(spacedName(one)))).toBe(true);
      }),
    );
  });
});

describe('标题', () => {
  const widthOf = (part: string) => [...part].length * 22;
  test('放得下不断', () => expect(titleBreaks('主席会议纪要', widthOf, WIDTH)).toEqual([]));
  test('长标题在词间断开，两行相近', () => {
    const title = '关于进一步加强和改进委员联络工作站建设的做法';
    const [at] = titleBreaks(title, widthOf, WIDTH);
    expect(at).toBeGreaterThan(6);
    expect(title.slice(at)).not.toMatch(/^的|^站/u);
    expect(Math.abs((at ?? 0) * 2 - title.length)).toBeLessThanOrEqual(6);
  });
  test('没有词界的超长标题照样断行，不出错', () => {
    expect(lines('龘'.repeat(90), 'title').join('')).toBe('龘'.repeat(90));
  });
});

test('纸上不许有控制符、半个字和非字符', () => {
  expect(paperText('a\u0000b\ud800c\uffffd\u200be\ufefff\n\t')).toBe('ab\ufffdcdef\n\t');
});
