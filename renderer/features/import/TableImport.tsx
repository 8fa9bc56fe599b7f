import { App, Button, Space, Steps } from 'antd';
import { useCallback, useState } from 'react';
import { kindOf } from '../../../shared/records/index.ts';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { DryRun } from './DryRun.tsx';
import { FileStep } from './FileStep.tsx';
import { HeadingStep } from './HeadingStep.tsx';
import type { TablePlan } from './import-types.ts';
import { MappingStep } from './MappingStep.tsx';
import { Outcome } from './Outcome.tsx';
import { RunProgress } from './RunProgress.tsx';
import { firstOpenStep, missingRequired, STEPS, type StepName, stepAfter, stepBefore } from './steps.ts';
import { inputOf, usePlan } from './use-plan.ts';
import { useRun } from './use-run.ts';
import type { Sitting } from './use-sitting.ts';
import { ValuesStep } from './ValuesStep.tsx';

interface TableImportProps {
  readonly sitting: Sitting;
  readonly kind: string;
  readonly onMore: () => void;
}

/** A spreadsheet, step by step: heading row, columns, words, every row looked at, and only then written. */
export function TableImport({ sitting, kind, onMore }: TableImportProps) {
  const { message } = App.useApp();
  const { files, options, setOptions } = sitting;
  const { plan: any, planning, refusal } = usePlan(files, kind, options);
  const plan = any?.mode === 'table' ? any : undefined;
  const [chosen, setChosen] = useState<StepName>();
  const input = useCallback(() => inputOf(files, kind, options), [files, kind, options]);
  const { job, start, hand, reporting } = useRun(input);
  const label = kindOf(kind)?.label ?? kind;
  // Where nothing is left to decide, the clerk starts at the rows.
  const step = plan ? (chosen ?? firstOpenStep(plan)) : 'file';

  if (job.result) {
    return (
      <PageFrame title={`导入${label}`} sub="已完成" bar={<StepBar step="done" />}>
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
  const shared = { options, onOptions: setOptions };
  return (
    <PageFrame
      title={`导入${label}`}
      sub={files[0]?.name}
      fixed={step === 'rows'}
      verbs={
        <StepVerbs
          step={step}
          plan={plan}
          running={job.running}
          reporting={reporting}
          planning={planning}
          onStep={setChosen}
          onRestart={sitting.restart}
          onReport={() => void hand()}
          onWrite={() => void start()}
        />
      }
      bar={<StepBar step={step} onStep={plan && !job.running ? setChosen : undefined} />}
    >
      <RefusalNote refusal={refusal ?? job.refusal} />
      {job.refusal?.code === 'cancelled' && <p role="status">已取消，没有写入任何内容，资料库没有变动。</p>}
      {job.running && <RunProgress progress={job.progress} onCancel={job.cancel} />}
      {!job.running && step === 'file' && (
        <FileStep sitting={sitting} kind={kind} reading={planning && !plan} plan={plan} />
      )}
      {!job.running && plan && step === 'heading' && <HeadingStep plan={plan} {...shared} />}
      {!job.running && plan && step === 'columns' && <MappingStep plan={plan} {...shared} />}
      {!job.running && plan && step === 'values' && <ValuesStep plan={plan} {...shared} />}
      {!job.running && plan && step === 'rows' && <DryRun plan={plan} planning={planning} {...shared} />}
    </PageFrame>
  );
}

interface StepVerbsProps {
  readonly step: StepName;
  readonly plan: TablePlan | undefined;
  readonly running: boolean;
  readonly reporting: boolean;
  readonly planning: boolean;
  readonly onStep: (step: StepName) => void;
  readonly onRestart: () => void;
  readonly onReport: () => void;
  readonly onWrite: () => void;
}

function StepVerbs({ step, plan, running, reporting, planning, ...on }: StepVerbsProps) {
  return (
    <Space wrap>
      {plan && step === 'rows' && (
        <Button onClick={on.onReport} loading={reporting} disabled={running}>
          预演报告
        </Button>
      )}
      {step === 'file' ? (
        <Button onClick={on.onRestart}>重新选择</Button>
      ) : (
        <Button onClick={() => on.onStep(stepBefore(step))} disabled={running}>
          上一步
        </Button>
      )}
      {plan && step !== 'rows' && (
        <Button type="primary" onClick={() => on.onStep(stepAfter(step))}>
          下一步
        </Button>
      )}
      {plan && step === 'rows' && (
        <WriteButton plan={plan} busy={planning || running || reporting} onWrite={on.onWrite} />
      )}
    </Space>
  );
}

function StepBar({ step, onStep }: { step: StepName | 'done'; onStep?: ((step: StepName) => void) | undefined }) {
  const at = STEPS.findIndex(({ name }) => name === step);
  return (
    <Steps
      size="small"
      className="import-steps"
      current={step === 'done' ? STEPS.length : at}
      items={[...STEPS.map(({ label }) => ({ title: label })), { title: '完成', disabled: true }]}
      {...(onStep ? { onChange: (next: number) => STEPS[next] && onStep(STEPS[next].name) } : {})}
    />
  );
}

/** Says what is about to be written; without it nothing is. */
function WriteButton({ plan, busy, onWrite }: { plan: TablePlan; busy: boolean; onWrite: () => void }) {
  const { add, update } = plan.counts;
  const cells = plan.rows.reduce((sum, row) => sum + (row.action === 'update' ? row.cells.length : 0), 0);
  const missing = missingRequired(plan);
  const words =
    add + update === 0
      ? '没有可导入的'
      : plan.forUpdate && add === 0
        ? `确认修改 ${update} 条记录${cells > 0 ? `的 ${cells} 处` : ''}`
        : `导入 ${add + update} 行`;
  return (
    <Button
      type="primary"
      disabled={busy || add + update === 0}
      title={missing.length > 0 ? `还没有对上：${missing.join('、')}` : undefined}
      onClick={onWrite}
    >
      {words}
    </Button>
  );
}
