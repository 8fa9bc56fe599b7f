import type { Enumeration } from './enumeration.ts';
import { fixedWords, withAliases, words } from './word-list.ts';

/** 文史征集: 线索, 来稿, 口述, 图片 (domain A.9). */
export const archiveEnumerations: readonly Enumeration[] = [
  {
    id: 'submissionState',
    label: '来稿状态',
    values: withAliases(fixedWords('登记 初审 复审 终审 定稿 编入 已出版 退修 留用 不用'), {
      不用: ['退稿', '不采用'],
      留用: ['留用待编'],
    }),
  },
  {
    id: 'archiveGenre',
    label: '体裁',
    values: words('亲历回忆 口述整理 人物 村史 民俗 史料考证 图片故事'),
  },
  {
    id: 'sanqin',
    label: '三亲性质',
    values: withAliases(fixedWords('亲历 亲见 亲闻 转述 文献整理'), { 文献整理: ['考述', '文献'] }),
  },
  { id: 'receiveChannel', label: '来稿途径', values: words('约稿 自投 线索转 口述') },
  {
    id: 'license',
    label: '授权',
    values: withAliases(fixedWords('已授权 待授权 复制后退还 捐赠'), { 复制后退还: ['复制件用后退还'] }),
  },
  { id: 'factHandling', label: '存疑处理', values: fixedWords('采信 并存 删除') },
  { id: 'reviewLevel', label: '审级', values: fixedWords('初审 复审 终审') },
  { id: 'reviewConclusion', label: '审稿结论', values: fixedWords('通过 退修 不用') },
  { id: 'leadState', label: '线索状态', values: fixedWords('待核 已联系 转约稿 转口述 搁置') },
  { id: 'oralHistoryState', label: '口述进度', values: fixedWords('准备 已访谈 整理中 已核对 已归档') },
  { id: 'originalHandling', label: '原件处置', values: words('扫描后退还 收存 捐赠 无原件') },
  { id: 'photoState', label: '图片状态', values: fixedWords('待标注 已标注 已选用 已归还') },
];
