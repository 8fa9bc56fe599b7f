import type { Period } from './machine.ts';

const period = (id: string, label: string, amount: number, unit: Period['unit'], note: string): Period => ({
  id,
  label,
  amount,
  unit,
  note,
});

/** Terms of time as practised; every amount is the office's to change. “建议值” marks what this program proposes. */
export const defaultPeriods: readonly Period[] = [
  period('proposal.firstReview', '提案初审', 14, 'day', '大会后一至两周内审查'),
  period('proposal.resubmit', '提案退回修改后再提交', 10, 'workingDay', '建议值'),
  period('proposal.notify', '不予立案通知提案人', 5, 'workingDay', '“未予立案应及时通知提案者”，天数为建议值'),
  period('proposal.assign', '提案交办（自立案起）', 30, 'day', '全会后30日内开交办会'),
  period('proposal.return', '退办异议', 10, 'workingDay', '各地3至10个工作日不等'),
  period('proposal.reply', '提案答复（自交办起）', 3, 'month', '三个月内办理完毕'),
  period('proposal.replyLatest', '提案答复最长（自交办起）', 6, 'month', '个别难度大的，最长不超过六个月'),
  period('proposal.coOpinion', '会办意见送主办单位（自交办起）', 1, 'month', '1个月内送主办单位'),
  period('proposal.replyReview', '答复审核', 5, 'workingDay', '建议值'),
  period('proposal.feedback', '征询提案人意见', 15, 'day', '建议值'),
  period('proposal.redo', '重新办理', 30, 'day', '提案人不满意的重新办理，天数为建议值'),
  period('proposal.followUp', 'B类答复回头看', 6, 'month', '建议值'),
  period('suggestion.deliver', '意见建议送达主责部门', 5, 'workingDay', '会后5个工作日内，建议值'),
  period('suggestion.sign', '收条签收（自送达起）', 5, 'workingDay', '建议值'),
  period('suggestion.reply', '意见建议答复', 60, 'day', '建议值'),
  period('suggestion.followUp', '意见建议跟踪', 6, 'month', '建议值'),
  period('opinion.select', '社情民意初选', 7, 'day', '每周收稿，建议值'),
  period('opinion.transfer', '社情民意转办回函', 30, 'day', '建议值'),
  period('opinion.instruction', '批示办理反馈', 30, 'day', '建议值'),
  period('opinion.notify', '采用情况反馈作者', 10, 'workingDay', '采用与批示要回馈委员，天数为建议值'),
  period('topic.handle', '协商意见办理', 60, 'day', '建议值'),
  period('topic.feedback', '办理结果反馈群众', 10, 'workingDay', '建议值'),
  period('consult.notice', '协商书面通知（会前）', 15, 'workingDay', '提前15个工作日书面通知'),
  period('consult.materials', '协商材料送达（会前）', 10, 'workingDay', '提前10个工作日送材料'),
  period('consult.report', '协商成果报送（会后）', 7, 'workingDay', '协商后7个工作日内报送纪要'),
  period('event.minutes', '会议纪要（会后）', 7, 'workingDay', '会后7个工作日内'),
  period('venue.check', '阵地“六有”复核', 6, 'month', '半年复核一次，建议值'),
  period('submission.review', '来稿每一审', 30, 'day', '建议值'),
  period('submission.revise', '来稿退修', 30, 'day', '建议值'),
];

export const PERIODS_SETTING = 'periods';

/** The table as the office keeps it. What it did not change, and what a newer program adds, comes from the default. */
export function effectivePeriods(setting: unknown): readonly Period[] {
  const own = new Map<string, Period>();
  for (const item of Array.isArray(setting) ? setting : []) if (isPeriod(item)) own.set(item.id, item);
  return defaultPeriods.map((preset) => {
    const changed = own.get(preset.id);
    return changed ? { ...preset, amount: changed.amount, unit: changed.unit } : preset;
  });
}

const UNITS: Readonly<Record<Period['unit'], string>> = { month: '个月', day: '天', workingDay: '个工作日' };

/** 10个工作日 */
export function spanOf({ amount, unit }: Period): string {
  return `${amount}${UNITS[unit]}`;
}

function isPeriod(item: unknown): item is Period {
  if (typeof item !== 'object' || item === null) return false;
  const { id, amount, unit } = item as Record<string, unknown>;
  return (
    typeof id === 'string' &&
    Number.isInteger(amount) &&
    (amount as number) >= 0 &&
    (amount as number) <= 3650 &&
    typeof unit === 'string' &&
    Object.hasOwn(UNITS, unit)
  );
}
