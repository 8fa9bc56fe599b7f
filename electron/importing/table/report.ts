import { kindOf } from '../../../shared/records/index.ts';
import type { DocumentImportPlan } from '../documents/plan.ts';
import { addTable, toBytes, Workbook } from '../sheets/workbook-writing.ts';
import type { TableImportPlan } from './plan.ts';

const ACTION_LABELS = { add: '新增', update: '更新', skip: '跳过', refuse: '未导入' } as const;

/** The plan or result of an import of rows as an .xlsx: every row with what happens to it and why. */
export function tableReport(plan: TableImportPlan): Promise<Uint8Array> {
  const workbook = new Workbook();
  const kind = kindOf(plan.as);
  addTable(
    workbook,
    '逐行结果',
    [
      { heading: '行号', width: 8 },
      { heading: kind && plan.as !== 'member' ? kind.label : '姓名', width: plan.as === 'member' ? 14 : 36 },
      { heading: '结果', width: 10 },
      { heading: '原因', width: 60 },
      { heading: '改动', width: 60 },
      { heading: '提示', width: 60 },
    ],
    plan.rows.map((row) => [
      String(row.row),
      row.title,
      ACTION_LABELS[row.action],
      row.problems
        .map(({ label, message }) => (label && !message.includes(label) ? `${label}：${message}` : message))
        .join('；'),
      row.cells.map(({ label, before, after }) => `${label}：${before || '（空）'} → ${after || '（空）'}`).join('\n'),
      [
        ...row.remarks,
        ...row.candidates.map((one) => `可能是：${[one.title, one.subtitle].filter(Boolean).join('，')}`),
      ].join('；'),
    ]),
  );
  addTable(
    workbook,
    '列对应',
    [
      { heading: '列', width: 8 },
      { heading: '表中列名', width: 24 },
      { heading: '对应栏目', width: 24 },
      { heading: '例', width: 50 },
    ],
    plan.columns.map((column) => [
      letters(column.index),
      column.heading,
      plan.fields.find(({ field }) => field === column.field)?.label ?? '（不取）',
      column.samples.join('、'),
    ]),
  );
  const { add, update, skip, refuse } = plan.counts;
  const missing = plan.missing.map(({ label, names }): [string, string] => [`库中没有的${label}`, names.join('、')]);
  const facts: [string, string][] = [
    ['文件', plan.file],
    ['工作表', plan.sheet],
    ['新增', `${add} 行`],
    ['更新', `${update} 行`],
    ['跳过', `${skip} 行`],
    ['未导入', `${refuse} 行`],
    ...missing,
    ...plan.notes.map((note): [string, string] => ['说明', note]),
  ];
  addTable(
    workbook,
    '汇总',
    [
      { heading: '项目', width: 20 },
      { heading: '内容', width: 80 },
    ],
    facts,
  );
  return toBytes(workbook);
}

/** The plan or result of a document import as an .xlsx: one row a file. */
export function documentReport(plan: DocumentImportPlan): Promise<Uint8Array> {
  const workbook = new Workbook();
  addTable(
    workbook,
    '逐件结果',
    [
      { heading: '文件', width: 36 },
      { heading: '结果', width: 10 },
      { heading: '标题', width: 50 },
      { heading: '日期', width: 12 },
      { heading: '来源', width: 20 },
      { heading: '作者', width: 16 },
      { heading: '格式', width: 10 },
      { heading: '编码', width: 14 },
      { heading: '字数', width: 10 },
      { heading: '原因与说明', width: 70 },
    ],
    plan.items.map((item) => [
      item.name,
      ACTION_LABELS[item.action],
      item.title ?? '',
      item.date ?? '',
      item.source ?? '',
      item.author ?? '',
      item.format ?? '',
      item.encoding ?? '',
      item.characters === undefined ? '' : String(item.characters),
      [item.message, ...item.notes].filter(Boolean).join('；'),
    ]),
  );
  return toBytes(workbook);
}

/** 0 → A, 26 → AA. */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}
