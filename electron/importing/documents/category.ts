import { type Enumeration, enumerationOf } from '../../../shared/records/index.ts';
import { bodyText } from '../../../shared/text/body.ts';
import type { ReadDocument } from '../types.ts';

/** By the words papers are called, most telling first; the clerk sees the guess before anything is written. */
const BY_TITLE: readonly (readonly [pattern: RegExp, category: string])[] = [
  [/大会发言|发言(?:材料|摘登|稿)$/, '大会发言'],
  [/(?:讲话|致辞|致词|开幕词|闭幕词)(?:稿|提纲)?$|在.{2,40}上的讲话/, '讲话'],
  [/(?:章程|规定|规则|办法|细则|条例|制度|守则|规程)(?:[（(].{1,10}[)）])?$/, '规章制度'],
  [/视察.{0,6}报告/, '视察报告'],
  [/调研.{0,6}报告|考察报告/, '调研报告'],
  [/工作总结|年度总结|工作报告|履职综述|工作要点|述职/, '工作总结'],
  [/简报|专刊|信息快报/, '简报'],
  [/会议纪要|议程|会议日程|主持词|会议材料/, '会议材料'],
  [/(?:通知|请示|批复|函|通报|意见|公告|决定)$/, '来文'],
  [/(?:志|年鉴)(?:[（(].*[)）])?$/, '志书年鉴'],
  [/回忆|往事|忆|口述|史话|旧事|轶事|记忆/, '文史资料'],
  [/经验|做法|记事|纪实|侧记/, '经验材料'],
];

/** Category for a document, out of those the office uses; 其他 when nothing tells. */
export function guessCategory(read: ReadDocument, enumerations: readonly Enumeration[]): string {
  const values = enumerationOf(enumerations, 'materialCategory')?.values.filter((value) => !value.retired) ?? [];
  const usable = (category: string): boolean => values.some(({ value }) => value === category);
  const start = bodyText({ blocks: read.body.blocks.slice(0, 6) });
  if (/^(?:本报|本网|新华社)[^，。]{0,20}[讯电]/m.test(start) && usable('新闻报道')) return '新闻报道';
  const byTitle = BY_TITLE.find(([pattern, category]) => pattern.test(read.title) && usable(category));
  if (byTitle) return byTitle[1];
  if (/(?:报|网|在线|新闻)$|全媒体/.test(read.source ?? '') && usable('新闻报道')) return '新闻报道';
  return usable('其他') ? '其他' : (values[0]?.value ?? '其他');
}

/** 发文字号 in the first lines: 示政办〔2024〕3号. */
export function documentNumberOf(read: ReadDocument): string | undefined {
  const start = bodyText({ blocks: read.body.blocks.slice(0, 6) });
  return /(?:^|[\s　：:])([\p{Script=Han}]{2,12}[〔[（(［]\s*(?:19|20)\d{2}\s*[〕\])）］]\s*第?\s*\d{1,4}\s*号)(?=$|[\s　])/mu
    .exec(start)?.[1]
    ?.replace(/\s/g, '');
}
