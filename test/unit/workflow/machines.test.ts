import { describe, expect, it } from 'vitest';
import { defaultEnumerations, enumerationOf, kindOf, kinds } from '../../../shared/records/index.ts';
import { machineOf, machines } from '../../../shared/workflow/index.ts';

/** The words as the model has them (A.2, A.3, A.4, A.5, A.8, A.9), written out once more to tell when either moves. */
const STATES: Readonly<Record<string, string>> = {
  proposal:
    '草稿 已提交 初审 退回修改 不予立案 并案 转社情民意 转委员来信 转上级政协 撤回 立案 已交办 办理中 退办异议 已答复 答复退回 征询意见 重新办理 办结 跟踪 归档',
  opinion: '登记 初选 要求补充 留存待用 未录用 拟用 编辑 核稿 签发 已编发 已报送 市采用 省采用 全国采用 转办 办结',
  topic:
    '已收集 已梳理 不属协商范围 转社情民意 转提案线索 已合并 入议题清单 已认领 列入计划 已邀请部门 协商中 形成意见 已交办 办理中 已办结 已反馈 已评价 未采纳 归档',
  suggestion: '待转 已转办 办理中 已答复 跟踪 办结 不予采纳',
  membership: '提名 协商决定 在任 届中增补 请辞待审 已辞去 已撤销 已终止 界别调整 换届离任',
  regulation: '起草 征求意见 审议 通过 印发 现行 被修订 废止',
  submission: '登记 初审 复审 终审 定稿 编入 已出版 退修 留用 不用',
};

const roles = enumerationOf(defaultEnumerations, 'officeRole')?.values.map(({ value }) => value) ?? [];

it('七个流程都在，与记录种类互相指着', () => {
  expect(machines.map(({ id }) => id)).toEqual(Object.keys(STATES));
  const declared = kinds.flatMap(({ id, process }) => (process ? [[id, process]] : []));
  expect(new Map(declared as [string, unknown][])).toEqual(
    new Map(machines.map(({ id, kind, field, log }) => [kind, expect.objectContaining({ machine: id, field, log })])),
  );
  for (const machine of machines) expect(machineOf(machine.kind)).toBe(machine);
});

describe.each(machines.map((machine) => [machine.label, machine] as const))('%s', (_label, machine) => {
  const kind = kindOf(machine.kind);
  const states = Object.keys(machine.states);

  it('状态与模型、与选项一个不差', () => {
    expect(states).toEqual(STATES[machine.id]?.split(' '));
    const field = kind?.fields[machine.field];
    const words = enumerationOf(defaultEnumerations, field?.enumeration ?? '')?.values ?? [];
    expect(words.map(({ value }) => value)).toEqual(states);
    // Renaming a state would leave its records without a way on.
    expect(words.filter(({ fixed }) => !fixed)).toEqual([]);
    expect(machine.initial).toContain(field?.initial ?? '（没有初值）');
  });

  it('每一步都从有名字的状态到有名字的状态，编号不重复', () => {
    for (const move of machine.moves) {
      expect(states, move.id).toEqual(expect.arrayContaining([...move.from, move.to]));
      expect(move.from.length, move.id).toBeGreaterThan(0);
    }
    const ids = machine.moves.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    // A label may be typed instead of an id.
    const labels = machine.moves.map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('每个状态都走得到；没有办完的都有出路', () => {
    const reached = new Set(machine.initial);
    for (let before = -1; before !== reached.size; ) {
      before = reached.size;
      for (const { from, to } of machine.moves) if (from.some((state) => reached.has(state))) reached.add(to);
    }
    expect(states.filter((state) => !reached.has(state))).toEqual([]);
    const stuck = states.filter((state) => {
      const ways = machine.moves.filter(({ from, to }) => from.includes(state) && to !== state);
      return ways.length === 0 && machine.states[state]?.final !== true;
    });
    expect(stuck).toEqual([]);
  });

  it('谁能办理都是机关里有的分工', () => {
    for (const move of machine.moves) {
      expect(move.by.length, move.id).toBeGreaterThan(0);
      expect(
        move.by.filter((role) => !roles.includes(role)),
        move.id,
      ).toEqual([]);
    }
  });

  it('要填的栏目这种记录里都有', () => {
    for (const { id, form } of machine.moves) {
      for (const item of form) {
        const name = 'rows' in item ? item.rows : item.field;
        const field = kind?.fields[name];
        expect(field, `${id} ${name}`).toBeDefined();
        if (!('rows' in item)) continue;
        const columns = [...item.columns, ...(item.required ?? []), ...(item.into ? [item.into] : [])];
        expect(
          columns.filter((column) => !field?.row?.[column]),
          `${id} ${name}`,
        ).toEqual([]);
        expect(item.columns, `${id} ${name}`).toEqual(expect.arrayContaining([...(item.required ?? [])]));
      }
    }
  });

  it('流程自己写的栏目与状态不由别的步骤填', () => {
    for (const { id, form } of machine.moves) {
      const names = form.map((item) => ('rows' in item ? item.rows : item.field));
      expect(names, id).not.toContain(machine.field);
      expect(names, id).not.toContain(machine.log);
      expect(new Set(names).size, id).toBe(names.length);
    }
  });
});
