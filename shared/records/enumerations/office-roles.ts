import type { Enumeration } from './enumeration.ts';

/** Parts of the office that a clerk works for, and the leaders who sign: moves of a process name who may make them. */
export const officeRoleEnumerations: readonly Enumeration[] = [
  {
    id: 'officeRole',
    label: '机关分工',
    values: [
      { value: '办公室' },
      { value: '提案委' },
      { value: '研究室', note: '社情民意、调研' },
      { value: '委员联络' },
      { value: '文史委' },
      { value: '街道工委', note: '街道政协工委联络员' },
      { value: '专委会', note: '其他专门委员会' },
      { value: '秘书长' },
      { value: '分管领导', note: '主席、副主席' },
    ].map((item) => ({ ...item, fixed: true })),
  },
];
