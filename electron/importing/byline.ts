import { findDate } from './dates.ts';
import { lengthOf } from './lines.ts';

/** Who wrote it and for whom, as printed: 图/文 张三 · 本报记者 李四 · 通讯员 王五. */
export interface Byline {
  /** Names joined by 、. */
  readonly author?: string;
  /** 来源 or the paper named before 记者. */
  readonly source?: string;
}

/** The two hundred commonest family names: tells a name from a two-character heading. */
const FAMILY_NAMES = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边揭戚闫肖戈代仇单滕闻党宫冀桑',
);
/** Words that look like a name of two or three characters and stand as headings. */
const NO_NAMES = new Set(
  '童年 高潮 高原 白云 江南 江河 江山 金秋 安全 安排 常委 方法 方案 方向 成果 成就 成效 成立 成长 温暖 温情 温馨 解放 解读 文化 文史 文物 文学 文明 党史 党建 党派 党员 华章 章程 程序 史料 史话 史实 路上 路线 平安 平台 计划 经济 经过 经验 古迹 古镇 古城 古村 农业 农村 石桥 石刻 万象 万里 关于 关系 关爱 时代 时光 时间 祝福 祝愿 相识 相逢 相关 贺词 贺信 余音 余韵 于是 冷暖 商业 商会 商号 明天 东方 项目 季节 夏天 夏收 秋收 秋天 钱庄 雷雨 雷声 严冬 简介 简历 简况 和谐 和平 包装 施工 施政 陈述 陈列 陈设 任务 任职 范围 金融 金属 薄弱 尚需 毕业 毕生 连环 应急 应用 应对 应邀 全景 全貌 全文 曲艺 游记 凌晨 费用 纪要 纪实 纪念 纪念日 向往 习俗 习惯 符号 易地 万元 车站 车间 房屋 房产 边界 边疆 查处 宁静 景点 景区 景象 单位 鲍鱼 水利 水系 武术 常识 常态 易经 乐观 白天 白酒 关键 关键词 高考 高校 高度 高层 方言 方志 金句 金石 石榴 花木 项目区 方便 水井'.split(
    ' ',
  ),
);
const DOUBLE_FAMILY_NAMES = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|澹台|长孙)/;

const ROLE =
  '(?:(?:本报|本刊|本网|全媒体|融媒体|特约|首席|见习|实习|通讯)*(?:记者|通讯员|特约撰稿人?|撰稿人?)|图[/／、]?文|文[/／、]?图|文字|图片|摄影|作者|撰文|撰稿|执笔|口述|整理|采写|供稿|编辑|责任编辑|责编|编写|文|图)';
const LABELLED = new RegExp(`^[（(【]?\\s*([\\p{Script=Han}]{0,8}?)(${ROLE})\\s*[：:／/|丨\\s]\\s*(.+?)[)）】]?$`, 'u');
const CREDIT = /^(.{2,30}?)[\s　]*(?:摄|摄影|供图|制图|绘|口述|整理|撰稿|供稿)$/;

/** A Chinese personal name of two to four characters (minority names with · too). */
function isName(text: string): boolean {
  if (/^\p{Script=Han}{1,8}[·•]\p{Script=Han}{1,8}$/u.test(text)) return true;
  if (!/^\p{Script=Han}{2,4}$/u.test(text)) return false;
  if (NO_NAMES.has(text)) return false;
  const characters = [...text];
  if (DOUBLE_FAMILY_NAMES.test(text)) return characters.length >= 3;
  return characters.length <= 3 && FAMILY_NAMES.has(characters[0] ?? '');
}

/** Names of a list such as 张 三　李四、王五; undefined when something in it is no name. Role words between are skipped. */
function namesIn(text: string): string[] | undefined {
  const names: string[] = [];
  let single = '';
  for (const word of text.split(/[\s　、，,;；/／]+/).filter(Boolean)) {
    if (ROLE_WORD.test(word)) continue;
    const bare = word.replace(ROLE_HEAD, '');
    if ([...bare].length === 1 && /\p{Script=Han}/u.test(bare)) {
      single += bare;
      if (single.length < 2) continue;
      names.push(single);
      single = '';
    } else if (isName(bare)) names.push(bare);
    else return undefined;
  }
  return single || names.length === 0 ? undefined : names;
}

const ROLE_WORD = new RegExp(`^\\p{Script=Han}{0,8}${ROLE}[：:]?$`, 'u');
const ROLE_HEAD = new RegExp(`^${ROLE}[：:]`, 'u');

/** Reads a whole line as a byline; undefined when it is something else. */
export function readByline(line: string): Byline | undefined {
  const text = line.trim();
  if (lengthOf(text) > 60 || /[。！？]/.test(text)) return undefined;
  const labelled = LABELLED.exec(text);
  if (labelled) {
    const names = namesIn(labelled[3] ?? '');
    const outlet = outletOf(labelled[1] ?? '', labelled[2] ?? '');
    if (names) return { author: names.join('、'), ...(outlet ? { source: outlet } : {}) };
    if (/^(?:作者|供稿|撰稿|编写)$/.test(labelled[2] ?? '') && lengthOf(labelled[3] ?? '') <= 30) {
      return { author: (labelled[3] ?? '').trim() };
    }
    return undefined;
  }
  const credit = CREDIT.exec(text.replace(/^[（(]|[)）]$/g, ''));
  if (credit) {
    const names = namesIn((credit[1] ?? '').replace(/口述|整理|撰稿/g, ' '));
    if (names) return { author: names.join('、') };
  }
  // 张三 本报记者 李四: names with a role word among them.
  if (/记者|通讯员/.test(text)) {
    const names = namesIn(text.replace(/^[（(]|[)）]$/g, ''));
    if (names) return { author: names.join('、') };
  }
  return undefined;
}

