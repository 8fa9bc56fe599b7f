import { Button } from 'antd';
import { formatTime } from '../../app/time.ts';
import type { FigureList } from './types.ts';

interface FreezeBarProps {
  readonly year: number;
  readonly freeze: NonNullable<FigureList['freeze']>;
  readonly onOpen: () => void;
}

/** Who handed the year in and what has moved since. */
export function FreezeBar({ year, freeze, onOpen }: FreezeBarProps) {
  const { by, at, version, versions, differences, reason } = freeze;
  return (
    <p className="figure-freeze" role="status" data-moved={differences > 0 || undefined}>
      {year} 年已定稿：{by}，{formatTime(at)}
      {versions > 1 ? `，第 ${version} 次${reason ? `（${reason}）` : ''}` : ''}。
      {differences > 0 ? <strong>定稿以后有 {differences} 项变了，下面先列定稿数。</strong> : '定稿以后没有变化。'}
      <Button size="small" onClick={onOpen}>
        {differences > 0 ? '看差异、核验' : '核验、历次定稿'}
      </Button>
    </p>
  );
}
