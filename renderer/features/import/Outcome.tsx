import { Link } from '@tanstack/react-router';
import { Button, Result, Space } from 'antd';
import type { z } from 'zod';
import type { importResult } from '../../../shared/api/schemas.ts';
import { kindOf } from '../../../shared/records/index.ts';
import type { Refusal } from '../../app/errors.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';

type ImportResult = z.output<typeof importResult>;

interface OutcomeProps {
  readonly result: ImportResult;
  readonly undoing: boolean;
  readonly refusal: Refusal | undefined;
  readonly onUndo: () => void;
  readonly onReport: () => void;
  readonly onMore: () => void;
}

const LISTED = 12;

/** What went in, what did not and why, and the way back. */
export function Outcome({ result, undoing, refusal, onUndo, onReport, onMore }: OutcomeProps) {
  const { plan } = result;
  const made = plan.mode === 'documents' ? plan.items.filter((item) => item.id && item.action === 'add') : [];
  const refused = plan.mode === 'documents' ? plan.items.filter((item) => item.action === 'refuse') : [];
  const kind = plan.mode === 'table' ? 'member' : plan.as;
  return (
    <div className="card">
      <Result
        status={result.written > 0 ? 'success' : 'info'}
        title={result.written > 0 ? `已写入 ${result.written} 条记录` : '没有写入任何内容'}
        subTitle={`拒收 ${result.refused}，跳过 ${result.skipped}。整批算一步，可以一次撤销。`}
        extra={
          <Space wrap>
            {result.written > 0 && (
              <Button danger loading={undoing} onClick={onUndo}>
                撤销本次导入
              </Button>
            )}
            <Button onClick={onReport}>下载报告</Button>
            <Button onClick={onMore}>再导入一批</Button>
            <Link to="/records/$kind" params={{ kind }} search={{}}>
              <Button type="primary">看{kindOf(kind)?.label}</Button>
            </Link>
          </Space>
        }
      />
      <RefusalNote refusal={refusal} />
      {refused.length > 0 && (
        <ul className="import-refused">
          {refused.map((item) => (
            <li key={item.name}>
              <strong>{item.name}</strong>：{item.message}
            </li>
          ))}
        </ul>
      )}
      {made.length > 0 && (
        <ul className="import-made">
          {made.slice(0, LISTED).map((item) => (
            <li key={item.id}>
              {plan.mode === 'documents' && plan.as === 'book' ? (
                <Link to="/books/$id" params={{ id: item.id ?? '' }}>
                  {item.title}
                </Link>
              ) : (
                <Link to="/read/$kind/$id" params={{ kind: 'material', id: item.id ?? '' }} search={{}}>
                  {item.title}
                </Link>
              )}
            </li>
          ))}
          {made.length > LISTED && <li className="quiet">还有 {made.length - LISTED} 篇</li>}
        </ul>
      )}
    </div>
  );
}
