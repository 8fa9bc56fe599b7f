import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useMemo } from 'react';
import type { Body } from '../../../shared/text/body.ts';
import { countCharacters } from '../../../shared/text/body.ts';
import { queries, type StoredRecord } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { rememberRecord } from '../../app/preferences.ts';
import { BodyEditor } from '../../ui/body-editor/BodyEditor.tsx';
import { choosePicture } from '../../ui/choose-picture.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FoundDraft } from '../../ui/FoundDraft.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { useEditedRecord } from '../../ui/use-edited-record.ts';
import { MeetingFacts } from './MeetingFacts.tsx';
import { type ResolutionRow, Resolutions } from './Resolutions.tsx';
import './minutes.css';

/** The minutes of one meeting: the text on the left, what was decided and who was there on the right. */
export function MinutesPage() {
  const { id } = useParams({ from: '/minutes/$id' });
  const found = useQuery(queries.records.get.queryOptions({ input: { kind: 'event', id } }));
  useEffect(() => {
    if (found.data) void rememberRecord('event', id);
  }, [found.data, id]);
  if (found.error) {
    return (
      <PageFrame title="纪要">
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
  if (!found.data) return <PageFrame title="纪要">{null}</PageFrame>;
  return <MinutesEditor key={id} record={found.data.record} title={found.data.title} titles={found.data.titles} />;
}

interface Text {
  readonly minutes: Body | undefined;
  readonly resolutions: readonly ResolutionRow[];
}

const textOf = (record: StoredRecord): Text => ({
  minutes: record.values.minutes as Body | undefined,
  resolutions: (record.values.resolutions as readonly ResolutionRow[] | undefined) ?? [],
});

const isFilled = (row: ResolutionRow) => Object.values(row).some((value) => value !== '' && value !== undefined);

interface MinutesEditorProps {
  readonly record: StoredRecord;
  readonly title: string;
  readonly titles: Record<string, { title: string; subtitle?: string | undefined }>;
}

function MinutesEditor({ record, title, titles }: MinutesEditorProps) {
  const navigate = useNavigate();
  const edited = useEditedRecord(record, {
    read: textOf,
    write: ({ minutes, resolutions }) => ({ minutes: minutes ?? null, resolutions: resolutions.filter(isFilled) }),
    draftKey: `minutes/${record.id}`,
    label: `写纪要 ${title}`,
  });
  const { value: text, dirty, keep, save, draft } = edited;
  const change = (part: Partial<Text>) => edited.change((before) => ({ ...before, ...part }));

  const toPaper = async () => {
    if (!(await keep())) return;
    edited.release();
    await navigate({ to: '/documents/$document', params: { document: 'minutes' }, search: { event: record.id } });
  };
  const characters = useMemo(() => (text.minutes ? countCharacters(text.minutes) : 0), [text.minutes]);

  return (
    <PageFrame
      fixed
      title={title}
      sub={`纪要 · ${characters} 字${dirty ? ' · 有没保存的修改' : ''}`}
      verbs={
        <>
          <Button
            onClick={() =>
              void navigate({ to: '/records/$kind/$id', params: { kind: 'event', id: record.id }, search: {} })
            }
          >
            回到会议
          </Button>
          <Button onClick={() => void toPaper()}>出纪要</Button>
          <Button type="primary" loading={save.saving} disabled={!dirty} onClick={() => void keep()}>
            保存
          </Button>
        </>
      }
      bar={
        <>
          <RefusalNote refusal={save.refusal} onClose={save.reset} />
          <FoundDraft found={draft.found} onTake={edited.takeDraft} onDiscard={draft.discard} />
        </>
      }
    >
      <div className="minutes-desk">
        <div className="minutes-text">
          <BodyEditor
            initial={text.minutes}
            version={edited.version}
            label="纪要正文"
            placeholder="在这里写会议纪要：会议听取了什么、研究了什么、要求什么。"
            onChange={(minutes) => change({ minutes })}
            choosePicture={choosePicture}
          />
        </div>
        <aside className="minutes-side">
          <MeetingFacts record={record} titles={titles} />
          <Resolutions
            rows={text.resolutions}
            problems={save.refusal?.fields ?? {}}
            onChange={(resolutions) => change({ resolutions })}
          />
        </aside>
      </div>
    </PageFrame>
  );
}
