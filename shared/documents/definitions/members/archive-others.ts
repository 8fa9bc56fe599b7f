import type { Deed, DeedSection } from '../../../figures/member-record.ts';
import { numberOf, rowsOf, textOf } from '../../../records/read-value.ts';
import type { Lookup, Values } from '../../../records/record.ts';
import type { DocumentMaterial } from '../../definition.ts';
import type { DocumentBlock } from '../../model.ts';
import { chineseDay, paragraph } from '../../wording.ts';
import { isVisit, titled } from './archive-attendance.ts';
import { type Column, register } from './cells.ts';
import type { Face } from './people.ts';

const oldestFirst = (deeds: readonly Deed[]): Deed[] =>
  [...deeds].sort((a, b) => a.on.localeCompare(b.on) || (a.id < b.id ? -1 : 1));

interface Line {
  readonly deed: Deed;
  readonly at: number;
  readonly label: string;
}

const numbered = (deeds: readonly (Deed & { readonly label?: string })[]): Line[] =>
  deeds.map((deed, index) => ({ deed, at: index + 1, label: deed.label ?? '' }));

/** Register of deeds: number, day, then what tells them apart; `none` where there is nothing. */
function deedTable(
  lines: readonly Line[],
  columns: readonly Column<Line>[],
  none: string,
  note: string,
): DocumentBlock[] {
  if (lines.length === 0) return [paragraph('body', none)];
  const all: readonly Column<Line>[] = [
    { label: '序号', width: 12, text: ({ at }) => String(at) },
    { label: '日期', width: 35, text: ({ deed }) => chineseDay(deed.on) },
    ...columns,
  ];
  return [register(all, lines, ({ deed }) => ({ kind: deed.kind, id: deed.id })), paragraph('tableNote', note)];
}

const title = (lookup: Lookup, label: string, width = 80): Column<Line> => ({
  label,
  width,
  align: 'left',
  text: ({ deed }) => titled(deed, lookup),
});
const noted = (label: string, width = 40): Column<Line> => ({
  label,
  width,
  align: 'left',
  text: ({ deed }) => deed.note ?? '',
});

export const opinionBlocks = (deeds: readonly Deed[], { lookup }: DocumentMaterial): DocumentBlock[] =>
  deedTable(
    numbered(oldestFirst(deeds)),
    [title(lookup, '标题'), noted('采用情况')],
    '没有反映社情民意。',
    `注：共${deeds.length}条，联名的也在内。`,
  );

const ADVICE = ['plenary', 'speeches', 'suggestions', 'reports', 'topics'] as const;

/** Speeches, suggestions, reports, topics: one register, each with what it is. */
export function adviceBlocks(sections: readonly DeedSection[], { lookup }: DocumentMaterial): DocumentBlock[] {
  const deeds = sections
    .filter(({ id }) => (ADVICE as readonly string[]).includes(id))
    .flatMap((section) => section.deeds.map((deed) => ({ ...deed, label: section.label })));
  const sorted = deeds.sort((a, b) => a.on.localeCompare(b.on) || (a.id < b.id ? -1 : 1));
  return deedTable(
    numbered(sorted),
    [{ label: '类别', width: 26, text: ({ label }) => label }, title(lookup, '题目', 62), noted('说明', 32)],
    '没有登记发言、意见建议、调研报告和认领的议题。',
    `注：共${deeds.length}项。`,
  );
}

const UNITS = [
  ['amount', '万元'],
  ['jobs', '人就业'],
  ['households', '户'],
  ['people', '人'],
  ['items', '件'],
] as const;

const quantity = (values: Values): string =>
  UNITS.flatMap(([field, unit]) => {
    const value = numberOf(values, field);
    return value === undefined ? [] : [`${value}${unit}`];
  }).join('，');

export const contributionBlocks = (deeds: readonly Deed[], { lookup }: DocumentMaterial): DocumentBlock[] =>
  deedTable(
    numbered(oldestFirst(deeds)),
    [
      title(lookup, '事项', 60),
      { label: '数量', width: 32, text: ({ deed }) => quantity(lookup(deed.kind, deed.id)?.values ?? {}) },
      noted('类型、审核', 28),
    ],
    '没有登记履职为民事项。',
    `注：共${deeds.length}项，只有“已核”的计入考核。`,
  );

export function visitBlocks(attended: readonly Deed[], { lookup }: DocumentMaterial): DocumentBlock[] {
  const visits = oldestFirst(attended.filter((deed) => isVisit(deed, lookup)));
  return deedTable(
    numbered(visits),
    [
      title(lookup, '走访联络', 76),
      {
        label: '地点',
        width: 44,
        align: 'left',
        text: ({ deed }) => textOf(lookup(deed.kind, deed.id)?.values ?? {}, 'place'),
      },
    ],
    '没有登记走访联络。',
    `注：共${visits.length}次。`,
  );
}

/** Awards of the office's ledger, then honours on the person's own sheet. */
export function awardBlocks(deeds: readonly Deed[], face: Face, { lookup }: DocumentMaterial): DocumentBlock[] {
  const awards = oldestFirst(deeds).map(({ kind, id, on, note = '' }) => {
    const values = lookup(kind, id)?.values ?? {};
    const year = numberOf(values, 'year');
    return {
      on: chineseDay(on) || (year === undefined ? '' : `${year}年`),
      name: note || textOf(values, 'name'),
      by: textOf(values, 'awardedBy') || textOf(values, 'decision'),
      level: textOf(values, 'level'),
      source: { kind, id },
    };
  });
  const honours = rowsOf(face.person, 'honours').map((row) => ({
    on: chineseDay(textOf(row, 'date')),
    name: textOf(row, 'name'),
    by: textOf(row, 'awardedBy'),
    level: textOf(row, 'level'),
    source: { kind: 'person', id: textOf(face.record.values, 'person'), field: 'honours' },
  }));
  const all = [...awards, ...honours];
  if (all.length === 0) return [paragraph('body', '没有登记表彰奖励。')];
  const lines = all.map((line, index) => ({ ...line, at: index + 1 }));
  return [
    register(
      [
        { label: '序号', width: 12, text: ({ at }) => String(at) },
        { label: '日期', width: 35, text: ({ on }) => on },
        { label: '名称', width: 60, align: 'left', text: ({ name }) => name },
        { label: '授予单位或文件', width: 42, align: 'left', text: ({ by }) => by },
        { label: '级别', width: 18, text: ({ level }) => level },
      ],
      lines,
      ({ source }) => source,
    ),
    paragraph('tableNote', `注：共${all.length}项。`),
  ];
}
