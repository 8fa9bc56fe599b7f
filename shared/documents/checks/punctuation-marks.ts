import { anyOf, matching, type TextRule } from './rule.ts';

const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };
const HAN_NUMBER = '[一二三四五六七八九十]';

/** 第三条 and 第一章 are parted from their text; names under an article stand apart, without a sentence. */
const spaces = anyOf(
  matching(
    /(?<=[\p{Script=Han}，；：、])(?<!第[一二三四五六七八九十百\d]{1,5}[条章节编款])(?<!记者|通讯员|主任|主席|联系|[室局办处科委院校]) +(?=\p{Script=Han})/dgu,
    '',
  ),
  matching(/(?<=\p{Script=Han}) +(?=[，。；：、？！])/dgu, ''),
);

/** Single marks: width, doubling, ellipsis, dash, ranges (GB/T 15834—2011, 4 and 5). */
export const markRules: readonly TextRule[] = [
  {
    id: 'marks.halfWidth',
    label: '汉字旁用了半角标点',
    group: '标点',
    severity: 'warning',
    source: 'GB/T 15834—2011 5.1 标点符号的位置和书写形式',
    bad: [
      ['各单位要高度重视,认真落实', '各单位要高度重视，认真落实'],
      ['时间:3月5日', '时间：3月5日'],
      ['会议要求:\u201c抓落实!\u201d', '会议要求：\u201c抓落实！\u201d'],
      ['办理工作全部完成.', '办理工作全部完成。'],
    ],
    good: ['会议定于14:30开始', '比分为3:1', '共1,200件', '见 www.example.cn/a,b', '第3.5节', 'A,B两类'],
    find: anyOf(
      matching(/([,;:?!]) */dgu, ({ 0: whole, 1: mark = '', index, input }) => {
        const [before, after] = [input[index - 1] ?? '', input[index + whole.length] ?? ''];
        // 14:30起, 1,200件, 比分3:1: a sign between figures is no mark of punctuation.
        if (/\d/u.test(before) && /\d/u.test(after)) return undefined;
        const beside = /[\p{Script=Han}）】》”’〕]/u.test(before) || /[\p{Script=Han}（《“【]/u.test(after);
        return beside ? FULL[mark] : undefined;
      }),
      matching(/(?<=\p{Script=Han})(?<!^[一二三四五六七八九十]{1,3})\.(?=$|[”’）])/dgu, '。'),
    ),
  },
  {
    id: 'marks.doubled',
    label: '标点重复或相连',
    group: '标点',
    severity: 'warning',
    source: 'GB/T 15834—2011 4 标点符号的用法',
    bad: [
      ['会议强调，，要抓落实', '会议强调，要抓落实'],
      ['办理情况良好，。', '办理情况良好。'],
      ['甲、、乙', '甲、乙'],
      ['已经答复。；其余在办', '已经答复。其余在办'],
    ],
    good: ['甲、乙，丙。', '真的吗？！', '“好。”他说。', '未完待续……'],
    find: anyOf(
      matching(/([，、；：])\1+/dgu, ({ 1: mark }) => mark),
      matching(/(?<!。)。。(?!。)/dgu, '。'),
      matching(/[，、；：]+。(?!。)/dgu, '。'),
      matching(/(?<!。)。[，、；：]+(?!。)/dgu, '。'),
      matching(/，[、；]|、[，；]|；[，、]/dgu),
    ),
  },
  {
    id: 'marks.atStart',
    label: '段首不能是这个标点',
    group: '标点',
    severity: 'warning',
    source: 'GB/T 15834—2011 5.1.3、5.1.5',
    kinds: ['running', 'heading'],
    bad: [['，会议指出'], ['。各单位'], ['》的通知'], ['、提案办理']],
    good: ['“件件有回音”', '《办法》印发', '（一）总体要求', '——关于提案工作的汇报', '……'],
    find: matching(/^[\s\u3000]*(?<slip>[，。、；：？！）》”’】〕])/dgu),
  },
  {
    id: 'ellipsis.form',
    label: '省略号应是六个点（……）',
    group: '标点',
    severity: 'warning',
    source: 'GB/T 15834—2011 4.11.1、5.1.7',
    bad: [
      ['教育、医疗、养老...', '教育、医疗、养老……'],
      ['要抓好落实。。。', '要抓好落实……'],
      ['走访了社区、企业…', '走访了社区、企业……'],
      ['他说………后来', '他说……后来'],
    ],
    good: ['教育、医疗……', '…………', '版本1.2.3', 'etc...'],
    find: anyOf(
      matching(/(?<=[\p{Script=Han}”》）、，])\.{3,}|(?<![.\w])\.{3,}(?=\p{Script=Han})/dgu, '……'),
      matching(/。{3,}|[·•・]{3,}/dgu, '……'),
      matching(/…+/dgu, ({ 0: dots }) => (dots.length === 2 || dots.length === 4 ? undefined : '……')),
    ),
  },
  {
    id: 'ellipsis.etc',
    label: '省略号不与“等”“等等”并用',
    group: '标点',
    severity: 'warning',
    source: 'GB/T 15834—2011 4.11.3',
    bad: [
      ['教育、医疗、养老……等等', '教育、医疗、养老等等'],
      ['教育、医疗……等领域', '教育、医疗等领域'],
      ['走访企业、社区等等……', '走访企业、社区等等'],
    ],
    good: ['教育、医疗等领域', '教育、医疗……', '他让我等……', '“……等情况”'],
    find: anyOf(
      matching(/…{1,4}(?=等等)|(?<=等等)…{1,4}/dgu, ''),
      matching(/…{1,4}(?=等(?!等))/dgu, ({ index, input }) =>
        /、[^、。，…]{1,10}$/u.test(input.slice(Math.max(0, index - 11), index)) ? '' : undefined,
      ),
    ),
  },
  {
    id: 'dash.form',
    label: '破折号应占两字（——）',
    group: '标点',
    severity: 'warning',
    source: 'GB/T 15834—2011 4.10.1、5.1.6',
    bad: [
      ['共同的目标--高质量发展', '共同的目标——高质量发展'],
      ['共同的目标———高质量发展', '共同的目标——高质量发展'],
      ['共同的目标──高质量发展', '共同的目标——高质量发展'],
      ['共同的目标－－高质量发展', '共同的目标——高质量发展'],
    ],
    good: ['——关于提案工作', '北京—上海高铁', '0371-12345678', 'a--b'],
    find: anyOf(
      matching(/(?<=[\p{Script=Han}”》），])-{2,}(?=[\p{Script=Han}“《])/dgu, '——'),
      matching(/—{3,}|─{2,}|－{2,}/dgu, '——'),
    ),
  },
  {
    id: 'range.wave',
    label: '数值范围用浪纹线（～）',
    group: '标点',
    severity: 'warning',
    source: 'GB/T 15834—2011 4.13.3.3；GB/T 15835—2011 5.1.4',
    bad: [
      ['每组5-10人', '每组5～10人'],
      ['增长20%~30%', '增长20%～30%'],
      ['约3~5公里', '约3～5公里'],
      ['每件800－1500字', '每件800～1500字'],
    ],
    good: ['电话0371-12345678', '2020—2024年', '1-2号楼', '每组5～10人', '第3-5期', 'GB/T 1-2012'],
    find: anyOf(
      matching(/(?<=[\d%％℃万亿])[~〜∼](?=\d)/dgu, '～'),
      matching(
        /(?<![\d\-—–－/.第A-Za-z（(])\d{1,5}(?:\.\d{1,3})?[%％]?(?<slip>[-–－])\d{1,6}(?:\.\d{1,3})?(?=(?:[%％]|[万亿]|人|名|个|件|条|次|项|家|户|岁|元|字|份|篇|天|小时|公里|千米|平方米|米|倍))/dgu,
        '～',
      ),
    ),
  },
  {
    id: 'range.line',
    label: '起止时间用一字线（—）',
    group: '标点',
    severity: 'hint',
    source: 'GB/T 15834—2011 4.13.3.2',
    bad: [
      ['2020-2024年', '2020—2024年'],
      ['3月-5月', '3月—5月'],
      ['2月6日-10日', '2月6日—10日'],
      ['9:00-11:30', '9:00—11:30'],
    ],
    good: ['2020—2024年', '3月至5月', '2024-02-26', '0371-12345678', '100-200人'],
    find: anyOf(
      matching(/(?<![\d\-—/.])\d{4}(?<slip>[-–－~])\d{4}(?=年)/dgu, '—'),
      matching(/(?<=\d[年月日])[-–－~](?=\d{1,4}[年月日])/dgu, '—'),
      matching(/(?<=\d{1,2}[:：]\d{2})[-–－](?=\d{1,2}[:：]\d{2})/dgu, '—'),
    ),
  },
  {
    id: 'spaces.betweenHan',
    label: '汉字之间多了空格',
    group: '标点',
    severity: 'hint',
    source: '排版惯例：汉字之间、标点之前不空格',
    kinds: ['running'],
    bad: [
      ['会议 强调，要抓落实', '会议强调，要抓落实'],
      ['提案工作 ，要抓实', '提案工作，要抓实'],
      ['一是  加强领导。', '一是加强领导。'],
    ],
    good: [
      '会议强调',
      '主任　丁一',
      'Word 文档，共 5 件',
      '第三条 档案包括下列内容。',
      '丁一口述 王二整理',
      '本报讯（记者 丁一）今日开幕，到会百人。',
    ],
    find: (text) => (/[，。；]/u.test(text) ? spaces(text) : []),
  },
  {
    id: 'order.first',
    label: '“第一”“首先”之后用逗号',
    group: '标点',
    severity: 'warning',
    source: 'GB/T 15834—2011 4.5.3.2、附录 B.1',
    bad: [
      ['第一、加强组织领导', '第一，加强组织领导'],
      ['首先、统一思想。其次、压实责任', '首先，统一思想。其次，压实责任'],
      ['主要做法：第一、摸清底数', '主要做法：第一，摸清底数'],
    ],
    good: ['第一、二季度', '第一、第二产业', '第一，加强领导', '首先、其次都要说清', '获第一、二等奖'],
    find: matching(
      new RegExp(
        `(?:^|[。；：！？\\n])[\\s\\u3000]*(?:第${HAN_NUMBER}{1,2}|首先|其次|再次|最后|其${HAN_NUMBER})(?<slip>、)(?!第|${HAN_NUMBER}|首先|其次|再次|最后|其${HAN_NUMBER})`,
        'dgu',
      ),
      '，',
    ),
  },
  {
    id: 'order.han',
    label: '“一”之后用顿号（一、）',
    group: '标点',
    severity: 'warning',
    source: 'GB/T 15834—2011 4.5.3.2；GB/T 9704—2012 7.3.3',
    bad: [
      ['一，提高认识', '一、提高认识'],
      ['二.压实责任', '二、压实责任'],
      ['三．强化督查', '三、强化督查'],
    ],
    good: ['一、提高认识', '一是提高认识', '一方面，要提高认识', '二〇二四年'],
    find: matching(
      new RegExp(`^[\\s\\u3000]*${HAN_NUMBER}{1,3}(?<slip>[，,.．。:：])(?=[\\p{Script=Han}“《])`, 'dgu'),
      '、',
    ),
  },
  {
    id: 'order.arabic',
    label: '“1”之后用下脚点（1.）',
    group: '标点',
    severity: 'warning',
    source: 'GB/T 15834—2011 4.5.3.2 注；GB/T 9704—2012 7.3.3',
    bad: [
      ['1、加强领导', '1.加强领导'],
      ['12、压实责任', '12.压实责任'],
      ['分工如下。1、提案委负责', '分工如下。1.提案委负责'],
      ['3，强化督查', '3.强化督查'],
    ],
    good: ['1.加强领导', '1、2号楼', '3、4月份', '见图1、图2', '第1、2项'],
    find: matching(/(?:^|[。；\n])[\s\u3000]*\d{1,2}(?<slip>[、，,])(?=[\p{Script=Han}“《])/dgu, '.'),
  },
  {
    id: 'order.bracket',
    label: '（一）、（1）、①之后不用标点',
    group: '标点',
    severity: 'warning',
    source: 'GB/T 15834—2011 4.5.3.2 注；GB/T 9704—2012 7.3.3',
    bad: [
      ['（一）、提高认识', '（一）提高认识'],
      ['（1）.压实责任', '（1）压实责任'],
      ['①、强化督查', '①强化督查'],
      ['要求如下：（二），加强保障', '要求如下：（二）加强保障'],
    ],
    good: ['（一）提高认识', '第三条第（一）、（二）项', '①强化督查', '图（1）、图（2）'],
    find: matching(
      new RegExp(
        `(?:^|[。；：\\n])[\\s\\u3000]*(?:（(?:${HAN_NUMBER}{1,3}|\\d{1,2})）|[①-⑳])(?<slip>[、，,.．。：:])(?!（)`,
        'dgu',
      ),
      '',
    ),
  },
  {
    id: 'heading.endMark',
    label: '单独成行的标题末尾不用标点',
    group: '标点',
    severity: 'warning',
    source: 'GB/T 15834—2011 附录 A.1 注（独立成行的标题末尾一般不用标点）',
    kinds: ['heading'],
    bad: [
      ['一、提高政治站位。', '一、提高政治站位'],
      ['关于召开会议的通知：', '关于召开会议的通知'],
      ['（一）压实责任；', '（一）压实责任'],
    ],
    good: [
      '一、提高政治站位',
      '基层协商怎样才能更有实效？',
      '一、提高认识。各单位要统一思想。',
      '十届三次会议提案目录',
    ],
    find: matching(/^[^。；]{1,80}?(?<slip>[，。、；：,;:]+)$/dgu, ''),
  },
];
