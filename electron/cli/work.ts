import type { Command } from 'commander';
import { kindOf } from '../../shared/records/index.ts';
import type { Line } from './line.ts';
import { print, UsageError } from './output.ts';
import { wholeNumber } from './search.ts';
import { withLibrary } from './session.ts';

const LEVELS = ['overdue', 'soon', 'all'] as const;

interface TaskOptions {
  who?: string;
  kind?: string[];
  level?: string;
  limit?: string;
}

interface MoveOptions {
  set?: string[];
  note?: string;
  on?: string;
}

/** antou tasks, antou move */
export function addWork(program: Command, line: Line): void {
  program
    .command('tasks <DIR>')
    .description('待办：欠着什么、哪天到期、谁负责，超期的在前')
    .option('--who <NAME>', '只看这个人或单位负责的')
    .option('--kind <K...>', '只看这种记录，如 proposal（提案）、suggestion（意见建议）')
    .option('--level <LEVEL>', 'overdue 已超期、soon 七天内到期、all 全部（默认）')
    .option('--limit <N>', '最多列出多少条（默认 50）')
    .action(async (dir: string, options: TaskOptions) => {
      const level = LEVELS.find((each) => each === options.level);
      if (options.level && !level)
        throw new UsageError(`--level 应是 ${LEVELS.join('、')} 之一，写的是“${options.level}”。`);
      await withLibrary(dir, async ({ client }) => {
        const found = await client.tasks.list({
          limit: wholeNumber(options.limit, '--limit') ?? 50,
          ...(options.who ? { responsible: options.who } : {}),
          ...(options.kind ? { kinds: options.kind } : {}),
          ...(level ? { level } : {}),
        });
        if (line.json) {
          print(found);
          return;
        }
        const { overdue, today, week, later } = found.counts;
        print(`超期 ${overdue} 件，今天到期 ${today} 件，七天内 ${week} 件，以后 ${later} 件`);
        for (const item of found.items) {
          const about = [item.responsible, item.detail].filter(Boolean).join(' · ');
          print(`${item.due}  ${daysSentence(item.days)}  ${item.label}  ${item.title}${about ? `（${about}）` : ''}`);
          print(
            `    ${kindOf(item.kind)?.label ?? item.kind}  ${item.id}${item.move ? `  ${item.verb}：${item.move}` : ''}`,
          );
        }
      });
    });

  program
    .command('move <DIR> <KIND> <ID> <MOVE>')
    .description('办理一步，例如：antou move 库 proposal 编号 立案；编号可以写多个，用逗号隔开')
    .option('--set <FIELD=VALUE...>', '要填的栏目；表格里的写成 表格.序号.栏目=值，如 assignments.0.unit=教育局')
    .option('--on <DATE>', '办理日期，如 2024-02-26（默认今天）')
    .option('--note <TEXT>', '说明')
    .action(async (dir: string, kind: string, ids: string, move: string, options: MoveOptions) => {
      const given = readSettings(options.set ?? []);
      const list = ids
        .split(/[,，]/u)
        .map((id) => id.trim())
        .filter(Boolean);
      if (list.length === 0) throw new UsageError('请写明记录的编号。');
      await withLibrary(dir, async ({ client }) => {
        const done = await client.workflow.move({
          kind,
          ids: list,
          move,
          ...given,
          ...(options.on ? { on: options.on } : {}),
          ...(options.note ? { note: options.note } : {}),
        });
        if (line.json) {
          print({ ok: true, ...done });
          return;
        }
        print(`已办理：${done.label}`);
        for (const made of done.made)
          print(`    新建${kindOf(made.kind)?.label ?? made.kind}  ${made.title}  ${made.id}`);
      });
    });
}

function daysSentence(days: number): string {
  if (days < 0) return `超期 ${-days} 天`;
  return days === 0 ? '今天到期' : `还有 ${days} 天`;
}

type Row = Record<string, unknown>;

/** field=value and table.0.column=value; a value in brackets or quotation marks is read as JSON. */
function readSettings(pairs: readonly string[]): { values: Row; rows: Record<string, Row[]> } {
  const values: Row = {};
  const rows: Record<string, Row[]> = {};
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at < 1) throw new UsageError(`--set 应写成 栏目=值，写的是“${pair}”。`);
    const [name, value] = [pair.slice(0, at), readValue(pair.slice(at + 1))];
    const cell = /^([^.]+)\.(\d{1,3})\.([^.]+)$/u.exec(name);
    if (!cell) {
      values[name] = value;
      continue;
    }
    const [, table = '', index = '0', column = ''] = cell;
    rows[table] ??= [];
    const row = rows[table][Number(index)] ?? {};
    row[column] = value;
    rows[table][Number(index)] = row;
  }
  // A gap in the numbering is no row.
  for (const [table, list] of Object.entries(rows)) rows[table] = list.filter(Boolean);
  return { values, rows };
}

function readValue(text: string): unknown {
  if (!/^[[{"]/u.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`“${text}”不是合法的 JSON。`);
  }
}
