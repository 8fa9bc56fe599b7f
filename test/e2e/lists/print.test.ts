import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../documents/render.ts';
import { onSample } from '../journeys/support.ts';

const sample = onSample();
const SHOTS = process.env.ANTOU_SHOTS;

/** Presses 打印 and makes the pages the printer would have got. */
async function printed(name: string): Promise<{ readonly pages: string[]; readonly width: number }> {
  const { page } = sample;
  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset.printed = 'yes';
    };
    delete document.body.dataset.printed;
  });
  await page.getByRole('button', { name: '打印', exact: true }).click();
  return asked(name);
}

async function asked(name: string) {
  const { page } = sample;
  await page.waitForFunction(() => document.body.dataset.printed === 'yes', undefined, { timeout: 60_000 });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  if (SHOTS) await writeFile(join(SHOTS, `${name}.pdf`), pdf);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.waitForFunction(() => document.querySelector('.print-sheet') === null);
  const { pages } = await readPdf(new Uint8Array(pdf));
  return {
    // The print's text layer writes some characters as radicals (⼀ for 一).
    pages: pages.map(({ lines }) =>
      lines
        .map(({ text }) => text)
        .join('\n')
        .replace(/[\u2e80-\u2fdf]/gu, (sign) => sign.normalize('NFKC')),
    ),
    width: pages[0]?.width ?? 0,
  };
}

const times = (text: string, word: RegExp) => [...text.matchAll(word)].length;

describe('打印列表', () => {
  it('按界别分组的委员：题名、条件、每页表头、全部人、各组的人数，横放', async () => {
    const { page, office } = sample;
    const filters = [{ field: 'status', type: 'any' as const, values: ['在任'] }];
    const { total } = await office.records.list({ kind: 'member', filters, limit: 1 });
    const { groups } = await office.lists.summary({ kind: 'member', filters, group: 'sector' });
    await sample.go(`/records/member?filters=${encodeURIComponent(JSON.stringify(filters))}&group=sector`);
    await page.getByText(`共 ${total} 名`).waitFor();
    // What is folded away is printed all the same.
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name: '收起各组' }).click();
    const { pages, width } = await printed('members');
    const whole = pages.join('\n').replace(/\s/g, '');
    expect(Math.round(width)).toBe(297);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages[0]).toContain('委员一览表');
    expect(whole).toMatch(/条件：.*在任/);
    expect(whole).toContain(`共${total}名`);
    for (const text of pages) expect(text.replace(/\s/g, '')).toContain('政治面貌');
    // Some characters have no way back from their radical (⺠ for 民): they may be missing, the count may not.
    const known = whole.replace(/[\u2e80-\u2eff]/gu, '');
    for (const { label, count } of groups) {
      const name = [...(label || '（没填）')].map((sign) => `${sign}?`).join('');
      expect(known).toMatch(new RegExp(`${name}${count}名`, 'u'));
    }
  });

  it('两千行以上先问；答应了就全部打印，一行不少，页面回到原样', async () => {
    const { page, office } = sample;
    const COUNT = 2_100;
    await office.batch.run({
      add: Array.from({ length: COUNT }, (_, at) => ({
        kind: 'project',
        values: { name: `印第${String(at).padStart(4, '0')}号` },
      })),
    });
    await sample.go('/records/project?text=印第');
    await page.getByText(`共 ${COUNT} 个`).waitFor();
    await page.getByRole('button', { name: '打印', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(`要打印 ${COUNT} 个吗？`).last().waitFor();
    await dialog.getByRole('button', { name: '不打印' }).click();
    await page.waitForFunction(() => document.querySelector('[role="dialog"]') === null);
    expect(await page.locator('.print-sheet').count()).toBe(0);
    await page.evaluate(() => {
      window.print = () => {
        document.body.dataset.printed = 'yes';
      };
      delete document.body.dataset.printed;
    });
    await page.getByRole('button', { name: '打印', exact: true }).click();
    await dialog.getByRole('button', { name: '打印全部' }).click();
    const { pages } = await asked('projects');
    const whole = pages.join('\n').replace(/\s/g, '');
    expect(times(whole, /印第\d{4}号/g)).toBe(COUNT);
    expect(new Set(whole.match(/印第\d{4}号/g)).size).toBe(COUNT);
    expect(await page.getByRole('grid').isVisible()).toBe(true);
  });
});
