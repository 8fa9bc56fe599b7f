import { Alert, Button } from 'antd';
import { type Body, countCharacters } from '../../../shared/text/body.ts';
import type { StoredRecord } from '../../app/api.ts';
import { BodyEditor } from '../../ui/body-editor/BodyEditor.tsx';
import { choosePicture } from '../../ui/choose-picture.ts';
import { FoundDraft } from '../../ui/FoundDraft.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { useEditedRecord } from '../../ui/use-edited-record.ts';
import type { TextField } from './text-field.ts';

interface TextEditorProps {
  readonly record: StoredRecord;
  readonly field: TextField;
  readonly title: string;
  readonly onClose: () => void;
}

/** Changes a text of a record. The original file of a material is never touched. */
export function TextEditor({ record, field, title, onClose }: TextEditorProps) {
  const edited = useEditedRecord<Body | null>(record, {
    read: ({ values }) => (values[field.name] as Body | undefined) ?? null,
    write: (next) => ({ [field.name]: next }),
    // The name a draft of a body has had from the first version on.
    draftKey: `text/${record.kind}/${record.id}${field.name === 'body' ? '' : `/${field.name}`}`,
    label: `修改${field.label} ${title}`,
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
      sub={`改${field.label} · ${body ? countCharacters(body) : 0} 字${dirty ? ' · 有没保存的修改' : ''}`}
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
          label={field.label}
          onChange={(next) => edited.change(() => next ?? null)}
          choosePicture={choosePicture}
        />
      </div>
    </PageFrame>
  );
}
