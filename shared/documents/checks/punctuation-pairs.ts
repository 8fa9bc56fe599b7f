import { anyOf, matching, type Slip, type TextRule } from './rule.ts';

interface Pair {
  readonly from: number;
  /** Offset behind the closing mark. */
  readonly to: number;
  readonly depth: number;
}

interface Pairs {
  readonly pairs: readonly Pair[];
  /** Offsets of marks without their other half. */
  readonly lone: readonly number[];
}

function pairsOf(text: string, open: string, close: string): Pairs {
  if (!text.includes(open) && !text.includes(close)) return { pairs: [], lone: [] };
  const stack: number[] = [];
  const pairs: Pair[] = [];
  const lone: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === open) stack.push(at);
    else if (text[at] === close) {
      const from = stack.pop();
      if (from === undefined) lone.push(at);
      else pairs.push({ from, to: at + 1, depth: stack.length });
    }
  }
  return { pairs, lone: [...stack, ...lone].sort((a, b) => a - b) };
}

/** Pairs of one kind inside each other: the inner ones get the marks for it. */
function nested(open: string, close: string, inner: readonly [string, string]) {
  return (text: string): Slip[] => {
    const { pairs, lone } = pairsOf(text, open, close);
    // With a mark missing nobody knows which is the inner pair.
    if (lone.length > 0) return [];
    return pairs
      .filter(({ depth }) => depth === 1)
      .map(({ from, to }) => ({
        from,
        to,
        replacement: `${inner[0]}${text.slice(from + 1, to - 1)}${inner[1]}`,
      }));
  };
}

/** List marks such as 1） and a） have no opening half. */
const LIST_MARK = /(?:^|[。；：，\s])[\dA-Za-z一二三四五六七八九十]{1,3}$/u;

function unpaired(text: string): Slip[] {
  return ['“”', '《》', '（）', '【】', '〔〕'].flatMap(([open = '', close = '']) => {
    const { lone } = pairsOf(text, open, close);
    const wrong = lone.filter(
      (at) =>
        // What an excerpt cuts off with …… may be the closing half.
        !(text[at] === open && text.includes('…', at)) &&
        !(text[at] === '）' && LIST_MARK.test(text.slice(Math.max(0, at - 5), at))),
    );
    const [first] = wrong;
    // A quotation of several paragraphs opens each of them and closes only the last (4.8.3.5).
    if (first === undefined || (open === '“' && wrong.length === 1 && /^[\s\u3000]*$/u.test(text.slice(0, first))))
      return [];
    const missing = text[first] === open ? close : open;
    return [{ from: first, to: first + 1, message: `“${text[first]}”没有配对的“${missing}”` }];
  });
}

/** 、 between quoted items, when every item of the list is quoted. */
function between(text: string): Slip[] {
  const chains =
    /(?<!、)“[^“”]{1,60}”(?:、“[^“”]{1,60}”)+(?![、（])|(?<!、)《[^《》]{1,60}》(?:、《[^《》]{1,60}》)+(?![、（])/gu;
  return [...text.matchAll(chains)].flatMap(({ 0: chain, index }) =>
    [...chain.matchAll(/[”》]、[“《]/gu)].map((found) => ({
      from: index + found.index + 1,
      to: index + found.index + 2,
      replacement: '',
    })),
  );
}

