import type { Field } from './field.ts';

/** 批示, alike for opinions and reports: who wrote it counts by 职务 (区委书记, 区长). */
export const instructionRows: Field = {
  type: 'rows',
  label: '批示',
  aliases: ['领导批示'],
  row: {
    leader: {
      type: 'text',
      label: '领导',
      required: true,
      format: 'name',
      aliases: ['批示领导', '批示人'],
      width: 100,
    },
    duty: { type: 'text', label: '职务', expected: true, help: '例如“区委书记”', width: 120 },
    level: { type: 'choice', label: '级别', enumeration: 'opinionLevel', initial: '区', width: 80 },
    on: { type: 'date', label: '批示日期', expected: true, aliases: ['批示时间'], width: 120 },
    text: { type: 'longText', label: '批示原文', aliases: ['批示内容'], width: 240 },
    forwardedTo: { type: 'reference', label: '批转单位', target: 'organisation', width: 150 },
    feedback: { type: 'longText', label: '办理反馈', width: 200 },
    feedbackOn: { type: 'date', label: '反馈日期', width: 120 },
  },
};
