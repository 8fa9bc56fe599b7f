import { scopeOf } from '../../../figures/expected.ts';
import { minutesSeries } from '../../../numbering/series.ts';
import { textOf } from '../../../records/read-value.ts';
import type { StoredRecord, Values } from '../../../records/record.ts';
import type { NameOrder } from '../../attendance-lists.ts';
import type { DocumentMaterial } from '../../definition.ts';

/** What the minutes of one kind of meeting have that others have not (E.8: 全会、常委会、主席会议、协商、专题座谈、专委会、党组). */
export interface MinutesKind {
  readonly label: string;
  readonly series: string;
  /** Red words, when the type of the meeting alone does not say them. */
  readonly mark?: (event: StoredRecord, material: DocumentMaterial) => string;
  readonly order: Exclude<NameOrder, '按会议类型'>;
  /** 召开 a meeting, 举行 a plenary session. */
  readonly held: '召开' | '举行';
  /** 协商、座谈: what was said is the substance, so suggestions and speakers stand in the text. */
  readonly discussion?: boolean;
  /** Only who holds an office of 党组 attends; others sit in. */
  readonly partyOnly?: boolean;
}

const committeeMark = (event: StoredRecord, material: DocumentMaterial): string => {
  const committee = material.lookup('committee', textOf(event.values, 'organizer'))?.values ?? {};
  const name = textOf(committee, 'name').trim();
  return name ? `${name}会议纪要` : '';
};

export const MINUTES_KINDS: readonly MinutesKind[] = [
  { label: '全体会议', series: 'minutesPlenary', order: '界别', held: '举行', mark: () => '全体会议纪要' },
  { label: '常委会会议', series: 'minutesStanding', order: '姓氏笔画', held: '召开', mark: () => '常委会会议纪要' },
  { label: '主席会议', series: 'minutes', order: '职务顺序', held: '召开', mark: () => '主席会议纪要' },
  {
    label: '协商会',
    series: 'minutesConsultation',
    order: '姓氏笔画',
    held: '召开',
    discussion: true,
  },
  { label: '座谈会', series: 'minutesTalk', order: '姓氏笔画', held: '召开', discussion: true },
  { label: '专委会会议', series: 'minutesCommittee', order: '职务顺序', held: '召开', mark: committeeMark },
  {
    label: '党组会议',
    series: 'minutesParty',
    order: '职务顺序',
    held: '召开',
    mark: () => '党组会议纪要',
    partyOnly: true,
  },
];

export const MINUTES_KIND_OPTIONS = ['按会议类型', ...MINUTES_KINDS.map(({ label }) => label)] as const;

/** The kind a meeting's type belongs to; undefined where it is none of the seven. */
export function minutesKindOf(values: Values): MinutesKind | undefined {
  const subtype = textOf(values, 'subtype').trim();
  const series = minutesSeries(subtype, textOf(values, 'category'));
  // 秘书长会议 are numbered with the 主席会议 and are none of them.
  if (series === 'minutes' && !subtype.startsWith('主席会议')) return undefined;
  return MINUTES_KINDS.find((kind) => kind.series === series);
}

/** More than half of those expected must be there (章程); undefined where nobody counts. */
export const quorumMatters = (values: Values): boolean => scopeOf(values)?.quorum === true;
