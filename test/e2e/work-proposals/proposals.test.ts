import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Values } from '../../../shared/records/record.ts';
import { axeFindings, closeBrowser, startWalk, type Walk } from '../../support/browser.ts';
import { addMembers } from '../frame/people.ts';

let walk: Walk;
let session: string;
let unit: string;
let members: readonly string[];
const save = async (kind: string, values: Values) => (await walk.office.records.save({ kind, values })).id;
const valuesOf = async (id: string) => (await walk.office.records.get({ kind: 'proposal', id })).record.values;
const move = (id: string, name: string, given: object = {}) =>
  walk.office.workflow.move({ kind: 'proposal', ids: [id], move: name, ...given });

beforeEach(async () => {
  walk = await startWalk();
  members = (await addMembers(walk)).members;
  const term = (await walk.office.records.list({ kind: 'term' })).records[0]?.id;
  session = await save('session', { term, number: 3, openOn: '2024-02-26' });
  unit = await save('organisation', { name: '示例区教育局' });
});
afterEach(() => walk.end());
afterAll(closeBrowser);

const paper = (title: string, lead: string | undefined) =>
  save('proposal', { title, session, lead, state: '已提交', submittedOn: '2024-02-27', category: '社会建设' });

async function late(title: string): Promise<string> {
  const id = await paper(title, members[0]);
  await move(id, 'examine', { on: '2024-03-01' });
  await move(id, 'file', { on: '2024-03-04' });
  await move(id, 'assign', { on: '2024-03-20', rows: { assignments: [{ unit, role: '主办' }] } });
  await move(id, 'sign', { on: '2024-03-22' });
  return id;
}

describe('提案一览', () => {
  it('空库：说清这里放什么，给第一步', async () => {
    await walk.go('/desk/proposals');
    await walk.page.getByRole('heading', { name: '还没有提案' }).waitFor();
    await walk.page.getByRole('link', { name: '导入提案台账' }).waitFor();
    expect(await axeFindings(walk.page)).toEqual([]);
  });

  it('数字点开就是那几件；看板到一件的办理经过，再到提案，再回来', async () => {
    const { page } = walk;
    const id = await late('关于增加学位的提案');
    await paper('关于背街照明的提案', members[1]);
    await walk.go('/desk/proposals');
    await page.getByRole('button', { name: /^收件 2件/ }).click();
    await page.getByRole('dialog').getByText('关于背街照明的提案').waitFor();
    expect(await page.getByRole('dialog').locator('.evidence-list li').count()).toBe(2);
    await page.keyboard.press('Escape');
    const column = page.getByRole('region', { name: '办理中 1 件' });
    await column.getByText(/超期 \d+ 天/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await column.getByRole('link', { name: '关于增加学位的提案' }).click();
    const lane = page.getByRole('region', { name: '示例区教育局（主办）' });
    await lane.getByText('应于 2024-06-20，已超期').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '打开提案办理' }).click();
    await page.getByRole('link', { name: '办理经过' }).click();
    await lane.waitFor();
    expect(page.url()).toContain(`/desk/proposals/${id}`);
  });

  it('看全部：带着条件到台账', async () => {
    const { page } = walk;
    await late('关于增加学位的提案');
    await walk.go('/desk/proposals');
    await page.getByRole('region', { name: '办理中 1 件' }).getByRole('link', { name: '1 件' }).click();
    await page.getByText('关于增加学位的提案').first().waitFor();
    expect(decodeURIComponent(page.url())).toContain('重新办理');
  });

  it('催办：勾两件，写一句话，各记一笔；按一次撤销都没有了', async () => {
    const { page } = walk;
    const ids = [await late('关于增加学位的提案'), await late('关于校门口停车的提案')];
    await walk.go('/desk/proposals?tab=owed');
    await page.getByRole('checkbox', { name: '全选可以催办的' }).click();
    await page.getByRole('button', { name: '书面催办 2 项' }).click();
    await page
      .getByRole('dialog')
      .getByText(/在 2 件提案/)
      .waitFor();
    await page.getByLabel('催办内容').fill('请于月底前答复');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '登记催办' }).click();
    await page.getByText(/已登记书面催办 2 项/).waitFor();
    for (const id of ids) {
      expect((await valuesOf(id)).followUps).toEqual([
        expect.objectContaining({ form: '书面催办', unit, problem: '请于月底前答复' }),
      ]);
    }
    await page
      .getByText(/^1 次，最近/)
      .first()
      .waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await valuesOf(ids[0] ?? '')).followUps).toBeUndefined();
    expect((await valuesOf(ids[1] ?? '')).followUps).toBeUndefined();
  });

  it('并案建议：相似的案由并入另一件，主案已经填好', async () => {
    const { page } = walk;
    const main = await paper('关于加强校园周边交通治理的提案', members[0]);
    const other = await paper('关于加强校园周边交通治理工作的提案', members[1]);
    for (const id of [main, other]) await move(id, 'examine', { on: '2024-03-01' });
    await walk.go('/desk/proposals?tab=likes');
    const side = page.locator('.likes-side', { hasText: '治理工作' });
    await side.getByRole('button', { name: '并入另一件' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '并案', exact: true }).click();
    await expect.poll(async () => (await valuesOf(other)).state).toBe('并案');
    expect((await valuesOf(other)).mergedInto).toBe(main);
    await page
      .getByText('没有相似的案由')
      .or(page.getByText(/不能作主案/))
      .first()
      .waitFor();
  });
});
