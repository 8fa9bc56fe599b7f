import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHtml, toTsv } from '../../../renderer/records/list/block-text.ts';
import { GroupLines } from '../../../renderer/records/list/group-lines.ts';
import { nextSort } from '../../../renderer/records/list/list-words.ts';
import { isEditable, layOver } from '../../../renderer/records/list/paste-cells.ts';
import { parseCells } from '../../../renderer/records/parse-cells.ts';
import { kindOf } from '../../../shared/records/registry.ts';

function kind(id: string) {
  const found = kindOf(id);
  if (!found) throw new Error(`没有种类 ${id}`);
  return found;
}

describe('分组的行', () => {
  const groups = fc.array(fc.record({ count: fc.integer({ min: 1, max: 6 }), folded: fc.boolean() }), { maxLength: 8 });

  it('与一行行写出来的清单一致', () => {
    fc.assert(
      fc.property(groups, (made) => {
        const list = made.map(({ count }, index) => ({ label: String(index), count }));
        const folded = new Set(made.flatMap((group, index) => (group.folded ? [String(index)] : [])));
        const total = list.reduce((sum, group) => sum + group.count, 0);
        const lines = new GroupLines(total, list, folded);
        const plain: string[] = [];
        const lineOf = new Map<number, number>();
        let row = 0;
        for (const [index, group] of list.entries()) {
          const head = plain.length;
          plain.push(`组${index}`);
          for (let at = 0; at < group.count; at += 1, row += 1) {
            if (folded.has(group.label)) lineOf.set(row, head);
            else {
              lineOf.set(row, plain.length);
              plain.push(`行${row}`);
            }
          }
        }
        expect(lines.count).toBe(plain.length);
        const shown = plain.map((_, line) => {
          const found = lines.at(line);
          return found.type === 'head' ? `组${found.group}` : `行${found.row}`;
        });
        expect(shown).toEqual(plain);
        for (const [at, line] of lineOf) expect(lines.lineOf(at)).toBe(line);
        for (const [at, line] of lineOf) {
          const visible = plain.slice(line + 1).find((word) => word.startsWith('行'));
          if (visible) expect(`行${lines.step(at, 1)}`).toBe(visible);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('不分组时每行一条，走到头就停', () => {
    const lines = new GroupLines(3);
    expect([lines.count, lines.lineOf(2), lines.step(1, 5), lines.step(1, -5)]).toEqual([3, 2, 2, 0]);
  });
});

describe('表格剪贴', () => {
  const cell = fc.string({ unit: fc.constantFrom('甲', '0', '1', '"', '\t', '\n', '=', ' ', ',', '<', '&') });

  it('复制出去再粘贴回来，一格不差（有制表符、换行、引号也是）', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 4 })
          .chain((width) =>
            fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
          ),
        (lines) => {
          // A last line of one blank cell cannot be told from the line break that ends every block.
          fc.pre(lines.at(-1)?.join('') !== '' || (lines[0]?.length ?? 0) > 1);
          const block = { heads: [], lines, asText: [] };
          expect(parseCells(toTsv(block, false))).toEqual(lines);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('HTML 里编号按文本，尖括号不成标记，格内换行仍在一格', () => {
    const html = toHtml(
      {
        heads: ['编号', '数'],
        lines: [
          ['0017', '3'],
          ['=1+1', '<b>\n甲'],
        ],
        asText: [true, false],
      },
      true,
    );
    expect(html).toContain(`<td style="mso-number-format:'\\@'">0017</td><td>3</td>`);
    expect(html).toContain(`'\\@'">=1+1</td>`);
    expect(html).toContain('&lt;b&gt;<br style="mso-data-placement:same-cell">甲');
    expect(html).toContain('<tr><th>编号</th><th>数</th></tr>');
  });

  it('U-05：12×6 中有一列空，从倒数第三行贴：改三行、加九行，空格什么也不动', () => {
    const person = kind('person');
    const fields = ['name', 'sex', 'birth', 'org', 'orgDuty', 'mobile'];
    const cells = Array.from({ length: 12 }, (_, row) => [`人${row}`, '男', '', `单位${row}`, '职员', '']);
    const { lines, notes } = layOver(cells, { row: 7, column: 0 }, person, fields, 10);
    expect(lines).toHaveLength(12);
    expect(lines.map((line) => line.row)).toEqual([7, 8, 9, ...Array.from({ length: 9 }, () => undefined)]);
    for (const { texts } of lines) expect(Object.keys(texts)).toEqual(['name', 'sex', 'org', 'orgDuty']);
    expect(notes).toEqual([]);
  });

  it('第一行是栏目名就按名对应，不论先后；多出的栏、不能填的栏说出来', () => {
    const person = kind('person');
    const heads = layOver(
      [
        ['性别', '姓名'],
        ['女', '于春梅'],
      ],
      { row: 0, column: 3 },
      person,
      ['name', 'sex'],
      0,
    );
    expect(heads.lines).toEqual([{ texts: { sex: '女', name: '于春梅' } }]);
    const beyond = layOver([['于春梅', '女', '多']], { row: 0, column: 0 }, person, ['name', 'sex'], 0);
    expect(beyond.notes).toEqual(['右边多出 1 栏，列表里没有对应的栏目，没有采用']);
    const sector = kind('sector');
    expect(isEditable(sector, 'memberCount')).toBe(false);
    expect(layOver([['12']], { row: 0, column: 0 }, sector, ['memberCount'], 1).notes[0]).toContain('不能在列表里粘贴');
  });
});

describe('点表头排序', () => {
  const orders = ['asc', 'desc'] as const;
  it('单点换次序再还原；按住 Shift 在后面加、换、去掉', () => {
    expect(nextSort({}, [['a', 'asc']], 'b', orders, false)).toEqual([['b', 'asc']]);
    expect(nextSort({ sort: [['b', 'asc']] }, [['b', 'asc']], 'b', orders, false)).toEqual([['b', 'desc']]);
    expect(nextSort({ sort: [['b', 'desc']] }, [['b', 'desc']], 'b', orders, false)).toEqual([]);
    const two = nextSort({}, [['a', 'asc']], 'b', orders, true);
    expect(two).toEqual([
      ['a', 'asc'],
      ['b', 'asc'],
    ]);
    const down = nextSort({}, two, 'b', orders, true);
    expect(down[1]).toEqual(['b', 'desc']);
    expect(nextSort({}, down, 'b', orders, true)).toEqual([['a', 'asc']]);
  });
});
