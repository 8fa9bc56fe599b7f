import { fold, squeeze } from '../../text/index.ts';

/** Letters, digits and Chinese characters say what a title is about; brackets, commas and blanks do not. */
const SILENT = /[^\p{L}\p{N}]+/gu;

const HEAD = /^(?:关于|有关|对于|建议|就|对)?/u;
/** Every paper of the office is about its own district. */
const HERE = /(?:我|本|全)(?:区|市|街道)/gu;
const PUSH =
  /^(?:进一步|大力|切实|全面|着力|积极|持续|深入|深化|加快|不断|扎实|有效|更好地?|尽快|加大|加强|推进|推动|做好|促进|完善|提升|优化|强化|规范|落实|开展|建立|健全|改善|解决|重视|支持)+/u;
const TAIL =
  /(?:的|之|若干|几点|一些|有关|相关|工作|意见|建议|提案|议案|思考|对策|措施|问题|情况|调研|调查|视察|报告|反映|信息|倡议|力度)+$/u;

/** Fewer characters than this say too little: then the set phrases are left in. */
const ENOUGH = 4;

/** Text by which the same is the same however it is typed: width, case, variants, punctuation and blanks aside. */
export function plainText(text: string): string {
  return squeeze(fold(text)).replace(SILENT, '');
}

/**
 * What a title is about, without the phrases that nearly every title carries: 关于进一步加强老旧小区停车管理的建议 →
 * 老旧小区停车管理. Otherwise two proposals would be alike for being proposals.
 */
export function withoutSetPhrases(text: string): string {
  const plain = plainText(text);
  const body = plain.replace(HERE, '').replace(HEAD, '').replace(TAIL, '');
  const short = body.replace(PUSH, '');
  return [short, body, plain].find((one) => one.length >= ENOUGH) ?? plain;
}
