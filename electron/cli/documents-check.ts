import type { Command } from 'commander';
import { checkRuleOf } from '../../shared/documents/checks/index.ts';
import { readParams } from './documents.ts';
import type { Line } from './line.ts';
import { print } from './output.ts';
import { withLibrary } from './session.ts';

const WORDS = { error: '必须处理', warning: '请核对', hint: '提示' } as const;

/** antou check: 体检 of a paper, exit code 1 when something must not go out like this */
export function addDocumentsCheck(program: Command, line: Line): void {
  program
    .command('check <DIR> <DOCUMENT>')
    .description('体检一份文书，有必须处理的问题时以 1 退出，例如：antou check 库 minutes --param event=编号')
    .option('--param <NAME=VALUE...>', '参数，可写多次；多条记录用逗号隔开')
    .action(async (dir: string, document: string, options: { param?: string[] }) => {
      await withLibrary(dir, async ({ client }) => {
        const params = readParams(document, options.param ?? []);
        const { findings } = await client.documentsCheck.check({ document, params });
        const errors = findings.filter(({ severity }) => severity === 'error').length;
        line.done(errors > 0 ? 1 : 0);
        if (line.json) {
          print({ ok: errors === 0, errors, findings });
          return;
        }
        for (const { severity, message, block, part, rule, replacement } of findings) {
          const place = block === undefined ? (part ?? '') : `第${block + 1}段`;
          const offer = replacement === undefined ? '' : replacement === '' ? '，应删去' : `，应为“${replacement}”`;
          const source = checkRuleOf(rule)?.source;
          print([WORDS[severity], place, `${message}${offer}`, source].filter(Boolean).join('  '));
        }
        print(findings.length === 0 ? '没有发现问题。' : `共 ${findings.length} 处，必须处理 ${errors} 处。`);
      });
    });
}
