import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import { measured } from '../../../shared/records/index.ts';
import type { RecordKind } from '../../../shared/records/kind.ts';
import type { Values } from '../../../shared/records/record.ts';
import { api, queries, type StoredRecord, type Titles } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { useCommand } from '../../app/use-command.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FoundDraft } from '../../ui/FoundDraft.tsx';
import { useKeys } from '../../ui/keys.ts';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { useUnsavedGuard } from '../../ui/use-unsaved-guard.tsx';
import { findKind } from '../fields.ts';
import { listSession } from '../list/list-session.ts';
import { FormGroups } from './FormGroups.tsx';
import { focusField, focusFirstProblem } from './focus.ts';
import { initialValues, useRecordForm } from './use-record-form.ts';
import './form.css';

const NOTHING: Titles = {};

export function NewPage() {
  const { kind: kindId } = useParams({ from: '/records/$kind/new' });
  const { with: given } = useSearch({ from: '/records/$kind/new' });
  const kind = findKind(kindId);
  if (!kind) return <EmptyState title="没有这种记录">地址可能写错了。请从左边的栏目里选。</EmptyState>;
  return <NewRecord key={`${kind.id} ${JSON.stringify(given ?? {})}`} kind={kind} given={given} />;
}

/** What belongs to a term starts in the latest one: nearly everything that is entered does. */
function NewRecord({ kind, given }: { readonly kind: RecordKind; readonly given: Values | undefined }) {
  const inTerm = kind.fields.term?.type === 'reference' && kind.fields.term.target === 'term';
  const latest = useQuery({
    ...queries.records.list.queryOptions({ input: { kind: 'term', sort: [['number', 'desc']], limit: 1 } }),
    enabled: inTerm,
  });
  const term = latest.data?.records[0]?.id;
  const [start, setStart] = useState<Values>();
  const ready = !inTerm || latest.isFetched;
  useEffect(() => {
    // Once: a later answer must not throw away what has been typed meanwhile.
    if (ready) setStart((old) => old ?? initialValues(kind, { ...(term ? { term } : {}), ...given }));
  }, [ready, kind, term, given]);
  if (!start) return <RouteLoading />;
  return <RecordEditor kind={kind} start={start} titles={NOTHING} />;
}

export function EditPage() {
  const { kind: kindId, id } = useParams({ from: '/records/$kind/$id/edit' });
  const { field } = useSearch({ from: '/records/$kind/$id/edit' });
  const kind = findKind(kindId);
  if (!kind) return <EmptyState title="没有这种记录">地址可能写错了。请从左边的栏目里选。</EmptyState>;
  return <EditRecord key={`${kind.id}/${id}`} kind={kind} id={id} field={field} />;
}

interface EditProps {
  readonly kind: RecordKind;
  readonly id: string;
  readonly field: string | undefined;
}

function EditRecord({ kind, id, field }: EditProps) {
  const query = useQuery(queries.records.get.queryOptions({ input: { kind: kind.id, id } }));
  const [opened, setOpened] = useState<typeof query.data>();
  const { data, isFetching } = query;
  useEffect(() => {
    // The record as it was when editing began, from the office and not from memory: what is changed elsewhere
    // meanwhile is then noticed as a conflict when saving, and only the fields changed here are sent.
    if (data && !isFetching) setOpened((old) => old ?? data);
  }, [data, isFetching]);
  if (query.isPending || (data && !opened)) return <RouteLoading />;
  if (!opened) return <EmptyState title={`找不到这${measured(kind)}`}>{explain(query.error).message}</EmptyState>;
  const { record, titles, title } = opened;
  return (
    <RecordEditor
      kind={kind}
      record={record}
      start={record.values}
      titles={titles}
      title={title}
      {...(field ? { field } : {})}
    />
  );
}

interface EditorProps {
  readonly kind: RecordKind;
  readonly record?: StoredRecord;
  readonly start: Values;
  readonly titles: Titles;
  readonly title?: string;
  readonly field?: string;
}

function RecordEditor({ kind, record, start, titles, title, field }: EditorProps) {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const settings = useQuery(queries.settings.get.queryOptions({ input: {} }));
  const form = useRecordForm(kind, start, record, settings.data);
  const [taken, setTaken] = useState(false);
  const draft = useDraft<Values>(record ? `edit/${kind.id}/${record.id}` : `new/${kind.id}`, form.values, form.dirty);

  const command = useCommand((input: { overwrite: boolean }) =>
    api.records.save({
      kind: kind.id,
      values: form.changes(),
      ...(record ? { id: record.id } : {}),
      ...(record && !input.overwrite ? { rev: record.rev } : {}),
    }),
  );

  /** Saves and answers whether it came through; does not leave the page. */
  const save = async (overwrite = false): Promise<string | undefined> => {
    const problems = form.checkAll();
    if (Object.keys(problems).length > 0) {
      focusFirstProblem(kind, problems);
      return undefined;
    }
    const saved = await command.run({ overwrite });
    if (!saved) return undefined;
    await draft.clear();
    const remarks = Object.values(saved.warnings);
    if (remarks.length > 0) message.info(`已保存。请留意：${remarks.slice(0, 3).join('；')}`, 6);
    return saved.id;
  };
  const guard = useUnsavedGuard(form.dirty, {
    save: async () => (await save()) !== undefined,
    drop: draft.clear,
  });
  const submit = async (overwrite = false) => {
    if (record && !form.dirty) return leave();
    const id = await save(overwrite);
    if (id === undefined) return;
    guard.release();
    await navigate({ to: '/records/$kind/$id', params: { kind: kind.id, id }, replace: true });
  };
  const leave = () =>
    record
      ? navigate({ to: '/records/$kind/$id', params: { kind: kind.id, id: record.id }, replace: true })
      : navigate({ to: '/records/$kind', params: { kind: kind.id }, search: listSession(kind.id)?.search ?? {} });

  useKeys({ save: () => void submit(), escape: () => void leave() });
  const refused = command.refusal;
  const { show } = form;
  useEffect(() => {
    if (!refused || Object.keys(refused.fields).length === 0) return;
    show(refused.fields);
    focusFirstProblem(kind, refused.fields);
  }, [refused, show, kind]);
  useEffect(() => {
    const first = field ?? kind.form[0]?.fields[0];
    if (first) focusField(first);
  }, [field, kind]);

  const count = Object.keys(form.problems).length;
  return (
    <PageFrame
      fixed
      title={record ? `修改${kind.label} ${title ?? ''}` : `新建${kind.label}`}
      sub={count > 0 ? <span className="field-problem">有 {count} 处要改正</span> : draft.keptAt ? '草稿已暂存' : ''}
      verbs={
        <>
          <Button onClick={() => void leave()}>取消</Button>
          <Button type="primary" loading={command.saving} title="Ctrl+S" onClick={() => void submit()}>
            保存
          </Button>
        </>
      }
    >
      <div className="form-scroll">
        <FoundDraft
          found={taken ? undefined : draft.found}
          onTake={() => {
            if (draft.found) form.replace(draft.found.content);
            setTaken(true);
          }}
          onDiscard={draft.discard}
        />
        <RefusalNote
          refusal={refused}
          onClose={command.reset}
          verbs={
            refused?.code === 'conflict' && record ? (
              <Button size="small" onClick={() => void submit(true)}>
                以我填的为准
              </Button>
            ) : undefined
          }
        />
        <FormGroups kind={kind} form={form} titles={titles} {...(record ? { record } : {})} />
      </div>
    </PageFrame>
  );
}
