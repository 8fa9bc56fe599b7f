import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Alert, App, Button, Input, Select } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { keep, plainReport } from '../../../shared/figures/reports/index.ts';
import { queries, type StoredRecord } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { rememberRecord } from '../../app/preferences.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FoundDraft } from '../../ui/FoundDraft.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { FigureChips } from './figure-chips.ts';
import { PlaceDrawer } from './PlaceDrawer.tsx';
import { ReportEditor, type ReportEditorHandle } from './ReportEditor.tsx';
import { ReportSide } from './ReportSide.tsx';
import { layOut } from './sitting.ts';
import { type ReportDesk, useReport } from './use-report.ts';
import './reports.css';

/** One draft of a report. */
export function ReportPage() {
  const { id } = useParams({ from: '/results/reports/$id' });
  const found = useQuery(queries.records.get.queryOptions({ input: { kind: 'report', id } }));
  useEffect(() => {
    if (found.data) void rememberRecord('report', id);
  }, [found.data, id]);
  if (found.error) {
    return (
      <PageFrame title="工作报告">
        <EmptyState title="打不开这份报告稿" verbs={<Link to="/results/reports">回到工作报告</Link>}>
          {explain(found.error).message}
        </EmptyState>
      </PageFrame>
    );
  }
  if (!found.data) return <PageFrame title="工作报告">{null}</PageFrame>;
  return <ReportLoaded key={id} record={found.data.record} />;
}

function ReportLoaded({ record }: { readonly record: StoredRecord }) {
  const desk = useReport(record);
  const [chips] = useState(() => new FigureChips());
  const [open, setOpen] = useState<number>();
  const editor = useRef<ReportEditorHandle>(null);
  const { edited, known, places, figures } = desk;
  const { value, change } = edited;
  chips.onOpen = setOpen;
  useEffect(() => {
    chips.figures = known;
    chips.taken = value.taken;
    chips.redraw();
  }, [chips, known, value.taken]);
  const place = open === undefined ? undefined : places[open];
  const show = (index: number) => {
    editor.current?.show(index);
    setOpen(index);
  };
  return (
    <PageFrame
      fixed
      title={
        <Input
          aria-label="标题"
          className="report-title"
          variant="borderless"
          value={value.title}
          onChange={({ target }) => change((before) => ({ ...before, title: target.value }))}
        />
      }
      sub={`${desk.period.from} 至 ${desk.period.to}${edited.dirty ? ' · 有没保存的修改' : ''}`}
      verbs={<Verbs record={record} desk={desk} />}
      bar={<Notes desk={desk} />}
    >
      {figures.data && (
        <div className="report-desk">
          <ReportEditor
            ref={editor}
            initial={value.body}
            version={edited.version}
            chips={chips}
            onChange={desk.setBody}
          />
          <ReportSide places={places} known={known} onOpen={show} onInsert={(text) => editor.current?.insert(text)} />
        </div>
      )}
      {place && open !== undefined && (
        <PlaceDrawer
          place={place}
          figure={known.get(place.figure)}
          period={desk.period}
          onForm={(form) => editor.current?.setForm(open, form)}
          onTake={() => desk.takeOne(place.figure, place.form)}
          onKeep={(reason) => change((before) => ({ ...before, taken: keep(before.taken, place, reason) }))}
          onClose={() => setOpen(undefined)}
        />
      )}
    </PageFrame>
  );
}

function Notes({ desk }: { readonly desk: ReportDesk }) {
  const { edited, places, figures, takeAll } = desk;
  const stale = places.filter(({ state }) => state === 'stale' || state === 'new');
  const unknown = places.filter(({ state }) => state === 'unknown');
  const told = useMemo(() => {
    const names = new Set(stale.map(({ figure }) => desk.known.get(figure)?.label ?? figure));
    return [...names].slice(0, 4).join('、') + (names.size > 4 ? ` 等 ${names.size} 个` : '');
  }, [stale, desk.known]);
  return (
    <>
      <RefusalNote refusal={edited.save.refusal} onClose={edited.save.reset} />
      {figures.error && <RefusalNote refusal={explain(figures.error)} />}
      <FoundDraft found={edited.draft.found} onTake={edited.takeDraft} onDiscard={edited.draft.discard} />
      {stale.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`台账变了，文中有 ${stale.length} 处数要看：${told}`}
          action={
            <Button size="small" type="primary" onClick={takeAll}>
              全部更新
            </Button>
          }
        />
      )}
      {unknown.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={`有 ${unknown.length} 处写的指标或写法没有：${unknown.map(({ figure, strange }) => strange ?? figure).join('、')}`}
        />
      )}
      {figures.data?.frozen && (
        <Alert type="info" showIcon title="这一年已经定稿，报告用定稿的数；台账后来的变动请在“数字”页看。" />
      )}
    </>
  );
}

const STATES = ['草稿', '定稿'].map((value) => ({ value, label: value }));

function Verbs({ record, desk }: { readonly record: StoredRecord; readonly desk: ReportDesk }) {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { edited, known, period } = desk;
  const { value, dirty, keep: keepAll, save, change, release } = edited;
  const text = () => plainReport(value.body, value.taken, known);
  const toPaper = async () => {
    if (!(await keepAll())) return;
    release();
    await navigate({ to: '/documents/$document', params: { document: 'report' }, search: { report: record.id } });
  };
  const toReconcile = async () => {
    if (!(await keepAll())) return;
    layOut({ text: text(), mended: true, name: value.title, ...period });
    release();
    await navigate({ to: '/results/reconcile' });
  };
  const copy = async () => {
    await navigator.clipboard.writeText(`${value.title}\n${text()}`);
    message.success('全文已复制，可以粘贴到别处。');
  };
  return (
    <>
      <Select
        aria-label="状态"
        value={value.state}
        options={STATES}
        onChange={(state) => change((before) => ({ ...before, state }))}
      />
      <Button onClick={() => void copy()}>复制全文</Button>
      <Button onClick={() => void toReconcile()}>口径对账</Button>
      <Button onClick={() => void toPaper()}>出文书</Button>
      <Button type="primary" loading={save.saving} disabled={!dirty} onClick={() => void keepAll()}>
        保存
      </Button>
    </>
  );
}
