import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button, Tabs } from 'antd';
import { useEffect } from 'react';
import { measured } from '../../../shared/records/index.ts';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { rememberRecord } from '../../app/preferences.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useKeys } from '../../ui/keys.ts';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { spacedName } from '../../ui/spaced-name.ts';
import { CountsIn } from '../CountsIn.tsx';
import { findKind } from '../fields.ts';
import { goToPlace } from '../go-to-place.ts';
import { listSession } from '../list/list-session.ts';
import { ProcessPanel } from '../process/ProcessPanel.tsx';
import { useRemove } from '../use-remove.tsx';
import { RecordVerbs } from '../verbs.tsx';
import { FieldList } from './FieldList.tsx';
import { HistoryTab } from './HistoryTab.tsx';
import { Parts } from './Parts.tsx';
import { UsesTab } from './UsesTab.tsx';
import './detail.css';

/** The page of any record, drawn from the description of its kind. */
export function DetailPage() {
  const { kind: kindId, id } = useParams({ from: '/records/$kind/$id' });
  const kind = findKind(kindId);
  if (!kind) return <EmptyState title="没有这种记录">地址可能写错了。请从左边的栏目里选。</EmptyState>;
  return <RecordPage key={id} kind={kind} id={id} />;
}

function RecordPage({ kind, id }: { readonly kind: RecordKind; readonly id: string }) {
  const navigate = useNavigate();
  const { tab, place } = useSearch({ from: '/records/$kind/$id' });
  const query = useQuery(queries.records.get.queryOptions({ input: { kind: kind.id, id } }));
  const uses = useQuery(queries.records.uses.queryOptions({ input: { kind: kind.id, id } }));
  const remove = useRemove();
  const shown = query.data;
  const found = shown !== undefined;

  useEffect(() => {
    if (found) void rememberRecord(kind.id, id).catch(() => undefined);
  }, [kind.id, id, found]);
  usePlace(place, found);

  const toList = () =>
    void navigate({
      to: '/records/$kind',
      params: { kind: kind.id },
      search: listSession(kind.id)?.search ?? {},
    });
  const edit = () => {
    if (!kind.appendOnly) void navigate({ to: '/records/$kind/$id/edit', params: { kind: kind.id, id } });
  };
  useKeys({ escape: toList, rename: edit }, ['escape', 'enter', 'undo', 'redo']);

  if (query.isPending) return <RouteLoading />;
  if (!shown) {
    const refusal = explain(query.error);
    return (
      <EmptyState title={`找不到这${measured(kind)}`} verbs={<Button onClick={toList}>回{kind.label}列表</Button>}>
        {refusal.message}
      </EmptyState>
    );
  }
  const { record, titles } = shown;
  const onRemove = async () => {
    if (await remove.ask(kind, record, titles)) toList();
  };
  const select = (key: string) =>
    void navigate({
      to: '/records/$kind/$id',
      params: { kind: kind.id, id },
      search: key === 'record' ? {} : { tab: key },
      replace: true,
    });

  return (
    <PageFrame
      title={spacedName(shown.title)}
      sub={shown.subtitle ?? kind.label}
      verbs={
        <>
          <Button onClick={toList}>回列表</Button>
          {!kind.appendOnly && (
            <Button danger loading={remove.busy} onClick={() => void onRemove()}>
              删除
            </Button>
          )}
          <RecordVerbs record={record} />
          {!kind.appendOnly && (
            <Button type="primary" onClick={edit}>
              修改
            </Button>
          )}
        </>
      }
    >
      <div className="detail">
        {remove.notes}
        <Tabs
          activeKey={tab ?? 'record'}
          onChange={select}
          items={[
            {
              key: 'record',
              label: '内容',
              children: (
                <>
                  <ProcessPanel kind={kind} record={record} titles={titles} />
                  <FieldList kind={kind} record={record} titles={titles} />
                  <Parts kind={kind} id={id} />
                  <CountsIn kind={kind.id} id={id} />
                </>
              ),
            },
            {
              key: 'uses',
              label: `被引用${uses.data ? `（${uses.data.total}）` : ''}`,
              children: <UsesTab kind={kind} query={uses} />,
            },
            { key: 'history', label: '变动历史', children: <HistoryTab kind={kind} id={id} /> },
          ]}
        />
      </div>
    </PageFrame>
  );
}

/** Brings the place that the address names into view. */
function usePlace(place: string | undefined, ready: boolean): void {
  useEffect(() => {
    if (place && ready) goToPlace(place);
  }, [place, ready]);
}
