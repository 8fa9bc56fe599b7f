import { resolve } from 'node:path';
import type { Command } from 'commander';
import { EXIT_CODES } from '../../shared/api/errors.ts';
import { kindOf } from '../../shared/records/index.ts';
import type { Line } from './line.ts';
import { print, remark } from './output.ts';
import { finish, withLibrary, withOffice } from './session.ts';

/** antou new, antou verify, antou backup */
export function addLibrary(program: Command, line: Line): void {
  program
    .command('new <DIR>')
    .description('新建资料库；加 --sample 放入样例（虚构的示例区政协）')
    .option('--sample', '放入样例')
    .option('--name <NAME>', '资料库名称')
    .action(async (dir: string, options: { sample?: boolean; name?: string }) => {
      await withOffice(async ({ office, client }) => {
        await office.desk.create(resolve(dir), options.name, options.sample ?? false);
        const { open } = await client.library.status();
        if (!open) return;
        if (line.json)
          print({ ok: true, path: open.path, id: open.id, name: open.name, seq: open.seq, counts: open.counts });
        else print(`已建好“${open.name}”：${open.path}${countsSentence(open.counts)}`);
      });
    });

  program
    .command('verify <DIR>')
    .description('从头核验资料库：流水、记录、附件逐一对照')
    .action(async (dir: string) => {
      await withLibrary(dir, async ({ office, client }) => {
        const found = await finish(await client.library.verify(), line.json);
        const damage = office.desk.opened.library.damage;
        const sound = found.ok && damage.every((report) => report.mended);
        if (line.json) print({ ...found, ok: sound, damage });
        else {
          print(
            `${sound ? '完好' : '有损坏'}：${found.transactions} 笔流水，${found.records} 条记录，${found.attachments} 个附件。`,
          );
          for (const problem of found.problems) remark(`${problem.file}：${problem.message}`);
        }
        if (!sound) line.done(EXIT_CODES.damaged);
      });
    });

  program
    .command('backup <DIR> <FOLDER>')
    .description('备份资料库到一个文件夹，备份读回核对无误才算成功')
    .action(async (dir: string, folder: string) => {
      await withLibrary(dir, async ({ client }) => {
        const made = await finish(await client.library.backup({ folder: resolve(folder) }), line.json);
        if (line.json) print({ ok: true, ...made });
        else print(`已备份并核对：${made.path}（${made.records} 条记录）`);
      });
    });
}

function countsSentence(counts: Readonly<Record<string, number>>): string {
  const parts = Object.entries(counts).flatMap(([kind, count]) => {
    const known = kindOf(kind);
    return known && count > 0 ? [`${known.label} ${count}`] : [];
  });
  return parts.length > 0 ? `（${parts.join('、')}）` : '';
}
