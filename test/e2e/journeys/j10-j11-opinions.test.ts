import dayjs from 'dayjs';
import { describe, expect, it } from 'vitest';
import type { Values } from '../../../shared/records/record.ts';
import { onSample } from './support.ts';

const journey = onSample();

const TODAY = dayjs().format('YYYY-MM-DD');
const THIS_YEAR = dayjs().year();
const rows = (values: Values, field: string) => (values[field] as readonly Values[] | undefined) ?? [];
const opinion = (id: string) => journey.values('opinion', id);
const overview = (year: number) => journey.office.workOpinions.overview({ year });

async function member(from: number): Promise<string> {
  const serving = (await journey.all('member')).filter(({ values }) => values.status === '在任');
  return serving[from]?.id ?? '';
}

/** An opinion that has been signed for. */
async function signed(title: string): Promise<string> {
  const id = await journey.save('opinion', {
    rawTitle: title,
    receivedOn: TODAY,
    sourceKind: '委员',
    lead: await member(30),
    state: '登记',
  });
  const texts = { title, problem: `${title}，群众多次反映。`, advice: '一是排查；二是整改。' };
  for (const [move, values] of [['screen'], ['select'], ['edit'], ['sendToCheck', texts], ['sign']] as const) {
    await journey.office.workflow.move({ kind: 'opinion', ids: [id], move, ...(values ? { values } : {}) });
  }
  return id;
}

const funnel = async (year: number) =>
  new Map((await overview(year)).funnel.map(({ id, ids }) => [id, new Set<string>(ids)] as const));

