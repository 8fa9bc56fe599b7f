import { workday, YEAR, type YearSetting } from './setting.ts';
import { paragraphs } from './writing.ts';

interface Written {
  readonly key: string;
  readonly docType: string;
  readonly title: string;
  readonly number: string;
  readonly to: string;
  readonly on: string;
  readonly body: readonly string[];
  readonly attachmentNote?: string;
}

const PLACE = '中共示例区委';

const WRITTEN: readonly Written[] = [
  {
    key: 'plan',
    docType: '请示',
    title: `关于${YEAR}年度协商计划的请示`,
    number: `示政协〔${YEAR}〕79号`,
    to: PLACE,
    on: workday(1, 12),
    body: [
      `区政协在征求各方面意见的基础上，拟定了${YEAR}年度协商计划，已经主席会议讨论通过。`,
      '一、协商议题',
      '列入计划的议题共六个，围绕老旧小区改造、校园周边治理、优化营商环境等方面安排。',
      '二、协商形式',
      '采用常委会会议协商、专题协商座谈会、对口协商和基层协商等形式，全年陆续开展。',
      '妥否，请批示。',
    ],
    attachmentNote: `1.${YEAR}年度协商计划（草案）\n2.协商议题征集情况说明`,
  },
  {
    key: 'half year',
    docType: '报告',
    title: `关于${YEAR}年上半年工作情况的报告`,
    number: `示政协〔${YEAR}〕80号`,
    to: PLACE,
    on: workday(7, 8),
    body: [
      '现将上半年工作情况报告如下。',
      '一、主要工作',
      '（一）组织协商议政。按计划召开常委会会议和专题协商座谈会，形成的意见已报送。',
      '（二）推进提案办理。大会提案全部交办，多数已经答复。',
      '二、下一步打算',
      '继续跟进协商成果转化，抓好重点提案督办。',
      '特此报告。',
    ],
  },
  {
    key: 'study',
    docType: '通知',
    title: '关于做好年度委员履职档案填报工作的通知',
    number: `示政协办〔${YEAR}〕1号`,
    to: '各专门委员会、各街道政协工委，区政协委员',
    on: workday(11, 18),
    body: [
      '为做好年度委员履职情况统计，现就有关事项通知如下。',
      '一、填报内容',
      '出席会议、参加活动、提交提案和社情民意信息等情况，以台账为准，委员逐项核对。',
      '二、时间要求',
      '请于12月13日前核对完毕，有出入的附说明材料报委员联络部门。',
    ],
    attachmentNote: '委员履职情况核对表',
  },
  {
    key: 'letter',
    docType: '函',
    title: '关于商请协助开展停车难专题调研的函',
    number: `示政协函〔${YEAR}〕1号`,
    to: '区城市管理局',
    on: workday(4, 15),
    body: [
      '区政协拟于近期组织委员就老旧小区停车难问题开展专题调研，请贵单位协助提供以下材料。',
      '一、近三年停车泊位建设和管理情况；',
      '二、老旧小区周边道路停车管理情况。',
      '请于4月26日前函复。',
    ],
  },
];

/** 公文 of the office itself, one of each kind it writes, and a paper that went out before the program was there. */
export function makePapers({ ledger, id, seats }: YearSetting): void {
  const chair = seats.find(({ roles }) => roles.includes('主席'))?.who.name;
  for (const { key, docType, title, number, to, on, body, attachmentNote } of WRITTEN) {
    ledger.add('officialDocument', `paper ${key}`, {
      docType,
      title,
      number,
      issuer: docType === '通知' ? '政协示例区委员会办公室' : '政协示例区委员会',
      mainReceivers: to,
      ...(docType === '函' || docType === '通知' ? {} : { signer: chair }),
      writtenOn: on,
      printedOn: on,
      copies: docType === '通知' ? 60 : 10,
      printedBy: '政协示例区委员会办公室',
      body: paragraphs(...body),
      ...(attachmentNote ? { attachmentNote } : {}),
      state: '印制',
    });
  }
  ledger.add('paper', 'before', {
    title: WRITTEN[0]?.title ?? '',
    document: '公文',
    number: WRITTEN[0]?.number ?? '',
    on: WRITTEN[0]?.on ?? '',
    officialDocuments: [id('officialDocument', 'paper plan')],
    body: paragraphs(...(WRITTEN[0]?.body ?? [])),
    remark: '这一份是补登的：当时从别的电脑上印发。从“文书”里导出的会自动留底，并带上原件。',
  });
}
