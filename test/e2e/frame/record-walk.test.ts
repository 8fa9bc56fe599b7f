import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeBrowser, startWalk, type Walk } from '../../support/browser.ts';
import { addMembers } from './people.ts';

let walk: Walk;
beforeEach(async () => {
  walk = await startWalk();
});
afterEach(() => walk.end());
afterAll(closeBrowser);

describe('列表、表单、保存、撤销', () => {
  it('新建一名人员：保存后状态栏说已保存，撤销后没有，重做后又有', async () => {
    const { page, office } = walk;
    await walk.go('/records/person');
    await page.getByText('还没有人员').waitFor();
    await page.locator('.page-verbs').getByRole('button', { name: '新建人员' }).click();
    await page.getByLabel('姓名', { exact: true }).fill('李　桂兰');
    await page.getByLabel('出生年月').fill('1975年3月');
    await page.getByLabel('工作单位').fill('示例区第一中学');
    expect((await office.records.list({ kind: 'person' })).total).toBe(0);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('heading', { name: '李桂兰' }).waitFor();
    const [saved] = (await office.records.list({ kind: 'person' })).records;
    expect(saved?.values).toMatchObject({ name: '李桂兰', birth: '1975-03', org: '示例区第一中学' });
    await page.locator('.save-words', { hasText: /^已保存 \d\d:\d\d$/ }).waitFor();

    await page.getByRole('button', { name: /撤销：新建人员 李桂兰/ }).click();
    await expect.poll(async () => (await office.records.list({ kind: 'person' })).total).toBe(0);
    await page.getByRole('button', { name: /重做：.*李桂兰/ }).click();
    await expect.poll(async () => (await office.records.list({ kind: 'person' })).total).toBe(1);
    await walk.go('/records/person');
    await page.getByRole('row', { name: /李桂兰/ }).waitFor();
  });

  it('修改只改动过的栏目，清空的栏目被清掉', async () => {
    const { page, office } = walk;
    const { id } = await office.records.save({
      kind: 'person',
      values: { name: '马国强', org: '旧单位', orgDuty: '教师', remark: '留着' },
    });
    await walk.go(`/records/person/${id}/edit`);
    await page.getByLabel('工作单位').fill('示例区第二中学');
    await page.getByLabel('职务', { exact: true }).fill('');
    await page.keyboard.press('Control+s');
    await page.getByRole('heading', { name: '马国强' }).waitFor();
    const { record } = await office.records.get({ kind: 'person', id });
    expect(record.values).toMatchObject({ name: '马国强', org: '示例区第二中学', remark: '留着' });
    expect(record.values).not.toHaveProperty('orgDuty');
    await page.getByRole('tab', { name: '变动历史' }).click();
    await page.getByText('旧单位').waitFor();
    await page.getByRole('button', { name: '恢复到此版本' }).click();
    await expect
      .poll(async () => (await office.records.get({ kind: 'person', id })).record.values)
      .toMatchObject({ org: '旧单位', orgDuty: '教师' });
  });

  it('必填没填、日期不存在：说在栏目下面，光标到第一处，没有写入', async () => {
    const { page, office } = walk;
    await walk.go('/records/event/new');
    await page.getByLabel('开始时间').fill('2024.2.30');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('请填写名称').waitFor();
    await page.getByText('2024年2月没有30日').waitFor();
    await page.getByText('有 2 处要改正').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-title');
    expect(await page.getByLabel('名称', { exact: true }).getAttribute('aria-invalid')).toBe('true');
    expect((await office.records.list({ kind: 'event' })).total).toBe(0);

    await page.getByLabel('名称', { exact: true }).fill('十届第38次主席会议');
    await page.getByLabel('开始时间').fill('2024年2月26日上午9时');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('heading', { name: '十届第38次主席会议' }).waitFor();
    const [event] = (await office.records.list({ kind: 'event' })).records;
    expect(event?.values).toMatchObject({ start: '2024-02-26T09:00', year: 2024 });
  });

  it('只有资料库才知道的错误也落在栏目上：同名人员已有同届任职', async () => {
    const { page, office } = walk;
    const { members } = await addMembers(walk);
    const { record } = await office.records.get({ kind: 'member', id: members[0] ?? '' });
    await walk.go(`/records/member/new?with=${encodeURIComponent(JSON.stringify({ person: record.values.person }))}`);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.locator('.form-field[data-problem] .field-problem', { hasText: /已经有一名委员/ }).waitFor();
    expect((await office.records.list({ kind: 'member' })).total).toBe(2);
  });

  it('还被引用的界别删不掉，列出谁在引用，点得开', async () => {
    const { page, office } = walk;
    const { sector } = await addMembers(walk);
    await walk.go(`/records/sector/${sector}`);
    await page.getByRole('button', { name: '删除', exact: true }).click();
    await page.getByText(/还有 2 处引用它/).waitFor();
    expect((await office.records.uses({ kind: 'sector', id: sector })).total).toBe(2);
    await page.locator('.uses-list a').first().click();
    await page.getByRole('heading', { name: /丁\s一|欧阳少东/ }).waitFor();
  });

  it('删除不用确认，因为撤得回来；列表里选几条则先问', async () => {
    const { page, office } = walk;
    await addMembers(walk);
    await walk.go('/records/member');
    await page
      .getByRole('row', { name: /丁\s一/ })
      .getByRole('checkbox')
      .check();
    await page
      .getByRole('row', { name: /欧阳少东/ })
      .getByRole('checkbox')
      .check();
    await page.getByText('选中 2 名').waitFor();
    await page.getByRole('button', { name: '删除 2 名' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '不删' }).click();
    expect((await office.records.list({ kind: 'member' })).total).toBe(2);
    await page.getByRole('button', { name: '删除 2 名' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click();
    await page.getByText('还没有委员').waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await office.records.list({ kind: 'member' })).total).toBe(2);
  });
});