describe('社情民意', () => {
  it('J10：登记来稿时提示像哪一篇，编成三段、核稿签发，组成下一期专刊，期号接着编，增刊另编', async () => {
    const { page, office } = journey;
    const lead = await member(31);
    const name = (await office.records.get({ kind: 'member', id: lead })).title.replace(/（.*$/u, '');
    const old = await journey.save('opinion', {
      rawTitle: '柳堤社区充电桩车位被占用',
      receivedOn: TODAY,
      sourceKind: '委员',
      lead,
      state: '登记',
    });
    const first = await signed('关于疏通校门口雨水井的建议');
    const draft = await office.workOpinions.issueDraft({ publication: '信息专刊', year: THIS_YEAR });
    await office.workOpinions.publish({
      publication: '信息专刊',
      year: THIS_YEAR,
      printedOn: TODAY,
      ...(draft.totalNumber === undefined ? {} : { totalNumber: draft.totalNumber }),
      opinions: [first],
    });

    await journey.go('/desk/opinions');
    await page.getByRole('link', { name: '登记来稿' }).first().click();
    await page.getByLabel('来稿标题', { exact: true }).fill('柳堤社区充电桩车位被占用多');
    await page.locator('.may-exist').getByRole('button', { name: '柳堤社区充电桩车位被占用' }).waitFor();
    await page.getByLabel('来稿标题', { exact: true }).fill('柳堤社区广场夜间照明不足');
    await page.getByLabel('收稿日期', { exact: true }).fill(TODAY);
    await journey.choose('来稿主体', '委员');
    await journey.choose('第一反映人', name);
    await page.keyboard.press('Control+s');
    await journey.panel().waitFor();
    const id = (await journey.find('opinion', ({ rawTitle }) => rawTitle === '柳堤社区广场夜间照明不足')).id;
    expect(await opinion(id)).toMatchObject({ lead, state: '登记', year: THIS_YEAR });

    for (const step of ['初选', '拟用', '编辑']) await journey.move(step);
    await journey.move('送核稿', async (dialog) => {
      await dialog.getByLabel('编发标题').fill('关于补足社区广场夜间照明的建议');
      await dialog.getByLabel('反映的问题').fill('广场路灯间距过大，老人夜间活动易绊倒。');
      await dialog.getByLabel('建议', { exact: true }).fill('一是补装路灯；二是定期巡查。');
    });
    await journey.move('签发');
    await journey.state('签发');

    await journey.go(`/desk/opinions?year=${THIS_YEAR}&tab=issue`);
    await page.getByRole('checkbox', { name: '关于补足社区广场夜间照明的建议' }).check();
    const number = page.getByLabel('期号', { exact: true });
    await expect.poll(() => number.inputValue()).toBe(String(draft.number + 1));
    await page.getByRole('button', { name: '组成这一期，编入 1 条' }).click();
    await page.getByText(/已组成《.*》，编入 1 条/u).waitFor();

    const after = await opinion(id);
    expect(after).toMatchObject({ state: '已编发' });
    expect(rows(after, 'adoptions')).toMatchObject([
      { level: '区', action: '编发本级专刊', publication: `信息专刊${THIS_YEAR}年第${draft.number + 1}期` },
    ]);
    const issue = await journey.find(
      'bulletin',
      (values) => values.number === draft.number + 1 && values.year === THIS_YEAR,
    );
    expect(after.bulletins).toEqual([issue.id]);
    expect(issue.values).toMatchObject({ publication: '信息专刊', totalNumber: (draft.totalNumber ?? 0) + 1 });
    expect(rows(issue.values, 'items')).toMatchObject([{ opinion: id, order: 1 }]);
    const supplement = await office.workOpinions.issueDraft({
      publication: '信息专刊',
      year: THIS_YEAR,
      supplement: true,
    });
    expect(supplement.number).toBe(1);
    expect((await opinion(old)).state).toBe('登记');
  });

  it('J11：勾选几条报送市政协，登记采用与批示；没有报送的不能登记采用；漏斗一层含一层，对不上的说得出来', async () => {
    const { page, office } = journey;
    const ids = [await signed('关于规范店外经营的建议'), await signed('关于修剪行道树的建议')];
    const [one = '', two = ''] = ids;
    const before = await funnel(THIS_YEAR);
    // What was not sent up cannot have been adopted there.
    await journey.open('opinion', one);
    await journey.state('签发');
    await expect(office.workflow.move({ kind: 'opinion', ids: [one], move: 'cityAdopt' })).rejects.toThrow();

    await journey.go(`/desk/opinions?year=${THIS_YEAR}&tab=registering`);
    await page.getByRole('checkbox', { name: '选 关于规范店外经营的建议' }).check();
    await page.getByRole('checkbox', { name: '选 关于修剪行道树的建议' }).check();
    await page.getByRole('button', { name: /^办理 2 条/u }).click();
    await page.getByRole('menuitem', { name: '报送市政协', exact: true }).click();
    await journey.dialog().getByText('办完后变为').waitFor();
    await journey.dialog().getByRole('button', { name: '报送市政协', exact: true }).click();
    await journey.dialog().waitFor({ state: 'detached' });
    for (const id of ids) {
      expect(await opinion(id)).toMatchObject({ state: '已报送' });
      expect(rows(await opinion(id), 'adoptions')).toMatchObject([{ level: '市', action: '报送', body: '市政协' }]);
    }

    await journey.open('opinion', one);
    await journey.move('市采用', (dialog) => dialog.getByLabel('刊名期号').fill('市政协信息第8期'));
    await journey.state('市采用');
    await journey.move('登记批示', async (dialog) => {
      await dialog.getByLabel('领导', { exact: true }).fill('区长');
      await dialog.getByLabel('批示原文').fill('请城管局研究。');
    });
    const after = await opinion(one);
    expect(rows(after, 'adoptions')[1]).toMatchObject({ level: '市', action: '采用', publication: '市政协信息第8期' });
    expect(rows(after, 'instructions')).toMatchObject([{ leader: '区长', on: TODAY }]);

    const now = await funnel(THIS_YEAR);
    const grew = (id: string) => [...(now.get(id) ?? [])].filter((each) => !before.get(id)?.has(each)).toSorted();
    expect(grew('reported')).toEqual(ids.toSorted());
    expect(grew('city')).toEqual([one]);
    for (const year of [THIS_YEAR, 2024]) {
      const layers = await funnel(year);
      for (const [inner, outer] of [
        ['reported', 'collected'],
        ['city', 'reported'],
        ['province', 'city'],
      ] as const) {
        for (const id of layers.get(inner) ?? []) expect(layers.get(outer)?.has(id)).toBe(true);
      }
    }

    // An entry typed in past the process breaks the funnel: the page names it.
    const had = (await overview(THIS_YEAR)).breaches.length;
    const adoptions = [
      ...rows(await opinion(two), 'adoptions'),
      { level: '省', action: '采用', way: '单篇', on: TODAY },
    ];
    await journey.save('opinion', { adoptions }, two);
    await journey.go(`/desk/opinions?year=${THIS_YEAR}&tab=breaches`);
    await page.getByRole('tab', { name: `对不上的（${had + 1}）` }).waitFor();
    await page.getByRole('row', { name: /关于修剪行道树的建议/u }).waitFor();
    await office.history.undo();
    await page.getByRole('tab', { name: `对不上的（${had}）` }).waitFor();
    expect((await overview(THIS_YEAR)).breaches).toHaveLength(had);
  });
});
