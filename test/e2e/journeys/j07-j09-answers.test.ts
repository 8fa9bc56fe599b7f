import dayjs from 'dayjs';
import { describe, expect, it } from 'vitest';
import type { Values } from '../../../shared/records/record.ts';
import { onSample, YEAR } from './support.ts';

const journey = onSample();

const day = (days: number) => dayjs().add(days, 'day').format('YYYY-MM-DD');
const rows = (values: Values, field: string) => (values[field] as readonly Values[] | undefined) ?? [];
const proposal = (id: string) => journey.values('proposal', id);

let units = 0;
/** A unit with no other case than the test's; a second try takes a new one. */
const newUnit = (name: string) =>
  journey.save('organisation', { name: `${name}${++units}处`, category: '政府', isHandling: true, active: true });

async function member(from: number): Promise<string> {
  const serving = (await journey.all('member')).filter(({ values }) => values.status === '在任');
  return serving[from]?.id ?? '';
}

/** A case that one unit has had for some days and has signed for. */
async function handed(title: string, unit: string, lead: string, days: number): Promise<string> {
  const { office } = journey;
  const session = (await office.records.list({ kind: 'session', sort: [['openOn', 'desc']] })).records[0]?.id;
  const id = await journey.save('proposal', {
    title,
    session,
    lead,
    submittedOn: day(-days - 9),
    state: '已提交',
  });
  const move = (name: string, on: number, given: object = {}) =>
    office.workflow.move({ kind: 'proposal', ids: [id], move: name, on: day(on), ...given });
  await move('examine', -days - 5);
  await move('file', -days - 3);
  await move('assign', -days, { rows: { assignments: [{ unit, role: '独办' }] } });
  await move('sign', -days + 1);
  return id;
}

/** What the unit's page says of it: 办复率 and what is late. */
const standing = async (unit: string) => {
  const data = await journey.office.workProposals.overview({ session: 'all', unit });
  return {
    late: data.owed.filter(({ days }) => days < 0).length,
    share: data.shares.find(({ id }) => id === 'answered'),
  };
};

