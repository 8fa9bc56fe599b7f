import { useSearch } from '@tanstack/react-router';
import { App, Button, Progress, Segmented, Space } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../../app/api.ts';
import type { FileHandle } from '../../app/choose-files.ts';
import { deliver } from '../../app/deliver.ts';
import { explain, type Refusal } from '../../app/errors.ts';
import { useCommand } from '../../app/use-command.ts';
import { useJob } from '../../app/use-job.ts';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { DocumentPlan } from './DocumentPlan.tsx';
import { FileDrop } from './FileDrop.tsx';
import type { ImportAs, ImportOptions, Plan, PlanInput } from './import-types.ts';
import { Outcome } from './Outcome.tsx';
import { RosterPlan } from './RosterPlan.tsx';
import './import.css';

const KINDS: readonly { value: ImportAs; label: string }[] = [
  { value: 'material', label: '资料（一个文件一篇）' },
  { value: 'book', label: '书稿（按章拆开）' },
  { value: 'member', label: '委员名册（Excel）' },
];

const isSheet = (name: string) => /\.(xlsx|xls|csv)$/i.test(name);

/** Choose, see what would happen, then bring in: nothing is written before the clerk has seen the plan. */
export function ImportPage() {
  const [turn, setTurn] = useState(0);
  return <ImportSitting key={turn} onMore={() => setTurn((before) => before + 1)} />;
}

/** One import from choosing to outcome; another one starts afresh. */
function ImportSitting({ onMore }: { onMore: () => void }) {
  const asked = useSearch({ from: '/import' }).as as ImportAs | undefined;
  const { message } = App.useApp();
  const [files, setFiles] = useState<readonly FileHandle[]>([]);
  const [as, setAs] = useState<ImportAs>(asked ?? 'material');
  const [options, setOptions] = useState<ImportOptions>({});
  const { plan, planning, refusal, clear } = usePlan(files, as, options);
  const job = useJob(api.import.run);
  const undo = useCommand(api.history.undo);

  const inputOf = (): PlanInput => ({ files: files.map(({ handle }) => ({ handle })), as, options });
  const add = (chosen: readonly FileHandle[]) => {
    if (chosen.length === 0) return;
    const sheets = chosen.filter((file) => isSheet(file.name));
    if (sheets.length > 0 && as !== 'member') {
      setAs('member');
      setOptions({});
      setFiles(sheets.slice(0, 1));
      if (chosen.length > 1) message.info('名册一次导入一个 Excel 文件，已取第一个；其他文件请随后再导入。');
      return;
    }
    if (as === 'member') setFiles(chosen.slice(0, 1));
    else setFiles((before) => [...before, ...chosen]);
  };
  const restart = () => {
    setFiles([]);
    setOptions({});
    clear();
  };
  const report = async () => {
    try {
      await deliver((await api.import.report(inputOf())).file);
    } catch (error) {
      message.error(explain(error).message);
    }
  };
  const template = async () => {
    try {
      const made = await api.sheets.template({ kind: 'member' });
      if (made.file) await deliver(made.file);
    } catch (error) {
      message.error(explain(error).message);
    }
  };
  const good = plan ? countGood(plan) : 0;

  if (job.result) {
    return (
      <PageFrame title="导入" sub="已完成">
        <Outcome
          result={job.result}
          undoing={undo.saving}
          refusal={undo.refusal}
          onUndo={async () => {
            if (!(await undo.run({}))) return;
            message.success('已撤销这次导入，资料库回到导入之前。');
            onMore();
          }}
          onReport={() => void report()}
          onMore={onMore}
        />
      </PageFrame>
    );
  }
  return (
    <PageFrame
      title="导入"
      sub={files.length > 0 ? `${files.length} 个文件` : '先看清楚再写入，随时可以整批撤销'}
      verbs={
        files.length > 0 && (
          <Space>
            <Button onClick={restart} disabled={job.running}>
              重新选择
            </Button>
            {plan && (
              <Button onClick={() => void report()} disabled={job.running}>
                预演报告
              </Button>
            )}
            <Button
              type="primary"
              disabled={!plan || good === 0 || job.running}
              onClick={() => void job.run(inputOf())}
            >
              {good > 0 ? `导入 ${good} ${as === 'member' ? '行' : '个文件'}` : '没有可导入的'}
            </Button>
          </Space>
        )
      }
      bar={
        <Segmented
          aria-label="当作什么导入"
          disabled={job.running}
          value={as}
          options={[...KINDS]}
          onChange={(next) => {
            setAs(next);
            setOptions({});
            if ((next === 'member') !== (as === 'member')) setFiles([]);
          }}
        />
      }
    >
      <RefusalNote refusal={refusal ?? job.refusal} />
      {job.running && (
        <div className="card import-progress" role="status">
          <p>{job.progress?.label ?? '正在准备…'}</p>
          <Progress percent={job.progress?.total ? Math.round((100 * job.progress.done) / job.progress.total) : 0} />
          <Button onClick={job.cancel}>取消（不写入任何内容）</Button>
        </div>
      )}
      {!job.running && (
        <FileDrop
          as={as}
          compact={files.length > 0}
          onFiles={add}
          onTemplate={as === 'member' ? () => void template() : undefined}
        />
      )}
      {planning && <p role="status">正在读文件、预演…</p>}
      {plan?.mode === 'documents' && (
        <DocumentPlan
          plan={plan}
          options={options}
          onOptions={setOptions}
          onDrop={(index) => setFiles((before) => before.filter((_, at) => at !== index))}
        />
      )}
      {plan?.mode === 'table' && <RosterPlan plan={plan} options={options} onOptions={setOptions} />}
    </PageFrame>
  );
}

function countGood(plan: Plan): number {
  const actions = plan.mode === 'documents' ? plan.items : plan.rows;
  return actions.filter(({ action }) => action === 'add' || action === 'update').length;
}

/** The plan for what is chosen, made anew whenever files or options change; a late answer never replaces a newer one. */
function usePlan(files: readonly FileHandle[], as: ImportAs, options: ImportOptions) {
  const [state, setState] = useState<{ plan?: Plan; planning: boolean; refusal?: Refusal }>({ planning: false });
  const turn = useRef(0);
  useEffect(() => {
    turn.current += 1;
    const mine = turn.current;
    if (files.length === 0) {
      setState({ planning: false });
      return;
    }
    setState((before) => ({ ...before, planning: true }));
    api.import.plan({ files: files.map(({ handle }) => ({ handle })), as, options }).then(
      (plan) => mine === turn.current && setState({ plan, planning: false }),
      (error: unknown) => mine === turn.current && setState({ planning: false, refusal: explain(error) }),
    );
  }, [files, as, options]);
  return { ...state, clear: useCallback(() => setState({ planning: false }), []) };
}
