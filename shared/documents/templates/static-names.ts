import { OTHER_PARAGRAPHS, ROLE_NAMES } from './role-names.ts';

/** A placeholder every document has, with what it stands for. */
export interface StaticName {
  readonly name: string;
  readonly about: string;
}

const word = (name: string, about: string): StaticName => ({ name, about });

/** Single texts. */
export const TEXT_NAMES: readonly StaticName[] = [
  word('标题', '标题'),
  word('副标题', '副标题'),
  word('文书名称', '这种文书叫什么'),
  word('红头', '版头的大字'),
  word('文号', '发文字号或期号'),
  word('份号', '份号'),
  word('密级', '密级和保密期限'),
  word('紧急程度', '紧急程度'),
  word('签发人', '签发人，几位用顿号隔开'),
  word('编印单位', '简报的编印单位'),
  word('编印日期', '简报的日期'),
  word('内部资料', '左上角的字'),
  word('右上角', '右上角的字，如 A、B、C'),
  word('主送', '主送机关'),
  word('署名', '落款的单位'),
  word('成文日期', '落款的日期'),
  word('日期', '成文日期；没有时为版头的日期，再没有为今天'),
  word('今天', '导出的日子'),
  word('附注', '附注'),
  word('作者', '作者、反映人'),
  word('附件说明', '附件说明'),
  word('抄送', '抄送机关'),
  word('报', '简报的“报”'),
  word('送', '简报的“送”'),
  word('发', '简报的“发”'),
  word('印发机关', '版记里的印发机关'),
  word('印发日期', '版记里的印发日期'),
  word('版记备注', '版记的末一行，如印数'),
  word('单位全称', '资料库设置里的单位全称'),
  word('单位简称', '资料库设置里的单位简称'),
  word('单位代字', '资料库设置里的代字'),
  word('办公室', '资料库设置里的办公室名称'),
];

/** Lists that every document has, with the names inside one entry. */
export interface StaticList extends StaticName {
  readonly inside: readonly StaticName[];
}

const BLOCK: readonly StaticName[] = [
  word('文字', '这一段的文字（表格为各行）'),
  word('级别', '标题的级别 1—4，不是标题时为空'),
  word('引词', '段首黑体的字，如“出席：”'),
  word('其余文字', '引词以后的字'),
  ...Object.values(ROLE_NAMES).map((name) => word(name, `条件：这一段是${name}`)),
  word(OTHER_PARAGRAPHS, '条件：模板里没有单独写到的段落'),
];

export const LIST_NAMES: readonly StaticList[] = [
  { name: '正文', about: '标题和主送以后的每一段', inside: BLOCK },
  { name: '全文', about: '从头到尾的每一段', inside: BLOCK },
  { name: '表前', about: '表格以前的每一段（只有一张表时）', inside: BLOCK },
  { name: '表后', about: '表格以后的每一段（只有一张表时）', inside: BLOCK },
  {
    name: '表格',
    about: '每一张表',
    inside: [word('表号', '第几张'), word('表题文字', '表格上面的一行'), word('行', '表里的每一行，内有 {列1} {列2}…')],
  },
  {
    name: '名单',
    about: '出席、请假、列席等名单',
    inside: [word('名称', '出席'), word('姓名', '姓名'), word('文字', '整行')],
  },
  { name: '版记', about: '版记里的收文单位', inside: [word('名称', '抄送、报、送、发'), word('收文', '收文单位')] },
  { name: '联合行文', about: '联合行文的机关', inside: [word('机关', '机关名称')] },
];

/** Ready-made layout: `{@版记}` alone in a paragraph. */
export const RAW_NAMES: readonly StaticName[] = [
  word('@版头', '整个版头，照程序的排法'),
  word('@版记', '整个版记，照程序的排法'),
  word('@正文', '整个正文，照程序的排法'),
  word('@全文', '从头到尾，照程序的排法'),
  word('@表格1', '第 1 张表，照程序的排法；@表格2…同'),
  word('@版式', '在 {#正文} 里：这一段，照程序的排法'),
  word('@表图', '在 {#正文} 里：表格、图片和分页；文字段落为空'),
];

/** Names the fields of a form may not have. */
export const STATIC_NAMES: ReadonlySet<string> = new Set([
  ...TEXT_NAMES.map(({ name }) => name),
  ...LIST_NAMES.map(({ name }) => name),
]);

/** Lists whose name ends in a number: 表格1, 正文2. */
export const NUMBERED = /^(表格|正文|表前|表后)\d+$/u;
