import { book } from './book.ts';
import type { RecordKind } from './kind.ts';
import { charactersOf } from './material.ts';
import { joined, numberOf, targetTitle, textOf } from './read-value.ts';

/** 篇目: one manuscript of a book. */
export const chapter: RecordKind = {
  id: 'chapter',
  label: '篇目',
  unit: '篇',
  group: '文史',
  purpose: '书稿里的一篇。写在这里，或者从 Word、文本文件导入。',
  fields: {
    book: { type: 'reference', label: '书稿', required: true, target: 'book', aliases: ['书名'], width: 200 },
    type: { type: 'choice', label: '篇目类型', enumeration: 'chapterType', initial: '正文', width: 100 },
    part: {
      type: 'text',
      label: '辑（编）',
      help: '同一辑的篇目写相同的辑名',
      aliases: ['辑', '编', '栏目'],
      width: 140,
    },
    order: {
      type: 'decimal',
      label: '顺序',
      min: 0,
      max: 1_000_000,
      help: '留空时排在最后',
      aliases: ['序号'],
      width: 80,
    },
    title: { type: 'text', label: '篇名', required: true, aliases: ['题目', '标题'], width: 280 },
    author: { type: 'text', label: '作者', aliases: ['撰稿人', '口述', '整理'], width: 140 },
    authorNote: { type: 'text', label: '作者身份', help: '印在文末，写明当时和现在的身份', width: 200 },
    status: {
      type: 'choice',
      label: '进度',
      required: true,
      initial: '待写',
      enumeration: 'chapterStatus',
      aliases: ['状态'],
      width: 90,
    },
    targetCharacters: { type: 'integer', label: '目标字数', min: 0, max: 10_000_000, unit: '字', width: 100 },
    characters: { type: 'integer', label: '字数', readOnly: true, min: 0, unit: '字', width: 90 },
    body: { type: 'body', label: '正文' },
    original: { type: 'files', label: '原稿' },
    importNotes: { type: 'longText', label: '导入说明', readOnly: true, unsearched: true },
    remark: { type: 'longText', label: '备注' },
  },
  title: (values) => textOf(values, 'title') || '未命名的篇目',
  subtitle: (values, lookup) =>
    joined(targetTitle(book, values.book, lookup), textOf(values, 'part'), textOf(values, 'author')),
  list: {
    columns: ['order', 'title', 'part', 'author', 'status', 'characters', 'targetCharacters', 'book'],
    filters: ['book', 'part', 'author', 'status', 'type'],
    sort: [
      ['book', 'asc'],
      ['order', 'asc'],
    ],
  },
  form: [
    {
      label: '篇目',
      fields: ['book', 'type', 'part', 'order', 'title', 'author', 'authorNote', 'status', 'targetCharacters'],
    },
    { label: '正文', fields: ['body'] },
    { label: '原稿与备注', fields: ['original', 'remark'] },
  ],
  search: { names: ['author'] },
  alike: [['title', 'book', 'part']],
  derive: (values, { list, id }) => ({
    ...values,
    characters: charactersOf(values.body),
    order: numberOf(values, 'order') ?? (list ? afterLast(list('chapter'), values.book, id) : undefined),
  }),
  parent: { kind: 'book', field: 'book', order: 'order' },
  migrations: [],
};

function afterLast(
  chapters: readonly { readonly id: string; readonly values: Readonly<Record<string, unknown>> }[],
  book: unknown,
  id: string | undefined,
): number {
  let last = 0;
  for (const other of chapters) {
    if (other.id !== id && other.values.book === book) last = Math.max(last, numberOf(other.values, 'order') ?? 0);
  }
  return Math.floor(last) + 1;
}