/** Straight quotation marks, taken in twos, around or beside Han. */
function straight(text: string): Slip[] {
  const marks = [...text.matchAll(/"/gu)].map(({ index }) => index);
  if (marks.length === 0 || marks.length % 2 === 1) {
    return marks
      .filter((at) => /\p{Script=Han}/u.test(`${text[at - 1] ?? ''}${text[at + 1] ?? ''}`))
      .slice(0, 1)
      .map((from) => ({ from, to: from + 1 }));
  }
  const slips: Slip[] = [];
  for (let i = 0; i < marks.length; i += 2) {
    const [from = 0, last = 0] = [marks[i], marks[i + 1]];
    const inner = text.slice(from + 1, last);
    if (!/\p{Script=Han}/u.test(`${text[from - 1] ?? ''}${inner}${text[last + 1] ?? ''}`)) continue;
    slips.push({ from, to: last + 1, replacement: `“${inner}”` });
  }
  return slips;
}

/** Marks that come in twos (GB/T 15834—2011, 4.5, 4.8, 4.9, 4.15). */
export const pairRules: readonly TextRule[] = [
  {
    id: 'brackets.halfWidth',
    label: '括号应用全角',
    group: '标点',
    severity: 'warning',
    source: 'GB/T 15834—2011 4.9.1、5.1.3',
    bad: [
      ['提案委员会(以下简称提案委)', '提案委员会（以下简称提案委）'],
      ['(一)提高认识', '（一）提高认识'],
      ['各街道（社区)要落实', '各街道（社区）要落实'],
      ['走访企业(12家）', '走访企业（12家）'],
    ],
    good: ['f(x)=1', 'Word (docx) file', '（一）提高认识', '政协(2024)15号', '{SQ.IN(2024)}'],
    find: anyOf(
      matching(/\([^()（）\n]{0,60}\)/dgu, ({ 0: whole, index, input }) => {
        const around = `${input[index - 1] ?? ''}${whole}${input[index + whole.length] ?? ''}`;
        if (!/\p{Script=Han}/u.test(around)) return undefined;
        // Its own rule knows the brackets of a document number.
        if (/^\(\d{4}\)$/u.test(whole) && /^\s*第?\d+号/u.test(input.slice(index + whole.length))) return undefined;
        return `（${whole.slice(1, -1)}）`;
      }),
      matching(/（[^()（）\n]{0,60}(?<slip>\))/dgu, '）'),
      matching(/(?<slip>\()[^()（）\n]{0,60}）/dgu, '（'),
    ),
  },
  {
    id: 'quotes.straight',
    label: '引号应用“”',
    group: '标点',
    severity: 'warning',
    source: 'GB/T 15834—2011 4.8.1、5.1.3',
    bad: [
      ['推进"有事好商量"平台建设', '推进“有事好商量”平台建设'],
      ['"四单"机制和"收条"制度', '“四单”机制和“收条”制度'],
      ['做到"件件有回音', undefined],
    ],
    good: ['推进“有事好商量”', 'the "best" one', '长5"'],
    find: straight,
  },
  {
    id: 'quotes.nested',
    label: '引号里再用引号，里面的用‘’',
    group: '标点',
    severity: 'warning',
    source: 'GB/T 15834—2011 4.8.3.4',
    bad: [
      ['他说：“要用好“收条”制度。”', '他说：“要用好‘收条’制度。”'],
      ['“推行“四单”“六有”做法”', '“推行‘四单’‘六有’做法”'],
      ['报告《“甲“乙”丙”》', '报告《“甲‘乙’丙”》'],
    ],
    good: ['“要用好‘收条’制度”', '“四单”“六有”', '“四单”和“六有”', '没有引号'],
    find: nested('“', '”', ['‘', '’']),
  },
  {
    id: 'titles.nested',
    label: '书名号里再用书名号，里面的用〈〉',
    group: '标点',
    severity: 'warning',
    source: 'GB/T 15834—2011 4.15.3.6',
    bad: [
      ['《关于印发《履职办法》的通知》', '《关于印发〈履职办法〉的通知》'],
      ['《学习《章程》体会》一文', '《学习〈章程〉体会》一文'],
      ['《甲《乙》丙《丁》》', '《甲〈乙〉丙〈丁〉》'],
    ],
    good: ['《关于印发〈履职办法〉的通知》', '《办法》《细则》', '《办法》和《细则》'],
    find: nested('《', '》', ['〈', '〉']),
  },
  {
    id: 'marks.unpaired',
    label: '引号、书名号、括号要成对',
    group: '标点',
    severity: 'error',
    source: 'GB/T 15834—2011 4.8、4.9、4.15',
    bad: [
      ['推进“有事好商量平台建设'],
      ['印发《履职办法的通知'],
      ['提案委员会（以下简称提案委'],
      ['履职办法》已经印发'],
    ],
    good: [
      '“有事好商量”',
      '1）加强领导',
      '《关于零工市场（锻工社区……》',
      '“这一段引文没有完，下一段还是。',
      '（一）《办法》',
      '包括：a）甲；b）乙',
    ],
    find: unpaired,
  },
  {
    id: 'list.betweenQuotes',
    label: '并列的引号、书名号之间通常不用顿号',
    group: '标点',
    severity: 'hint',
    source: 'GB/T 15834—2011 4.5.3.5',
    bad: [
      ['推行“四单”、“收条”机制', '推行“四单”“收条”机制'],
      ['学习《章程》、《条例》、《办法》', '学习《章程》《条例》《办法》'],
      ['做到“有阵地”、“有标识”、“有制度”', '做到“有阵地”“有标识”“有制度”'],
    ],
    good: [
      '“四单”“收条”',
      '提案、“四单”、“收条”、调研',
      '“甲”（试点）、“乙”',
      '《章程》（全文）、《条例》（节选）',
      '“四单”、六有',
    ],
    find: between,
  },
  {
    id: 'quotation.stop',
    label: '引文末尾的句号不重复用',
    group: '标点',
    severity: 'warning',
    source: 'GB/T 15834—2011 4.8.3.2、附录 B.7',
    bad: [
      ['他说：“要抓落实。”。', '他说：“要抓落实。”'],
      ['“件件有回音。”。各单位', '“件件有回音。”各单位'],
      ['会议指出：“统一思想。”，', '会议指出：“统一思想。”'],
    ],
    good: ['他说：“要抓落实。”', '做到“件件有回音”。', '“谁来办？”他问。'],
    find: matching(/(?<=。[”’])[。，；]/dgu, ''),
  },
  {
    id: 'titles.misuse',
    label: '会议、课程、奖项的名称不用书名号',
    group: '标点',
    severity: 'hint',
    source: 'GB/T 15834—2011 附录 A.13.1',
    bad: [
      ['召开《提案办理协商座谈会》', '召开“提案办理协商座谈会”'],
      ['举办《委员履职培训班》', '举办“委员履职培训班”'],
      ['获《优秀提案奖》', '获“优秀提案奖”'],
    ],
    good: ['《关于召开座谈会的通知》', '《提案工作条例》', '《座谈会纪要》', '“优秀提案奖”'],
    find: matching(
      /《([^《》]{2,30}(?:座谈会|培训班|研讨会|表彰大会|主席会议|协商会|论坛|奖|称号))》/dgu,
      ({ 1: name }) => `“${name}”`,
    ),
  },
];
