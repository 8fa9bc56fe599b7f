import { CONSULT_FORMS, SUPERVISION_FORMS } from './consultation.ts';
import type { Enumeration } from './enumeration.ts';

/** Words the program's rules rely on (exits, quorum, what is due) or put into new records. */
const FIXED: Readonly<Record<string, readonly string[]>> = {
  cppccRole: ['主席', '副主席', '秘书长', '常委'],
  memberStatus: ['在任', '已辞去', '已撤销', '已终止', '换届离任'],
  eventCategory: ['会议', '协商', '监督', '活动', '学习培训', '走访'],
  eventSubtype: [...CONSULT_FORMS.split(' '), ...SUPERVISION_FORMS.split(' ')],
  eventStatus: ['拟办', '进行中', '已结束', '已归档', '取消'],
  attendanceRole: ['应出席', '列席', '主持', '主讲', '执笔'],
  attendanceState: ['待确认', '出席', '迟到', '早退', '请假待批', '请假（已批）', '请假（未批）', '缺席', '不参加'],
  resolutionState: ['未启动', '进行中', '完成', '延期', '取消'],
  materialCategory: ['其他'],
  bookStatus: ['策划', '付印', '成书', '发放归档'],
  publication: ['内部资料准印'],
  chapterType: ['正文'],
  chapterStatus: ['待写'],
};

export function withFixed(enumeration: Enumeration): Enumeration {
  const fixed = FIXED[enumeration.id];
  if (!fixed) return enumeration;
  return {
    ...enumeration,
    values: enumeration.values.map((item) => (fixed.includes(item.value) ? { ...item, fixed: true } : item)),
  };
}
