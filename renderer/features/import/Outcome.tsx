import { Link } from '@tanstack/react-router';
import { Button, Result, Space } from 'antd';
import type { z } from 'zod';
import type { importResult } from '../../../shared/api/schemas.ts';
import { kindOf } from '../../../shared/records/index.ts';
import { api } from '../../app/api.ts';
import { useLive } from '../../app/live.ts';
import { useCommand } from '../../app/use-command.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';

type ImportResult = z.output<typeof importResult>;

interface OutcomeProps {
  readonly result: ImportResult;
  /** The whole import has been taken back. */
  readonly onUndone: () => void;
  readonly onReport: () => void;
  readonly onMore: () => void;
}

const LISTED = 12;

/** What went in, what did not and why, and the way back. */
export function Outcome({ result, onUndone, onReport, onMore }: OutcomeProps) {
  const undo = useCommand(api.history.undo);
  const { library } = useLive();
  const { plan } = result;
  const kind = plan.as;
  // Undo takes back the latest step only: once something else was changed, that would be the wrong one.
  const last = result.seq !== undefined && library?.undoable?.seq === result.seq;
  const written = result.written > 0;
  return (
    <div className="card">
      <Result
        status={written ? 'success' : 'info'}
        title={written ? `已写入 ${result.written} 条记录` : '没有写入任何内容'}
        subTitle={`${countsOf(result)}。整批算一步，可以一次撤销。`}
        extra={
          <Space wrap>
            {written && last && (
              <Button
                danger
                loading={undo.saving}
                onClick={() => void undo.run({}).then((undone) => undone && onUndone())}
              >
                撤销本次导入
              </Button>
            )}
            <Button onClick={onReport}>导入报告.xlsx</Button>
            <Button onClick={onMore}>再导入一批</Button>
            <Link to="/records/$kind" params={{ kind }} search={{}}>
              <Button type="primary">打开{kindOf(kind)?.label}列表</Button>
            </Link>
          </Space>
        }
      />
      {written && !last && (
        <p className="import-notes">
          导入之后又有改动。要撤销本次导入，请在<Link to="/history">变动历史</Link>里从最近的一步往回撤销。
        </p>
      )}
      <RefusalNote refusal={undo.refusal} />
      {plan.mode === 'table' ? <RefusedRows plan={plan} /> : <Documents plan={plan} />}
    </div>
  );
}

function countsOf({ plan, refused, skipped }: ImportResult): string {
  if (plan.mode === 'documents') return `拒收 ${refused}，跳过 ${skipped}`;
  const { add, update } = plan.counts;
  return `新增 ${add} 行，更新 ${update} 行，跳过 ${skipped} 行，未导入 ${refused} 行`;
}

function RefusedRows({ plan }: { plan: Extract<ImportResult['plan'], { mode: 'table' }> }) {
  const refused = plan.rows.filter(({ action }) => action === 'refuse');
  if (refused.length === 0) return null;
  return (
    <ul className="import-refused">
      {refused.slice(0, LISTED).map(({ row, title, problems }) => (
        <li key={row}>
          <strong>
            第 {row} 行 {title}
          </strong>
          ：{problems.map(({ message }) => message).join('；')}
        </li>
      ))}
      {refused.length > LISTED && <li className="quiet">还有 {refused.length - LISTED} 行，见导入报告</li>}
    </ul>
  );
}

function Documents({ plan }: { plan: Extract<ImportResult['plan'], { mode: 'documents' }> }) {
  const made = plan.items.filter((item) => item.id && item.action === 'add');
  const refused = plan.items.filter((item) => item.action === 'refuse');
  return (
    <>
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
              {plan.as === 'book' ? (
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
    </>
  );
}
