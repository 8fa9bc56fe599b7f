import { describe, expect, it } from 'vitest';
import { onSample, YEAR } from './support.ts';

const journey = onSample();

const TEXT = '那年修渠，全村人都上了工地。天不亮出门，月亮上来才收工。';

/** Passes the review the open submission stands at. */
const pass = (label: string, reviewer: string) =>
  journey.move(label, (dialog) => dialog.getByLabel('审稿人', { exact: true }).fill(reviewer));

describe('文史征集', () => {
  it('J23：线索约来稿件，三个人三审，编入书稿的篇目，字数数得出来', async () => {
    const { page } = journey;
    await journey.go('/records/archiveLead/new');
    await page.getByLabel('主题', { exact: true }).fill('修渠的老照片和亲历者');
    await page.getByLabel('提供人', { exact: true }).fill('穆清泉');
    await page.keyboard.press('Control+s');
    await page.getByRole('heading', { name: '修渠的老照片和亲历者' }).waitFor();
    const lead = await journey.find('archiveLead', ({ subject }) => subject === '修渠的老照片和亲历者');

    await journey.go('/records/submission/new');
    await page.getByLabel('题目', { exact: true }).fill('我参加过修渠');
    await page.getByLabel('来稿日期', { exact: true }).fill('2024年11月20日');
    await journey.choose('来稿途径', '约稿');
    await journey.choose('授权', '已授权');
    await page.keyboard.press('Control+s');
    await page.getByRole('heading', { name: '我参加过修渠' }).waitFor();
    const { id, values } = await journey.find('submission', ({ title }) => title === '我参加过修渠');
    expect(values.regNumber).toMatch(/^WS-2024-\d{3}$/);

    await journey.go(`/records/archiveLead/${lead.id}/edit`);
    await journey.choose('状态', '转约稿');
    await journey.choose('约来的稿件', '我参加过修渠');
    await page.keyboard.press('Control+s');
    await page.getByRole('button', { name: '修改', exact: true }).waitFor();
    expect(await journey.values('archiveLead', lead.id)).toMatchObject({ state: '转约稿', submission: id });

    await journey.go(`/read/submission/${id}`);
    await page.getByRole('button', { name: '写正文' }).first().click();
    await page.getByRole('textbox', { name: '正文' }).click();
    await page.keyboard.type(TEXT);
    await page.getByRole('button', { name: '保存并返回阅读' }).click();
    await page.locator('.body-block', { hasText: '全村人都上了工地' }).waitFor();
    const han = TEXT.replace(/[^\p{Script=Han}]/gu, '').length;
    expect(await journey.values('submission', id)).toMatchObject({ words: TEXT.length, hanWords: han });

    await journey.open('submission', id);
    await journey.move('送审');
    await journey.state('初审');
    await pass('初审通过', '池墨');
    await journey.state('复审');
    // The same person may not judge twice: said at the field, what was typed stays.
    await journey.panel().getByRole('button', { name: '复审通过', exact: true }).first().click();
    const reviewer = journey.dialog().getByLabel('审稿人', { exact: true });
    await reviewer.fill('池墨');
    await journey.dialog().getByRole('button', { name: '复审通过', exact: true }).click();
    await journey.dialog().getByText('池墨已做过初审，三审要由不同的人担任', { exact: true }).waitFor();
    expect((await journey.values('submission', id)).state).toBe('复审');
    await reviewer.fill('窦启堃');
    await journey
      .dialog()
      .getByRole('button', { name: /复审通过$/ })
      .click();
    await journey.state('终审');
    await pass('终审通过', '傅云樵');
    await journey.state('定稿');

    const book = await journey.find('book', ({ title }) => title === '示例区乡村记忆');
    const chapter = await journey.save('chapter', {
      book: book.id,
      title: '我参加过修渠的日子',
      status: '待写',
      body: (await journey.values('submission', id)).body,
    });
    await journey.move('编入书稿', async () => {
      await journey.choose('编入书稿', '示例区乡村记忆', journey.dialog());
      await journey.choose('编入篇目', '我参加过修渠的日子', journey.dialog());
    });
    await journey.state('编入');
    const placed = await journey.values('submission', id);
    expect(placed).toMatchObject({ state: '编入', book: book.id, chapter });
    expect(placed.reviews).toMatchObject([
      { level: '初审', reviewer: '池墨', conclusion: '通过' },
      { level: '复审', reviewer: '窦启堃', conclusion: '通过' },
      { level: '终审', reviewer: '傅云樵', conclusion: '通过' },
    ]);
    expect((await journey.values('chapter', chapter)).characters).toBe(TEXT.length);
    const grown = await journey.values('book', book.id);
    expect(grown.currentCharacters).toBe(Number(book.values.currentCharacters) + TEXT.length);
    expect(grown.chapterCount).toBe(Number(book.values.chapterCount) + 1);
  });

  it('J24：口述没有授权不能编入书稿，说出原因；授权书到了才能编', async () => {
    const { page } = journey;
    const told = await journey.save('oralHistory', {
      title: '摆渡人口述',
      contributor: (await journey.find('contributor', () => true)).id,
      on: `${YEAR}-11-06`,
      authorised: false,
      state: '整理中',
    });
    const id = await journey.save('submission', {
      title: '渡口的最后一班船',
      state: '登记',
      genre: '口述整理',
      license: '已授权',
      oralHistory: told,
    });
    const { office } = journey;
    await office.workflow.correct({ kind: 'submission', id, state: '定稿', reason: '旧稿补录，三审已完成' });
    await journey.open('submission', id);
    const place = journey.panel().getByRole('button', { name: /编入书稿$/ });
    await place.waitFor();
    expect(await place.getAttribute('aria-disabled')).toBe('true');
    await place.focus();
    await page.keyboard.press('Enter');
    await journey.panel().getByText('现在不能办“编入书稿”：口述“摆渡人口述”还没有口述者的授权，不能编入书稿').waitFor();
    const book = await journey.find('book', ({ title }) => title === '示例区乡村记忆');
    await expect(
      office.workflow.move({ kind: 'submission', ids: [id], move: 'place', values: { book: book.id } }),
    ).rejects.toThrow(/授权/);
    expect(await journey.values('submission', id)).toMatchObject({ state: '定稿' });

    await journey.go(`/records/oralHistory/${told}/edit`);
    await page.getByRole('radiogroup', { name: '已授权' }).getByText('是', { exact: true }).click();
    await page.getByLabel('口述者核对日期', { exact: true }).fill('2024年11月20日');
    await page.keyboard.press('Control+s');
    await page.getByRole('button', { name: '修改', exact: true }).waitFor();
    expect(await journey.values('oralHistory', told)).toMatchObject({ authorised: true, checkedOn: '2024-11-20' });
    await journey.open('submission', id);
    await journey.move('编入书稿', () => journey.choose('编入书稿', '示例区乡村记忆', journey.dialog()));
    await journey.state('编入');
    expect(await journey.values('submission', id)).toMatchObject({ state: '编入', book: book.id });
  });
});

