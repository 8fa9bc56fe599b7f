import type { Command } from 'commander';
import type { DocumentParameter } from '../../shared/documents/definition.ts';
import { documentOf, documents } from '../../shared/documents/index.ts';
import type { Line } from './line.ts';
import { print, remark, UsageError } from './output.ts';
import { withLibrary } from './session.ts';

/** antou documents, antou export */
export function addDocuments(program: Command, line: Line): void {
  program
    .command('documents')
    .description('列出可出的文书和它们的参数')
    .action(() => {
      if (line.json) {
        print({
          documents: documents.map(({ id, label, group, description, parameters }) => ({
            id,
            label,
            group,
            description,
            parameters,
          })),
        });
        return;
      }
      for (const document of documents) {
        print(`${document.id}  ${document.group}·${document.label}：${document.description}`);
        for (const parameter of document.parameters) {
          const kinds = parameter.targets ? `（${parameter.targets.join('、')} 的编号）` : '';
          print(`    ${parameter.name}  ${parameter.label}${kinds}${parameter.required ? '  必填' : ''}`);
        }
      }
    });

  program
    .command('export <DIR> <DOCUMENT>')
    .description('出一份 Word 或 PDF 文书，例如：antou export 库 minutes --param event=编号 --out 纪要.docx')
    .requiredOption('--out <FILE>', '保存到哪个文件；以 .pdf 结尾就出 PDF')
    .option('--param <NAME=VALUE...>', '参数，可写多次；多条记录用逗号隔开')
    .action(async (dir: string, document: string, options: { out: string; param?: string[] }) => {
      await withLibrary(dir, async ({ client }) => {
        const params = readParams(document, options.param ?? []);
        const made = await client.documents.export({
          document,
          params,
          format: formatOf(options.out),
          out: options.out,
        });
        if (line.json) {
          print({
            ok: true,
            path: made.path,
            name: made.name,
            size: made.size,
            sha256: made.sha256,
            findings: made.findings,
            ...(made.paper ? { paper: made.paper } : {}),
          });
          return;
        }
        print(`已导出：${made.path}`);
        for (const finding of made.findings) remark(`提示：${finding.message}`);
      });
    });
}

const formatOf = (file: string) => (/\.pdf$/i.test(file) ? 'pdf' : 'docx');

/** `--param NAME=VALUE` as the parameters of a document. @throws UsageError naming the parameters there are */
export function readParams(document: string, pairs: readonly string[]): Record<string, unknown> {
  const known = documentOf(document)?.parameters ?? [];
  const params: Record<string, unknown> = {};
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at < 1) throw new UsageError(`--param 应写成 名称=值，写的是“${pair}”。`);
    const name = pair.slice(0, at);
    const parameter = known.find((entry) => entry.name === name);
    if (documentOf(document) && !parameter) {
      throw new UsageError(
        `“${document}”没有参数“${name}”。可用：${known.map((entry) => entry.name).join('、') || '（无）'}。`,
      );
    }
    params[name] = readValue(pair.slice(at + 1), parameter);
  }
  return params;
}

function readValue(text: string, parameter: DocumentParameter | undefined): unknown {
  if (parameter?.type === 'references')
    return text
      .split(/[,，]/)
      .map((part) => part.trim())
      .filter(Boolean);
  if (parameter?.type === 'integer') {
    if (!/^-?\d{1,9}$/.test(text)) throw new UsageError(`参数“${parameter.name}”应是整数，写的是“${text}”。`);
    return Number(text);
  }
  return text;
}
