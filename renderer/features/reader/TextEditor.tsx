import { Alert, Button } from 'antd';
import { type Body, countCharacters } from '../../../shared/text/body.ts';
import type { StoredRecord } from '../../app/api.ts';
import { BodyEditor } from '../../ui/body-editor/BodyEditor.tsx';
import { choosePicture } from '../../ui/choose-picture.ts';
import { FoundDraft } from '../../ui/FoundDraft.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { useEditedRecord } from '../../ui/use-edited-record.ts';

interface TextEditorProps {
  readonly record: StoredRecord;
  readonly title: string;
  readonly onClose: () => void;
}

/** Changes the text of a material or a chapter. The original file of a material is never touched. */
export function TextEditor({ record, title, onClose }: TextEditorProps) {
  const edited = useEditedRecord<Body | null>(record, {
    read: ({ values }) => (values.body as Body | undefined) ?? null,
    write: (next) => ({ body: next }),
    draftKey: `text/${record.kind}/${record.id}`,
    label: `修改正文 ${title}`,
  });
  const { value: body, dirty, keep, save, draft } = edited;
  const close = async () => {
    if (await keep()) onClose();
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
          <FoundDraft found={draft.found} onTake={edited.takeDraft} onDiscard={draft.discard} />
          {hasOriginal && (
            <Alert type="info" showIcon title="这里改的是用来读和检索的正文；导入的原件原样保存，不会变。" />
          )}
        </>
      }
    >
      <div className="text-editor">
        <BodyEditor
          initial={body ?? undefined}
          version={edited.version}
          label="正文"
          onChange={(next) => edited.change(() => next ?? null)}
          choosePicture={choosePicture}
        />
      </div>
    </PageFrame>
  );
}
