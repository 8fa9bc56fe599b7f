import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { scopeOf } from '../../../shared/figures/expected.ts';
import { type RollRow, rollSentence, settleRest } from '../../../shared/figures/roll-call.ts';
import { queries, type StoredRecord, type Titles } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { rememberRecord } from '../../app/preferences.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FoundDraft } from '../../ui/FoundDraft.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { useEditedRecord } from '../../ui/use-edited-record.ts';
import { ExpectedPanel } from './ExpectedPanel.tsx';
import { PasteNames } from './PasteNames.tsx';
import { RollTable } from './RollTable.tsx';
import { SittingIn } from './SittingIn.tsx';
import { useMembers } from './use-members.ts';
import './meetings.css';

/** 签到与请假: who is expected, who is there, who is on leave, and the sentence that reports it. */
export function RollCallPage() {
  const { id } = useParams({ from: '/desk/meetings/$id' });
  const found = useQuery(queries.records.get.queryOptions({ input: { kind: 'event', id } }));
  useEffect(() => {
    if (found.data) void rememberRecord('event', id).catch(() => undefined);
  }, [found.data, id]);
  if (found.error) {
    return (
      <PageFrame title="签到">
        <EmptyState
          title="打不开这次会议"
          verbs={
            <Link to="/records/$kind" params={{ kind: 'event' }}>
              回到会议活动
            </Link>
          }
        >
          {explain(found.error).message}
        </EmptyState>
      </PageFrame>
    );
  }
  if (!found.data) return <PageFrame title="签到">{null}</PageFrame>;
  return <RollCall key={id} record={found.data.record} title={found.data.title} titles={found.data.titles} />;
}

interface RollCallProps {
  readonly record: StoredRecord;
  readonly title: string;
  readonly titles: Titles;
}

const rowsOf = (record: StoredRecord): readonly RollRow[] =>
  (record.values.attendance as readonly RollRow[] | undefined) ?? [];

function RollCall({ record, title, titles }: RollCallProps) {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const members = useMembers();
  const edited = useEditedRecord(record, {
    read: rowsOf,
    write: (rows) => ({ attendance: rows }),
    draftKey: `roll-call/${record.id}`,
    label: `登记出席 ${title}`,
  });
  const { value: rows, dirty, keep, save, draft } = edited;
  const [sought, setSought] = useState('');
  const event = useMemo(() => ({ ...record.values, attendance: rows }), [record.values, rows]);
  const quorum = scopeOf(record.values)?.quorum === true;
  const sentence = rollSentence(event, quorum);
  const open = rows.filter((row) => row.state === '待确认' || row.state === '确认参加').length;
  const change = (next: (before: readonly RollRow[]) => readonly RollRow[]) => edited.change(next);

  const copy = async () => {
    await navigator.clipboard.writeText(sentence);
    message.success('已复制这句话');
  };

  return (
    <PageFrame
      fixed
      title={title}
      sub={`签到与请假${dirty ? ' · 有没保存的修改' : ''}`}
      verbs={
        <>
          <Button
            onClick={() =>
              void navigate({ to: '/records/$kind/$id', params: { kind: 'event', id: record.id }, search: {} })
            }
          >
            回到会议
          </Button>
          <Button disabled={open === 0} onClick={() => change(settleRest)}>
            其余 {open} 人记为出席
          </Button>
          <Button type="primary" loading={save.saving} disabled={!dirty} onClick={() => void keep()}>
            保存
          </Button>
        </>
      }
      bar={
        <>
          <RefusalNote refusal={save.refusal} onClose={save.reset} />
          <FoundDraft found={draft.found} onTake={edited.takeDraft} onDiscard={draft.discard} />
          <p className="roll-sentence" aria-live="polite">
            {rows.length === 0 ? '还没有名单。先在右边带出应到名单。' : sentence}
            {rows.length > 0 && (
              <Button size="small" onClick={() => void copy()}>
                复制
              </Button>
            )}
          </p>
        </>
      }
    >
      <div className="roll-desk">
        <RollTable
          rows={rows}
          problems={save.refusal?.fields ?? {}}
          sought={sought}
          onSought={setSought}
          nameOf={(row) =>
            typeof row.member === 'string'
              ? (members.titleOf(row.member) ?? titles[`member/${row.member}`]?.title ?? '…')
              : String(row.name ?? '')
          }
          onChange={change}
        />
        <aside className="roll-side">
          <ExpectedPanel event={record.values} rows={rows} members={members} onChange={change} />
          <PasteNames rows={rows} members={members} onChange={change} />
          <SittingIn event={record} rows={rows} members={members} onChange={change} />
        </aside>
      </div>
    </PageFrame>
  );
}
