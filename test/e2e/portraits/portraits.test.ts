import { readFile } from 'node:fs/promises';
import { read, utils } from '@e965/xlsx';
import type { Locator } from 'playwright';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../documents/render.ts';
import { axeFindings } from '../../support/browser.ts';
import { onSample, YEAR } from '../journeys/support.ts';

const sample = onSample();

const LONG_NAME = '阿卜杜热合曼·买买提图尔荪·吐尔逊江';
const LONG_ORG = '示例区人民政府驻外省经济技术协作与招商引资联络服务中心（示例区投资促进服务中心）';

/** Waits until every chart of the page is drawn. */
async function drawn(): Promise<void> {
  const { page } = sample;
  await page.locator('.chart-card').first().waitFor();
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.chart-drawing')].every((one) => one.querySelector('svg text') !== null),
  );
}

/** The numbers of a chart's table that are drawn, and those its description tells, in the same order. */
const numbersOf = (card: Locator) =>
  card.evaluate((element) => {
    const drawing = element.querySelector('.chart-drawing');
    const words = drawing?.getAttribute('aria-label') ?? '';
    const heads = [...element.querySelectorAll('thead th.number')].map((one) => one.textContent ?? '');
    const told = words.slice(words.indexOf('。') + 1).split('；');
    const rows = [...element.querySelectorAll('tbody tr')].map((row) => ({
      name: row.querySelector('th')?.textContent ?? '',
      shown: [...row.querySelectorAll<HTMLElement>('td')].map((cell) => cell.dataset.figure ?? ''),
    }));
    return { title: element.getAttribute('aria-label') ?? '', heads, told, rows };
  });

/** Every line the description tells stands in the table with the same numbers. */
async function sameInWordsAndTable(): Promise<number> {
  let compared = 0;
  for (const card of await sample.page.locator('.chart-card').all()) {
    if ((await card.locator('.chart-drawing').count()) === 0) continue;
    const { title, heads, told, rows } = await numbersOf(card);
    for (const [at, line] of told.entries()) {
      const row = rows[at];
      expect(line.startsWith(`${row?.name} `), `${title}：${line}`).toBe(true);
      for (const [index, shown] of (row?.shown ?? []).entries()) {
        const several = line.includes(`${heads[0]} `);
        if (several && line.includes(`${heads[index]} `)) expect(line, title).toContain(`${heads[index]} ${shown}`);
        else if (!several && index === 0) expect(line, title).toContain(` ${shown}`);
      }
      compared += 1;
    }
  }
  return compared;
}

async function pagesOnPaper(): Promise<number> {
  const pdf = await sample.page.pdf({ preferCSSPageSize: true });
  const { pages } = await readPdf(new Uint8Array(pdf));
  expect(Math.round(pages[0]?.width ?? 0)).toBe(210);
  return pages.length;
}

/** The member with most on record of those who are scored. */
async function busiest(): Promise<string> {
  const { members } = await sample.office.workMembers.overview({ year: YEAR });
  const total = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((sum, one) => sum + one, 0);
  const sorted = members.toSorted((a, b) => total(b.counts) - total(a.counts));
  for (const { id } of sorted) if ((await sample.office.portraits.member({ id, year: YEAR })).score) return id;
  throw new Error('nobody is scored');
}

