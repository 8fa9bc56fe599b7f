import type { Deed } from '../../../figures/member-record.ts';
import { expectedEvents } from '../../../figures/portrait-member.ts';
import { percent } from '../../../figures/share.ts';
import { titleOf } from '../../../records/display.ts';
import { textOf } from '../../../records/read-value.ts';
import type { Lookup } from '../../../records/record.ts';
import type { DocumentMaterial } from '../../definition.ts';
import type { DocumentBlock, DocumentTable } from '../../model.ts';
import { chineseDay, paragraph } from '../../wording.ts';
import { cell, register } from './cells.ts';

export const isVisit = ({ kind, id }: Deed, lookup: Lookup): boolean =>
  textOf(lookup(kind, id)?.values ?? {}, 'category') === '走访';

const oldestFirst = (a: Deed, b: Deed): number => a.on.localeCompare(b.on) || (a.id < b.id ? -1 : 1);

/** 应出席、出席、出席率 by year, then every meeting and activity that was attended or missed. */
export function attendanceBlocks(
  member: string,
  years: readonly number[],
  attended: readonly Deed[],
  missed: readonly Deed[],
  material: DocumentMaterial,
): DocumentBlock[] {
  const { lookup } = material;
  const meetings = attended.filter((deed) => !isVisit(deed, lookup));
  const lines = [
    ...meetings.map((deed) => ({ deed, state: deed.note || '出席' })),
    ...missed.map((deed) => ({ deed, state: deed.note ?? '' })),
  ].sort((a, b) => oldestFirst(a.deed, b.deed));
  if (lines.length === 0) return [paragraph('body', '没有登记出席情况。')];
  return [
    rateTable(member, years, material),
    paragraph('tableNote', '注：出席、迟到、早退算出席；取消、延期和没有登记结果的不算。'),
    register(
      [
        { label: '序号', width: 12, text: ({ at }) => String(at) },
        { label: '日期', width: 35, text: ({ deed }) => chineseDay(deed.on) },
        { label: '会议活动', width: 79, align: 'left', text: ({ deed }) => titled(deed, lookup) },
        { label: '情况', width: 36, align: 'left', text: ({ state }) => state },
      ],
      lines.map((line, index) => ({ ...line, at: index + 1 })),
      ({ deed }) => ({ kind: deed.kind, id: deed.id }),
    ),
    paragraph('tableNote', `注：共参加${meetings.length}次，请假、缺席${missed.length}次；走访联络另列。`),
  ];
}

export const titled = ({ kind, id }: Deed, lookup: Lookup): string => {
  const record = lookup(kind, id);
  return record ? titleOf(record, lookup) : '';
};

function rateTable(member: string, years: readonly number[], { list }: DocumentMaterial): DocumentTable {
  const source = { kind: 'member', id: member };
  const rows = years.map((year) => {
    const { met, of } = expectedEvents(member, year, list);
    const texts = [`${year}年`, String(of.length), String(met.length), percent(met.length, of.length)];
    return texts.map((text) => cell(text, { source }));
  });
  return {
    type: 'table',
    columns: [{ width: 1 }, { width: 1 }, { width: 1 }, { width: 1 }],
    headRows: 1,
    size: 10.5,
    rows: [['年度', '应出席', '出席', '出席率'].map((label) => cell(label)), ...rows],
  };
}
