import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkshop, type Tally, type Workshop, workAndTakeBack } from './random-work.ts';

/** Every operation there is; each must have come through somewhere, or the property says nothing about it. */
const OPERATIONS = '新建 修改 删除 批量 粘贴 合并 不是重复 办理 更正状态 恢复旧版 导入 撤销 重做'.split(' ');

/** ANTOU_FULL_UNDO=1 runs every seed at full length (minutes); otherwise one seed in ten, the others are shorter. */
const FULL = process.env.ANTOU_FULL_UNDO === '1';
const FULL_LENGTH = 200;
const lengthOf = (seed: number) => (FULL || seed % 10 === 0 ? FULL_LENGTH : 8 + ((seed * 7) % 29));

/** Seeds first … last, one after the other. Two files share the thousand, so that two processors can. */
export function undoSeeds(first: number, last: number): void {
  let workshop: Workshop;
  beforeAll(async () => {
    workshop = await openWorkshop();
  });
  afterAll(() => workshop.end());

  it(
    `随意做一串事（种子 ${first}–${last}），全部撤销回到开始，全部重做回到做完`,
    async () => {
      const tally: Tally = { done: {}, refused: {}, undone: 0 };
      let planned = 0;
      for (let seed = first; seed <= last; seed += 1) {
        planned += lengthOf(seed);
        await workAndTakeBack(workshop, seed, lengthOf(seed), tally);
      }
      for (const name of OPERATIONS) expect(tally.done[name], `“${name}”一次也没有做成`).toBeGreaterThan(0);
      const done = Object.values(tally.done).reduce((sum, count) => sum + count, 0);
      expect(done).toBeGreaterThan(planned * 0.9);
      if (FULL) console.info(`做成 ${done} 步，撤销并重做 ${tally.undone} 步`, tally);
    },
    FULL ? 7_200_000 : 600_000,
  );
}
