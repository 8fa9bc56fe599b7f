import type { Command } from 'commander';
import type { Line } from './line.ts';
import { print, UsageError } from './output.ts';
import { wholeNumber } from './search.ts';
import { withLibrary } from './session.ts';

const BY = ['all', 'sector', 'street'] as const;

interface ScoreOptions {
  scheme?: string;
  year?: string;
  by?: string;
  member?: string;
  limit?: string;
}

/** antou scores */
export function addScores(program: Command, line: Line): void {
  program
    .command('scores <DIR>')
    .description('履职计分：排名，或一个对象的每一行')
    .option('--scheme <ID>', '计分方案，默认 zhongyuan')
    .option('--year <YEAR>', '年度（默认今年）')
    .option('--by <BY>', '名次怎么排：all 全部（默认）、sector 按界别、street 按街道')
    .option('--member <ID>', '只看这一个对象的明细')
    .option('--limit <N>', '最多列出多少名（默认全部）')
    .action(async (dir: string, options: ScoreOptions) => {
      const by = BY.find((each) => each === options.by);
      if (options.by && !by) throw new UsageError(`--by 应是 ${BY.join('、')} 之一，写的是“${options.by}”。`);
      const limit = wholeNumber(options.limit, '--limit');
      await withLibrary(dir, async ({ client, office }) => {
        const year = wholeNumber(options.year, '--year') ?? Number(office.desk.today.slice(0, 4));
        const which = { scheme: options.scheme ?? 'zhongyuan', year };
        if (options.member !== undefined) {
          const found = await client.scores.statement({ ...which, subject: options.member });
          if (line.json) print(found);
          else printStatement(found);
          return;
        }
        const found = await client.scores.ranking({ ...which, ...(by ? { by } : {}) });
        const lines = found.lines.slice(0, limit);
        if (line.json) {
          print({ ...found, lines });
          return;
        }
        print(`${year} 年，${found.scheme.label}第 ${found.scheme.version} 版，${found.lines.length} 个对象`);
        for (const { rank, total, grade, title, sector, id } of lines)
          print(`${rank}  ${total} 分  ${grade}  ${title}${sector ? `（${sector}）` : ''}  ${id}`);
      });
    });
}

interface Statement {
  readonly title: string;
  readonly total: number;
  readonly base: number;
  readonly grade: string;
  readonly rank: number;
  readonly among: number;
  readonly sections: readonly {
    readonly label: string;
    readonly counted: number;
    readonly entries: readonly {
      readonly item: string;
      readonly label: string;
      readonly day: string;
      readonly points: number;
      readonly counted: number;
      readonly note?: string | undefined;
      readonly reason?: string | undefined;
      readonly sources: readonly { readonly title: string }[];
    }[];
  }[];
  readonly hints: readonly string[];
}

function printStatement({ title, total, base, grade, rank, among, sections, hints }: Statement): void {
  print(`${title}  ${total} 分  ${grade}  第 ${rank} 名（共 ${among}）${base ? `  起评分 ${base}` : ''}`);
  for (const { label, counted, entries } of sections) {
    if (entries.length === 0) continue;
    print(`${label}  ${counted} 分`);
    for (const one of entries) {
      const why = [one.note, one.reason].filter(Boolean).join('；');
      const from = one.sources.map((source) => source.title).join('、');
      print(
        `    ${one.item} ${one.label}  ${one.day}  ${one.points} 分，计入 ${one.counted}  ${from}${why ? `（${why}）` : ''}`,
      );
    }
  }
  for (const hint of hints) print(hint);
}
