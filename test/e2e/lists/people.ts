import type { Walk } from '../../support/browser.ts';

/** Invented persons in one change: 人00, 人01 …, every third a woman, of three units. */
export async function addPersons(walk: Walk, count: number): Promise<string[]> {
  const units = ['示例区第一中学', '示例区人民医院', '柏溪食品有限公司'];
  const done = await walk.office.batch.run({
    add: Array.from({ length: count }, (_, index) => ({
      kind: 'person',
      values: {
        name: `甲${'一二三四五六七八九十'[Math.floor(index / 10) % 10]}${'一二三四五六七八九十'[index % 10]}`,
        sex: index % 3 === 0 ? '女' : '男',
        birth: `19${60 + (index % 30)}-0${1 + (index % 9)}`,
        org: units[index % units.length],
        mobile: `138${String(index).padStart(8, '0')}`,
      },
    })),
  });
  return done.added.map(({ id }) => id);
}

/** Texts of one column (1: the first after the tick) over the rows that are drawn. */
export const columnTexts = (walk: Walk, column: number) =>
  walk.page.locator(`.grid-body .grid-row[data-row] [role="gridcell"]:nth-child(${column + 1})`).allInnerTexts();

/** What would be on the clipboard after copying in a spreadsheet is pasted here. */
export const pasteText = (walk: Walk, text: string) =>
  walk.page.evaluate((words) => {
    const data = new DataTransfer();
    data.setData('text/plain', words);
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    (document.activeElement ?? document.body).dispatchEvent(event);
  }, text);
