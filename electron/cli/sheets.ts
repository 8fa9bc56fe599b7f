import type { Command } from 'commander';
import type { z } from 'zod';
import type { filter } from '../../shared/api/schemas.ts';
import { kindOf, kinds, measured } from '../../shared/records/index.ts';
import type { RecordKind } from '../../shared/records/kind.ts';
import type { Line } from './line.ts';
import { print, UsageError } from './output.ts';
import { finish, withLibrary } from './session.ts';

interface ExportOptions {
  out: string;
  filter?: string[];
  text?: string;
  columns?: string;
  group?: string;
  title?: string;
  forUpdate?: boolean;
  withoutPersonal?: boolean;
}

/** antou export-sheet, antou template */
export function addSheets(program: Command, line: Line): void {
  program
    .command('export-sheet <DIR> <KIND>')
    .description('导出一种记录为 Excel，例如：antou export-sheet 库 member --filter 界别=教育 --out 名册.xlsx')
    .requiredOption('--out <FILE>', '保存到哪个文件')
    .option(
      '--filter <FIELD=VALUE...>',
      '筛选，可写多次：界别=教育 · 任职状态=在任,届中增补 · 姓名~王 · 开始时间=2024-01..2024-06 · 备注=（空白）',
    )
    .option('--text <TEXT>', '只要列表里含有这些字的')
    .option('--columns <FIELDS>', '要哪些栏目，用逗号隔开，照写的次序')
    .option('--group <FIELD>', '按这一栏分组，各组小计')
    .option('--title <TEXT>', '题名')
    .option('--for-update', '供修改后再导入：带隐藏的编号，列出全部可改的栏目')
    .option('--without-personal', '不带手机、住址等个人信息')
    .action(async (dir: string, id: string, options: ExportOptions) => {
      const kind = kindNamed(id);
      await withLibrary(dir, async ({ client }) => {
        const steps = await client.sheets.export({
          kind: kind.id,
          out: options.out,
          ...(options.text ? { text: options.text } : {}),
          ...(options.filter ? { filters: options.filter.map((entry) => filterOf(kind, entry)) } : {}),
          ...(options.columns ? { columns: list(options.columns).map((name) => fieldNamed(kind, name)) } : {}),
          ...(options.group ? { group: fieldNamed(kind, options.group) } : {}),
          ...(options.title ? { title: options.title } : {}),
          ...(options.forUpdate ? { forUpdate: true } : {}),
          ...(options.withoutPersonal ? { withoutPersonal: true } : {}),
        });
        const { path, name, size, rows } = await finish(steps, line.json);
        if (line.json) print({ ok: true, path, name, size, rows });
        else print(`已导出 ${rows} ${measured(kind)}：${path}`);
      });
    });

  program
    .command('template <DIR> <KIND>')
    .description('导入模板：表头、下拉、两行样例和填写说明')
    .requiredOption('--out <FILE>', '保存到哪个文件')
    .action(async (dir: string, id: string, options: { out: string }) => {
      const kind = kindNamed(id);
      await withLibrary(dir, async ({ client }) => {
        const { path, name, size } = await client.sheets.template({ kind: kind.id, out: options.out });
        if (line.json) print({ ok: true, path, name, size });
        else print(`模板已存好：${path}`);
      });
    });
}

/** By identifier or by name: member, 委员. */
function kindNamed(text: string): RecordKind {
  const kind = kindOf(text) ?? kinds.find(({ label }) => label === text);
  if (kind) return kind;
  throw new UsageError(
    `没有“${text}”这种记录。可用：${kinds.map(({ id, label }) => `${id}（${label}）`).join('、')}。`,
  );
}

function fieldNamed(kind: RecordKind, text: string): string {
  if (Object.hasOwn(kind.fields, text)) return text;
  const found = Object.entries(kind.fields).find(([, { label }]) => label === text)?.[0];
  if (found) return found;
  throw new UsageError(`${kind.label}没有“${text}”这一栏。`);
}

const list = (text: string): string[] =>
  text
    .split(/[,，]/u)
    .map((part) => part.trim())
    .filter(Boolean);

const BLANK = /^[（(]?空白[)）]?$/u;

/** 栏目=值,值 one of them · 栏目~字 contains · 栏目=从..到 between · 栏目=（空白） blank. */
function filterOf(kind: RecordKind, text: string): z.input<typeof filter> {
  const parts = /^([^=~]+)([=~])(.*)$/u.exec(text);
  if (!parts) throw new UsageError(`--filter 应写成 栏目=值 或 栏目~字，写的是“${text}”。`);
  const [, name = '', sign, value = ''] = parts;
  const field = fieldNamed(kind, name.trim());
  if (BLANK.test(value.trim())) return { field, type: 'blank' };
  if (sign === '~') return { field, type: 'contains', text: value.trim() };
  const range = /^(.*?)\.\.(.*)$/u.exec(value.trim());
  if (range) {
    const [, from = '', to = ''] = range;
    return { field, type: 'between', ...(from ? { from } : {}), ...(to ? { to } : {}) };
  }
  const { type } = kind.fields[field] ?? {};
  // A record is told by its name here, and a name is what its cell shows.
  if (type === 'reference' || type === 'references') {
    if (list(value).length > 1) throw new UsageError(`“${name.trim()}”一次只能按一个名称筛选，写的是“${value}”。`);
    return { field, type: 'contains', text: value.trim() };
  }
  return { field, type: 'any', values: list(value).map((word) => wordOf(type, word)) };
}

function wordOf(type: string | undefined, word: string): unknown {
  if (type === 'boolean') return word === '是' ? true : word === '否' ? false : word;
  return (type === 'integer' || type === 'decimal' || type === 'year') && word !== '' && Number.isFinite(Number(word))
    ? Number(word)
    : word;
}
