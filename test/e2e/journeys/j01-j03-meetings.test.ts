import dayjs from 'dayjs';
import { describe, expect, it } from 'vitest';
import type { Values } from '../../../shared/records/record.ts';
import { onSample, YEAR } from './support.ts';

const journey = onSample();

type Row = Values;
const rowsOf = (values: Values): Row[] => (values.attendance as Row[] | undefined) ?? [];

const term = async () =>
  (await journey.office.records.list({ kind: 'term', sort: [['number', 'desc']] })).records[0]?.id;

/** Standing members who served on the day, worked out apart from the program's own rule. */
async function standingOn(day: string): Promise<string[]> {
  const latest = await term();
  return (await journey.all('member')).flatMap(({ id, values }) =>
    values.term === latest &&
    values.isStanding === true &&
    String(values.appointedOn) <= day &&
    (!values.exitOn || String(values.exitOn) > day)
      ? [id]
      : [],
  );
}

const meeting = async (title: string, values: Values) =>
  journey.save('event', { category: '会议', title, term: await term(), status: '进行中', ...values });

/** Types into the cells of a table in a form: a row of words after another. */
async function typeRows(name: string, rows: readonly (readonly string[])[]): Promise<void> {
  const { page } = journey;
  for (const cells of rows) {
    await page.getByRole('button', { name: `${name}：添加一行` }).click();
    for (const [at, text] of cells.entries()) {
      if (at > 0) await page.keyboard.press('Tab');
      await page.locator('.cell-active input').waitFor();
      await page.keyboard.type(text);
    }
  }
}

