import { Alert, App, Button } from 'antd';
import { useEffect, useState } from 'react';
import { type Body, countCharacters } from '../../../shared/text/body.ts';
import { api, type StoredRecord } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { BodyEditor } from '../../ui/body-editor/BodyEditor.tsx';
import { choosePicture } from '../../ui/choose-picture.ts';
import { FoundDraft } from '../../ui/FoundDraft.tsx';
import { useKeys } from '../../ui/keys.ts';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { useUnsavedGuard } from '../../ui/use-unsaved-guard.tsx';

interface TextEditorProps {
  readonly record: StoredRecord;
  readonly title: string;
  readonly onClose: () => void;
}

/** Changes the text of a material or a chapter. The original file of a material is never touched. */
export function TextEditor({ record, title, onClose }: TextEditorProps) {
  const { message } = App.useApp();
  const [body, setBody] = useState(record.values.body as Body | undefined);
  const [base, setBase] = useState({ rev: record.rev, version: 0 });
  const [dirty, setDirty] = useState(false);
  const save = useCommand(api.records.save);
  const draft = useDraft(`text/${record.kind}/${record.id}`, body ?? null, dirty);

  useEffect(() => {
    if (dirty || record.rev === base.rev) return;
    setBody(record.values.body as Body | undefined);
    setBase((before) => ({ rev: record.rev, version: before.version + 1 }));
  }, [record, dirty, base.rev]);

  const keep = async (): Promise<boolean> => {
    if (!dirty) return true;
    const saved = await save.run({
      kind: record.kind,
      id: record.id,
      rev: base.rev,
      label: `修改正文 ${title}`,
      values: { body: body ?? null },
    });
    if (!saved) return false;
    setBase((before) => ({ ...before, rev: saved.rev }));
    setDirty(false);
    await draft.clear();
    return true;
  };
  useUnsavedGuard(dirty, { save: keep, drop: draft.clear });
  useKeys({ save: () => void keep() });
  const close = async () => {
    if (await keep()) onClose();
  };
  const takeDraft = () => {
    if (!draft.found) return;
    setBody(draft.found.content ?? undefined);
    setBase((before) => ({ ...before, version: before.version + 1 }));
    setDirty(true);
    message.info('已取回上次没保存的文字，看过后请保存。');
  };
  const hasOriginal = Array.isArray(record.values.original) && record.values.original.length > 0;
  return (
    <PageFrame
      fixed
      title={title}
      sub={`改正文 · ${body ? countCharacters(body) : 0} 字${dirty ? ' · 有没保存的修改' : ''}`}
      verbs={
        <>
          <Button onClick={() => void close()}>{dirty ? '保存并返回阅读' : '返回阅读'}</Button>
          <Button type="primary" loading={save.saving} disabled={!dirty} onClick={() => void keep()}>
            保存
          </Button>
        </>
      }
      bar={
        <>
          <RefusalNote refusal={save.refusal} onClose={save.reset} />
          <FoundDraft found={draft.found} onTake={takeDraft} onDiscard={draft.discard} />
          {hasOriginal && (
            <Alert type="info" showIcon title="这里改的是用来读和检索的正文；导入的原件原样保存，不会变。" />
          )}
        </>
      }
    >
      <div className="text-editor">
        <BodyEditor
          initial={body}
          version={base.version}
          label="正文"
          onChange={(next) => {
            setBody(next);
            setDirty(true);
          }}
          choosePicture={choosePicture}
        />
      </div>
    </PageFrame>
  );
}
