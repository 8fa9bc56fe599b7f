import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Alert, App, Button, Modal, Select, Space } from 'antd';
import { useCallback, useState } from 'react';
import { queries } from '../../app/api.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FoundDraft } from '../../ui/FoundDraft.tsx';
import { useKeys } from '../../ui/keys.ts';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { PaperDesk, type Zoom } from './PaperDesk.tsx';
import { PaperSide } from './PaperSide.tsx';
import { ParameterForm } from './ParameterForm.tsx';
import { PrintPreview } from './PrintPreview.tsx';
import type { Target } from './target.ts';
import { useGoingOut } from './use-going-out.tsx';
import { usePaper } from './use-paper.ts';
import { useTakenNumber } from './use-taken-number.ts';
import './paper.css';

const ZOOMS: readonly { value: Zoom; label: string }[] = [
  { value: 'width', label: '适合宽度' },
  { value: 'page', label: '整页' },
  { value: 0.75, label: '75%' },
  { value: 1, label: '100%' },
  { value: 1.25, label: '125%' },
  { value: 1.5, label: '150%' },
];

/** A document as the pages it will be: looked over, mended in place, saved as Word. */
export function PaperPage() {
  const { document } = useParams({ from: '/documents/$document' });
  const params = useSearch({ from: '/documents/$document' });
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const definition = useQuery(queries.documents.list.queryOptions({ input: {} })).data?.documents.find(
    ({ id }) => id === document,
  );
  const paper = usePaper(document, params);
  const [chosen, setChosen] = useState<Target>();
  const [zoom, setZoom] = useState<Zoom>(0.75);
  const [pages, setPages] = useState(0);
  const [asking, setAsking] = useState(false);
  const [preview, setPreview] = useState(false);
  const { model } = paper;
  const out = useGoingOut({ document, params, content: paper.edited ? model : undefined, model });
  const number = useTakenNumber({ document, params, series: definition?.series, paper });
  useKeys({
    undo: paper.undo,
    redo: paper.redo,
    save: () => out.ask('docx'),
    print: () => model && setPreview(true),
  });

  const recompose = () =>
    modal.confirm({
      title: '按记录重新拟稿？',
      content: '在纸面上做的修改会丢掉，换成记录里现在的内容。',
      okText: '重新拟稿',
      cancelText: '不换',
      onOk: paper.recompose,
    });
  const choose = useCallback((target: Target | undefined) => setChosen(target), []);

  return (
    <PageFrame
      fixed
      title={model?.title ?? definition?.label ?? '文书'}
      sub={
        model &&
        [model.masthead?.number, paper.edited ? '已改动，未随记录更新' : '随记录更新'].filter(Boolean).join(' · ')
      }
      verbs={
        <Space wrap>
          <Select
            aria-label="显示比例"
            value={zoom}
            options={[...ZOOMS]}
            popupMatchSelectWidth={false}
            onChange={setZoom}
          />
          <Button onClick={paper.undo} disabled={!paper.canUndo}>
            撤销修改
          </Button>
          <Button onClick={paper.redo} disabled={!paper.canRedo}>
            重做
          </Button>
          {definition && definition.parameters.length > 0 && <Button onClick={() => setAsking(true)}>改选项</Button>}
          {paper.edited && <Button onClick={recompose}>重新拟稿</Button>}
          {number.wanted && (
            <Button loading={number.taking} onClick={number.take}>
              取号
            </Button>
          )}
          <Button disabled={!model} onClick={() => setPreview(true)}>
            打印
          </Button>
          <Button loading={out.saving === 'pdf'} disabled={!model} onClick={() => out.ask('pdf')}>
            导出 PDF
          </Button>
          <Button type="primary" loading={out.saving === 'docx'} disabled={!model} onClick={() => out.ask('docx')}>
            导出 Word
          </Button>
        </Space>
      }
      bar={
        <>
          <RefusalNote refusal={out.refusal ?? number.refusal} onClose={out.refusal ? out.reset : number.reset} />
          <FoundDraft
            found={paper.edited ? undefined : paper.draft.found}
            onTake={paper.takeDraft}
            onDiscard={paper.draft.discard}
          />
          {paper.outdated && (
            <Alert
              type="warning"
              showIcon
              title="拟稿之后记录又有变动，纸面上还是您改过的文字。需要新内容时点“重新拟稿”。"
            />
          )}
        </>
      }
    >
      {model ? (
        <div className="paper">
          <PaperDesk
            model={model}
            zoom={zoom}
            chosen={chosen}
            onChoose={choose}
            onChange={paper.change}
            onPages={setPages}
          />
          <PaperSide
            paper={{ document, params, content: paper.edited ? model : undefined }}
            model={model}
            pages={pages}
            onGo={setChosen}
            onChange={paper.change}
          />
        </div>
      ) : paper.refusal ? (
        <EmptyState title="还不能拟稿">{paper.refusal.message}</EmptyState>
      ) : null}
      {out.gate}
      {preview && model && <PrintPreview model={model} onClose={() => setPreview(false)} />}
      {definition && (
        <Modal
          title={`${definition.label}的选项`}
          open={asking || (paper.refusal?.code === 'invalid' && !model)}
          onCancel={() => {
            setAsking(false);
            if (!model) void navigate({ to: '/documents' });
          }}
          footer={null}
          destroyOnHidden
        >
          <ParameterForm
            parameters={definition.parameters}
            initial={params}
            problems={paper.refusal?.fields ?? {}}
            submit="拟稿"
            onSubmit={(next) => {
              setAsking(false);
              void navigate({ to: '/documents/$document', params: { document }, search: next, replace: true });
            }}
          />
        </Modal>
      )}
    </PageFrame>
  );
}
