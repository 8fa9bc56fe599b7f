import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Desktop, launch, scratch } from './desktop.ts';
import { LIBRARY, makeLibrary, minutesText, typeMinutes } from './walk-steps.ts';

const folder = scratch();
const userData = join(folder.path, 'user');
const TYPED = '这一句还没有保存，服务就停了。';
let desktop: Desktop;

afterAll(async () => {
  await desktop?.close();
  folder.remove();
});

const officePid = () =>
  desktop.app.evaluate(
    ({ app }) => app.getAppMetrics().find(({ serviceName }) => serviceName === 'node.mojom.NodeService')?.pid,
  );

describe('写到一半出了事', () => {
  test('资料服务被杀：没保存的文字还在窗口里，资料库自己接上，接着就能保存', async () => {
    desktop = await launch({ userData });
    await makeLibrary(desktop, join(folder.path, '资料库'));
    const { page } = desktop;
    await typeMinutes(page, [TYPED]);
    const before = await officePid();
    process.kill(before as number, 'SIGKILL');
    await expect.poll(officePid, { timeout: 10_000 }).not.toBe(before);
    expect(await minutesText(page)).toContain(TYPED);
    // The library comes back by itself: the bottom line tells the truth again.
    await page
      .getByRole('contentinfo')
      .getByText(/已保存/)
      .waitFor();
    expect(await minutesText(page)).toContain(TYPED);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('button', { name: /撤销：写纪要/ }).waitFor();
    expect(await page.getByText('有没保存的修改').count()).toBe(0);
  });

  test('有没保存的字就关窗口：先问；答留下就还在，答关闭就干净退出，最后一句在草稿里可以取回', async () => {
    const { app, page } = desktop;
    await page.getByLabel('纪要正文').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('又写了一句。');
    const ended = new Promise((done) => app.process().on('exit', done));
    const asked = await app.evaluate(async ({ BrowserWindow, dialog }) => {
      const question = new Promise<string>((resolve) => {
        dialog.showMessageBoxSync = (...given: unknown[]) => {
          resolve((given.at(-1) as { message: string }).message);
          return 0;
        };
      });
      BrowserWindow.getAllWindows()[0]?.close();
      return question;
    });
    expect(asked).toBe('有没保存的修改');
    expect(await minutesText(page)).toContain('又写了一句。');
    // Closed a moment later: a question still on its way when the program ends would keep its debugger waiting.
    await app.evaluate(({ BrowserWindow, dialog }) => {
      dialog.showMessageBoxSync = () => 1;
      setTimeout(() => BrowserWindow.getAllWindows()[0]?.close(), 50);
    });
    expect(await ended).toBe(0);

    desktop = await launch({ userData });
    const again = desktop.page;
    await again.getByRole('button', { name: LIBRARY }).click();
    await again.getByRole('navigation').getByRole('link', { name: '会议活动' }).click();
    await again.getByRole('row').filter({ hasText: '主席会议' }).dblclick();
    await again.getByRole('button', { name: '改纪要' }).click();
    await expect.poll(() => minutesText(again)).toContain(TYPED);
    await again.getByRole('button', { name: /取回/ }).click();
    await expect.poll(() => minutesText(again)).toContain('又写了一句。');
    await again.getByRole('button', { name: '保存', exact: true }).click();
    await expect.poll(() => again.getByText('有没保存的修改').count()).toBe(0);
  }, 60_000);

  test('页面崩溃：说明情况后重新打开，资料库还开着', async () => {
    const { app } = desktop;
    const asked = await app.evaluate(async ({ BrowserWindow, dialog }) => {
      let message = '';
      dialog.showMessageBoxSync = (...given: unknown[]) => {
        message = (given.at(-1) as { message: string }).message;
        return 0;
      };
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const loaded = new Promise<void>((done) => contents?.once('did-finish-load', () => done()));
      contents?.forcefullyCrashRenderer();
      await loaded;
      return message;
    });
    expect(asked).toBe('页面意外停止，将重新打开。');
    const words = () =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
      );
    await expect.poll(words, { timeout: 15_000 }).toContain(LIBRARY);
    await expect.poll(words, { timeout: 15_000 }).toContain('已保存');
  });
});
