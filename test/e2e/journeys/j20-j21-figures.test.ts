import { describe, expect, it } from 'vitest';
import { onSample, YEAR } from './support.ts';

const journey = onSample();

const listAt = (kind: string, filters: unknown) =>
  `/records/${kind}?filters=${encodeURIComponent(JSON.stringify(filters))}`;

/** Figures of the table of acceptance, as its page names them: number, unit, and how many records stand behind. */
type Wanted = readonly (readonly [label: string, words: string, records: number])[];

/** Every figure stands on the page with its number, and opens onto exactly the records it is made of. */
async function opens(path: string, wanted: Wanted): Promise<void> {
  const { page } = journey;
  await journey.go(path);
  for (const [label, words, records] of wanted) {
    await page
      .getByRole('button', { name: `${label} ${words}，看是哪些`, exact: true })
      .first()
      .click();
    const lines = page.locator('.evidence-list li');
    await lines.first().waitFor();
    expect(await lines.count(), label).toBe(records);
    await page.getByRole('button', { name: '关闭', exact: true }).last().click();
    await page.locator('.evidence-list').waitFor({ state: 'detached' });
  }
}

describe('街道工委年终测评', () => {
  it('J20：十四份述职报告一个街道一份，补登的一份算进来；达标灯点开就是那几次协商', async () => {
    const { page, office } = journey;
    const filters = [
      { field: 'docType', type: 'any', values: ['述职报告'] },
      { field: 'year', type: 'any', values: [YEAR] },
    ];
    await journey.go(listAt('officialDocument', filters));
    await page.getByText('共 14 件').waitFor();
    const reports = (await journey.all('officialDocument')).filter(
      ({ values }) => values.docType === '述职报告' && values.year === YEAR,
    );
    const streets = await journey.all('subdistrictOffice');
    expect(reports.map(({ values }) => values.subdistrictOffice).toSorted()).toEqual(
      streets.map(({ id }) => id).toSorted(),
    );

    // The report on a year is often written in the next: it belongs to the year the clerk gives.
    const street = streets[0];
    await journey.go('/records/officialDocument/new');
    await page.getByLabel('标题', { exact: true }).fill(`${String(street?.values.name)}${YEAR + 1}年度述职报告`);
    await journey.choose('文种', '述职报告');
    await page.getByLabel('成文日期', { exact: true }).fill(`${YEAR + 2}年1月8日`);
    await page.getByLabel('年度', { exact: true }).fill(String(YEAR + 1));
    await page.keyboard.press('Control+s');
    await page.getByRole('heading', { name: new RegExp(`${YEAR + 1}年度述职报告`) }).waitFor();
    const made = await journey.find('officialDocument', ({ title }) => String(title).includes(`${YEAR + 1}年度述职`));
    expect(made.values).toMatchObject({ docType: '述职报告', year: YEAR + 1, writtenOn: `${YEAR + 2}-01-08` });

    const { rules, streets: lights } = await office.workStreets.compliance({ year: YEAR });
    const rule = rules.find(({ label }) => label === '微协商');
    const events = (await journey.all('event')).filter(
      ({ values }) =>
        values.consultForm === '微协商' &&
        String(values.start).startsWith(String(YEAR)) &&
        ['进行中', '已结束', '已归档'].includes(String(values.status)),
    );
    const cells = (id: string) => lights.find((one) => one.id === id)?.cells[rule?.id ?? ''] ?? [];
    for (const { id } of streets) {
      const counted = cells(id).flatMap(({ items }) => items.map((item) => item.id));
      const own = events.flatMap((one) => (one.values.subdistrictOffice === id ? [one.id] : []));
      expect(new Set(counted), String(id)).toEqual(new Set([...counted, ...own]));
    }
    await journey.go(`/desk/streets?year=${YEAR}&rule=${rule?.id}`);
    const best = lights
      .flatMap(({ id, title }) => cells(id).map((cell) => ({ title, ...cell })))
      .toSorted((a, b) => b.items.length - a.items.length)[0];
    const row = page.getByRole('row', { name: new RegExp(best?.title ?? '') });
    await row
      .getByRole('button', { name: new RegExp(`${best?.items.length}次，看是哪些`) })
      .first()
      .click();
    await page
      .locator('.evidence-list li')
      .nth((best?.items.length ?? 1) - 1)
      .waitFor();
    expect(await page.locator('.evidence-list li').count()).toBe(best?.items.length);
  });
});

describe('年度报告的数字', () => {
  it('J21：走访与监督——家数、场次、人次、项目都对，点开就是那些记录', async () => {
    await opens(`/desk/visits?year=${YEAR}`, [
      ['班子成员走访企业', '15家', 15],
      ['专委会走访委员企业', '21家', 21],
      ['企业座谈会', '16场', 16],
      ['收集意见建议和问题', '82条', 82],
      // 130 persons in 26 rounds.
      ['走访联络党外委员', '130人次', 26],
    ]);
    await opens(`/desk/supervision?year=${YEAR}&form=${encodeURIComponent('协商式监督')}`, [
      ['监督', '37次', 37],
      ['涉及街道', '14个', 14],
      ['涉及项目', '27个', 27],
      ['提出意见建议', '20条', 20],
    ]);
  });

  it('J21：社情民意与提案——收集、报送、采用逐级不增，办复率的分子分母一样多', async () => {
    const { page, office } = journey;
    await opens(`/desk/opinions?year=${YEAR}`, [
      ['收集', '294条', 294],
      ['报送', '205条', 205],
      ['市采用', '137条', 137],
      ['转省以上', '103条', 103],
      ['区委书记批示', '4篇', 4],
      ['区长批示', '14篇', 14],
    ]);
    const { funnel, breaches } = await office.workOpinions.overview({ year: YEAR });
    const ids = (label: string) => new Set(funnel.find((one) => one.label === label)?.ids ?? []);
    expect([...ids('转省以上')].filter((id) => !ids('市采用').has(id))).toEqual([]);
    expect([...ids('市采用')].filter((id) => !ids('报送').has(id))).toEqual([]);
    expect(breaches).toEqual([]);
    const { shares } = await office.workProposals.overview({ year: YEAR });
    expect(shares.find(({ label }) => label === '办复率')).toMatchObject({
      percent: '100%',
      counts: { met: 212, of: 212 },
    });
    await opens(`/desk/proposals?year=${YEAR}&tab=figures`, [['立案', '212件', 212]]);
    await page.getByText('100%').first().waitFor();
  });

  it('J21：制度、组织和阵地——六个方面七十八项、十四个街道、三个提升的议事室', async () => {
    const { page } = journey;
    await opens(`/desk/regulations?year=${YEAR}`, [
      ['制定和修订', '78项', 78],
      ['审议通过重要文件', '10项', 10],
    ]);
    await page.getByText(`${YEAR}年修订完善规章制度6个方面78项。`).waitFor();
    await opens(`/desk/streets?year=${YEAR}&tab=coverage`, [
      ['街道政协工委', '14个', 14],
      ['街道功能型党支部', '14个', 14],
      ['党支部活动', '54次', 54],
    ]);
    await opens(`/desk/venues?year=${YEAR}`, [
      ['街道议事室覆盖', '14/14个街道', 14],
      ['当年改造提升', '3个', 3],
    ]);
    const regulations = (await journey.all('regulation')).filter(({ values }) =>
      String(values.passedOn).startsWith(String(YEAR)),
    );
    expect(regulations).toHaveLength(78);
    expect(new Set(regulations.map(({ values }) => values.area)).size).toBe(6);
  });
});
