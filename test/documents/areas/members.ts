import type { DocumentMaterial } from '../../../shared/documents/definition.ts';
import { countDeeds } from '../../../shared/figures/member-record.ts';
import { textOf } from '../../../shared/records/read-value.ts';
import { isServing } from '../../../shared/records/service.ts';
import type { AreaSamples } from './area-samples.ts';

/** The year in which everything of the sample happened: that of most contributions. */
function fullYear({ list }: DocumentMaterial): number {
  const counts = new Map<number, number>();
  for (const { values } of list('contribution')) {
    const year = Number(textOf(values, 'on').slice(0, 4));
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Members who are judged, those with most on record in the year first. */
function busiest(material: DocumentMaterial): string[] {
  const counts = countDeeds(material.list, { year: fullYear(material) });
  const deeds = (id: string) => Object.values(counts.get(id) ?? {}).reduce((sum, count) => sum + count, 0);
  return material
    .list('member')
    .filter(({ values }) => isServing(values) && values.scoreEnabled !== false)
    .map(({ id }) => ({ id, deeds: deeds(id) }))
    .sort((a, b) => b.deeds - a.deeds || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** What each document of 委员履职 is made of in the sample library. */
export const membersSamples: AreaSamples = {
  memberRoster: () => ({ 按界别: {}, 横排含个人信息: { personal: '含出生年月和手机', groupBy: '专委会' } }),
  scoreStatement: (material) => ({ 记录最多的委员: { member: busiest(material)[0], year: fullYear(material) } }),
  scorePublicity: (material) => ({
    全部委员: { year: fullYear(material), content: '全部委员', contact: '0000-12345678' },
  }),
  contributionSummary: (material) => ({
    全年: { year: fullYear(material) },
    上半年: { year: fullYear(material), half: '上半年' },
  }),
  serviceNotice: (material) => ({
    全年红头: { year: fullYear(material), number: '12' },
    第二季度不带红头: {
      year: fullYear(material),
      quarter: '第二季度',
      head: '不带红头',
      idle: '除参加会议活动外没有履职记录',
    },
  }),
  assessmentForm: (material) => {
    const members = busiest(material);
    return {
      记录最多的委员: { member: members[0], year: fullYear(material) },
      记录最少的委员: { member: members.at(-1), year: fullYear(material) },
    };
  },
  excellentList: (material) => ({
    按姓氏笔画: { year: fullYear(material) },
    按界别列单位: { year: fullYear(material), order: '界别', form: '列单位及职务' },
  }),
  serviceArchive: (material) => {
    const members = busiest(material);
    return { 记录最多的委员: { member: members[0] }, 记录最少的委员: { member: members.at(-1), replies: '只列目录' } };
  },
  directory: () => ({ 含个人信息: {}, 不含个人信息: { personal: '不含手机和住址', groupBy: '专委会' } }),
  contactCard: (material) => ({
    八张有线: { members: busiest(material).slice(0, 12) },
    十张无线: { members: busiest(material).slice(0, 20), perSheet: '10张', lines: '无线', personal: '不含手机' },
  }),
};