describe('委员画像', () => {
  it('从履职情况进画像；数字点开就是那些记录，用键盘也一样；图与表的数相同；无障碍检查通过', async () => {
    const { page, office } = sample;
    const id = await busiest();
    await sample.go(`/desk/members/${id}?year=${YEAR}`);
    await page.getByRole('link', { name: '履职画像' }).click();
    await page.getByRole('heading', { level: 1, name: /履职画像/ }).waitFor();
    await drawn();
    const portrait = await office.portraits.member({ id, year: YEAR });
    for (const { label, unit, now } of portrait.counts.filter((one) => one.now.figure > 0)) {
      await page.getByRole('button', { name: `${label} ${now.shown}${unit}，看是哪些`, exact: true }).focus();
      await page.keyboard.press('Enter');
      await page.locator('.evidence-list li').first().waitFor();
      expect(await page.locator('.evidence-list li').count(), label).toBe(now.figure);
      await page.keyboard.press('Escape');
      await page.locator('.evidence-list').waitFor({ state: 'detached' });
    }
    expect(await sameInWordsAndTable()).toBeGreaterThan(15);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('点图上的一段，打开的就是那个月的那些记录', async () => {
    const { page, office } = sample;
    const id = await busiest();
    await sample.go(`/desk/members/${id}/portrait?year=${YEAR}`);
    await drawn();
    const { months } = await office.portraits.member({ id, year: YEAR });
    const at = months.lines.findIndex(({ cells }) => (cells[0]?.figure ?? 0) > 2);
    const wanted = months.lines[at]?.cells[0]?.figure;
    const bars = page.locator('[data-chart="months"] svg path[fill="#0072b2"]');
    const boxes = await Promise.all((await bars.all()).map(async (bar) => ({ bar, box: await bar.boundingBox() })));
    // The number in the middle of a bar is pressed like the bar itself; the corner is the bar alone.
    // The small square of the legend is one too; the bars stand in the order of the months.
    const upright = boxes
      .filter(({ box }) => (box?.height ?? 0) > 12)
      .sort((a, b) => (a.box?.x ?? 0) - (b.box?.x ?? 0));
    const withSome = months.lines.filter(({ cells }) => (cells[0]?.figure ?? 0) > 0);
    await upright[withSome.findIndex(({ key }) => key === months.lines[at]?.key)]?.bar.click({
      position: { x: 4, y: 4 },
    });
    await page.locator('.evidence-list li').first().waitFor();
    expect(await page.locator('.evidence-list li').count()).toBe(wanted);
    await page.getByText(`${months.lines[at]?.label}，会议活动：${wanted} 条`).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.evidence-list').waitFor({ state: 'detached' });
  });

  it('登记一次出席，页面上的数和图自己变，图不重画', async () => {
    const { page, office } = sample;
    const id = await busiest();
    await sample.go(`/desk/members/${id}/portrait?year=${YEAR}`);
    await drawn();
    const attended = (await office.portraits.member({ id, year: YEAR })).counts.find((one) => one.id === 'attended');
    const before = attended?.now.figure ?? 0;
    const drawing = page.locator('[data-chart="months"] .chart-drawing');
    const words = await drawing.getAttribute('aria-label');
    await drawing.locator('svg').evaluate((svg) => svg.setAttribute('data-same', 'yes'));
    await sample.save('event', {
      category: '活动',
      subtype: '视察',
      title: '画像视察',
      start: `${YEAR}-08-08T09:00`,
      status: '已结束',
      attendance: [{ member: id, role: '应出席', state: '出席' }],
    });
    await page.getByRole('button', { name: `参加会议活动 ${before + 1}次，看是哪些` }).waitFor();
    expect(await drawing.getAttribute('aria-label')).not.toBe(words);
    expect(await drawing.locator('svg[data-same]').count()).toBe(1);
    await office.history.undo();
    await page.getByRole('button', { name: `参加会议活动 ${before}次，看是哪些` }).waitFor();
    expect(await drawing.getAttribute('aria-label')).toBe(words);
  });

  it('打印正好一页 A4：事最多的、什么也没有的、名字和单位特别长的', async () => {
    const { page, office } = sample;
    const person = await sample.save('person', { name: LONG_NAME, org: LONG_ORG, orgDuty: '党组书记、主任（兼）' });
    const busy = await busiest();
    const { values } = (await office.records.get({ kind: 'member', id: busy })).record;
    const { term, sector, committee, subdistrictOffice } = values;
    const long = await sample.save('member', {
      person,
      term,
      sector,
      committee,
      subdistrictOffice,
      status: '在任',
      appointedOn: '2023-01-01',
    });
    for (const [id, year] of [
      [busy, YEAR],
      [busy, 2019],
      [long, YEAR],
    ] as const) {
      await sample.go(`/desk/members/${id}/portrait?year=${year}`);
      await page.getByText(`${year} 年 ·`).waitFor();
      await drawn();
      expect(await pagesOnPaper(), `${id} ${year}`).toBe(1);
    }
    const wide = await page.evaluate(
      () => (document.querySelector('.main')?.scrollWidth ?? 0) - (document.querySelector('.main')?.clientWidth ?? 0),
    );
    expect(wide).toBe(0);
  });
});

describe('街道、专委会画像', () => {
  it('街道（隔一个）、每个专委会都印在一页 A4 上；图与表的数相同', async () => {
    const { page } = sample;
    let compared = 0;
    for (const [kind, path] of [
      ['subdistrictOffice', 'streets'],
      ['committee', 'committees'],
    ] as const) {
      const all = await sample.all(kind);
      for (const { id, values } of all.filter((_, at) => kind === 'committee' || at % 2 === 0)) {
        await sample.go(`/desk/${path}/${id}/portrait?year=${YEAR}`);
        await page.getByRole('heading', { level: 1, name: String(values.name), exact: true }).waitFor();
        await drawn();
        compared += await sameInWordsAndTable();
        expect(await pagesOnPaper(), String(values.name)).toBe(1);
      }
    }
    expect(compared).toBeGreaterThan(200);
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('看板', () => {
  it('每张图旁边的表与图的数相同；存成的图片、导出的 Excel 打得开，数一样；无障碍检查通过', async () => {
    const { page, office } = sample;
    await sample.go(`/results/dashboards?year=${YEAR}`);
    await drawn();
    expect(await sameInWordsAndTable()).toBeGreaterThan(30);
    expect(await axeFindings(page)).toEqual([]);
    const card = page.locator('[data-chart="opinionFunnel"]');
    const taken = async (verb: string) => {
      const waiting = page.waitForEvent('download');
      await card.getByRole('button', { name: verb }).click();
      return readFile(await (await waiting).path());
    };
    const picture = await taken('存为图片');
    expect([...picture.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG');
    expect(picture.readUInt32BE(16)).toBe(1920);
    const book = read(await taken('导出 Excel'));
    expect(book.SheetNames).toEqual(['数字', '依据']);
    const rowsOf = (name: string) =>
      utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1, raw: true }).slice(3);
    const { charts } = await office.portraits.dashboards({ year: YEAR });
    const funnel = charts.find(({ id }) => id === 'opinionFunnel');
    expect(rowsOf('数字')).toEqual(
      funnel?.lines.map(({ label, cells }) => [label, ...cells.map(({ figure }) => figure)]),
    );
    const all = (funnel?.lines ?? []).flatMap(({ cells }) => cells).reduce((sum, { keys }) => sum + keys.length, 0);
    expect(rowsOf('依据')).toHaveLength(all);
  });

  it('没有记录的年份说清第一步；栏目里能找到看板', async () => {
    const { page } = sample;
    await sample.go('/results/dashboards?year=1999');
    await page.getByRole('link', { name: '导入台账' }).or(page.getByText('还没有')).first().waitFor();
    await page.getByRole('navigation').getByRole('link', { name: '看板' }).click();
    await page.getByRole('heading', { level: 1, name: '看板' }).waitFor();
  });
});
