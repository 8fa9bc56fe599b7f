import { describe, expect, it } from 'vitest';
import type { OfficeClient } from '../../../electron/api/index.ts';
import { axeFindings } from '../../support/browser.ts';
import { pageFaults } from '../../support/page-faults.ts';
import { onSample, YEAR } from '../journeys/support.ts';

const journey = onSample();
const which = { scheme: 'zhongyuan', year: YEAR };
type Given = Parameters<OfficeClient['scores']['whatIf']>[0]['scheme'];

async function first() {
  const [line] = (await journey.office.scores.ranking(which)).lines;
  if (!line) throw new Error('the sample has members');
  return line;
}

const statementPath = (subject: string) => `/results/scores/${subject}?scheme=zhongyuan&year=${YEAR}`;
const totalShown = () => journey.page.locator('.score-head dd').first().textContent();

describe('履职计分', () => {
  it('排名按等次筛得出，总分点开是明细，明细每一行通到它的记录', async () => {
    const { page, office } = journey;
    await journey.go(`/results/scores?year=${YEAR}`);
    const { lines, grades } = await office.scores.ranking(which);
    await page.locator('.score-table tbody tr').first().waitFor();
    expect(await pageFaults(page)).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
    const grade = grades.find(({ count }) => count > 0 && count < lines.length) ?? grades[0];
    await page.getByRole('button', { name: `${grade?.label} ${grade?.count}`, exact: true }).click();
    const line = lines.find((one) => one.grade === grade?.label);
    await page
      .getByRole('link', { name: new RegExp(`^${line?.title} 总分`, 'u') })
      .first()
      .click();
    await page.getByRole('region', { name: '结果' }).waitFor();
    expect(await totalShown()).toBe(String(line?.total));

    const best = await first();
    await journey.go(statementPath(best.id));
    const link = page.locator('.score-section tbody td:nth-child(3) a').first();
    await link.waitFor();
    expect(await pageFaults(page)).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
    const title = await link.textContent();
    await link.click();
    await page.locator('.detail').waitFor();
    expect(await page.locator('.page-title').textContent()).toContain(title?.trim() ?? '没有标题');
  });

  it('记录数点开就是那几条', async () => {
    const { page, office } = journey;
    const line = (await office.scores.ranking(which)).lines.find(
      ({ quality }) => (quality?.proposals.of.length ?? 0) > 1,
    );
    await journey.go(`/results/scores?year=${YEAR}`);
    await page.getByLabel('找人').fill(line?.title.replace(/（.*$/u, '') ?? '');
    await page.getByRole('button', { name: new RegExp(`^${line?.title}立案率的分母`, 'u') }).click();
    await page.locator('.evidence-list li').first().waitFor();
    expect(await page.locator('.evidence-list li').count()).toBe(line?.quality?.proposals.of.length);
    await page.keyboard.press('Escape');
  });

  it('别处登记一篇社情民意，开着的明细上总分跟着变', async () => {
    const { office } = journey;
    const { lines } = await office.scores.ranking(which);
    const line = lines.find(({ sections, title }) => !sections.C && !title.includes('（'));
    if (!line) throw new Error('somebody in the sample wrote no opinion');
    await journey.go(statementPath(line.id));
    await expect.poll(totalShown).toBe(String(line.total));
    await journey.save('opinion', { rawTitle: '路口红绿灯时间太短', lead: line.id, receivedOn: `${YEAR}-06-03` });
    const now = (await office.scores.statement({ ...which, subject: line.id })).total;
    expect(now).toBeGreaterThan(line.total);
    await expect.poll(totalShown).toBe(String(now));
    await office.history.undo();
    await expect.poll(totalShown).toBe(String(line.total));
  });

  it('改一项分值，推演列出谁变、为什么，施行以后总分变，撤销回到原来', async () => {
    const { page, office } = journey;
    const before = new Map((await office.scores.ranking(which)).lines.map(({ id, total }) => [id, total]));
    const { scheme } = await office.scores.scheme(which);
    const tried = structuredClone(scheme) as Given;
    const item = tried.items.find(({ code }) => code === 'C1');
    if (!item) throw new Error('the scheme has C1');
    item.points = 3;
    const told = await office.scores.whatIf({ scheme: tried, year: YEAR });
    await journey.go(`/results/schemes/zhongyuan?year=${YEAR}`);
    const box = page.getByLabel(`C1 ${item.label}分值`, { exact: true });
    await box.fill('3');
    await box.blur();
    await page.getByRole('button', { name: '推演', exact: true }).click();
    await page.getByText(`${told.moves.length} 个对象的分会变`).waitFor();
    expect(await page.locator('.scheme-moves tbody tr').count()).toBe(told.moves.length);
    expect(await page.locator('.scheme-moves tbody tr').first().textContent()).toContain('C1');
    expect(await pageFaults(page)).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '施行', exact: true }).click();
    await journey.dialog().getByLabel('通过会议').fill('测试常委会');
    await journey.dialog().getByRole('button', { name: '施行', exact: true }).click();
    await journey.dialog().waitFor({ state: 'detached' });
    const after = (await office.scores.ranking(which)).lines;
    const moved = after.filter(({ id, total }) => before.get(id) !== total);
    expect(moved.length).toBe(told.moves.filter((one) => one.before.total !== one.after.total).length);
    await journey.go(`/results/scores?year=${YEAR}`);
    await page.getByText('第 2 版', { exact: false }).first().waitFor();
    await office.history.undo();
    await office.history.undo();
    const again = (await office.scores.ranking(which)).lines;
    expect(new Map(again.map(({ id, total }) => [id, total]))).toEqual(before);
  });

  it('记一笔扣分要理由和批准人，记错了冲销，两笔都看得见', async () => {
    const { page } = journey;
    const line = await first();
    await journey.go(statementPath(line.id));
    await page.getByRole('button', { name: '记一笔' }).click();
    const dialog = journey.dialog();
    await dialog.getByLabel('项目').click();
    await page.keyboard.type('X6');
    await page.locator('.ant-select-item-option', { hasText: 'X6' }).first().click();
    await dialog.getByLabel('分值').fill('-5');
    await dialog.getByLabel('理由').fill('引用数据失实');
    expect(await dialog.getByRole('button', { name: '记下' }).isDisabled()).toBe(true);
    await dialog.getByLabel('批准人').fill('主席会议');
    await dialog.getByRole('button', { name: '记下' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(totalShown).toBe(String(line.total - 5));
    await page
      .getByRole('button', { name: /^冲销 / })
      .first()
      .click();
    await journey.dialog().getByLabel('冲销理由').fill('经复核属实');
    await journey.dialog().getByLabel('冲销批准人').fill('主席会议');
    await journey.dialog().getByRole('button', { name: '冲销', exact: true }).click();
    await journey.dialog().waitFor({ state: 'detached' });
    await expect.poll(totalShown).toBe(String(line.total));
    await page.getByText('已冲销').first().waitFor();
    await page.getByRole('button', { name: '查流水' }).click();
    await page.locator('.score-history tbody tr').first().waitFor();
    await page.getByText(/与总分相符/u).waitFor();
  });

  it('优秀候选、季度通报、试算与审定各页都读得懂', async () => {
    const { page } = journey;
    // A link under the mouse is paler for as long as it stands there.
    await page.mouse.move(0, 0);
    for (const tab of ['candidates', 'notice', 'settle']) {
      await journey.go(`/results/scores?year=${YEAR}&tab=${tab}`);
      await page.locator('.score-lists').waitFor();
      expect(await pageFaults(page), tab).toEqual([]);
      expect(await axeFindings(page), tab).toEqual([]);
    }
    await page.getByRole('button', { name: '年度试算', exact: true }).click();
    await page.getByText('没有差异').waitFor();
    await journey.office.history.undo();
  });

  it('提案的双向评价逐项打分，合计和等次自动算出，记进提案', async () => {
    const { page } = journey;
    const proposal = await journey.find(
      'proposal',
      ({ assignments }) => Array.isArray(assignments) && assignments.length > 0,
    );
    const before = Array.isArray(proposal.values.evaluations) ? proposal.values.evaluations : [];
    await journey.go(`/desk/proposals/${proposal.id}`);
    await page.getByRole('button', { name: '评提案质量' }).click();
    for (const [label, value] of [
      ['选题精准', '24'],
      ['调研充分', '23'],
      ['建议可行', '28'],
      ['格式规范', '9'],
      ['影响', '8'],
    ] as const)
      await journey.dialog().getByLabel(label, { exact: true }).fill(value);
    await journey.dialog().getByText('92', { exact: true }).waitFor();
    await journey.dialog().getByRole('button', { name: '记下评价' }).click();
    await journey.dialog().waitFor({ state: 'detached' });
    const { evaluations } = await journey.values('proposal', proposal.id);
    expect(evaluations).toEqual([
      ...before,
      expect.objectContaining({ direction: '提案质量', score: 92, grade: '优秀' }),
    ]);
  });
});
