import type { Command } from 'commander';
import { readParams } from './documents.ts';
import type { Line } from './line.ts';
import { print, remark } from './output.ts';
import { withLibrary } from './session.ts';

interface Params {
  param?: string[];
}

interface Fault {
  readonly severity: string;
  readonly where: string;
  readonly message: string;
}

const INPUT_REFUSED = 3;

function tell(faults: readonly Fault[]): void {
  for (const { severity, where, message } of faults) {
    print(`${severity === 'error' ? '错误' : '提醒'}  ${where}：${message}`);
  }
}

/** antou templates list|check|use|stop|remove|sample|names */
export function addTemplates(program: Command, line: Line): void {
  const templates = program
    .command('templates')
    .description('文书模板：列出、体检、换用、停用、下载样板、占位符')
    .exitOverride()
    .helpCommand(false);
  templates
    .command('list <DIR>')
    .description('每种文书用的是内置版式还是自备模板')
    .action((dir: string) =>
      withLibrary(dir, async ({ client }) => {
        const { documents } = await client.templates.list();
        if (line.json) print({ documents });
        else
          for (const { id, label, own } of documents)
            print(`${id}  ${label}  ${own ? `自备 ${own.name}${own.active ? '' : '（停用）'}` : '内置'}`);
      }),
    );
  addChecking(templates, line);
  addTurning(templates, line);
  templates
    .command('sample <DIR> <DOCUMENT>')
    .description('下载样板，例如：antou templates sample 库 minutes --out 样板.docx')
    .requiredOption('--out <FILE>', '保存到哪个文件')
    .option('--param <NAME=VALUE...>', '照哪条记录做，可写多次；不写就用最近的一条')
    .action((dir: string, document: string, options: Params & { out: string }) =>
      withLibrary(dir, async ({ client }) => {
        const params = readParams(document, options.param ?? []);
        const { path, name, size } = await client.templates.sample({ document, params, out: options.out });
        if (line.json) print({ ok: true, path, name, size });
        else print(`样板已存好：${path}`);
      }),
    );
  templates
    .command('names <DIR> <DOCUMENT>')
    .description('可用的占位符和它们在最近一份里的内容')
    .option('--param <NAME=VALUE...>', '看哪条记录')
    .action((dir: string, document: string, options: Params) =>
      withLibrary(dir, async ({ client }) => {
        const names = await client.templates.placeholders({
          document,
          params: readParams(document, options.param ?? []),
        });
        if (line.json) return print(names);
        for (const { name, about, value } of [...names.texts, ...names.fields])
          print(`{${name}}  ${about}${value ? `：${value}` : ''}`);
        for (const { name, about, inside } of names.lists) {
          print(`{#${name}}…{/${name}}  ${about}`);
          for (const entry of inside)
            print(`    {${entry.name}}  ${entry.about}${entry.value ? `：${entry.value}` : ''}`);
        }
        for (const { name, about } of names.raw) print(`{${name}}  ${about}`);
      }),
    );
}

function addChecking(templates: Command, line: Line): void {
  templates
    .command('check <DIR> <DOCUMENT> <FILE>')
    .description('模板体检：逐处列出毛病，不改动资料库；有错误时退出码为 3')
    .option('--param <NAME=VALUE...>', '照哪条记录查表格里的栏目')
    .action((dir: string, document: string, path: string, options: Params) =>
      withLibrary(dir, async ({ client }) => {
        const params = readParams(document, options.param ?? []);
        const { faults, example } = await client.templates.check({ document, file: { path }, params });
        const ok = !faults.some(({ severity }) => severity === 'error');
        if (line.json) print({ ok, faults, ...(example ? { example } : {}) });
        else {
          tell(faults);
          print(ok ? `可以用${faults.length > 0 ? `，有 ${faults.length} 处提醒` : ''}。` : '不能用，请改好再传。');
        }
        if (!ok) line.done(INPUT_REFUSED);
      }),
    );
  templates
    .command('use <DIR> <DOCUMENT> <FILE>')
    .description('体检合格就换用这个模板，例如：antou templates use 库 minutes 我们的纪要.docx')
    .option('--param <NAME=VALUE...>', '照哪条记录体检')
    .action((dir: string, document: string, path: string, options: Params) =>
      withLibrary(dir, async ({ client }) => {
        const params = readParams(document, options.param ?? []);
        const { saved, faults } = await client.templates.upload({ document, file: { path }, params });
        if (line.json) print({ ok: saved, faults });
        else {
          tell(faults);
          print(saved ? '已换用这个模板。' : '没有换用：模板有错误，仍用原来的版式。');
        }
        if (!saved) line.done(INPUT_REFUSED);
      }),
    );
}

function addTurning(templates: Command, line: Line): void {
  const turns = [
    ['stop', '停用自备模板，改用内置版式（模板留着）', 'disable'],
    ['start', '重新启用停用的自备模板', 'activate'],
    ['remove', '删除自备模板', 'remove'],
  ] as const;
  for (const [verb, description, call] of turns) {
    templates
      .command(`${verb} <DIR> <DOCUMENT>`)
      .description(description)
      .action((dir: string, document: string) =>
        withLibrary(dir, async ({ client }) => {
          const { label } = await client.templates[call]({ document });
          if (line.json) print({ ok: true, label });
          else remark(`已${label}。`);
        }),
      );
  }
}
