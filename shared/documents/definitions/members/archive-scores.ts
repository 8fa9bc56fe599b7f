import { sectionPoints } from '../../../figures/portrait-peers.ts';
import { ranked } from '../../../scoring/ranking.ts';
import type { Scheme } from '../../../scoring/scheme.ts';
import type { SubjectResult } from '../../../scoring/score-result.ts';
import { shownSectionsOf } from '../../../scoring/shown-sections.ts';
import type { DocumentMaterial } from '../../definition.ts';
import type { DocumentBlock, DocumentCell, DocumentTable } from '../../model.ts';
import { paragraph, sourceOf } from '../../wording.ts';
import { cell } from './cells.ts';
import type { Face } from './people.ts';

interface YearScore {
  readonly year: number;
  readonly scheme: Scheme;
  readonly result: SubjectResult;
  readonly rank: number;
  readonly among: number;
}

/** Squares of the bar at the most; both characters are in every Chinese face. */
const SQUARES = 14;

/** The points of the years of an appointment by the scheme in force for each, as the page 履职计分 has them. */
export function yearScores(
  member: string,
  years: readonly number[],
  { schemes, scores }: DocumentMaterial,
): YearScore[] {
  const ids = [...new Set((schemes ?? []).filter(({ audience }) => audience === 'member').map(({ id }) => id))];
  return years.flatMap((year): YearScore[] => {
    for (const id of ids) {
      const engine = scores?.(id, year);
      if (!engine) continue;
      const result = engine.result(member);
      if (!result) return [];
      const all = engine.results();
      // A year before the office kept its ledgers here would make everybody 不称职.
      if (!all.some(({ entries }) => entries.some((entry) => entry.points > 0))) return [];
      const rank = ranked(all).find((one) => one.result.subject === member)?.rank ?? 0;
      return [{ year, scheme: engine.scheme, result, rank, among: all.length }];
    }
    return [];
  });
}

/** Two tables: points with a bar a year, and what they were made of. */
export function scoreBlocks(face: Face, scores: readonly YearScore[]): DocumentBlock[] {
  if (scores.length === 0) return [paragraph('body', '任期内没有计分记录，或本人不参加计分。')];
  const most = Math.max(1, ...scores.map(({ result }) => result.total));
  const step = Math.max(10, Math.ceil(most / SQUARES / 10) * 10);
  const schemes = [...new Set(scores.map(({ scheme }) => `${scheme.label}第${scheme.version}版`))];
  return [
    curveTable(face, scores, step),
    paragraph(
      'tableNote',
      `注：每个■为${step}分，不足的四舍五入；名次为当年参加计分的全体委员中的名次。按${schemes.join('、')}计算；全体都没有得分记录的年度不列。`,
    ),
    partsTable(face, scores),
    paragraph('tableNote', '注：各类为封顶以后计入总分的得分。'),
  ];
}

const points = (value: number): string => String(value).replace('-', '－');

function curveTable(face: Face, scores: readonly YearScore[], step: number): DocumentTable {
  const source = sourceOf(face.record);
  const head = ['年度', '总分', '等次', '名次', '得分曲线'].map((label) => cell(label));
  const rows = scores.map(({ year, result, rank, among }): DocumentCell[] => [
    cell(`${year}年`, { source }),
    cell(points(result.total), { source }),
    cell(result.grade, { source }),
    cell(`${rank}／${among}`, { source }),
    cell('■'.repeat(Math.max(0, Math.round(result.total / step))), { align: 'left', source }),
  ]);
  const widths = [22, 18, 20, 24, 78];
  return { type: 'table', columns: widths.map((width) => ({ width })), headRows: 1, size: 10.5, rows: [head, ...rows] };
}

/** Sections as rows, years as columns: schemes change, so a section that a year does not know stays blank. */
function partsTable(face: Face, scores: readonly YearScore[]): DocumentTable {
  const source = sourceOf(face.record);
  const labels = [...new Set(scores.flatMap(({ scheme }) => shownSectionsOf(scheme).map(({ label }) => label)))];
  const of = ({ scheme, result }: YearScore, label: string): string => {
    const section = shownSectionsOf(scheme).find((one) => one.label === label);
    return section ? points(sectionPoints(scheme, result, section.id)) : '';
  };
  return {
    type: 'table',
    columns: [{ width: 44 }, ...scores.map(() => ({ width: 22 }))],
    headRows: 1,
    size: 10.5,
    rows: [
      [cell('项目'), ...scores.map(({ year }) => cell(`${year}年`))],
      ...labels.map((label) => [cell(label), ...scores.map((score) => cell(of(score, label), { source }))]),
    ],
  };
}
