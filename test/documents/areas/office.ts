import { textOf } from '../../../shared/records/read-value.ts';
import type { AreaSamples } from './area-samples.ts';

/** What each document of 公文 is made of in the sample library. */
export const officeSamples: AreaSamples = {
  report: (material) => {
    const draft = material.list('report')[0];
    if (!draft) throw new Error('the sample has no report');
    return { 报告稿: { report: draft.id, subtitle: '在主席会议上' } };
  },
  officialPaper: (material) => {
    const papers = material.list('officialDocument');
    const sets: Record<string, Readonly<Record<string, unknown>>> = {};
    for (const docType of ['请示', '报告', '函', '通知', '述职报告']) {
      const paper = papers.find(({ values }) => textOf(values, 'docType') === docType);
      if (!paper) continue;
      const annotation = docType === '请示' ? { annotation: '联系人：办公室，电话：0000-12345678' } : {};
      sets[docType] = { document: paper.id, ...annotation };
    }
    const [any] = papers;
    if (!any) throw new Error('the sample has no paper');
    return { ...sets, 信函格式: { document: any.id, format: '信函格式' } };
  },
  archiveCatalogue: () => ({ 全部: { year: 2024 }, 会议纪要: { year: 2024, part: '会议纪要', retention: '永久' } }),
};
