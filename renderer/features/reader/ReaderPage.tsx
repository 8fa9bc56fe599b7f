import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { kindOf } from '../../../shared/records/index.ts';
import type { Body } from '../../../shared/text/body.ts';
import { type api, type Output, queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { rememberRecord } from '../../app/preferences.ts';
import { BodyView } from '../../ui/body-view/BodyView.tsx';
import { wordsOf } from '../../ui/body-view/find-marks.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { FindBar, useFound } from './FindBar.tsx';
import { Outline } from './Outline.tsx';
import { ReaderFacts } from './ReaderFacts.tsx';
import { TextEditor } from './TextEditor.tsx';
import { textFieldAt, textFields } from './text-field.ts';
import './reader.css';

type Found = Output<typeof api.records.get>;

/** Reads a text of a record: outline left, text with the searched words marked, where it came from on the right. */
export function ReaderPage() {
  const { kind, id } = useParams({ from: '/read/$kind/$id' });
  const found = useQuery(queries.records.get.queryOptions({ input: { kind, id } }));
  useEffect(() => {
    if (found.data) void rememberRecord(kind, id);
  }, [found.data, kind, id]);
  if (found.error) {
    return (
      <PageFrame title="阅读">
        <EmptyState title="打不开这一篇" verbs={<Link to="/">回到首页</Link>}>
          {explain(found.error).message}
        </EmptyState>
      </PageFrame>
    );
  }
  if (!found.data) return <PageFrame title="阅读">{null}</PageFrame>;
  return <Reader key={`${kind}/${id}`} found={found.data} />;
}

/** 'body/12' → 12 */
const blockOf = (place: string | undefined): number | undefined => {
  const number = /^\w+\/(\d+)$/.exec(place ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
};

function Reader({ found }: { found: Found }) {
  const { record, title, subtitle } = found;
  const { place, q } = useSearch({ from: '/read/$kind/$id' });
  const navigate = useNavigate();
  const [editing, setEditing] = useState(false);
  const [query, setQuery] = useState(q ?? '');
  const words = useMemo(() => wordsOf(query), [query]);
  const field = textFieldAt(record, place);
  const body = record.values[field?.name ?? ''] as Body | undefined;
  const finding = useFound(body, words, blockOf(place));
  if (!field) {
    return (
      <PageFrame title={title} sub={subtitle}>
        <EmptyState title="这种记录没有正文">内容都在它的记录页里。</EmptyState>
      </PageFrame>
    );
  }
  if (editing) return <TextEditor record={record} field={field} title={title} onClose={() => setEditing(false)} />;
  const others = textFields(record.kind);
  return (
    <PageFrame
      fixed
      title={title}
      sub={subtitle}
      verbs={
        <>
          {others.length > 1 && (
            <Segmented
              aria-label="看哪一份文稿"
              options={others.map(({ name, label }) => ({ value: name, label }))}
              value={field.name}
              onChange={(name) =>
                void navigate({
                  to: '/read/$kind/$id',
                  params: { kind: record.kind, id: record.id },
                  search: { place: name },
                })
              }
            />
          )}
          <Button
            onClick={() =>
              void navigate({ to: '/records/$kind/$id', params: { kind: record.kind, id: record.id }, search: {} })
            }
          >
            {kindOf(record.kind)?.label ?? '记录'}信息
          </Button>
          <Button type="primary" onClick={() => setEditing(true)}>
            {`${body ? '改' : '写'}${field.label}`}
          </Button>
        </>
      }
      bar={body && <FindBar query={query} onQuery={setQuery} finding={finding} />}
    >
      {body ? (
        <div className="reader">
          <Outline body={body} at={finding.block} onGo={finding.goTo} />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls has to be reachable by keyboard */}
          <section className="reader-text" tabIndex={0} aria-label={field.label}>
            <BodyView body={body} words={words} at={finding.block} />
          </section>
          <ReaderFacts found={found} />
        </div>
      ) : (
        <EmptyState
          title={`还没有${field.label}`}
          verbs={<Button onClick={() => setEditing(true)}>写{field.label}</Button>}
        >
          可以直接在这里写，也可以在“导入”里放入 Word 或文本文件。
        </EmptyState>
      )}
    </PageFrame>
  );
}
