import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { axeFindings, closeBrowser, startWalk, type Walk } from '../../support/browser.ts';

let walk: Walk;
beforeEach(async () => {
  walk = await startWalk();
});
afterEach(() => walk.end());
afterAll(closeBrowser);

const save = async (kind: string, values: Record<string, unknown>) =>
  (await walk.office.records.save({ kind, values })).id;
const count = async (kind: string) => (await walk.office.records.list({ kind })).total;
const valuesOf = async (kind: string, id: string) => (await walk.office.records.get({ kind, id })).record.values;

/** Set by hand to keep pictures: SHOTS=/some/folder. */
const shot = async (name: string) => {
  if (process.env.SHOTS) await walk.page.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
};

async function twoPeople() {
  const a = await save('person', { name: '金明', org: '示例区第一小学', mobile: '13900000001', parties: ['民建会员'] });
  const b = await save('person', {
    name: '金明',
    orgDuty: '副校长',
    sex: '男',
    mobile: '13900000001',
    parties: ['中共党员'],
  });
  return { a, b };
}

describe('重复项', () => {
  it('没有重复时说明这里会有什么', async () => {
    await walk.page.getByRole('link', { name: '重复项' }).click();
    await walk.page.getByText('没有发现重复', { exact: true }).waitFor();
    await shot('empty');
  });

  it('并排看、逐栏选、写理由、合并、撤销：引用转过去，两条同号都能回来', async () => {
    const { page, office } = walk;
    const { a, b } = await twoPeople();
    const [term] = (await office.records.list({ kind: 'term' })).records;
    const seat = await save('member', { person: b, term: term?.id });
    await save('person', { name: '旁人' });
    await walk.go('/duplicates');
    await page.getByRole('button', { name: /人员 1/ }).waitFor();
    await page.getByText('姓名相同 · 手机相同').first().waitFor();
    // The one that is pointed at is kept unless the clerk says otherwise.
    expect(await page.getByRole('radio', { name: '保留右边' }).isChecked()).toBe(true);
    await page.getByRole('radio', { name: '保留左边' }).check();
    await page.getByRole('radiogroup', { name: '政治面貌取哪边' }).getByText('都留').waitFor();
    await shot('pair');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('radiogroup', { name: '职务取哪边' }).getByText('左', { exact: true }).click();
    await page.getByLabel('合并理由').fill('导入时登记了两次');
    await page.getByRole('button', { name: '合并成一人' }).click();
    await page.getByText('没有发现重复的人员').waitFor();
    expect(await valuesOf('person', a)).toMatchObject({
      org: '示例区第一小学',
      sex: '男',
      parties: ['民建会员', '中共党员'],
    });
    expect(await valuesOf('person', a)).not.toHaveProperty('orgDuty');
    expect((await valuesOf('member', seat)).person).toBe(a);
    await page.getByRole('button', { name: /撤销：合并人员 金明（导入时登记了两次）/ }).click();
    await expect.poll(() => count('person')).toBe(3);
    expect((await valuesOf('member', seat)).person).toBe(b);
    await page.getByRole('button', { name: /人员 1/ }).waitFor();
  });

  it('标为不是重复就不再列出，可以恢复', async () => {
    const { page } = walk;
    await twoPeople();
    await walk.go('/duplicates?kind=person');
    await page.getByRole('button', { name: '不是重复', exact: true }).click();
    await page.getByText('没有发现重复的人员').waitFor();
    expect(await count('person')).toBe(2);
    await page.getByRole('button', { name: '恢复标为“不是重复”的 1 对人员' }).click();
    await page.getByText('姓名相同 · 手机相同').first().waitFor();
  });

  it('两人同届都有任职：说明原因，先合并任职，再合并人', async () => {
    const { page, office } = walk;
    const { a, b } = await twoPeople();
    const [term] = (await office.records.list({ kind: 'term' })).records;
    await save('member', { person: a, term: term?.id, code: '12' });
    await save('member', { person: b, term: term?.id });
    await walk.go('/duplicates?kind=person');
    await page.getByRole('button', { name: '合并成一人' }).click();
    await page.getByText(/没有合并：合并后会有两名委员/).waitFor();
    await shot('refused');
    await page.getByRole('button', { name: '先合并这两名委员' }).click();
    await page.getByRole('button', { name: '合并成一名' }).click();
    await expect.poll(() => count('member')).toBe(1);
    await page.getByRole('button', { name: /人员 1/ }).click();
    await page.getByRole('button', { name: '合并成一人' }).click();
    await expect.poll(() => count('person')).toBe(1);
  });

  it('只用键盘：上下换一对，Ctrl+Enter 合并', async () => {
    const { page } = walk;
    await twoPeople();
    for (const title of ['关于老旧小区加装电梯的建议', '关于推进老旧小区加装电梯的提案'])
      await save('proposal', { title: `${title}${'，并对居民自治议事协商机制作出长效安排'.repeat(1)}` });
    await save('person', { name: '金明', mobile: '13900000001' });
    await walk.go('/duplicates?kind=person');
    const list = page.getByLabel('可能重复的各对').getByRole('button');
    await expect.poll(() => list.count()).toBe(3);
    await list.first().focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => list.nth(1).getAttribute('aria-current')).toBe('true');
    await page.getByRole('button', { name: '合并成一人' }).waitFor();
    await shot('keyboard');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => count('person')).toBe(2);
    await walk.go('/duplicates?kind=proposal');
    await shot('proposals');
  });
});

describe('填写时提示可能已有', () => {
  it('写到已有的姓名就提示，可打开来看，不妨碍保存', async () => {
    const { page } = walk;
    await save('person', { name: '金明', org: '示例区第一小学' });
    await walk.go('/records/person/new');
    await page.getByLabel('姓名', { exact: true }).fill('金　明');
    await page.getByText('库中可能已有：').waitFor();
    await shot('notice');
    await page.locator('.may-exist').getByRole('button', { name: '金　明' }).click();
    await page.getByLabel('人员摘要').getByText('示例区第一小学').first().waitFor();
    await shot('notice-open');
    await page.getByRole('button', { name: '收起' }).click();
    await page.getByRole('button', { name: '知道了' }).click();
    await expect.poll(() => page.getByText('库中可能已有：').count()).toBe(0);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await expect.poll(() => count('person')).toBe(2);
  });
});
