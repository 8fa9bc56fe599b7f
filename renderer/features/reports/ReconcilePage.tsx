import { App, Button, DatePicker, Drawer, Input, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { VERDICT_WORDS, type Verdict } from '../../../shared/figures/reconcile/index.ts';
import { api } from '../../app/api.ts';
import { chooseFiles, uploadFiles } from '../../app/choose-files.ts';
import { deliver } from '../../app/deliver.ts';
import { explain } from '../../app/errors.ts';
import { useCommand } from '../../app/use-command.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { useFileDrop } from '../../ui/use-file-drop.ts';
import { YearPick } from '../../ui/YearPick.tsx';
import { FigureRecords } from './FigureRecords.tsx';
import { ReconcileTable } from './ReconcileTable.tsx';
import { type ReconcileDesk, useReconcile } from './use-reconcile.ts';
import './reports.css';

const EXTENSIONS = ['docx', 'txt', 'md', 'html'] as const;

/** What the clerk has to look at. */
const WRONG: readonly Verdict[] = ['different', 'wrongWord', 'unmatched'];

/** 口径对账: every number of a report held against the ledgers. */
export function ReconcilePage() {
  const desk = useReconcile();
  const { sitting, found } = desk;
  const laid = sitting.text.trim() !== '';
  const [only, setOnly] = useState('wrong');
  const [figure, setFigure] = useState<{ readonly id: string; readonly label: string }>();
  const { data } = found;
  const numbers = (data?.numbers ?? []).filter(({ verdict }) =>
    only === 'wrong' ? WRONG.includes(verdict) : only === 'counted' ? verdict !== 'notCounted' : true,
  );
  const wrong = data ? WRONG.reduce((sum, verdict) => sum + data.counts[verdict], 0) : 0;
  return (
    <PageFrame
      title="口径对账"
      sub={laid ? sitting.name : undefined}
      verbs={
        laid && data ? <Verbs desk={desk} from={data.from} to={data.to} onlyWrong={only === 'wrong'} /> : undefined
      }
      bar={
        <>
          <RefusalNote refusal={desk.read.refusal} onClose={desk.read.reset} />
          {found.error && <RefusalNote refusal={explain(found.error)} />}
          {laid && data && (
            <div className="reconcile-bar">
              <Segmented
                value={only}
                onChange={setOnly}
                options={[
                  { value: 'wrong', label: `只看不一致 ${wrong}` },
                  { value: 'counted', label: `全部计数 ${data.numbers.length - data.counts.notCounted}` },
                  { value: 'all', label: `连不是计数的 ${data.numbers.length}` },
                ]}
              />
              <span className="quiet">
                {Object.entries(data.counts)
                  .filter(([, count]) => count > 0)
                  .map(([verdict, count]) => `${VERDICT_WORDS[verdict as Verdict]} ${count}`)
                  .join(' · ')}
              </span>
            </div>
          )}
        </>
      }
    >
      {!laid && <Laying desk={desk} />}
      {laid && data && numbers.length === 0 && (
        <EmptyState title={only === 'wrong' ? '没有不一致的数' : '文中没有数'}>
          {only === 'wrong'
            ? `文中 ${data.counts.same + data.counts.approximate} 个数都与 ${data.from} 至 ${data.to} 的台账对得上。`
            : '请看看贴入的是不是报告正文。'}
        </EmptyState>
      )}
      {laid && data && numbers.length > 0 && (
        <ReconcileTable
          numbers={numbers}
          paragraphs={data.paragraphs}
          onChoose={desk.choose}
          onOpen={(id, label) => setFigure({ id, label })}
          period={{ from: data.from, to: data.to }}
        />
      )}
      <Drawer
        open={figure !== undefined}
        size={580}
        title={figure?.label}
        onClose={() => setFigure(undefined)}
        extra={<Button onClick={() => setFigure(undefined)}>关闭</Button>}
        destroyOnHidden
      >
        {figure && data && <FigureRecords figure={figure.id} period={{ from: data.from, to: data.to }} />}
      </Drawer>
    </PageFrame>
  );
}

/** The first step: paste a text, or choose a file. */
function Laying({ desk }: { readonly desk: ReconcileDesk }) {
  const { message } = App.useApp();
  const [text, setText] = useState('');
  const open = async (file: Parameters<ReconcileDesk['open']>[0] | undefined) => {
    if (!file) return;
    const got = await desk.open(file);
    if (got && got.notes.length > 0) message.info(got.notes.join('；'));
  };
  const drop = useFileDrop((files) => void uploadFiles(files.slice(0, 1)).then(([file]) => open(file)));
  return (
    <div className="reconcile-laying" data-over={drop.over || undefined} {...drop.target}>
      <p>
        把报告稿贴在下面，或选一个文件（.docx、.txt）。文中每个数都会找出来，按前后的词认出是哪个指标，和台账比一比；原文不会改动，也不存进资料库。
      </p>
      <Input.TextArea
        aria-label="报告文字"
        value={text}
        rows={14}
        placeholder="在这里贴入报告文字，断行会自动接上"
        onChange={({ target }) => setText(target.value)}
      />
      <div className="place-verbs">
        <Button type="primary" disabled={text.trim() === ''} onClick={() => desk.lay(text)}>
          对账
        </Button>
        <Button
          loading={desk.read.saving}
          onClick={() => void chooseFiles({ title: '选报告稿', extensions: EXTENSIONS }).then(([file]) => open(file))}
        >
          选文件…
        </Button>
        <span className="quiet">也可以把文件拖到这里</span>
      </div>
    </div>
  );
}

interface VerbsProps {
  readonly desk: ReconcileDesk;
  readonly from: string;
  readonly to: string;
  readonly onlyWrong: boolean;
}

const DAY = 'YYYY-MM-DD';

function Verbs({ desk, from, to, onlyWrong }: VerbsProps) {
  const { message } = App.useApp();
  const year = Number(from.slice(0, 4));
  const exporting = useCommand(async () => {
    const { model } = await api.reports.reconcileList({
      ...{ ...desk.wish, from, to },
      ...{ name: desk.sitting.name, onlyDifferent: onlyWrong },
    });
    return api.documents.export({ document: 'reconcile', content: model });
  });
  const toWord = async () => {
    const made = await exporting.run(undefined);
    if (!made?.saved) return;
    if (made.file) await deliver(made.file);
    message.success(`对账清单已导出：${made.name}`);
  };
  return (
    <>
      <YearPick year={year} onChange={(next) => desk.ofPeriod({ from: `${next}-01-01`, to: `${next}-12-31` })} />
      <DatePicker.RangePicker
        aria-label="按哪段时间的台账"
        allowClear={false}
        value={[dayjs(from), dayjs(to)]}
        onChange={(days) => {
          const [first, last] = days ?? [];
          if (first && last) desk.ofPeriod({ from: first.format(DAY), to: last.format(DAY) });
        }}
      />
      <Button loading={exporting.saving} onClick={() => void toWord()}>
        导出清单
      </Button>
      <Button onClick={desk.clear}>换一份文稿</Button>
      {exporting.refusal && <RefusalNote refusal={exporting.refusal} onClose={exporting.reset} />}
    </>
  );
}
