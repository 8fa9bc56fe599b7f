import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import { EXIT_CODES } from '../../shared/api/errors.ts';
import { VERDICT_WORDS } from '../../shared/figures/reconcile/index.ts';
import type { Line } from './line.ts';
import { print, remark, UsageError } from './output.ts';
import { wholeNumber } from './search.ts';
import { type Session, withLibrary } from './session.ts';

interface ReconcileOptions {
  year?: string;
  from?: string;
  to?: string;
  all?: boolean;
  out?: string;
}

interface ReportOptions {
  year?: string;
  title?: string;
  id?: string;
  take?: boolean;
  out?: string;
}

/** antou reconcile, antou report */
export function addReports(program: Command, line: Line): void {
  program
    .command('reconcile <DIR> <FILE>')
    .description('口径对账：文稿（.docx、.txt）里的数与台账逐个核对；有不一致、约数不当、未对上的，退出码 3')
    .option('--year <N>', '按哪一年的台账（默认文中回顾的那一年）')
    .option('--from <DATE>', '从哪天起')
    .option('--to <DATE>', '到哪天止')
    .option('--all', '一致的也列出来')
    .option('--out <FILE>', '另存一份 Word 清单')
    .action(async (dir: string, file: string, options: ReconcileOptions) => {
      await withLibrary(dir, (session) => reconcile(session, file, options, line));
    });

  program
    .command('report <DIR>')
    .description('工作报告：--year 起草一份，--id 看一份草稿的数；--take 更新变了的数，--out 导出 Word')
    .option('--year <N>', '起草哪一年的工作报告')
    .option('--title <TEXT>', '新报告的标题')
    .option('--id <ID>', '已有的报告稿')
    .option('--take', '把变了的和没取的数取进稿子')
    .option('--out <FILE>', '导出 Word 到哪个文件')
    .action(async (dir: string, options: ReportOptions) => {
      if ((options.year === undefined) === (options.id === undefined))
        throw new UsageError('请写 --year（起草一份）或 --id（已有的一份），只写其中一个。');
      await withLibrary(dir, (session) => report(session, options, line));
    });
}

async function reconcile({ client }: Session, file: string, options: ReconcileOptions, line: Line): Promise<void> {
  const year = wholeNumber(options.year, '--year');
  const [from, to] = year === undefined ? [options.from, options.to] : [`${year}-01-01`, `${year}-12-31`];
  if (year !== undefined && (options.from || options.to)) throw new UsageError('--year 与 --from、--to 不能同时写。');
  const { text } = await client.reports.read({ file: { path: resolve(file) } });
  const wish = { text, mended: true, ...(from ? { from } : {}), ...(to ? { to } : {}) };
  const found = await client.reports.reconcile(wish);
  const { different, wrongWord, unmatched } = found.counts;
  if (different + wrongWord + unmatched > 0) line.done(EXIT_CODES.invalid);
  if (options.out !== undefined) {
    const { model } = await client.reports.reconcileList({
      ...wish,
      name: basename(file),
      onlyDifferent: !options.all,
    });
    const made = await client.documents.export({ document: 'reconcile', content: model, out: options.out });
    if (!line.json) remark(`清单已存到：${made.path}`);
  }
  if (line.json) {
    const { paragraphs: _, ...rest } = found;
    print(rest);
    return;
  }
  print(`按 ${found.from} 至 ${found.to} 的台账核对`);
  for (const number of found.numbers) {
    const quiet = number.verdict === 'same' || number.verdict === 'approximate' || number.verdict === 'notCounted';
    if (quiet && !options.all) continue;
    const there = number.label ? `  ${number.label} 台账 ${number.there}` : '';
    print(`${VERDICT_WORDS[number.verdict]}  ${number.written}${there}${number.why ? `（${number.why}）` : ''}`);
  }
  const words = Object.entries(found.counts).map(
    ([id, n]) => `${VERDICT_WORDS[id as keyof typeof VERDICT_WORDS]} ${n}`,
  );
  print(words.join('，'));
}

async function report({ client }: Session, options: ReportOptions, line: Line): Promise<void> {
  const year = wholeNumber(options.year, '--year');
  const title = options.title?.trim();
  const id =
    year === undefined ? (options.id ?? '') : (await client.reports.create({ year, ...(title ? { title } : {}) })).id;
  const taken = options.take ? (await client.reports.take({ id })).taken : 0;
  const state = await client.reports.state({ id });
  const made = options.out
    ? await client.documents.export({ document: 'report', params: { report: id }, out: options.out })
    : undefined;
  if (line.json) {
    print({ ok: true, id, taken, ...state, ...(made ? { path: made.path, findings: made.findings } : {}) });
    return;
  }
  print(`${state.title}  ${id}`);
  if (options.take) print(`取进 ${taken} 个数`);
  for (const { label, figure, state: how, taken: before, now } of state.places) {
    if (how === 'stale') print(`数已变  ${label}：${before}→${now}`);
    if (how === 'new') print(`还没取数  ${label}：${now}`);
    if (how === 'unknown') print(`没有这个指标  ${figure}`);
  }
  if (made) print(`已导出：${made.path}`);
  for (const finding of made?.findings ?? []) remark(`提示：${finding.message}`);
}
