import { DownloadOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import type { Attachment, Field } from '../../../shared/records/field.ts';
import { displayValue, kindOf } from '../../../shared/records/index.ts';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { api, type Output } from '../../app/api.ts';
import { deliver } from '../../app/deliver.ts';
import { explain } from '../../app/errors.ts';

type Found = Output<typeof api.records.get>;

/** What the reader wants to know of a text beside it, by kind; the rest stands on the record's own page. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  material: ['category', 'date', 'dateText', 'source', 'author', 'documentNumber', 'tags', 'characters', 'encoding'],
  chapter: ['book', 'part', 'author', 'authorNote', 'status', 'characters', 'targetCharacters'],
};

/** Tables and lists of records are no facts for the margin. */
const UNFIT: readonly Field['type'][] = ['references', 'rows', 'files', 'body', 'longText'];
const factsOf = (kind: RecordKind | undefined): readonly string[] =>
  SHOWN[kind?.id ?? ''] ??
  (kind?.list.columns ?? []).filter((name) => name !== 'title' && !UNFIT.includes(kind?.fields[name]?.type ?? 'text'));

/** References are shown as links with the titles that came along, so no record is ever looked up here. */
const NO_LOOKUP = () => undefined;

export function ReaderFacts({ found }: { found: Found }) {
  const { record, titles } = found;
  const kind = kindOf(record.kind);
  const notes = record.values.importNotes;
  const originals = (record.values.original as readonly Attachment[] | undefined) ?? [];
  return (
    <aside className="card reader-facts">
      <h2>来历</h2>
      <dl>
        {factsOf(kind).map((name) => {
          const field = kind?.fields[name];
          const value = record.values[name];
          if (!field || value === undefined) return null;
          const text =
            field.type === 'reference' ? (
              <Link to="/records/$kind/$id" params={{ kind: field.target ?? '', id: String(value) }} search={{}}>
                {titles[`${field.target}/${String(value)}`]?.title ?? '查看'}
              </Link>
            ) : (
              displayValue(field, value, NO_LOOKUP)
            );
          return (
            <div key={name} className="reader-fact">
              <dt>{field.label}</dt>
              <dd>{text}</dd>
            </div>
          );
        })}
      </dl>
      {originals.map((file) => (
        <OriginalFile key={file.sha256} file={file} />
      ))}
      {typeof notes === 'string' && (
        <details className="reader-notes">
          <summary>导入说明</summary>
          <p>{notes}</p>
        </details>
      )}
    </aside>
  );
}

function OriginalFile({ file }: { file: Attachment }) {
  const { message } = App.useApp();
  const fetchFile = async () => {
    try {
      const answer = await api.files.read({ sha256: file.sha256, name: file.name });
      await deliver(answer.file);
    } catch (error) {
      message.error(explain(error).message);
    }
  };
  return (
    <Button
      block
      className="original-file"
      icon={<DownloadOutlined />}
      title={file.name}
      onClick={() => void fetchFile()}
    >
      <span className="clip">原件 {file.name}</span>
    </Button>
  );
}
