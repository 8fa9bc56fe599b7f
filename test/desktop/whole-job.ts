import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Desktop, launch, scratch } from './desktop.ts';
import {
  exportMinutes,
  findAllAgain,
  importFiles,
  makeLibrary,
  materials,
  openHit,
  search,
  undoAndRedo,
  WORDS,
  writeMinutes,
} from './walk-steps.ts';

/** Exit code of `antou verify`: 0 sound, 5 in use. The command line takes the same lock as every door. */
const verify = (library: string) =>
  spawnSync(process.execPath, [resolve('resources/setup/antou.mjs'), 'verify', library], { stdio: 'ignore' }).status;

/**
 * The whole job of a clerk in a real Electron; each step continues where the one before ended.
 * @param program path of a packaged program, asked when the first step begins; without one the built program runs.
 */
export function describeWholeJob(title: string, program?: () => Promise<string>): void {
  describe(title, () => {
    const folder = scratch();
    const library = join(folder.path, '区政协 资料库');
    const files = materials(join(folder.path, '材料'));
    let desktop: Desktop;
    const open = async () => {
      const executablePath = await program?.();
      desktop = await launch({ userData: join(folder.path, 'user'), ...(executablePath ? { executablePath } : {}) });
    };
    const step = (name: string, work: () => Promise<void>) => test(name, work, 120_000);
    const quiet = () => {
      expect(desktop.complaints).toEqual([]);
      expect(desktop.stderr()).toBe('');
    };
    afterAll(async () => {
      await desktop?.close();
      folder.remove();
    });

    step('首次打开，新建资料库', async () => {
      await open();
      await makeLibrary(desktop, library);
    });
    step('导入文件', () => importFiles(desktop, files));
    step('搜索两个字的词和带数字的词', async () => {
      for (const words of WORDS) await search(desktop.page, words);
    });
    step('打开命中处', () => openHit(desktop.page, '35万字'));
    step('写会议纪要', () => writeMinutes(desktop.page));
    step('导出纪要', () => exportMinutes(desktop, join(folder.path, '纪要.docx')));
    step('撤销与重做', () => undoAndRedo(desktop.page));
    step('开着的时候命令行进不来；页面与两个进程没有一句警告', async () => {
      expect(verify(library)).toBe(5);
      quiet();
    });
    step('关闭以后资料库放开了锁，核验无误', async () => {
      await desktop.close();
      expect(verify(library)).toBe(0);
    });
    step('重新打开，什么都在', async () => {
      await open();
      await findAllAgain(desktop, files.length);
      quiet();
    });
  });
}
