import type { OfficeClient } from '../../electron/api/index.ts';
import { median } from '../../shared/figures/portrait.ts';

/** What portraits and dashboards hand out, and whether their numbers are those of the records they list. */
export type MemberPortrait = Awaited<ReturnType<OfficeClient['portraits']['member']>>;
type Dashboards = Awaited<ReturnType<OfficeClient['portraits']['dashboards']>>;
type Chart = Dashboards['charts'][number];
type Cell = Chart['lines'][number]['cells'][number];
type Cases = Dashboards['cases'];

export const leadingNumber = (note: string | undefined) => Number.parseFloat(note ?? '');

/** What is wrong with a number and its list; '' when it is sound. */
export function fault(cell: Cell, measure: string, cases: Cases): string {
  const list = (keys: readonly string[]) => keys.map((key) => `${cases[key]?.kind}/${cases[key]?.id}`);
  const all = list(cell.of ?? cell.keys);
  if (all.some((one) => one.includes('undefined'))) return '有的记录不在清单里';
  if (new Set(all).size !== all.length || new Set(list(cell.keys)).size !== cell.keys.length) return '一条记录列了两次';
  if (measure === 'count' && cell.figure !== cell.keys.length) return `写着 ${cell.figure}，列出 ${cell.keys.length}`;
  if (measure === 'percent') {
    const { met, of } = cell.counts ?? { met: cell.keys.length, of: cell.of?.length ?? 0 };
    if (of === 0) return cell.shown === '—' ? '' : '没有可算的却有百分数';
    if (Math.abs((met / of) * 100 - cell.figure) > 0.1) return `写着 ${cell.figure}%，实为 ${met}/${of}`;
    if (!cell.keys.every((key) => cell.of?.includes(key))) return '分子不在分母里';
  }
  if (measure === 'median') {
    const numbers = cell.keys.map((key) => leadingNumber(cases[key]?.note));
    if (median(numbers) !== cell.figure) return `中位数写着 ${cell.figure}，列出的是 ${numbers.join('、')}`;
  }
  if (measure === 'points') {
    const points = cell.keys.reduce((sum, key) => sum + pointsIn(cases[key]?.note), 0);
    if (Math.abs(points - cell.figure) > 0.005) return `写着 ${cell.figure} 分，各条加起来 ${points} 分`;
  }
  return '';
}

/** 提案立案（第一提案人） 10 分；… 6 分（封顶） → 16 */
const pointsIn = (note: string | undefined): number =>
  [...(note ?? '').matchAll(/(-?\d+(?:\.\d+)?) 分(?=[；（]|$)/gu)].reduce((sum, [, points]) => sum + Number(points), 0);

export const chartFaults = ({ title, measure, series, lines }: Chart, cases: Cases): string[] =>
  lines.flatMap(({ label, cells }) =>
    cells.flatMap((cell, index) => {
      const found = fault(cell, series[index]?.measure ?? measure, cases);
      return found ? [`${title} ${label} ${series[index]?.label}：${found}`] : [];
    }),
  );

export const figureFaults = (figures: Dashboards['groups'][number]['figures'], cases: Cases): string[] =>
  figures.flatMap(({ label, measure, now, before }) =>
    [now, ...(before ? [before] : [])].flatMap((cell) => {
      const found = fault(cell, measure, cases);
      return found ? [`${label}：${found}`] : [];
    }),
  );

/** Of a scheme without points at the start, which the default ones are: every point is in an entry. */
export const scoreFaults = (score: MemberPortrait['score'], cases: Cases): string[] =>
  score
    ? [{ label: '总分', points: score.total }, ...score.sections].flatMap(({ label, points }) => {
        const found = fault(points, 'points', cases);
        return found ? [`得分 ${label}：${found}`] : [];
      })
    : [];
