import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { z } from 'zod';
import { EXIT_CODES } from '../../shared/api/errors.ts';
import type { importInput, importPlan } from '../../shared/api/schemas.ts';
import { kindOf, kinds } from '../../shared/records/index.ts';
import type { Line } from './line.ts';
import { print, remark, UsageError } from './output.ts';
import { finish, withLibrary } from './session.ts';

interface Options {
  as?: string;
  dryRun?: boolean;
  category?: string;
  createMissing?: boolean;
  again?: boolean;
  sheet?: string;
  clearBlanks?: boolean;
}

/** antou import: refused files are told one by one, the rest go in; exit code 3 when nothing went in for refusals. */
export function addImport(program: Command, line: Line): void {
  program
    .command('import <DIR> <FILE...>')
    .description('导入 txt、md、html、docx 为资料，或 xlsx、xls、csv 的各行为记录（默认委员名册）')
    .option('--as <KIND>', '当作什么导入：material 资料、book 书稿、member 委员名册，或其他记录种类（默认按文件判断）')
    .option('--dry-run', '只预演，不写入')
    .option('--category <NAME>', '资料类别')
    .option('--create-missing', '名册里有而库里没有的界别、专委会等一并新建')
    .option('--sheet <NAME>', '导入哪一张表（默认第一张认得出表头的）')
    .option('--clear-blanks', '供修改的表里，空着的格子清掉原有内容')
    .option('--again', '库里已有的文件也再导入一次')
    .action(async (dir: string, paths: string[], options: Options) => {
      const input = inputOf(paths, options);
      await withLibrary(dir, async ({ client }) => {
        if (options.dryRun) {
          const plan = await client.import.plan(input);
          if (line.json) print({ dryRun: true, ...plan });
          else printPlan(plan);
          if (nothingGood(plan)) line.done(EXIT_CODES.invalid);
          return;
        }
        const result = await finish(await client.import.run(input), line.json);
        if (line.json) print(result);
        else {
          printPlan(result.plan);
          print(`写入 ${result.written} 条，拒收 ${result.refused}，跳过 ${result.skipped}。`);
        }
        if (result.refused > 0 && result.written === 0) line.done(EXIT_CODES.invalid);
      });
    });
}

function inputOf(paths: readonly string[], options: Options): z.input<typeof importInput> {
  const { as } = options;
  if (as && !kindOf(as)) {
    throw new UsageError(`--as 应是 ${kinds.map(({ id }) => id).join('、')} 之一，写的是“${as}”。`);
  }
  return {
    files: paths.map((path) => ({ path: resolve(path) })),
    ...(as ? { as } : {}),
    options: {
      ...(options.category ? { category: options.category } : {}),
      ...(options.createMissing ? { createMissing: true } : {}),
      ...(options.again ? { again: true } : {}),
      ...(options.sheet ? { sheet: options.sheet } : {}),
      ...(options.clearBlanks ? { clearBlanks: true } : {}),
    },
  };
}

type Plan = z.output<typeof importPlan>;

function nothingGood(plan: Plan): boolean {
  const actions =
    plan.mode === 'documents' ? plan.items.map((item) => item.action) : plan.rows.map((row) => row.action);
  return actions.includes('refuse') && !actions.some((action) => action === 'add' || action === 'update');
}

const ACTIONS = { add: '新增', update: '更新', skip: '跳过', refuse: '拒收' } as const;

function printPlan(plan: Plan): void {
  if (plan.mode === 'documents') {
    for (const item of plan.items) {
      const details = [
        item.title,
        item.date,
        item.source,
        item.encoding,
        item.characters ? `${item.characters} 字` : '',
      ];
      print(`${ACTIONS[item.action]}  ${item.name}  ${item.message ?? details.filter(Boolean).join(' · ')}`);
      for (const note of item.notes) remark(`    ${note}`);
    }
    return;
  }
  for (const row of plan.rows) {
    const remarks = [
      ...row.problems.map(({ label, message }) => (label ? `${label}：${message}` : message)),
      ...row.cells.map(({ label, before, after }) => `${label}：${before || '（空）'} → ${after || '（空）'}`),
      ...row.remarks,
    ];
    if (row.action !== 'add' || remarks.length > 0)
      print(`第 ${row.row} 行  ${ACTIONS[row.action]}  ${row.title}  ${remarks.join('；')}`);
  }
  const { add, update, skip, refuse } = plan.counts;
  print(
    `表“${plan.sheet}”（${kindOf(plan.as)?.label ?? plan.as}）：新增 ${add}，更新 ${update}，跳过 ${skip}，拒收 ${refuse}。`,
  );
}
