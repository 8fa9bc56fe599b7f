import { textOf } from '../../../shared/records/read-value.ts';
import type { AreaSamples } from './area-samples.ts';

/** What each document of 公文 is made of in the sample library. */
export const officeSamples: AreaSamples = {
  officialPaper: (material) => {
    const papers = material.list('officialDocument');
    const report = papers.find(({ values }) => textOf(values, 'docType') === '述职报告') ?? papers[0];
    if (!report) throw new Error('the sample has no paper');
    return {
      公文格式: { document: report.id, format: '公文格式' },
      信函格式: { document: report.id, format: '信函格式' },
    };
  },
  archiveCatalogue: () => ({ 全部: { year: 2024 }, 会议纪要: { year: 2024, part: '会议纪要', retention: '永久' } }),
};