describe('找材料', () => {
  it('J25：两个字找遍提案、会议、信息和书稿，按种类和年份收窄，点开就在那一处', async () => {
    const { page, office } = journey;
    const whole = await office.search.query({ text: '停车', limit: 1000 });
    await journey.go('/search');
    await page.getByLabel('要找的字').fill('停车');
    await page.keyboard.press('Enter');
    await page.getByText(`找到 ${whole.total} 条`).waitFor();
    await page.locator('.hit mark', { hasText: '停车' }).first().waitFor();
    // Nothing is missed and nothing wrong is found: every proposal whose text has the word, and no other.
    const proposals = (await journey.all('proposal')).filter(({ values }) => JSON.stringify(values).includes('停车'));
    const found = whole.hits.filter(({ kind }) => kind === 'proposal').map(({ id }) => id);
    expect(proposals.map(({ id }) => id).filter((id) => !found.includes(id))).toEqual([]);

    await page.getByRole('button', { name: `提案 ${whole.byKind.proposal}`, exact: true }).click();
    await page.getByText(`找到 ${whole.byKind.proposal} 条`).waitFor();
    expect(await page.locator('.hit .tag').allInnerTexts()).toEqual(Array(found.length).fill('提案'));
    await page.getByRole('button', { name: /^全部 / }).click();
    const narrowed = await office.search.query({ text: '停车', year: YEAR });
    expect(narrowed.total).toBeLessThan(whole.total);
    await journey.choose('年份', String(YEAR));
    await page.getByText(`找到 ${narrowed.total} 条`).waitFor();

    await page.getByRole('button', { name: /^会议活动 / }).click();
    const events = narrowed.byKind.event;
    await page.getByText(`找到 ${events} 条`).waitFor();
    const snippet = page.locator('.hit-snippet', { hasText: '停车' }).first();
    const words = (await snippet.innerText())
      .replace(/^.*?：/u, '')
      .replace(/…/gu, '')
      .slice(0, 12);
    await snippet.locator('a').click();
    await page.getByRole('tab', { name: '内容' }).waitFor();
    await page.getByText(words).first().waitFor();
    expect(new URL(page.url()).hash).toContain('place=');
  });
});
