import { App, Button, Space } from 'antd';
import { useCallback } from 'react';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { DocumentItems } from './DocumentItems.tsx';
import { FileDrop } from './FileDrop.tsx';
import { Outcome } from './Outcome.tsx';
import { RunProgress } from './RunProgress.tsx';
import { inputOf, usePlan } from './use-plan.ts';
import { useRun } from './use-run.ts';
import type { Sitting } from './use-sitting.ts';

interface DocumentImportProps {
  readonly sitting: Sitting;
  readonly kind: 'material' | 'book';
  readonly onMore: () => void;
}

/** Texts and Word files: one card a file with what was recognised, then all of them in one step. */
export function DocumentImport({ sitting, kind, onMore }: DocumentImportProps) {
  const { message } = App.useApp();
  const { files, options } = sitting;
  const { plan, planning, refusal } = usePlan(files, kind, options);
  const input = useCallback(() => inputOf(files, kind, options), [files, kind, options]);
  const { job, start, hand, reporting } = useRun(input);
  if (job.result) {
    return (
      <PageFrame title="导入" sub="已完成">
        <Outcome
          result={job.result}
          onUndone={() => {
            message.success('已撤销这次导入，资料库回到导入之前。');
            onMore();
          }}
          onReport={() => void hand()}
          onMore={onMore}
        />
      </PageFrame>
    );
  }
  const items = plan?.mode === 'documents' ? plan.items : [];
  const good = items.filter(({ action }) => action === 'add' || action === 'update').length;
  return (
    <PageFrame
      title="导入"
      sub={`${files.length} 个文件`}
      verbs={
        <Space wrap>
          <Button onClick={sitting.restart} disabled={job.running}>
            重新选择
          </Button>
          {plan && (
            <Button onClick={() => void hand()} loading={reporting} disabled={job.running}>
              预演报告
            </Button>
          )}
          <Button
            type="primary"
            disabled={!plan || planning || good === 0 || job.running || reporting}
            onClick={() => void start()}
          >
            {good > 0 ? `导入 ${good} 个文件` : '没有可导入的'}
          </Button>
        </Space>
      }
    >
      <RefusalNote refusal={refusal ?? job.refusal} />
      {job.running ? (
        <RunProgress progress={job.progress} onCancel={job.cancel} />
      ) : (
        <FileDrop as={kind} compact onFiles={sitting.add} />
      )}
      {planning && <p role="status">正在读文件、预演…</p>}
      {plan?.mode === 'documents' && (
        <DocumentItems plan={plan} options={options} onOptions={sitting.setOptions} onDrop={sitting.drop} />
      )}
    </PageFrame>
  );
}
