import type { DocumentModel, Finding } from '../../model.ts';
import { runsText } from '../../wording.ts';

/** What must not stand in a bulletin (去个人信息): telephone, identity card, the door somebody lives behind. */
const PATTERNS: readonly {
  readonly rule: string;
  readonly what: string;
  readonly pattern: RegExp;
  readonly mild?: boolean;
}[] = [
  { rule: 'privacy.mobile', what: '手机号', pattern: /(?<![\d-])1[3-9]\d{9}(?!\d)/gu },
  { rule: 'privacy.phone', what: '电话号码', pattern: /(?<!\d)0\d{2,3}[-－—]\d{7,8}(?!\d)/gu },
  { rule: 'privacy.identity', what: '身份证号', pattern: /(?<!\d)\d{17}[\dXx](?![\dXx])/gu },
  {
    rule: 'privacy.door',
    what: '门牌号',
    // The room of an office looks the same: it is for the editor to tell.
    mild: true,
    pattern:
      /(?:(?:\d+|[一二三四五六七八九十]+)(?:号楼|栋|幢))?(?<![第\d一二三四五六七八九十])(?:\d+|[一二三四五六七八九十]+)单元(?:\d+(?:室|户|号)?)?|(?:\d+|[一二三四五六七八九十]+)(?:号楼|栋|幢)\d+(?:室|户)?|\d{3,4}室/gu,
  },
];

/** Personal details in the text of a paper, each at its place, to be taken out by hand. */
export function personalFindings({ blocks }: DocumentModel): Finding[] {
  return blocks.flatMap((block, index): Finding[] => {
    if (block.type !== 'paragraph') return [];
    const text = runsText(block.runs);
    return PATTERNS.flatMap(({ rule, what, pattern, mild }) =>
      [...text.matchAll(pattern)].map(
        (match): Finding => ({
          severity: mild ? 'warning' : 'error',
          message: `文中有${what}“${match[0]}”，编发前请去掉个人信息。`,
          block: index,
          range: [match.index, match.index + match[0].length],
          rule,
          ...(block.source ? { source: block.source } : {}),
        }),
      ),
    );
  });
}
