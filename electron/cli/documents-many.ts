import type { Command } from 'commander';
import { documentOf } from '../../shared/documents/index.ts';
import { readParams } from './documents.ts';
import type { Line } from './line.ts';
import { print, remark, UsageError } from './output.ts';
import { finish, withLibrary } from './session.ts';

interface ManyOptions {
  readonly out: string;
  readonly by?: string;
  readonly ids?: string;
  readonly all?: string;
  readonly param?: string[];
  readonly format?: string;
  readonly replace?: boolean;
}

/** antou export-many */
export function addDocumentsMany(program: Command, line: Line): void {
  program
    .command('export-many <DIR> <DOCUMENT>')
    .description('一条记录出一份，写进一个文件夹，例如：antou export-many 库 serviceArchive --all member --out 档案册')
    .requiredOption('--out <FOLDER>', '存到哪个文件夹（没有就新建）')
    .option('--by <NAME>', '按哪个参数逐份出；只有一个时不必写')
    .option('--ids <IDS>', '记录的编号，用逗号隔开')
    .option('--all <KIND>', '这种记录的全部，例如 member')
    .option('--param <NAME=VALUE...>', '其他参数，各份相同')
    .option('--format <FORMAT>', 'docx 或 pdf')
    .option('--replace', '同名的文件换掉；不写则另存为“…（2）”')
    .action(async (dir: string, document: string, options: ManyOptions) => {
      const parameter = options.by ?? onlyReference(document);
      const { format } = options;
      if (format !== undefined && format !== 'docx' && format !== 'pdf')
        throw new UsageError(`--format 只能写 docx 或 pdf，写的是“${format}”。`);
      await withLibrary(dir, async ({ client, office }) => {
        const ids = options.ids
          ? options.ids
              .split(/[,，]/u)
              .map((id) => id.trim())
              .filter(Boolean)
          : options.all
            ? office.desk.opened.library.list(options.all).map(({ id }) => id)
            : [];
        if (ids.length === 0) throw new UsageError('没有要出的记录：请用 --ids 写编号，或用 --all 写记录的种类。');
        const steps = await client.documentsMany.export({
          document,
          parameter,
          ids,
          params: readParams(document, options.param ?? []),
          out: options.out,
          ...(format ? { format } : {}),
          ...(options.replace ? { replace: true } : {}),
        });
        const { written, failed, stopped, notKept, path } = await finish(steps, line.json);
        if (failed.length > 0 || stopped) line.done(1);
        if (line.json) {
          print({ ok: failed.length === 0 && !stopped, path, written, failed, stopped, notKept });
          return;
        }
        print(`已写出 ${written.length} 份：${path}`);
        for (const { title, reason } of failed) remark(`没有写出 ${title}：${reason}`);
        if (stopped) remark(stopped);
        if (notKept) remark(notKept);
      });
    });
}

/** The parameter that names one record, when there is only one. @throws UsageError otherwise */
function onlyReference(document: string): string {
  const able = (documentOf(document)?.parameters ?? []).filter(({ type }) => type === 'reference');
  const [only] = able;
  if (able.length === 1 && only) return only.name;
  const required = able.filter(({ required: must }) => must);
  if (required.length === 1 && required[0]) return required[0].name;
  throw new UsageError(
    able.length === 0
      ? `“${document}”不是一条记录一份的文书，请用 antou export。`
      : `请用 --by 写明按哪个参数逐份出：${able.map(({ name, label }) => `${name}（${label}）`).join('、')}。`,
  );
}
