import type { RecordKind } from './kind.ts';
import { joined, numberOf, textOf } from './read-value.ts';
import type { Problems } from './record.ts';

/** 书稿: what stands on its title page and imprint; the text lies in its chapters. */
export const book: RecordKind = {
  id: 'book',
  label: '书稿',
  unit: '部',
  group: '文史',
  purpose: '编印中的书。先建书稿，再逐篇写入或导入篇目，字数和进度自动汇总。',
  fields: {
    title: { type: 'text', label: '书名', required: true, aliases: ['名称', '题名'], width: 280 },
    subtitle: { type: 'text', label: '副书名', width: 220 },
    series: { type: 'text', label: '丛书', aliases: ['丛书名'], width: 180 },
    volume: { type: 'text', label: '辑次', help: '例如“第三辑”', width: 90 },
    chiefEditor: { type: 'text', label: '主编', width: 140 },
    deputyEditors: { type: 'tags', label: '副主编', width: 160 },
    responsibleEditor: { type: 'text', label: '责任编辑', width: 120 },
    editors: { type: 'tags', label: '编辑', width: 160 },
    editorialBoard: {
      type: 'rows',
      label: '编委会',
      help: '按职务排好先后',
      row: {
        name: { type: 'text', label: '姓名', required: true, format: 'name', width: 120 },
        duty: { type: 'text', label: '编委会职务', width: 140 },
        post: { type: 'text', label: '现任职务', width: 220 },
      },
    },
    plannedCharacters: { type: 'integer', label: '计划字数', min: 0, max: 100_000_000, unit: '字', width: 110 },
    currentCharacters: { type: 'integer', label: '当前字数', readOnly: true, computed: true, unit: '字', width: 110 },
    chapterCount: { type: 'integer', label: '篇数', readOnly: true, computed: true, unit: '篇', width: 80 },
    format: { type: 'choice', label: '开本', enumeration: 'bookFormat', width: 100 },
    publication: { type: 'choice', label: '出版形式', enumeration: 'publication', width: 130 },
    permitNumber: { type: 'text', label: '准印证号', help: '内部资料付印前须取得', width: 160 },
    isbn: { type: 'text', label: 'ISBN', width: 160 },
    cip: { type: 'text', label: 'CIP 数据', width: 160 },
    printRun: { type: 'integer', label: '印数', min: 0, max: 10_000_000, unit: '册', width: 90 },
    sheets: { type: 'decimal', label: '印张', min: 0, max: 10_000, width: 90 },
    printer: { type: 'text', label: '印刷单位', width: 180 },
    printedOn: { type: 'date', label: '印刷日期', width: 120 },
    recipients: { type: 'text', label: '发送对象', width: 200 },
    status: {
      type: 'choice',
      label: '进度',
      required: true,
      initial: '策划',
      enumeration: 'bookStatus',
      aliases: ['状态', '书稿进度'],
      width: 100,
    },
    inscription: { type: 'longText', label: '题词' },
    preface: { type: 'body', label: '序' },
    editorialNotes: { type: 'body', label: '凡例' },
    afterword: { type: 'body', label: '后记' },
    cover: { type: 'files', label: '封面与附件' },
    remark: { type: 'longText', label: '备注' },
  },
  title: (values) => textOf(values, 'title') || '未命名的书稿',
  subtitle: (values) => joined(textOf(values, 'series'), textOf(values, 'volume'), textOf(values, 'status')),
  list: {
    columns: [
      'title',
      'series',
      'chiefEditor',
      'status',
      'chapterCount',
      'currentCharacters',
      'plannedCharacters',
      'publication',
    ],
    filters: ['series', 'status', 'publication', 'printedOn'],
    sort: [
      ['series', 'asc'],
      ['title', 'asc'],
    ],
  },
  form: [
    { label: '书名', fields: ['title', 'subtitle', 'series', 'volume', 'status'] },
    { label: '编者', fields: ['chiefEditor', 'deputyEditors', 'responsibleEditor', 'editors', 'editorialBoard'] },
    {
      label: '印制',
      fields: [
        'plannedCharacters',
        'format',
        'publication',
        'permitNumber',
        'isbn',
        'cip',
        'printRun',
        'sheets',
        'printer',
        'printedOn',
        'recipients',
      ],
    },
    { label: '书前书后', fields: ['inscription', 'preface', 'editorialNotes', 'afterword'] },
    { label: '附件与备注', fields: ['cover', 'remark'] },
  ],
  search: { year: 'printedOn', names: ['chiefEditor', 'deputyEditors', 'responsibleEditor', 'editorialBoard.name'] },
  alike: [['title', 'volume']],
  warn: (values): Problems => {
    const printed = ['付印', '成书', '发放归档'].includes(textOf(values, 'status'));
    return printed && textOf(values, 'publication') === '内部资料准印' && !values.permitNumber
      ? { permitNumber: '内部资料付印前须取得准印证，请填准印证号' }
      : {};
  },
  computed: (record, { list }) => {
    if (!list) return {};
    const chapters = list('chapter').filter((chapter) => chapter.values.book === record.id);
    let characters = 0;
    for (const chapter of chapters) characters += numberOf(chapter.values, 'characters') ?? 0;
    return { chapterCount: chapters.length, currentCharacters: characters };
  },
  migrations: [],
};
