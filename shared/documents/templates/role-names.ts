import type { ParagraphRole } from '../model.ts';

/** What a template calls each kind of paragraph: `{#正文}{-w:p 一级标题}{文字}{/一级标题}{/正文}`. */
export const ROLE_NAMES: Readonly<Record<ParagraphRole, string>> = {
  title: '大标题',
  subtitle: '副标题段',
  heading1: '一级标题',
  heading2: '二级标题',
  heading3: '三级标题',
  heading4: '四级标题',
  body: '正文段',
  salutation: '主送段',
  attachmentNote: '附件说明段',
  signature: '署名段',
  date: '日期段',
  annotation: '附注段',
  nameList: '名单段',
  editorNote: '编者按',
  byline: '作者段',
  articleTitle: '文章标题',
  quote: '引文',
  tableTitle: '表题',
  caption: '图注',
  tableNote: '表下注',
  blank: '空行',
  attachmentMark: '附件标记',
  attachmentTitle: '附件标题',
  formTitle: '表名',
  coverTitle: '封面书名',
  coverSubtitle: '封面副题',
  coverNote: '封面说明',
  partTitle: '编名',
  chapterTitle: '章名',
  contentsTitle: '目录二字',
  small: '小字',
};

/** A paragraph of a kind the template has no line for; so nothing is lost when a record has more than the sample had. */
export const OTHER_PARAGRAPHS = '其他段落';

/** Level of a heading, as a template prints it; empty for what is no heading. */
export function levelOf(role: ParagraphRole): string {
  const match = /^heading([1-4])$/.exec(role);
  return match?.[1] ?? '';
}
