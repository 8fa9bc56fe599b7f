import type { Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { OfficeClient } from '../../../electron/api/index.ts';
import type { StoredRecord, Values } from '../../../shared/records/record.ts';
import { closeBrowser, startWalk, type Walk } from '../../support/browser.ts';

/** The year of the sample library's ledgers. */
export const YEAR = 2024;

type Filters = NonNullable<Parameters<OfficeClient['records']['list']>[0]['filters']>;

/** A clerk at the page of the sample library, and what a test needs to look behind it. */
export interface Journey {
  /** There once the tests of the file run. */
  readonly walk: Walk;
  readonly page: Page;
  /** The contract: to make what a journey starts from, and to look at what was really stored. */
  readonly office: OfficeClient;
  go(path: string): Promise<void>;
  /** All records of a kind, whole. */
  all(kind: string, filters?: Filters): Promise<StoredRecord[]>;
  /** The first record that fits, whole. @throws Error when there is none */
  find(kind: string, fits: (values: Values) => boolean): Promise<StoredRecord>;
  values(kind: string, id: string): Promise<Values>;
  /** Id of the new or changed record. */
  save(kind: string, values: Values, id?: string): Promise<string>;
  /** 办理 of the record that is open. */
  panel(): Locator;
  dialog(): Locator;
  /** Opens a record where its process can be moved. */
  open(kind: string, id: string): Promise<void>;
  /** Picks an option of the list with this label: an option of an enumeration, or a record by its title. */
  choose(label: string | RegExp, option: string, within?: Locator): Promise<void>;
  /** Types into a cell of a table in a form: picks the offer where the cell has a list. `name`: 第 1 行 承办单位. */
  cell(within: Locator, name: string, text: string): Promise<void>;
  /**
   * Makes a move with the panel and its dialog: presses its button, lets `fill` fill in the dialog, submits, and waits
   * until the dialog is gone. A move that is refused keeps its dialog, and this fails.
   */
  move(label: string, fill?: (dialog: Locator) => Promise<unknown>): Promise<void>;
  /** Waits until the open record stands in this state. */
  state(name: string): Promise<void>;
}

/** One browser on one sample library for all the tests of a file: call it at the top of the file. */
export function onSample(): Journey {
  let walk: Walk | undefined;
  beforeAll(async () => {
    walk = await startWalk({ library: 'none' });
    await walk.office.library.create({ path: walk.libraryPath, sample: true });
    await walk.page.reload();
    await walk.page.waitForSelector('.frame');
  });
  // A form that a failed test left half filled in would ask every test after it whether to save.
  afterEach(async ({ task }) => {
    if (!walk || (task.result?.errors ?? []).length === 0) return;
    walk.page.once('dialog', (dialog) => void dialog.accept());
    await walk.page.reload();
    await walk.page.waitForSelector('.frame');
  });
  afterAll(async () => {
    try {
      await walk?.end();
    } finally {
      await closeBrowser();
    }
  });
  return journeyOn(() => {
    if (!walk) throw new Error('The walk begins with the first test');
    return walk;
  });
}

function journeyOn(walk: () => Walk): Journey {
  const page = () => walk().page;
  const office = () => walk().office;
  const panel = () => page().getByRole('region', { name: '办理' });
  const dialog = () => page().getByRole('dialog');
  const all = async (kind: string, filters?: Filters) =>
    (await office().records.list({ kind, full: true, limit: 100_000, ...(filters ? { filters } : {}) })).records;
  return {
    get walk() {
      return walk();
    },
    get page() {
      return page();
    },
    get office() {
      return office();
    },
    go: (path) => walk().go(path),
    all,
    async find(kind, fits) {
      const found = (await all(kind)).find(({ values }) => fits(values));
      if (!found) throw new Error(`the sample has no such ${kind}`);
      return found;
    },
    values: async (kind, id) => (await office().records.get({ kind, id })).record.values,
    save: async (kind, values, id) => (await office().records.save({ kind, values, ...(id ? { id } : {}) })).id,
    panel,
    dialog,
    async open(kind, id) {
      await walk().go(`/records/${kind}/${id}`);
      await panel().waitFor();
    },
    choose: (label, option, within) => choose(page(), within ?? page().locator('body'), label, option),
    cell: (within, name, text) => cell(page(), within, name, text),
    async move(label, fill) {
      await panel().getByRole('button', { name: label, exact: true }).first().click();
      await dialog().getByText('办完后变为').waitFor();
      // Once it has opened the caret is put into the first field: a list opened before that would close again.
      await dialog().locator('.move-dialog :focus').waitFor();
      await fill?.(dialog());
      await dialog().getByRole('button', { name: label, exact: true }).click();
      await dialog().waitFor({ state: 'detached' });
    },
    async state(name) {
      await panel().locator('.state-tag', { hasText: name }).waitFor();
    },
  };
}

/** Offers of the open list; one that was used a moment ago is still fading. */
const OFFERS = '.ant-select-dropdown:not(.ant-select-dropdown-hidden, [class*="-leave"]) .ant-select-item-option';

/** Types the option, so that it is there however long the list is, and picks it with the mouse. */
async function choose(page: Page, within: Locator, label: string | RegExp, option: string): Promise<void> {
  const box = within.getByLabel(label, { exact: true }).first();
  await box.click();
  await page.keyboard.type(option);
  const offered = page.locator(OFFERS);
  // The offer that is just that word before one that contains it: 主席会议 stands beside 主席会议协商.
  const same = offered.filter({ has: page.getByText(option, { exact: true }) });
  await same
    .or(offered.filter({ hasText: option }))
    .first()
    .waitFor();
  await ((await same.count()) > 0 ? same : offered.filter({ hasText: option })).first().click();
}

/** A cell is text until the caret comes; its control then bears the name of the cell. */
async function cell(page: Page, within: Locator, name: string, text: string): Promise<void> {
  const rest = within.getByRole('button', { name: new RegExp(`^${name}：`, 'u') });
  const control = within.locator('.cell-active').locator('input, textarea');
  if ((await rest.count()) > 0) await rest.first().focus();
  await control.first().waitFor();
  await page.keyboard.type(text);
  if ((await control.first().getAttribute('role')) !== 'combobox') return;
  const offered = page.locator(OFFERS);
  await offered.filter({ hasText: text }).first().click();
}
