import type { DocumentBlock, DocumentCell, DocumentModel, ParagraphRole, Run } from '../../shared/documents/model.ts';
import { HAN } from './samples.ts';

/** Hand-made papers of the 公文 family, one a feature of the layout; invented bodies and people. */
const paragraph = (role: ParagraphRole, text = '', more: Partial<Run> = {}): DocumentBlock => ({
  type: 'paragraph',
  role,
  runs: text ? [{ text, ...more }] : [],
});
const bodies = (count: number): DocumentBlock[] =>
  Array.from({ length: count }, (_, index) =>
    paragraph('body', HAN.slice(0, HAN.length - index * 7).replace(/[，、；：“]+$/u, '')),
  );
const model = (
  document: string,
  blocks: readonly DocumentBlock[],
  more: Partial<DocumentModel> = {},
): DocumentModel => ({
  document,
  title: document,
  fileName: document,
  page: { orientation: 'portrait', grid: 'official', folio: 'outside' },
  blocks,
  ...more,
});
const opening = (title: string): DocumentBlock[] => [
  paragraph('title', title),
  paragraph('blank'),
  paragraph('salutation', '各街道政协工委，各专门委员会：'),
];
const cell = (text: string, more: Partial<DocumentCell> = {}): DocumentCell => ({
  runs: text ? [{ text }] : [],
  ...more,
});
const label = (text: string, more: Partial<DocumentCell> = {}): DocumentCell => cell(text, { label: true, ...more });

const OFFICE = '政协示例区委员会办公室';
const DAY = '2024年2月26日';

/** 上行文 with three signers, 份号, 密级 and 紧急程度, a seal, 附件说明 and two 附件. */
export const reportUpward = model(
  'reportUpward',
  [
    ...opening('关于恳请支持委员联络工作站建设的请示'),
    ...bodies(5),
    paragraph('blank'),
    paragraph('attachmentNote', '附件：1.示例区政协委员联络工作站建设情况一览表和各街道协商议事室使用情况统计'),
    paragraph('attachmentNote', '2.经费测算说明'),
    paragraph('blank'),
    paragraph('blank'),
    paragraph('signature', '政协示例区委员会'),
    paragraph('date', DAY),
    paragraph('annotation', '（联系人：张三，电话：0000-12345678）'),
    { type: 'pageBreak' },
    paragraph('attachmentMark', '附件1'),
    paragraph('blank'),
    paragraph('attachmentTitle', '示例区政协委员联络工作站建设情况一览表'),
    paragraph('blank'),
    ...bodies(1),
  ],
  {
    masthead: {
      mark: '政协示例区委员会文件',
      number: '示政协〔2024〕15号',
      signers: ['张三', '欧阳明远', '李四光'],
      copyNumber: '000001',
      secrecy: '秘密★1年',
      urgency: '特急',
    },
    sealed: true,
    imprint: {
      style: 'official',
      receivers: [
        { label: '主送', text: '市政协办公室，区委办公室' },
        {
          label: '抄送',
          text: '区人大常委会办公室，区政府办公室，区纪委监委机关，区人武部，各民主党派区委，各人民团体',
        },
      ],
      issuer: OFFICE,
      issued: `${DAY}印发`,
    },
  },
);

/** 联合行文 of three bodies without seals. */
export const jointNotice = model(
  'jointNotice',
  [
    ...opening('关于联合开展专题调研的通知'),
    ...bodies(4),
    paragraph('blank'),
    paragraph('signature', '政协示例区委员会提案委员会'),
    paragraph('signature', '示例区人民政府办公室'),
    paragraph('signature', '示例区总工会'),
    paragraph('date', DAY),
  ],
  {
    masthead: {
      mark: '文件',
      issuers: ['政协示例区委员会提案委员会', '示例区人民政府办公室', '示例区总工会'],
      number: '示政协提〔2024〕3号',
      signers: ['张三'],
    },
    corner: 'A',
  },
);

/** The same with seals: signatures side by side, the last over the date. */
export const jointSealed = model(
  'jointSealed',
  [
    ...opening('关于公布优秀提案的决定'),
    ...bodies(2),
    paragraph('blank'),
    paragraph('blank'),
    paragraph('signature', '政协示例区委员会'),
    paragraph('signature', '示例区人民政府'),
    paragraph('signature', '示例区总工会'),
    paragraph('date', DAY),
  ],
  {
    masthead: { mark: '文件', issuers: ['政协示例区委员会', '示例区人民政府'], number: '示政协〔2024〕4号' },
    sealed: true,
  },
);