describe('日历', () => {
  it('点日历选年月，点一下就填好；前面刚写过的栏目不会让按钮躲开', async () => {
    const { page, office } = walk;
    await walk.go('/records/person/new');
    await page.getByLabel('姓名', { exact: true }).fill('张喆');
    await page.getByRole('button', { name: '打开日历' }).click();
    await page.locator('.calendar .ant-picker-cell', { hasText: '3月' }).click();
    expect(await page.getByLabel('出生年月').inputValue()).toMatch(/^\d{4}-03$/);
    await page.keyboard.press('Control+s');
    await page.locator('.page-title', { hasText: '张　喆' }).waitFor();
    const [saved] = (await office.records.list({ kind: 'person' })).records;
    expect(saved?.values.birth).toMatch(/^\d{4}-03$/);
  });
});

describe('没保存就离开', () => {
  it('问一声：留下、不保存、保存并离开', async () => {
    const { page, office } = walk;
    await walk.go('/records/person/new');
    await page.getByLabel('姓名', { exact: true }).fill('田大利');
    await page.getByRole('link', { name: '首页' }).click();
    await page.getByRole('dialog', { name: '有没保存的修改' }).waitFor();
    await page.getByRole('button', { name: '留下继续改' }).click();
    expect(await page.getByLabel('姓名', { exact: true }).inputValue()).toBe('田大利');
    await page.getByRole('link', { name: '首页' }).click();
    await page.getByRole('button', { name: '保存并离开' }).click();
    await page.getByRole('heading', { name: /好，今天/ }).waitFor();
    expect((await office.records.list({ kind: 'person' })).total).toBe(1);
  });

  it('窗口没了，写的字还在：再来时拿得回来', async () => {
    const { page } = walk;
    await walk.go('/records/person/new');
    await page.getByLabel('姓名', { exact: true }).fill('洪少东');
    await page.getByText('草稿已暂存').waitFor();
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto('about:blank');
    await page.goBack();
    await page.getByRole('button', { name: '取回' }).click();
    expect(await page.getByLabel('姓名', { exact: true }).inputValue()).toBe('洪少东');
  });
});
