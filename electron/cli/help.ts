import type { Command } from 'commander';
import { kinds } from '../../shared/records/index.ts';
import { programVersion } from '../version.ts';
import type { Line } from './line.ts';
import { print } from './output.ts';
import { procedures } from './procedures.ts';

const FORMS: readonly (readonly [form: string, what: string])[] = [
  ['antou new DIR [--sample] [--name NAME]', '新建资料库'],
  ['antou import DIR FILE… [--as KIND] [--dry-run]', '导入文件；KIND 为 material、book，或表格各行所成的记录种类'],
  ['antou search DIR QUERY [--kind K] [--year Y] [--limit N]', '全文检索'],
  ['antou tasks DIR [--who NAME] [--kind K] [--level overdue|soon] [--limit N]', '待办'],
  ['antou move DIR KIND ID MOVE [--set FIELD=VALUE]… [--on DATE] [--note TEXT]', '办理一步'],
  ['antou figures DIR [--year N | --from D --to D] [--evidence ID] [--out FILE]', '数字：各个指标和它们的依据'],
  [
    'antou scores DIR [--scheme ID] [--year Y] [--by sector|street] [--member ID]',
    '履职计分：排名，或一个对象的每一行',
  ],
  ['antou documents', '列出可出的文书'],
  ['antou export DIR DOCUMENT --out FILE [--param NAME=VALUE]…', '出一份 Word'],
  ['antou report DIR --year N | --id ID [--take] [--out FILE]', '起草工作报告、更新其中的数、导出'],
  ['antou reconcile DIR FILE [--year N] [--all] [--out FILE]', '口径对账：文稿里的数与台账核对'],
  ['antou export-sheet DIR KIND --out FILE [--filter FIELD=VALUE]…', '导出 Excel；加 --for-update 供修改后再导入'],
  ['antou template DIR KIND --out FILE', '导入模板'],
  ['antou call DIR PROCEDURE [JSON]', '调用一个过程'],
  ['antou call DIR --stdin', '一行一个 {"procedure":…,"input":…}，一行一个回答'],
  ['antou verify DIR', '核验资料库'],
  ['antou backup DIR FOLDER', '备份并核对'],
  ['antou help', '这一页'],
];

const EXITS = '退出码：0 完成 · 1 失败 · 2 用法不对 · 3 输入被拒 · 4 资料库损坏 · 5 资料库正被使用 · 6 资料库比程序新';

/** antou help: written from the contract and the kinds, so it cannot fall behind them. */
export function addHelp(program: Command, line: Line): void {
  program
    .command('help')
    .description('用法')
    .action(() => {
      if (line.json) {
        print({
          version: programVersion(),
          commands: FORMS.map(([form, what]) => ({ form, what })),
          procedures: procedures().map(({ name, meta }) => ({ name, label: meta.label, type: meta.type })),
          kinds: kinds.map(({ id, label, fields }) => ({
            id,
            label,
            fields: Object.entries(fields).map(
              ([name, { label: fieldLabel, type, required, target, enumeration }]) => ({
                name,
                label: fieldLabel,
                type,
                ...(required ? { required } : {}),
                ...(target ? { target } : {}),
                ...(enumeration ? { enumeration } : {}),
              }),
            ),
          })),
        });
        return;
      }
      print(`政协案头 ${programVersion()} 命令行`);
      for (const [form, what] of FORMS) print(`  ${form}\n      ${what}`);
      print('  每个命令都可加 --json，输出机器可读的结果。');
      print(EXITS);
      print('记录种类：');
      for (const kind of kinds) print(`  ${kind.id}  ${kind.label}`);
      print('过程：');
      for (const { name, meta } of procedures()) print(`  ${name}  ${meta.label ?? ''}`);
    });
}