/** 信函格式 with its letter in the corner; two pages. */
export const letter = model(
  'letter',
  [
    paragraph('title', '关于区政协十届三次会议第047号提案的答复函'),
    paragraph('blank'),
    paragraph('salutation', '张三委员：'),
    ...bodies(6),
    paragraph('blank'),
    paragraph('signature', '示例区城市管理局'),
    paragraph('date', '2024年10月26日'),
    paragraph('annotation', '（联系人：李四，电话：0000-12345678）'),
  ],
  {
    masthead: { style: 'letter', mark: '示例区城市管理局', number: '示城管函〔2024〕12号', urgency: '加急' },
    corner: 'A',
    imprint: { style: 'official', receivers: [{ label: '抄送', text: '区政府督查室，区政协提案委员会' }] },
  },
);

/** A letter of one page, its date longer than its signature. */
export const shortLetter = model(
  'shortLetter',
  [
    paragraph('title', '关于商请参加座谈会的函'),
    paragraph('blank'),
    paragraph('salutation', '区教育局：'),
    ...bodies(1),
    paragraph('blank'),
    paragraph('signature', '教科委员会'),
    paragraph('date', '2024年12月26日'),
  ],
  { masthead: { style: 'letter', mark: '中国人民政治协商会议示例区委员会', number: '示政协函〔2024〕5号' } },
);

/** A form: labels, heights, a cell of paragraphs, one at the foot of its cell. */
export const form = model(
  'form',
  [
    paragraph('formTitle', '政协示例区委员会提案表'),
    paragraph('blank'),
    {
      type: 'table',
      columns: [{ width: 22 }, { width: 50 }, { width: 22 }, { width: 50 }],
      headRows: 0,
      size: 14,
      heights: [12, 12, 120, 30],
      rows: [
        [label('案　由'), cell('关于完善社区养老服务的提案', { colSpan: 3 })],
        [label('提案人'), cell('张三'), label('界　别'), cell('教育界')],
        [
          label('内\n容'),
          cell(`　　${HAN.slice(0, 80)}\n　　${HAN.slice(0, 90)}`, { colSpan: 3, valign: 'top', align: 'left' }),
        ],
        [label('审查意见'), cell('（签章）\n年　月　日', { colSpan: 3, align: 'right', valign: 'bottom' })],
      ],
    },
    {
      type: 'table',
      columns: [{ width: 1 }, { width: 1, align: 'right' }],
      headRows: 0,
      lines: 'none',
      rows: [[cell('填表人：'), cell('填表日期：　年　月　日')]],
    },
  ],
  { page: { orientation: 'portrait', grid: 'free', folio: 'none' } },
);

const register = (size: 9 | 10.5 | 12, rows: number): DocumentBlock => ({
  type: 'table',
  columns: [
    { width: 8, align: 'center' },
    { width: 14, align: 'center' },
    { width: 60 },
    { width: 30 },
    { width: 20, align: 'center' },
  ],
  headRows: 1,
  size,
  rows: [
    ['序号', '姓名', '案由', '承办单位', '办理结果'].map((text) => cell(text)),
    ...Array.from({ length: rows }, (_, index) => [
      cell(`${index + 1}`),
      cell(`张${'三四五六'[index % 4]}`),
      cell(index % 3 === 0 ? HAN.slice(0, 42) : '关于改善老旧小区停车的提案'),
      cell('区城市管理局'),
      cell('采纳'),
    ]),
  ],
});

/** A wide register over some landscape pages of the 公文 grid. */
export const wideRegister = model('wideRegister', [paragraph('tableTitle', '提案交办一览表'), register(10.5, 60)], {
  page: { orientation: 'landscape', grid: 'official', folio: 'outside' },
});

/** A row taller than a page, and rows that must not be torn. */
export const tallRows = model(
  'tallRows',
  [
    paragraph('tableTitle', '意见建议汇总'),
    {
      type: 'table',
      columns: [{ width: 1, align: 'center' }, { width: 6 }],
      headRows: 1,
      rows: [
        [cell('序号'), cell('内容')],
        [cell('1'), cell(HAN.repeat(3))],
        [cell('2'), cell(HAN.repeat(14))],
        [cell('3'), cell(HAN.repeat(2))],
      ],
    },
  ],
  { page: { orientation: 'portrait', grid: 'free', folio: 'outside' } },
);

export const OFFICIAL_FAMILY = {
  reportUpward,
  jointNotice,
  jointSealed,
  letter,
  shortLetter,
  form,
  wideRegister,
  tallRows,
} as const;
