import type { Command } from 'commander';
import { kindOf } from '../../shared/records/index.ts';
import type { Line } from './line.ts';
import { print, UsageError } from './output.ts';
import { withLibrary } from './session.ts';

/** antou search */
export function addSearch(program: Command, line: Line): void {
  program
    .command('search <DIR> <QUERY>')
    .description('全文检索；空格表示都要有，-词 表示不要有')
    .option('--kind <K...>', '只找这种记录，如 material（资料）、event（会议活动）、member（委员）')
    .option('--year <YYYY>', '只找这一年的')
    .option('--limit <N>', '最多列出多少条（默认 20）')
    .action(async (dir: string, text: string, options: { kind?: string[]; year?: string; limit?: string }) => {
      await withLibrary(dir, async ({ client }) => {
        const result = await client.search.query({
          text,
          limit: wholeNumber(options.limit, '--limit') ?? 20,
          ...(options.kind ? { kinds: options.kind } : {}),
          ...(options.year ? { year: wholeNumber(options.year, '--year') } : {}),
        });
        if (line.json) {
          print(result);
          return;
        }
        print(`找到 ${result.total} 条`);
        for (const hit of result.hits) {
          print(
            `${kindOf(hit.kind)?.label ?? hit.kind}  ${hit.title}${hit.subtitle ? `（${hit.subtitle}）` : ''}  ${hit.id}`,
          );
          for (const snippet of hit.snippets) print(`    ${snippet.text.replace(/\s+/g, ' ')}`);
        }
      });
    });
}

export function wholeNumber(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text) || Number(text) < 1)
    throw new UsageError(`${option} 应是 1 以上的整数，写的是“${text}”。`);
  return Number(text);
}