describe('会议', () => {
  it('J01：建常委会会议、写议程，应到名单按会议类型带出，再请一批委员列席', async () => {
    const { page } = journey;
    const day = `${YEAR}-12-05`;
    await journey.go('/records/event/new');
    await page.getByLabel('名称', { exact: true }).fill('区政协十届第七十次常委会会议');
    await journey.choose('类型', '常委会会议');
    await page.getByLabel('开始时间', { exact: true }).fill(`${YEAR}年12月5日上午9时`);
    await page.getByLabel('地点', { exact: true }).fill('机关三楼会议室');
    await typeRows('议题', [
      ['听取提案办理情况通报', '提案委员会'],
      ['协商年度协商计划', '办公室'],
    ]);
    await page.keyboard.press('Control+s');
    await page.getByRole('heading', { name: /第七十次常委会会议/ }).waitFor();
    const event = await journey.find('event', ({ title }) => title === '区政协十届第七十次常委会会议');

    await page.getByRole('link', { name: '签到', exact: true }).click();
    await page.getByRole('button', { name: /带出应到名单（补 \d+ 人）/ }).click();
    const sitting = page.getByRole('region', { name: '分批列席' });
    await sitting.getByLabel('列席人数').fill('6');
    await sitting.getByRole('button', { name: '请他们列席' }).click();
    await sitting.getByText('名单里已有列席 6 人').waitFor();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await expect.poll(async () => (await journey.values('event', event.id)).attendance).toBeTruthy();

    const stored = await journey.values('event', event.id);
    expect(stored.agendaItems).toMatchObject([
      { title: '听取提案办理情况通报', reporter: '提案委员会' },
      { title: '协商年度协商计划', reporter: '办公室' },
    ]);
    const members = (role: string) => rowsOf(stored).flatMap((row) => (row.role === role ? [String(row.member)] : []));
    const standing = await standingOn(day);
    expect(standing.length).toBeGreaterThan(20);
    expect(members('应出席').toSorted()).toEqual(standing.toSorted());
    expect(stored.expectedCount).toBe(standing.length);
    expect(members('列席')).toHaveLength(6);
    expect(members('列席').some((id) => standing.includes(id))).toBe(false);
  });

  it('J02：带出应到名单、打拼音签到、登记请假、其余记出席，一句话与资料库一致', async () => {
    const { page } = journey;
    const id = await meeting('签到的常委会', { subtype: '常委会会议', start: `${YEAR}-03-05T09:00` });
    await journey.go(`/desk/meetings/${id}`);
    await page.getByRole('button', { name: /带出应到名单（补 \d+ 人）/ }).click();
    const expected = (await standingOn(`${YEAR}-03-05`)).length;
    expect(await page.locator('.roll-row').count()).toBe(expected);

    await page.getByLabel('找人，回车记为出席').fill('lbn');
    await page.keyboard.press('Enter');
    expect(await page.locator('.roll-row[data-state="出席"]').count()).toBe(1);

    const second = page.locator('.roll-row').nth(1);
    await second.getByRole('button', { name: '请假' }).click();
    await second.getByLabel(/请假类型/).click();
    await page.locator('.ant-select-item-option', { hasText: '出差' }).first().click();
    await second.getByLabel(/批准人/).fill('梁柏年');
    await page.getByRole('button', { name: /其余 \d+ 人记为出席/ }).click();
    await page.getByText(`应出席${expected}人，实到${expected - 1}人，请假1人，符合规定人数。`).waitFor();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await expect.poll(async () => (await journey.values('event', id)).leaveCount).toBe(1);
    const stored = await journey.values('event', id);
    expect([stored.expectedCount, stored.presentCount, stored.absentCount]).toEqual([expected, expected - 1, 0]);
    const leave = rowsOf(stored).find(({ state }) => String(state).startsWith('请假'));
    expect(leave).toMatchObject({ state: '请假（已批）', leaveType: '出差', approver: '梁柏年' });
  });

  it('J02：粘贴签到名单，名单里没有的人说出来；撤销回到原来', async () => {
    const { page, office } = journey;
    const id = await meeting('粘贴签到的常委会', { subtype: '常委会会议', start: `${YEAR}-03-06T09:00` });
    const [first = '', second = ''] = await standingOn(`${YEAR}-03-06`);
    const attendance = [first, second].map((member) => ({ member, role: '应出席', state: '待确认' }));
    await journey.save('event', { attendance }, id);
    const name = String((await office.records.get({ kind: 'member', id: first })).title);
    await journey.go(`/desk/meetings/${id}`);
    const paste = page.getByRole('region', { name: '粘贴签到名单' });
    await paste.getByLabel('签到的姓名').fill(`${name}\n查无此人`);
    await paste.getByRole('button', { name: '记为出席' }).click();
    await page.getByText('名单里没有：查无此人').waitFor();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await expect.poll(async () => (await journey.values('event', id)).presentCount).toBe(1);
    expect(rowsOf(await journey.values('event', id))[0]).toMatchObject({ member: first, state: '出席' });
    await office.history.undo();
    await page.getByText('应出席2人，实到0人，还有2人没有登记。').waitFor();
    expect(rowsOf(await journey.values('event', id))).toMatchObject(attendance);
  });

  it('J03：写纪要和议定事项，纸面上出席、请假、列席分行，议定事项进待办', async () => {
    const { page, office } = journey;
    const due = dayjs().add(9, 'day');
    const [one = '', two = '', three = ''] = await standingOn(`${YEAR}-06-03`);
    const nameOf = async (id: string) => (await office.records.get({ kind: 'member', id })).title.replace(/（.*$/, '');
    const id = await meeting('区政协十届第七十一次主席会议', {
      subtype: '主席会议',
      start: `${YEAR}-06-03T09:00`,
      place: '机关三楼会议室',
      status: '已结束',
      attendance: [
        { member: one, role: '应出席', state: '出席' },
        { member: two, role: '应出席', state: '请假（已批）', leaveType: '出差', approver: '梁柏年' },
        { member: three, role: '列席', state: '出席' },
      ],
    });
    await journey.go(`/records/event/${id}`);
    await page.getByRole('link', { name: '写纪要', exact: true }).click();
    await page.getByRole('textbox', { name: '纪要正文' }).click();
    await page.keyboard.type('会议研究了老旧小区加装充电设施的事项。');
    await page.getByRole('button', { name: '加一项' }).click();
    await page.getByLabel('第1项内容').fill('把充电设施清单送到各街道核对');
    await page.getByLabel('第1项责任部门').fill('提案委员会');
    await page.getByLabel('第1项完成时限').fill(due.format('YYYY年M月D日'));
    await page.getByRole('button', { name: '出纪要' }).click();
    const line = (words: RegExp) => page.locator('.sheet-line', { hasText: words }).first();
    await line(/主席会议纪要/).waitFor();
    const sheet = async () => (await page.locator('.sheet-line').allInnerTexts()).join('\n').replace(/[\s\u3000]/g, '');
    const words = await sheet();
    expect(words).toContain(`出席：${await nameOf(one)}`);
    expect(words).toContain(`请假：${await nameOf(two)}`);
    expect(words).toContain(`列席：${await nameOf(three)}`);

    expect((await journey.values('event', id)).resolutions).toMatchObject([
      { text: '把充电设施清单送到各街道核对', department: '提案委员会', due: due.format('YYYY-MM-DD') },
    ]);
    const owed = (await office.tasks.list({ kinds: ['event'], responsible: '提案委员会' })).items;
    expect(owed.find((item) => item.id === id)).toMatchObject({ label: '议定事项', days: 9 });
    await journey.go('/tasks');
    const task = page.locator('.task-line', { hasText: '把充电设施清单送到各街道核对' });
    await task.getByText('9 天后').waitFor();
    await task
      .getByRole('link', { name: /区政协十届第七十一次主席会议/ })
      .first()
      .click();
    await page.getByText('把充电设施清单送到各街道核对').first().waitFor();
  });
});
