import { Button } from 'antd';
import { type Decision, type PlanRow, signOf } from './import-types.ts';
import { DecisionSelect } from './RowTable.tsx';

interface RowDetailProps {
  readonly row: PlanRow;
  readonly decision: Decision | undefined;
  readonly onDecide: (decision: Decision | undefined) => void;
  readonly onClose: () => void;
}

/** One row in full: why, what it may be, what changes. */
export function RowDetail({ row, decision, onDecide, onClose }: RowDetailProps) {
  return (
    <aside className="card row-detail" aria-label={`第 ${row.row} 行`}>
      <div className="row-detail-head">
        <h2>
          第 {row.row} 行 · {signOf(row).label}
        </h2>
        <Button type="text" size="small" onClick={onClose}>
          收起
        </Button>
      </div>
      <p>
        <strong>{row.title || '（没有名称）'}</strong>
      </p>
      {row.problems.length > 0 && (
        <ul className="import-reason">
          {row.problems.map(({ field, label, message }) => (
            <li key={`${field}/${message}`}>{label && !message.includes(label) ? `${label}：${message}` : message}</li>
          ))}
        </ul>
      )}
      {row.candidates.length > 0 && (
        <>
          <h3>库里已有的</h3>
          <ul>
            {row.candidates.map(({ id, title, subtitle, why }) => (
              <li key={id}>
                {title}
                {subtitle && <span className="quiet"> {subtitle}</span>}
                <span className="quiet small">（{why}）</span>
              </li>
            ))}
          </ul>
          <DecisionSelect row={row} decision={decision} onDecide={onDecide} />
        </>
      )}
      {row.cells.length > 0 && (
        <>
          <h3>改动</h3>
          <dl className="row-cells">
            {row.cells.map(({ field, label, before, after }) => (
              <div key={field}>
                <dt className="quiet small">{label}</dt>
                <dd>
                  <s className="quiet">{before || '空白'}</s> → <strong>{after || '空白'}</strong>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {row.remarks.length > 0 && <p className="quiet small">{row.remarks.join('；')}</p>}
    </aside>
  );
}
