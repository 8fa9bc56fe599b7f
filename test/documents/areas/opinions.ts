import type { DocumentMaterial } from '../../../shared/documents/definition.ts';
import { numberOf, textOf } from '../../../shared/records/read-value.ts';
import type { Values } from '../../../shared/records/record.ts';
import type { AreaSamples } from './area-samples.ts';

function find({ list }: DocumentMaterial, kind: string, fits: (values: Values) => boolean): string {
  const found = list(kind).find(({ values }) => fits(values));
  if (!found) throw new Error(`样例里没有合适的${kind}`);
  return found.id;
}

/** What each document of 社情民意 is made of in the sample library. */
export const opinionsSamples: AreaSamples = {
  briefing: (material) => ({
    会议和资料: {
      records: [
        find(material, 'event', (values) => values.minutes !== undefined),
        find(material, 'material', (values) => values.body !== undefined),
      ],
      issue: 6,
      total: 38,
      notice: '内部资料',
      copies: 60,
    },
  }),
  bulletinIssue: (material) => ({
    信息专刊: {
      bulletin: find(material, 'bulletin', (values) => numberOf(values, 'number') === 6),
      notice: '内部资料',
      reviewer: '研究室',
      editorNote: '本期选登委员、街道反映的几条信息，供领导同志参阅。',
    },
  }),
  opinionPiece: (material) => ({
    采用的: {
      opinion: find(material, 'opinion', (values) => textOf(values, 'state') === '全国采用'),
      to: '报：市政协研究室',
      signer: '办公室',
    },
    没有编发稿的: {
      opinion: find(material, 'opinion', (values) => textOf(values, 'state') === '转办'),
      fileRule: '{编号}+{标题}+{日期数字}',
    },
  }),
  adoptionNotice: () => ({
    全年: { year: 2024, number: '9', receivers: '抄送：市政协研究室' },
    二季度: { year: 2024, part: '二季度', most: 20 },
  }),
};
