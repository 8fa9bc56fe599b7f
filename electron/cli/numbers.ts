import type { Command } from 'commander';
import type { Line } from './line.ts';
import { print, UsageError } from './output.ts';
import { wholeNumber } from './search.ts';
import { withLibrary } from './session.ts';

interface TakeOptions {
  title?: string;
  year?: string;
  number?: string;
  type?: string;
  signer?: string;
  about?: string[];
}

/** antou numbers next|take|register */
export function addNumbers(program: Command, line: Line): void {
  const numbers = program
    .command('numbers')
    .description('发文字号：下一个号、取号、发文登记簿')
    .exitOverride()
    .helpCommand(false);
  numbers
    .command('next <DIR> <SERIES>')
    .description('某个系列的下一个号，例如：antou numbers next 库 office（系列的编号见 numbers register）')
    .option('--year <YEAR>', '哪一年（默认今年）')
    .action(async (dir: string, series: string, options: { year?: string }) => {
      const year = wholeNumber(options.year, '--year');
      await withLibrary(dir, async ({ client }) => {
        const next = await client.numbers.next({ series, ...(year === undefined ? {} : { year }) });
        print(line.json ? next : next.number);
      });
    });
  numbers
    .command('take <DIR> <SERIES>')
    .description('取一个号并登记，例如：antou numbers take 库 office --title 关于召开常委会会议的通知')
    .requiredOption('--title <TITLE>', '公文标题')
    .option('--year <YEAR>', '哪一年（默认今年）')
    .option('--number <N>', '指定序号：下一个号，或补一个漏号')
    .option('--type <TYPE>', '文种，如 通知、函（默认按系列）')
    .option('--signer <NAME>', '签发人')
    .option('--about <KIND/ID...>', '与哪些记录有关，如 event/编号')
    .action(async (dir: string, series: string, options: TakeOptions) => {
      const year = wholeNumber(options.year, '--year');
      const about = (options.about ?? []).map(readKey);
      await withLibrary(dir, async ({ client }) => {
        const taken = await client.numbers.take({
          series,
          title: options.title ?? '',
          ...(year === undefined ? {} : { year }),
          ...(options.number ? { number: options.number } : {}),
          ...(options.type ? { docType: options.type } : {}),
          ...(options.signer ? { signer: options.signer } : {}),
          ...(about.length > 0 ? { about } : {}),
        });
        if (line.json) print({ ok: true, ...taken });
        else print(`${taken.number}  ${taken.id}`);
      });
    });
  addRegister(numbers, line);
  for (const command of numbers.commands) command.exitOverride();
}

function addRegister(numbers: Command, line: Line): void {
  numbers
    .command('register <DIR>')
    .description('发文登记簿：按系列和号序，漏号、重号、作废都列出')
    .option('--year <YEAR>', '哪一年（默认有登记的最近一年）')
    .option('--series <ID>', '只看一个系列')
    .action(async (dir: string, options: { year?: string; series?: string }) => {
      const year = wholeNumber(options.year, '--year');
      await withLibrary(dir, async ({ client }) => {
        const found = await client.numbers.register({
          ...(year === undefined ? {} : { year }),
          ...(options.series ? { series: options.series } : {}),
        });
        if (line.json) {
          print(found);
          return;
        }
        for (const series of found.series) {
          const doubts = [
            series.missing > 0 ? `漏号 ${series.missing} 个` : '',
            series.repeats.length > 0 ? `重号 ${series.repeats.join('、')}` : '',
          ].filter(Boolean);
          print(
            `${series.label}（${series.id}）  已发 ${series.papers} 件，下一个 ${series.next}  ${doubts.join('，')}`.trim(),
          );
          for (const row of found.rows.filter((one) => one.series === series.id)) {
            const about = [row.title, row.signer, row.printedOn, row.state, row.reason].filter(Boolean).join('  ');
            print(`    ${row.number}${row.to > row.n ? `至${row.to}号` : ''}  ${about}${row.repeated ? '  重号' : ''}`);
          }
        }
      });
    });
}

function readKey(text: string): { kind: string; id: string } {
  const at = text.indexOf('/');
  if (at < 1 || at === text.length - 1) throw new UsageError(`--about 应写成 种类/编号，写的是“${text}”。`);
  return { kind: text.slice(0, at), id: text.slice(at + 1) };
}
