import type { DocumentMaterial } from '../../../shared/documents/definition.ts';
import { owedBy } from '../../../shared/documents/definitions/proposals/supervise-notice.ts';
import { isFiled } from '../../../shared/figures/proposal-year.ts';
import { rowsOf, textOf } from '../../../shared/records/read-value.ts';
import type { StoredRecord } from '../../../shared/records/record.ts';
import type { AreaSamples } from './area-samples.ts';

/** The first case of the sample that is so; the sample is made so that there is one. */
function proposalThat(material: DocumentMaterial, fits: (record: StoredRecord) => boolean): string {
  const found = material.list('proposal').find(fits);
  if (!found) throw new Error('样例里没有这样的提案');
  return found.id;
}

const has =
  (field: string) =>
  ({ values }: StoredRecord): boolean =>
    rowsOf(values, field).length > 0;

const inState =
  (state: string) =>
  ({ values }: StoredRecord): boolean =>
    textOf(values, 'state') === state;

/** The session most proposals belong to. */
function fullSession(material: DocumentMaterial): string {
  const counts = new Map<string, number>();
  for (const { values } of material.list('proposal')) {
    const id = textOf(values, 'session');
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** The unit that owes something for longest. */
function owingUnit(material: DocumentMaterial): string {
  const units = material.list('organisation').map(({ id }) => ({ id, left: owedBy(id, material)[0]?.left ?? 9999 }));
  return units.sort((a, b) => a.left - b.left)[0]?.id ?? '';
}

const mergedOnes = (material: DocumentMaterial) =>
  new Set(
    material
      .list('proposal')
      .map(({ values }) => textOf(values, 'mergedInto'))
      .filter(Boolean),
  );

/** What each document of 提案 is made of in the sample library. */
export const proposalsSamples: AreaSamples = {
  proposalForm: (material) => ({
    联名提案: { proposal: proposalThat(material, has('cosigners')) },
    不予立案不含联系方式: { proposal: proposalThat(material, inState('不予立案')), personal: '不含联系方式' },
  }),
  proposalIntakeList: (material) => ({
    按会次: { session: fullSession(material) },
    一天的: { session: fullSession(material), from: '2024-02-21', to: '2024-02-21' },
  }),
  proposalReviewReport: (material) => ({ 按会次: { session: fullSession(material) }, 按年度: { year: 2024 } }),
  proposalHandover: (material) => {
    const merged = mergedOnes(material);
    const handed = material.list('proposal').filter(has('assignments'));
    return {
      并案提案: {
        proposals: handed
          .filter(({ id }) => merged.has(id))
          .slice(0, 1)
          .map(({ id }) => id),
      },
      几件: { proposals: handed.slice(-3).map(({ id }) => id) },
    };
  },
  proposalAssignments: (material) => ({
    按会次: { session: fullSession(material) },
    一个单位: {
      session: fullSession(material),
      unit: textOf(rowsOf(material.list('proposal').find(isFiled)?.values ?? {}, 'assignments')[0] ?? {}, 'unit'),
    },
  }),
  superviseNotice: (material) => ({
    超期的单位: {
      unit: owingUnit(material),
      within: 120,
      contact: '提案委办公室，66660000',
      receivers: '抄送：区政府督查室',
    },
  }),
  superviseMinutes: (material) => ({
    协商会: {
      event: material.list('event').find(({ values }) => textOf(values, 'subtype') === '提案办理协商')?.id ?? '',
      proposals: material
        .list('proposal')
        .filter((record) => isFiled(record) && textOf(record.values, 'title').includes('停车'))
        .slice(0, 3)
        .map(({ id }) => id),
    },
    只有督办记录: { proposals: [proposalThat(material, has('followUps'))] },
  }),
  feedbackForm: (material) => {
    const merged = mergedOnes(material);
    return {
      待征询: { proposal: proposalThat(material, inState('征询意见')) },
      并案两名提案人: { proposal: proposalThat(material, ({ id }) => merged.has(id)) },
    };
  },
  rehandleNotice: (material) => ({
    重新办理: { proposal: proposalThat(material, inState('重新办理')), contact: '提案委办公室，66660000' },
  }),
  replyLetter: (material) => ({
    联名提案: { proposal: proposalThat(material, (record) => has('replies')(record) && has('cosigners')(record)) },
    并案的提案人: { proposal: proposalThat(material, inState('并案')) },
  }),
  proposalWorkReport: (material) => ({ 按会次: { session: fullSession(material) }, 按年度: { year: 2024 } }),
  proposalCatalogue: (material) => ({
    按类别: { session: fullSession(material) },
    按提案号: { session: fullSession(material), order: '按提案号', extent: '只列同意公开的' },
  }),
};
