import {
  defaultCampaigns,
  defaultCommittees,
  defaultHandlingUnits,
  defaultSectors,
} from '../../shared/records/index.ts';
import type { Library } from '../library/types.ts';

/**
 * What a new library starts with: one 届 with the customary 界别 and 专委会, so that the first member can be entered at
 * once, and the customary 承办单位 and 专项, so that the first proposal can be handed on. All of it can be edited or
 * deleted.
 */
export async function seedNewLibrary(library: Library, who: string): Promise<void> {
  const term = crypto.randomUUID();
  await library.commit({
    label: '建立资料库（预置届、界别、专委会、承办单位、专项）',
    who,
    // Like the sample, presets are where a library begins: undo stops before them.
    origin: 'sample',
    add: [
      { id: term, kind: 'term', values: { number: 10, title: '第十届委员会', start: '2022-01-01', end: '2026-12-31' } },
      ...defaultSectors.map((name, index) => ({ kind: 'sector', values: { term, name, order: index + 1 } })),
      ...defaultCommittees.map((entry) => ({ kind: 'committee', values: { term, ...entry } })),
      ...defaultHandlingUnits.map((unit, index) => ({
        kind: 'organisation',
        values: { ...unit, order: index + 1, isHandling: true, active: true },
      })),
      ...defaultCampaigns.map((name) => ({ kind: 'campaign', values: { name } })),
    ],
  });
}
