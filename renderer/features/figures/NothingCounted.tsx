import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { FigurePeriod } from '../../../shared/figures/figure-result.ts';
import { periodWords } from '../../../shared/figures/period-words.ts';
import type { Figure } from './types.ts';

interface NothingCountedProps {
  readonly figures: readonly Figure[];
  readonly period: FigurePeriod;
  readonly years: readonly number[];
  readonly onYear: (year: number) => void;
}

/** A period without anything: says where the numbers come from, and which years have some. */
export function NothingCounted({ figures, period, years, onYear }: NothingCountedProps) {
  // What is simply there (14 streets) is there in every year and says nothing about this one.
  if (figures.some(({ standing, count, value }) => !standing && (count > 0 || value !== 0))) return null;
  return (
    <section className="figure-nothing" aria-label="还没有数字">
      <p>
        <strong>{periodWords(period)}还没有可以数的记录。</strong>
        数字不用填：会议活动、提案、社情民意、意见建议登记一条，这里就多一条，点开就是那几条。
      </p>
      <p className="figure-nothing-verbs">
        <Link to="/import">导入已有的台账</Link>
        <Link to="/records/$kind/new" params={{ kind: 'event' }} search={{}}>
          登记一次会议活动
        </Link>
        {years.slice(0, 3).map((one) => (
          <Button key={one} size="small" onClick={() => onYear(one)}>
            看 {one} 年
          </Button>
        ))}
      </p>
    </section>
  );
}
