import type { Field } from './field.ts';

/**
 * 办理经过: every move a record made through the office, oldest first. Written only by the workflow (workflow.move,
 * workflow.correct); the same in every kind with a process, so that one screen and one rule serve them all.
 */
export const processLog: Field = {
  type: 'rows',
  label: '办理经过',
  readOnly: true,
  // The words of the moves stand in every record of the kind: a search for 立案 must not find them all.
  row: {
    on: { type: 'date', label: '日期', required: true, width: 110 },
    move: { type: 'text', label: '步骤', required: true, unsearched: true, width: 120 },
    from: { type: 'text', label: '原状态', unsearched: true, width: 100 },
    to: { type: 'text', label: '新状态', required: true, unsearched: true, width: 100 },
    by: { type: 'text', label: '经办人', unsearched: true, width: 100 },
    note: { type: 'longText', label: '说明', width: 240 },
  },
};
