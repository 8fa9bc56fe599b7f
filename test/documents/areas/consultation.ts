import type { DocumentMaterial } from '../../../shared/documents/definition.ts';
import { listOf, textOf } from '../../../shared/records/read-value.ts';
import type { StoredRecord, Values } from '../../../shared/records/record.ts';
import type { AreaSamples } from './area-samples.ts';

/** The first record of a kind that is as wished; the record with most of `weigh` when that is given. */
function find(
  { list }: DocumentMaterial,
  kind: string,
  fits: (values: Values) => boolean,
  weigh: (record: StoredRecord) => number = () => 0,
): string {
  const found = list(kind).filter(({ values }) => fits(values));
  const [best] = [...found].sort((a, b) => weigh(b) - weigh(a) || (a.id < b.id ? -1 : 1));
  if (!best) throw new Error(`样例里没有合适的${kind}`);
  return best.id;
}

/** How many suggestions came out of an event. */
const suggestionsOf =
  ({ list }: DocumentMaterial) =>
  ({ id }: StoredRecord): number =>
    list('suggestion').filter(({ values }) => textOf(values, 'event') === id).length;

/** The year most suggestions belong to: the sample's full year. */
const YEAR = 2024;

const meeting = (material: DocumentMaterial, form: string): string =>
  find(material, 'event', (values) => textOf(values, 'consultForm') === form, suggestionsOf(material));

const topicWithMeeting = (material: DocumentMaterial): string => {
  const dealtWith = new Set(material.list('event').flatMap(({ values }) => listOf(values, 'topics')));
  return [...dealtWith].sort()[0] ?? '';
};

/** What each document of 协商监督 is made of in the sample library. */
export const consultationSamples: AreaSamples = {
  consultationOpinion: (material) => ({
    专题协商会: {
      source: meeting(material, '专题协商会'),
      to: '区委、区政府',
      number: '12',
      receivers: '抄送：区委办公室，区政府办公室',
    },
    有事好商量: { source: meeting(material, '有事好商量') },
    议题: { source: topicWithMeeting(material) },
  }),
  topicFeedback: (material) => ({
    评价过的: { topic: find(material, 'topic', (values) => textOf(values, 'state') === '已评价'), date: '2024-06-03' },
    办理中的: { topic: find(material, 'topic', (values) => textOf(values, 'state') === '办理中') },
  }),
  suggestionTransfer: (material) => ({
    专题协商会: { source: meeting(material, '专题协商会') },
    一家单位全年: {
      year: YEAR,
      unit: find(
        material,
        'organisation',
        (values) => values.isHandling === true,
        ({ id }) => material.list('suggestion').filter(({ values }) => textOf(values, 'mainUnit') === id).length,
      ),
    },
  }),
  suggestionReceipt: (material) => ({ 专题协商会: { source: meeting(material, '专题协商会') } }),
  conversionReport: (material) => ({
    专题协商会: { source: meeting(material, '专题协商会'), to: '区政府' },
    全年: { year: YEAR },
  }),
  supervisionReport: () => ({ 全年: { year: YEAR, to: '区委' }, 二季度: { year: YEAR, part: '二季度' } }),
  problemList: () => ({
    监督问题清单: { year: YEAR, scope: '监督' },
    监督责任清单: { year: YEAR, scope: '监督', list: '责任清单' },
  }),
  visitSummary: () => ({ 党外委员: { year: YEAR }, 企业问题: { year: YEAR, table: '企业反映问题清单' } }),
};
