import { YEAR, type YearSetting } from './setting.ts';

/** 工作报告稿: the beginning of a draft; its numbers are taken when it is opened for the first time. */
export function makeReports({ ledger }: YearSetting): void {
  ledger.add('report', 'draft', {
    title: `示例区政协${YEAR}年上半年工作小结（起草中）`,
    year: YEAR,
    from: `${YEAR}-01-01`,
    to: `${YEAR}-06-30`,
    state: '草稿',
    body: ['一、反映社情民意', '上半年共收集信息{SQ.IN}，上报{SQ.UP}。', '二、办理提案', '立案提案{TA.NUM}。'].join(
      '\n',
    ),
  });
}
