import { Alert, Button, Progress, Space } from 'antd';
import { RecordLink } from '../../../ui/RecordLink.tsx';
import { RefusalNote } from '../../../ui/RefusalNote.tsx';
import type { Many, ManyOutcome } from './use-many.ts';

interface ManyResultProps {
  readonly many: Many;
  /** Kind of the records, for links to those that failed. */
  readonly kind: string;
  readonly onRetry: (ids: readonly string[]) => void;
}

/** How far the batch is, then what was written and what was not. */
export function ManyResult({ many, kind, onRetry }: ManyResultProps) {
  const { running, progress, outcome, cancelled, refusal, openFolder } = many;
  const folder = openFolder && <Button onClick={() => void openFolder()}>打开文件夹</Button>;
  if (running) return <Underway many={many} />;
  return (
    <>
      <RefusalNote refusal={refusal} />
      {cancelled && (
        <Alert
          type="info"
          showIcon
          role="status"
          title={
            cancelled.path
              ? `已停下。前 ${cancelled.done} 份里写好的都留在“${cancelled.path}”，没有写一半的。`
              : '已停下，没有下载任何文件。资料没有改动。'
          }
          action={folder}
        />
      )}
      {outcome && <Outcome outcome={outcome} kind={kind} folder={folder} onRetry={onRetry} />}
      {!outcome && !cancelled && !refusal && !progress && (
        <p className="quiet">选好文书，按“出”以后，这里列出写好的每一份；出不了的写明原因。</p>
      )}
    </>
  );
}

function Underway({ many: { progress, cancel } }: { readonly many: Many }) {
  const { done = 0, total = 0, label = '正在准备' } = progress ?? {};
  return (
    <div className="many-progress">
      <Progress percent={total > 0 ? Math.floor((done / total) * 100) : 0} status="active" aria-label={label} />
      <p role="status">
        {label} {total > 0 && `${done} / ${total}`}
      </p>
      <Button onClick={cancel}>停止</Button>
    </div>
  );
}

interface OutcomeProps {
  readonly outcome: ManyOutcome;
  readonly kind: string;
  readonly folder: React.ReactNode;
  readonly onRetry: (ids: readonly string[]) => void;
}

function Outcome({ outcome, kind, folder, onRetry }: OutcomeProps) {
  const { written, failed, stopped, notKept, path, name } = outcome;
  const where = path ? `写在“${path}”` : name ? `在“${name}”里，已存到浏览器的下载文件夹` : '';
  const title = [`写好 ${written.length} 份`, failed.length > 0 ? `${failed.length} 份没有写出` : '', where]
    .filter(Boolean)
    .join('，');
  return (
    <>
      <Alert
        type={failed.length > 0 || stopped ? 'warning' : 'success'}
        showIcon
        role="status"
        title={title}
        description={[stopped, notKept].filter(Boolean).join('')}
        action={folder}
      />
      {failed.length > 0 && (
        <section className="many-failed" aria-label="没有写出的">
          <Space>
            <h2>没有写出的</h2>
            <Button size="small" onClick={() => onRetry(failed.map(({ id }) => id))}>
              把这 {failed.length} 份再出一次
            </Button>
          </Space>
          <ul>
            {failed.map(({ id, title: words, reason }) => (
              <li key={id}>
                <RecordLink kind={kind} id={id}>
                  {words}
                </RecordLink>
                <span>{reason}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {written.length > 0 && (
        <section className="many-written" aria-label="写好的">
          <h2>写好的</h2>
          <ol>
            {written.map((one) => (
              <li key={one.id}>{one.name}</li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
