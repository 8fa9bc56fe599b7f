import type { Command } from 'commander';
import { yearPeriod } from '../../shared/figures/figure-result.ts';
import { periodWords } from '../../shared/figures/period-words.ts';
import { kindOf } from '../../shared/records/index.ts';
import type { OfficeClient } from '../api/index.ts';
import type { Line } from './line.ts';
import { print, UsageError } from './output.ts';
import { wholeNumber } from './search.ts';
import { finish, withLibrary } from './session.ts';

interface FigureOptions {
  year?: string;
  from?: string;
  to?: string;
  evidence?: string;
  out?: string;
}

/** antou figures */
export function addFigures(program: Command, line: Line): void {
  program
    .command('figures <DIR>')
    .description('数字：年度报告的各个指标，与上年同期对照；--evidence 列出一个数的每一条记录')
    .option('--year <YYYY>', '哪一年（默认最近有数的一年）')
    .option('--from <DATE>', '从哪天，如 2024-01-01；与 --to 同用')
    .option('--to <DATE>', '到哪天')
    .option('--evidence <ID>', '指标编码，如 SQ.IN')
    .option('--out <FILE>', '导出成 Excel 文件')
    .action(async (dir: string, options: FigureOptions) => {
      await withLibrary(dir, async ({ client }) => {
        const period = await periodOf(client, options);
        if (options.out !== undefined) await exportTo(client, period, options.out, line);
        else if (options.evidence !== undefined) await printEvidence(client, period, options.evidence, line);
        else await printFigures(client, period, line);
      });
    });
}

interface Period {
  from: string;
  to: string;
}

async function periodOf(client: OfficeClient, { year, from, to }: FigureOptions): Promise<Period> {
  if ((from === undefined) !== (to === undefined)) throw new UsageError('--from 和 --to 要一起写。');
  if (from !== undefined && to !== undefined) {
    if (year !== undefined) throw new UsageError('--year 与 --from、--to 只写一样。');
    return { from, to };
  }
  const asked = wholeNumber(year, '--year');
  if (asked !== undefined && (asked < 1900 || asked > 2199)) throw new UsageError('--year 应是四位的年份，如 2024。');
  const { newest } = await client.figures.years({});
  return { ...yearPeriod(asked ?? newest ?? new Date().getFullYear()) };
}

async function printFigures(client: OfficeClient, period: Period, line: Line): Promise<void> {
  const [list, { findings }] = [await client.figures.list(period), await client.figures.checks(period)];
  if (line.json) {
    print({ period, ...list, findings });
    return;
  }
  print(periodWords(period));
  if (list.freeze) {
    const { by, version, differences } = list.freeze;
    print(`已由${by}定稿（第 ${version} 次）${differences > 0 ? `，定稿后有 ${differences} 项变了` : ''}`);
  }
  for (const { label, figures } of list.groups) {
    print(`【${label}】`);
    for (const figure of figures) {
      const notes = [
        figure.frozen?.differs ? `定稿 ${figure.frozen.text}` : '',
        figure.correction ? `校正，按记录数是 ${figure.computed}` : '',
        figure.problem ?? '',
      ].filter(Boolean);
      print(
        `  ${figure.id}  ${figure.label} ${figure.value}  写作“${figure.text}”  上年同期 ${figure.last.value}${notes.length > 0 ? `（${notes.join('；')}）` : ''}`,
      );
    }
  }
  for (const { label, message } of findings) print(`对不上：${label}——${message}`);
}

async function printEvidence(client: OfficeClient, period: Period, id: string, line: Line): Promise<void> {
  const answer = await client.figures.evidence({ id, ...period });
  if (line.json) {
    print({ period, ...answer });
    return;
  }
  const { figure, groups } = answer;
  print(`${periodWords(period)} ${figure.label} ${figure.value}（${figure.count} 条记录）`);
  print(`口径：${figure.rule}`);
  print(`怎样数：${figure.query}`);
  for (const { label, items } of groups) {
    if (label) print(`【${label}】${items.length} 条`);
    for (const { kind, id: record, title, on = '', note = '' } of items)
      print(`  ${[on, kindOf(kind)?.label ?? kind, title, note].filter(Boolean).join('  ')}  ${record}`);
  }
}

async function exportTo(client: OfficeClient, period: Period, out: string, line: Line): Promise<void> {
  const made = await finish(await client.figures.export({ ...period, out }), line.json);
  if (line.json) print({ ok: true, ...made });
  else print(`已导出 ${made.rows} 项数字：${made.path ?? out}`);
}
