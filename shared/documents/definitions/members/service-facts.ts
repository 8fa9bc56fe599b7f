import { attendanceOf, countDeeds, fallsIn, type Span } from '../../../figures/member-record.ts';
import {
  isCityAdopted,
  isNationTaken,
  isProvinceTaken,
  isPublished,
  printedIn,
} from '../../../figures/opinion-funnel.ts';
import { workTotal } from '../../../figures/portrait-peers.ts';
import { FILED_STATES } from '../../../figures/proposal-year.ts';
import { percent } from '../../../figures/share.ts';
import { listOf, rowsOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord, Values } from '../../../records/record.ts';
import { idleOf } from '../../../scoring/ranking.ts';
import { DocumentError, type DocumentMaterial } from '../../definition.ts';
import type { DocumentCell, DocumentTable } from '../../model.ts';
import { spacedName } from '../../names.ts';
import { scoredYear } from '../../scored.ts';
import { sourceOf } from '../../wording.ts';
import { cell } from './cells.ts';
import { faceOf } from './people.ts';
import type { Stretch } from './period.ts';
import type { Entry } from './roll.ts';

/** How 未履职 is meant; offices differ, so the clerk chooses and the paper says which. */
export const IDLE_RULES = [
  '没有任何履职记录',
  '除参加会议活动外没有履职记录',
  '按计分方案只有会议得分或没有得分',
] as const;
type IdleRule = (typeof IDLE_RULES)[number];

interface NoticeLine {
  readonly entry: Entry;
  readonly sector: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly expected: number;
  readonly present: number;
}

export interface NoticeFacts {
  readonly lines: readonly NoticeLine[];
  /** 人次 over all lines. */
  readonly expected: number;
  readonly present: number;
  readonly rate: string;
  /** Sums of the columns, by section of the members' ledgers. */
  readonly totals: Readonly<Record<string, number>>;
  /** Records, each once, however many members stand on it. */
  readonly pieces: {
    readonly proposals: number;
    readonly filed: number;
    readonly opinions: number;
    readonly adopted: number;
  };
}

/** The same counts as the page of all members: countDeeds and attendanceOf over the same span. */
export function noticeFacts(members: readonly Entry[], stretch: Stretch, material: DocumentMaterial): NoticeFacts {
  const { list, lookup } = material;
  const span: Span = { year: stretch.year, quarter: stretch.quarter };
  const counts = countDeeds(list, span);
  const attendance = attendanceOf(list, span);
  const lines = members.map((entry): NoticeLine => {
    const { expected = 0, present = 0 } = attendance.get(entry.record.id) ?? {};
    const sector = faceOf(entry.record, lookup).sector;
    return { entry, sector, counts: counts.get(entry.record.id) ?? {}, expected, present };
  });
  const totals: Record<string, number> = {};
  for (const line of lines)
    for (const [id, value] of Object.entries(line.counts)) totals[id] = (totals[id] ?? 0) + value;
  const expected = lines.reduce((sum, line) => sum + line.expected, 0);
  const present = lines.reduce((sum, line) => sum + line.present, 0);
  const ids = new Set(members.map(({ record }) => record.id));
  const proposals = list('proposal').filter(
    ({ values }) =>
      textOf(values, 'state') !== '草稿' &&
      fallsIn(textOf(values, 'submittedOn'), span) &&
      [textOf(values, 'lead'), ...rowsOf(values, 'cosigners').map((row) => textOf(row, 'member'))].some((id) =>
        ids.has(id),
      ),
  );
  const opinions = list('opinion').filter(
    ({ values }) =>
      fallsIn(textOf(values, 'receivedOn'), span) &&
      [textOf(values, 'lead'), ...listOf(values, 'coauthors')].some((id) => ids.has(id)),
  );
  const printed = printedIn(list);
  return {
    lines,
    expected,
    present,
    rate: percent(present, expected) || '—',
    totals,
    pieces: {
      proposals: proposals.length,
      filed: proposals.filter(isFiled).length,
      opinions: opinions.length,
      adopted: opinions.filter(({ id, values }) => printed.has(id) || isUsed(values)).length,
    },
  };
}

const FILED: ReadonlySet<string> = new Set([...FILED_STATES, '并案']);
const isFiled = ({ values }: StoredRecord): boolean => FILED.has(textOf(values, 'state'));
const isUsed = (values: Values): boolean =>
  isPublished(values) || isCityAdopted(values) || isProvinceTaken(values) || isNationTaken(values);

/** @throws DocumentError when points are asked for and there are none for the period */
export function idleOfNotice(
  rule: IdleRule,
  { lines }: NoticeFacts,
  { year, quarter }: Stretch,
  material: DocumentMaterial,
): readonly Entry[] {
  if (rule === '没有任何履职记录') return lines.filter(({ counts }) => worked(counts) === 0).map(({ entry }) => entry);
  if (rule === '除参加会议活动外没有履职记录')
    return lines.filter(({ counts }) => worked(counts) - (counts.attended ?? 0) === 0).map(({ entry }) => entry);
  if (quarter !== undefined)
    throw new DocumentError('得分按年计算，一个季度的通报请另选未履职的口径，或把季度改成“全年”。', 'idle');
  const { scheme, engine } = scoredYear({ year }, material);
  const idle = new Set(idleOf(scheme, engine.results()).map(({ subject }) => subject));
  return lines.filter(({ entry }) => idle.has(entry.record.id)).map(({ entry }) => entry);
}

/** A speech is part of the meeting it was made at; who only sat in and spoke has worked all the same. */
const worked = (counts: Readonly<Record<string, number>>): number => workTotal(counts) + (counts.speeches ?? 0);

const COLUMNS: readonly { readonly label: string; readonly width: number; readonly id?: string }[] = [
  { label: '会议活动', width: 18, id: 'attended' },
  { label: '提案', width: 15, id: 'proposals' },
  { label: '社情民意', width: 18, id: 'opinions' },
  { label: '会上发言', width: 18, id: 'speeches' },
  { label: '大会发言', width: 18, id: 'plenary' },
  { label: '意见建议', width: 18, id: 'suggestions' },
  { label: '调研报告', width: 18, id: 'reports' },
  { label: '履职为民', width: 18, id: 'contributions' },
];

/** 逐人一览表: sums in the last row. */
export function noticeTable({ lines, expected, present, rate, totals }: NoticeFacts): DocumentTable {
  const columns = [
    { label: '序号', width: 12 },
    { label: '姓名', width: 20 },
    { label: '界别', width: 32 },
    { label: '应出席', width: 15 },
    { label: '出席', width: 15 },
    { label: '出席率', width: 18 },
    ...COLUMNS,
  ];
  const rows = lines.map((line, index): DocumentCell[] => {
    const source = sourceOf(line.entry.record);
    const texts = [
      String(index + 1),
      spacedName(line.entry.name),
      line.sector,
      String(line.expected),
      String(line.present),
      percent(line.present, line.expected),
      ...COLUMNS.map(({ id = '' }) => String(line.counts[id] ?? 0)),
    ];
    return texts.map((text) => cell(text, { source }));
  });
  const sums = [String(expected), String(present), rate, ...COLUMNS.map(({ id = '' }) => String(totals[id] ?? 0))];
  return {
    type: 'table',
    columns: columns.map(({ width }) => ({ width, align: 'center' })),
    headRows: 1,
    size: 10.5,
    rows: [
      columns.map(({ label }) => cell(label)),
      ...rows,
      [cell('合计', { lead: true, colSpan: 3 }), ...sums.map((text) => cell(text, { lead: true }))],
    ],
  };
}
