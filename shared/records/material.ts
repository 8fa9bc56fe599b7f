import { type Body, countCharacters } from '../text/body.ts';
import { asBody } from './body-shape.ts';
import type { RecordKind } from './kind.ts';
import { joined, textOf } from './read-value.ts';

/** 资料: an imported document with its original kept beside the text that is read and searched. */
export const material: RecordKind = {
  id: 'material',
  label: '资料',
  unit: '篇',
  group: '文史',
  purpose: '文史资料、制度、新闻、来文、讲话、简报、报告等。把文件拖进来导入，原件一并保存，全文可检索。',
  fields: {
    title: { type: 'text', label: '标题', required: true, aliases: ['题目', '题名', '名称'], width: 360 },
    category: {
      type: 'choice',
      label: '类别',
      required: true,
      initial: '其他',
      enumeration: 'materialCategory',
      aliases: ['资料类别', '分类'],
      width: 110,
    },
    date: { type: 'date', label: '日期', aliases: ['成文日期', '发布日期', '时间'], width: 120 },
    dateText: {
      type: 'text',
      label: '日期说明',
      help: '日子不确定时照原文写，例如“1938年春”',
      width: 120,
    },
    source: { type: 'text', label: '来源', aliases: ['出处', '来文单位', '报刊'], width: 180 },
    author: { type: 'text', label: '作者', aliases: ['撰稿人', '供稿人'], width: 120 },
    documentNumber: { type: 'text', label: '文号', aliases: ['发文字号', '文件号'], width: 150 },
    tags: { type: 'tags', label: '标签', aliases: ['关键词', '主题词'], width: 160 },
    summary: { type: 'longText', label: '摘要', aliases: ['内容提要'] },
    body: { type: 'body', label: '正文' },
    original: { type: 'files', label: '原件' },
    characters: { type: 'integer', label: '字数', readOnly: true, min: 0, unit: '字', unsearched: true, width: 90 },
    encoding: { type: 'text', label: '原文编码', readOnly: true, unsearched: true, width: 100 },
    importNotes: { type: 'longText', label: '导入说明', readOnly: true, unsearched: true },
    remark: { type: 'longText', label: '备注' },
  },
  title: (values) => textOf(values, 'title') || '未命名的资料',
  subtitle: (values) =>
    joined(
      textOf(values, 'category'),
      textOf(values, 'date') || textOf(values, 'dateText'),
      textOf(values, 'source') || textOf(values, 'author'),
    ),
  list: {
    columns: ['title', 'category', 'date', 'source', 'author', 'characters', 'tags'],
    filters: ['category', 'date', 'source', 'author', 'tags', 'characters'],
    sort: [
      ['date', 'desc'],
      ['title', 'asc'],
    ],
  },
  form: [
    { label: '基本', fields: ['title', 'category', 'date', 'dateText', 'source', 'author', 'documentNumber', 'tags'] },
    { label: '内容', fields: ['summary', 'body'] },
    { label: '原件与备注', fields: ['original', 'remark'] },
  ],
  search: { year: 'date', names: ['author'] },
  alike: [['title', 'date', 'source']],
  derive: (values) => ({ ...values, characters: charactersOf(values.body) }),
  migrations: [],
};

/** Characters of a body as publishing counts them; absent without a body, so that a blank is no 0. */
export function charactersOf(body: unknown): number | undefined {
  const good: Body | undefined = asBody(body);
  return good ? countCharacters(good) : undefined;
}