/** A line of nothing but names, as stands under a title: 张三 or 张 三　李四. */
export function readNames(line: string): Byline | undefined {
  const text = line.trim().replace(/^[（(]|[)）]$/g, '');
  if (lengthOf(text) > 24 || /[，。：]/.test(text)) return undefined;
  const names = namesIn(text);
  return names ? { author: names.join('、') } : undefined;
}

/** 示例日报全媒体 + 记者 → 示例日报全媒体; 本报 and the like name no paper. */
function outletOf(before: string, role: string): string | undefined {
  const whole = `${before}${role}`.replace(/(?:首席|见习|实习|特约)?(?:记者|通讯员).*$/, '');
  if (!/记者|通讯员/.test(role) || whole.length < 3 || /^(?:本报|本刊|本网|全媒体|融媒体|通讯)+$/.test(whole))
    return undefined;
  return whole;
}

/** A byline after the last full stop of a paragraph: …的答卷。 示例报记者 张三. */
export function tailByline(text: string): { at: number; byline: Byline } | undefined {
  const match = /[。！？”][\s　]*([（(]?[^。！？”]{2,40})$/.exec(text);
  if (!match?.[1] || !/记者|通讯员|撰稿|供稿|图[/／]?文|文[/／]?图|整理|摄/.test(match[1])) return undefined;
  const byline = readByline(match[1]);
  return byline ? { at: text.length - match[1].length, byline } : undefined;
}

/** 本报讯（记者 张三 通讯员 李四）: who filed the report. */
export function reportByline(text: string): Byline | undefined {
  const match = /^(?:本报|本刊|本网|\p{Script=Han}{2,8}?)讯\s*[（(]([^（()）]{2,60})[)）]/u.exec(text);
  const names = match?.[1] ? namesIn(match[1]) : undefined;
  return names ? { author: names.join('、') } : undefined;
}

/** Begins like a news report: 本报讯, 新华社北京1月2日电. Never the second half of a sentence. */
export function isDateline(text: string): boolean {
  return /^(?:[【［[]?(?:本报|本刊|本网|记者|新华社|中新社|人民网)[^，。]{0,20}[讯电][】］\]]?)/.test(text);
}

const SOURCE = /(?:文章|稿件|资料|信息|内容)?(?:来源|稿源|出处|摘自|转自|原载于?|选自|转载自|刊于)\s*[：:]?\s*(.+)$/;

/** 来源：示例日报 · 【来源：示例网】 · 原载《示例文史》第三辑. */
export function readSource(line: string): string | undefined {
  const text = line.trim().replace(/^[【（([]+|[】）)\]]+$/g, '');
  if (lengthOf(text) > 60 || /[。！？]./.test(text)) return undefined;
  const labelled =
    /^(?:文章|稿件|资料|信息|内容|新闻)?(?:来源|稿源|出处)(?:于|自)?\s*[：:]\s*/.test(text) ||
    /[\s　](?:来源|稿源)\s*[：:]/.test(text);
  const quoted =
    /^(?:摘自|转自|原载于?|选自|转载自|刊于|据)\s*[：:]?\s*(?=《|\p{Script=Han}{2,12}(?:报|网|刊|社|志|台)$)/u.test(
      text,
    );
  if (!labelled && !quoted) return undefined;
  let source = SOURCE.exec(text)?.[1] ?? '';
  // Web pages print the rest of the imprint on the same line: 来源：示例网 作者：张三 时间：2021-01-01
  source =
    source.split(
      /[\s　]+(?=(?:作者|编辑|责任编辑|责编|时间|日期|发布|发布时间|浏览|点击|阅读|字体|\d{4}[-年/.]))/,
    )[0] ?? '';
  source = source.replace(/[。；;，,]$/, '').trim();
  return source || undefined;
}

/** A line that is nothing but a date, or a date with the words that go with it. */
export function readDateLine(line: string): string | undefined {
  const text = line
    .trim()
    .replace(/^[（(]|[)）]$/g, '')
    .trim();
  if (lengthOf(text) > 60) return undefined;
  const found = findDate(text);
  if (!found) return undefined;
  const before = text.slice(0, found.at);
  const after = text.slice(found.at + found.text.length);
  const label = /^(?:.{0,12}(?:发布|时间|日期|来源|更新|作者|编辑|记者|印发|成文|通过|于|刊|载|版)[^。]{0,30})?$/.test(
    before.trim(),
  );
  const rest = /^[\s　]*(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?[\s　]*[^。！？]{0,30}$/.test(after);
  return label && rest ? found.date : undefined;
}
