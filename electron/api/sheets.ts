import type { z } from 'zod';
import type { exportInput } from '../../shared/api/areas/sheets.ts';
import { AntouError } from '../../shared/api/errors.ts';
import type { RecordKind } from '../../shared/records/kind.ts';
import type { StoredRecord } from '../../shared/records/record.ts';
import { formatOfficialDate } from '../../shared/text/index.ts';
import type { Pace } from '../exporting/sheet/index.ts';
import { SAMPLE_MARK } from '../importing/table/sample-mark.ts';
import { ID_HEADING, REVISION_HEADING } from '../importing/table/update-columns.ts';
import { enumerationsOf } from '../library/enumerations.ts';
import type { Desk } from './desk.ts';
import { type HandedOut, handOut, safeFileName } from './hand-out.ts';
import { os } from './implementer.ts';
import { runJob } from './job.ts';
import { completing, orderedList } from './list-orders.ts';
import { requireKind } from './records.ts';
import { revisionOf, templateColumns, updateColumns } from './sheet-columns.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The writer of spreadsheets is large and most starts never need it. */
const writer = () => import('../exporting/sheet/index.ts');

/** 委员名册, 提案台账, 界别一览表 */
function usualTitle(kind: RecordKind): string {
  if (['名', '人', '位'].includes(kind.unit)) return `${kind.label}名册`;
  return `${kind.label}${kind.group === '基础' || kind.group === '组织' ? '一览表' : '台账'}`;
}

function choiceContext(desk: Desk) {
  const { library } = desk.opened;
  return {
    lookup: desk.lookup,
    list: (kind: string) => library.list(kind),
    enumerations: enumerationsOf(library),
  };
}

function requireFields(kind: RecordKind, names: readonly (string | undefined)[]): void {
  for (const name of names) {
    if (name === undefined || Object.hasOwn(kind.fields, name)) continue;
    throw new AntouError('invalid', `${kind.label}没有“${name}”这个栏目，没有导出。`, { [name]: '没有这个栏目' });
  }
}

/** In the order asked for; what has been deleted meanwhile is left out. */
function chosenRecords(desk: Desk, kind: RecordKind, wish: Parameters<typeof orderedList>[2]): readonly StoredRecord[] {
  if (!wish.ids) return orderedList(desk, kind, wish);
  return wish.ids.flatMap((id) => desk.opened.library.get(kind.id, id) ?? []);
}

/** Lets everything else the office is asked in between two pieces of work. */
const breath = () => new Promise((resolve) => setImmediate(resolve));

type ExportWish = z.output<typeof exportInput>;

const exportList = os.sheets.export.handler(({ input, context: { desk }, signal }) => {
  const kind = requireKind(input.kind);
  requireFields(kind, [input.group, ...(input.columns ?? [])]);
  return runJob(async (report, inner) => {
    const pace: Pace = async (done, total, label) => {
      report({ done, total, label });
      await breath();
      inner.throwIfAborted();
    };
    const { title, bytes, rows } = await bookOf(desk, kind, input, pace);
    await breath();
    inner.throwIfAborted();
    const day = formatOfficialDate(desk.today);
    const name = safeFileName(`${title}（${input.forUpdate ? `供修改，${day}` : day}）`, kind.label, 'xlsx');
    const { file, ...made } = await saved(desk, name, bytes, '导出 Excel', input.out, inner);
    return { ...made, ...(file ? { handle: desk.files.addMade(file) } : {}), rows };
  }, signal);
});

async function bookOf(
  desk: Desk,
  kind: RecordKind,
  input: ExportWish,
  pace: Pace,
): Promise<{ title: string; bytes: Uint8Array; rows: number }> {
  const sheets = await writer();
  const records = await sheets.mapPaced(chosenRecords(desk, kind, input), completing(desk), pace, '正在取出记录');
  const title = input.title?.trim() || usualTitle(kind);
  const conditions = input.ids
    ? '选出的记录'
    : sheets.describeConditions(kind, input.text, input.filters ?? [], desk.lookup);
  const facts = [
    conditions ? `条件：${conditions}` : '',
    `共${records.length}${kind.unit}`,
    `${formatOfficialDate(desk.today)}导出`,
  ].filter(Boolean);
  if (!input.forUpdate) {
    const bytes = await sheets.writeListBook(
      {
        kind,
        records,
        title,
        note: facts.join('　　'),
        columns: input.columns ?? kind.list.columns,
        group: input.group,
        withoutPersonal: input.withoutPersonal === true,
        lookup: desk.lookup,
      },
      pace,
    );
    return { title, bytes, rows: records.length };
  }
  const bytes = await sheets.writeUpdateBook(
    {
      label: kind.label,
      title,
      note: `供修改后再导入：只改要改的格子，编号两列（已隐藏）不要动；空着的格子不会清掉原有内容。${facts.join('　')}`,
      records,
      columns: updateColumns(kind, desk.lookup).filter(({ field }) => !(input.withoutPersonal && field.personal)),
      idHeading: ID_HEADING,
      revisionHeading: REVISION_HEADING,
      revision: (record) => revisionOf(record, desk.lookup),
      context: choiceContext(desk),
    },
    pace,
  );
  return { title, bytes, rows: records.length };
}

const template = os.sheets.template.handler(async ({ input, context: { desk } }) => {
  const kind = requireKind(input.kind);
  const { writeTemplate } = await writer();
  const bytes = await writeTemplate({
    kind,
    columns: templateColumns(kind),
    sampleMark: SAMPLE_MARK,
    context: choiceContext(desk),
  });
  return saved(desk, safeFileName(`${kind.label}导入模板`, '导入模板', 'xlsx'), bytes, '保存导入模板', input.out);
});

async function saved(
  desk: Desk,
  name: string,
  bytes: Uint8Array,
  dialog: string,
  out: string | undefined,
  signal?: AbortSignal,
): Promise<HandedOut & { name: string; size: number }> {
  const made = { name, bytes, type: XLSX, extension: 'xlsx', dialog, out } as const;
  const handed = await handOut(desk, signal ? { ...made, signal } : made);
  return { ...handed, name, size: bytes.byteLength };
}

export const sheets = { export: exportList, template };