describe('提案的催办与答复', () => {
  it('J07：超期的一并书面催办，督办协商，延期的按延长后的期限，超期清零后办复率才到100%', async () => {
    const { page } = journey;
    const unit = await newUnit('示例区河道管理中心');
    const lead = await member(60);
    const late = await handed('关于清理老河道淤泥的提案', unit, lead, 130);
    const soon = await handed('关于河岸步道防滑的提案', unit, lead, 88);
    expect(await standing(unit)).toMatchObject({ late: 1, share: { counts: { met: 0, of: 2 } } });

    await journey.go(`/desk/proposals?tab=owed&session=all&unit=${unit}`);
    await page.getByText('已超期 1', { exact: true }).waitFor();
    await page.getByText('7 天内到期 1', { exact: true }).waitFor();
    await page.getByRole('checkbox', { name: '全选可以催办的' }).click();
    await page.getByRole('button', { name: '书面催办 1 项' }).click();
    await journey
      .dialog()
      .getByLabel(/催办内容/)
      .fill('请于月底前答复提案人');
    await journey.dialog().getByRole('button', { name: '登记催办' }).click();
    await page.getByText(/^1 次，最近/u).waitFor();
    expect(rows(await proposal(late), 'followUps')).toMatchObject([
      { form: '书面催办', unit, on: day(0), problem: '请于月底前答复提案人' },
    ]);

    const meeting = await journey.save('event', {
      category: '协商',
      subtype: '提案办理协商',
      title: '老河道清淤督办协商会',
      start: `${day(-1)}T09:00`,
      status: '已结束',
      proposals: [late],
    });
    await journey.open('proposal', late);
    await journey.move('督办', async (dialog) => {
      await journey.choose('形式', '督办协商会', dialog);
      await dialog.getByLabel('存在问题').fill('清淤经费没有落实');
      await journey.choose('会议活动', '老河道清淤督办协商会', dialog);
    });
    await journey.move('延期', async (dialog) => {
      await dialog.getByLabel('延期理由').fill('汛期不能施工');
      await dialog.getByLabel('延期批准人').fill('梁柏年');
      await dialog.getByLabel('延期至').fill(day(30));
    });
    expect(rows(await proposal(late), 'followUps')[1]).toMatchObject({ form: '督办协商会', event: meeting });
    expect(await standing(unit)).toMatchObject({ late: 0, share: { counts: { met: 0, of: 2 } } });

    for (const id of [late, soon]) {
      await journey.open('proposal', id);
      await journey.move('答复', (dialog) => journey.choose('答复类别', 'A', dialog));
      await journey.state('已答复');
    }
    expect(await standing(unit)).toMatchObject({ late: 0, share: { percent: '100%', counts: { met: 2, of: 2 } } });
    await journey.go(`/desk/proposals/${late}`);
    await page.getByRole('heading', { name: '督办与回头看（2）' }).waitFor();
  });

  it('J08：登记答复、审核、征询；不满意的重新办理，第二次满意才办结，满意率与台账一致', async () => {
    const { page, office } = journey;
    const unit = await newUnit('示例区路灯管理所');
    const lead = await member(70);
    const id = await handed('关于补齐断头路路灯的提案', unit, lead, 40);
    await journey.open('proposal', id);
    const answer = (words: string) =>
      journey.move('答复', async (dialog) => {
        await journey.choose('答复类别', 'A', dialog);
        await dialog.getByLabel('答复字号').fill(`示路函〔2026〕${words.length}号`);
        await dialog.getByLabel('答复正文').fill(words);
        await journey.choose('沟通方式', '走访面谈', dialog);
        await dialog.getByText('办完后变为').click();
      });
    const ask = async (result: string) => {
      await journey.state('已答复');
      await journey.move('审核通过');
      await journey.move('送提案人征询');
      await journey.state('征询意见');
      await journey.move('登记征询意见', async (dialog) => {
        await journey.choose('办理态度', '满意', dialog);
        await journey.choose('办理结果', result, dialog);
      });
    };
    await answer('已列入计划。');
    await ask('不满意');
    // A case with somebody dissatisfied cannot be closed; the page says what comes first.
    await journey.panel().getByRole('button', { name: '办结' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('现在不能办“办结”：有提案人不满意，请先“重新办理”').waitFor();
    await journey.move('重新办理');
    await journey.state('重新办理');
    await answer('路灯已经全部补齐。');
    await ask('满意');
    await journey.move('办结');
    await journey.state('办结');

    const after = await proposal(id);
    expect(rows(after, 'replies')).toMatchObject([
      { unit, round: 1, review: '通过', text: '已列入计划。' },
      { unit, round: 2, review: '通过', contactWays: ['走访面谈'] },
    ]);
    expect(rows(after, 'feedback')).toMatchObject([
      { member: lead, round: 1, result: '不满意' },
      { member: lead, round: 2, result: '满意' },
    ]);
    expect(after.satisfied).toBe(true);
    const { shares } = await office.workProposals.overview({ session: 'all', unit });
    expect(shares.find((share) => share.id === 'satisfied')).toMatchObject({ met: [id], of: [id], percent: '100%' });
    await journey.go(`/desk/proposals/${id}`);
    await page.getByRole('heading', { name: '征询意见（2）' }).waitFor();
  });

  it('J09：全年提案的数：立案212件、办复率100%，每个数点开就是那些提案，与逐件数出来的一样', async () => {
    const { page, office } = journey;
    const ended = ['办结', '归档', '跟踪'];
    const filed = (await journey.all('proposal')).filter(
      ({ values }) => values.year === YEAR && ended.includes(String(values.state)),
    );
    // Counted here by hand: every unit that answers did so by its day.
    const inTime = filed.filter(({ values }) =>
      rows(values, 'assignments')
        .filter(({ role }) => role !== '会办')
        .every(({ unit, due }) =>
          rows(values, 'replies').some((reply) => reply.unit === unit && String(reply.repliedOn) <= String(due)),
        ),
    );
    expect([filed.length, inTime.length]).toEqual([212, 212]);

    await journey.go(`/desk/proposals?year=${YEAR}`);
    const opened = async (name: RegExp) => {
      await page.getByRole('button', { name }).first().click();
      const items = journey.dialog().locator('.evidence-list li');
      await items.first().waitFor();
      const count = await items.count();
      await journey.dialog().getByRole('button', { name: '关闭' }).last().click();
      await journey.dialog().waitFor({ state: 'hidden' });
      return count;
    };
    expect(await opened(/^立案 212件/u)).toBe(212);
    expect(await opened(/^办复率的分子 212/u)).toBe(212);
    expect(await opened(/^满意率的分母 212/u)).toBe(212);
    expect(await opened(/^重点提案 12件/u)).toBe(12);
    await page.getByRole('tab', { name: '分布与督办' }).click();
    await page.getByRole('columnheader', { name: '承办单位' }).waitFor();
    expect(await opened(/^面对面 6件/u)).toBe(6);

    const data = await office.workProposals.overview({ year: YEAR });
    expect(data.shares.find(({ id }) => id === 'answered')).toMatchObject({ percent: '100%', counts: { met: 212 } });
    expect(data.tallies.find(({ id }) => id === 'filed')?.ids.toSorted()).toEqual(filed.map(({ id }) => id).toSorted());
    const bySector = data.sectors.flatMap(({ columns }) => columns.filed ?? []);
    expect(bySector).toHaveLength(212);
    const byCategory = data.categories.map(({ columns }) => columns.filed?.length ?? 0);
    expect(byCategory.reduce((sum, count) => sum + count, 0)).toBe(212);
  });
});
