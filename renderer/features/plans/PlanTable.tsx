import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { Evidence } from '../../records/Evidence.tsx';
import { LightTag } from '../../ui/LightTag.tsx';
import { RecordLink } from '../../ui/RecordLink.tsx';
import type { PlanLine } from './types.ts';

interface PlanTableProps {
  readonly lines: readonly PlanLine[];
  readonly year: number;
  readonly onAttach: (id: string) => void;
}

/** The items of a year under the plans they belong to. */
export function PlanTable({ lines, year, onAttach }: PlanTableProps) {
  const types = [...new Set(lines.map(({ planType }) => planType))];
  return types.map((type) => {
    const own = lines.filter(({ planType }) => planType === type);
    const met = own.filter(({ light }) => light === 'met').length;
    return (
      <section key={type} className="card" aria-label={type || '没有填类型'}>
        <h2>
          {type || '没有填类型'}{' '}
          <span className="quiet small">
            {own.length} 项，达标 {met} 项
          </span>
        </h2>
        <table className="work-table plan-table">
          <thead>
            <tr>
              <th>月份</th>
              <th>主题</th>
              <th>形式</th>
              <th>责任</th>
              <th className="number">目标</th>
              <th className="number">完成</th>
              <th>达标</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {own.map((line) => (
              <tr key={line.id}>
                <td className="plan-month">{line.month === undefined ? '全年' : `${line.month} 月`}</td>
                <td>
                  <RecordLink kind="planItem" id={line.id}>
                    {line.title}
                  </RecordLink>
                  {line.approval === '拟列' && <span className="quiet small"> 拟列，未报党委</span>}
                </td>
                <td>{line.form}</td>
                <td>{[...new Set([line.whose, line.responsible])].filter(Boolean).join(' · ')}</td>
                <td className="number">{line.target}</td>
                <td className="number">
                  <Evidence
                    label={`${line.title}完成的活动`}
                    items={line.done}
                    rule="状态是进行中、已结束、已归档的活动"
                  />
                  {line.ahead.length > 0 && (
                    <div className="small">
                      将开 <Evidence label={`${line.title}将开的活动`} items={line.ahead} />
                    </div>
                  )}
                </td>
                <td>
                  <LightTag light={line.light} missing={line.missing} />
                </td>
                <td className="plan-verbs">
                  <Button size="small" onClick={() => onAttach(line.id)} aria-label={`${line.title}：挂活动`}>
                    挂活动
                  </Button>
                  <Link to="/records/$kind/new" params={{ kind: 'event' }} search={{ with: eventOf(line) }}>
                    <Button size="small" tabIndex={-1} aria-label={`${line.title}：登记活动（${year} 年）`}>
                      登记活动
                    </Button>
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    );
  });
}

/** What an event that carries out a plan item starts with; only an item of consultation says the category. */
const eventOf = (line: PlanLine) => ({
  title: line.title,
  planItem: line.id,
  ...(line.planType === '年度协商计划' || line.form.includes('协商') ? { category: '协商' } : { category: '活动' }),
});
