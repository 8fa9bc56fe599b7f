import type { Values } from '../../../shared/records/record.ts';
import { handMade } from './proposals-paper.ts';

export type Line = readonly [string, string, Values];

export const BODY = { blocks: [{ type: 'paragraph', text: [{ text: '建议增设候车亭。' }] }] };
export const BASE: readonly Line[] = [
  ['term', 't', { number: 10, title: '第十届' }],
  ['session', 's', { term: 't', number: 3, openOn: '2024-02-20' }],
  ['sector', 'edu', { name: '教育界', shortName: '教育' }],
  ['person', 'p1', { name: '丁一', org: '一小', orgDuty: '教师' }],
  ['person', 'p2', { name: '王喆' }],
  ['member', 'm1', { person: 'p1', term: 't', sector: 'edu' }],
  ['member', 'm2', { person: 'p2', term: 't', sector: 'edu' }],
  ['organisation', 'u1', { name: '示例区教育局', contact: '赵老师', tel: '66660001' }],
  ['organisation', 'u2', { name: '示例区交通局' }],
];
export const CASE: Values = {
  session: 's',
  term: 't',
  year: 2024,
  title: '关于增设候车亭的提案',
  lead: 'm1',
  category: '社会建设',
  timing: '大会提案',
  submittedOn: '2024-02-20',
  serialIn: 1,
  caseNumber: '〔2024〕007',
  filedOn: '2024-03-06',
  body: BODY,
  state: '办理中',
  assignments: [{ unit: 'u1', role: '主办', handedOn: '2024-03-15', due: '2024-06-15', state: '办理中' }],
};
export const withCases = (...cases: readonly (readonly [string, Values])[]) =>
  handMade([...BASE, ...cases.map(([id, values]): Line => ['proposal', id, { ...CASE, ...values }])]);

export const REPLY = {
  unit: 'u1',
  class: 'A',
  text: '已经增设。',
  repliedOn: '2024-05-01',
  review: '通过',
  round: 1,
  number: '教函[2024]03号',
  signer: '李四',
};
