import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Input, Modal, Space } from 'antd';
import { useState } from 'react';
import { DOCUMENT_GROUPS } from '../../../shared/documents/definition.ts';
import { type api, type Output, queries } from '../../app/api.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { ParameterForm } from './ParameterForm.tsx';
import './paper.css';

type Definition = Output<typeof api.documents.list>['documents'][number];

/** Whether a clerk who types this means the document. */
function answers({ label, description, aliases, group }: Definition, words: string): boolean {
  const text = [label, description, group, ...aliases].join(' ');
  return words
    .split(/\s+/u)
    .filter(Boolean)
    .every((word) => text.includes(word));
}

/** The papers the office can issue, by the work they belong to; each begins with choosing the records it is made of. */
export function DocumentsPage() {
  const documents = useQuery(queries.documents.list.queryOptions({ input: {} })).data?.documents ?? [];
  const [chosen, setChosen] = useState<string>();
  const [words, setWords] = useState('');
  const navigate = useNavigate();
  const definition = documents.find(({ id }) => id === chosen);
  const shown = documents.filter((document) => answers(document, words));
  return (
    <PageFrame
      title="文书"
      sub={`${documents.length} 种，从记录拟稿，在纸面上改，导出 Word 或 PDF`}
      verbs={
        <Space wrap>
          <Input.Search
            aria-label="找文书"
            placeholder="找文书，例如 转办单"
            allowClear
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <Link to="/records/$kind" params={{ kind: 'paper' }}>
            <Button tabIndex={-1}>文书留底</Button>
          </Link>
          <Link to="/documents/templates">
            <Button tabIndex={-1}>文书模板</Button>
          </Link>
          <Link to="/documents/trace">
            <Button tabIndex={-1}>查出处</Button>
          </Link>
        </Space>
      }
    >
      {words && shown.length === 0 && (
        <EmptyState title={`没有叫“${words}”的文书`}>换个说法试试；也可以清空后按分组找。</EmptyState>
      )}
      {DOCUMENT_GROUPS.map((group) => {
        const here = shown.filter((document) => document.group === group);
        return (
          here.length > 0 && (
            <section key={group} className="document-group">
              <h2>
                {group} <span className="quiet">{here.length}</span>
              </h2>
              <ul className="documents">
                {here.map(({ id, label, description }) => (
                  <li key={id}>
                    <button type="button" className="document-card" onClick={() => setChosen(id)}>
                      <strong>{label}</strong>
                      <span className="quiet">{description}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
      <Modal
        title={definition?.label}
        open={definition !== undefined}
        onCancel={() => setChosen(undefined)}
        footer={null}
        destroyOnHidden
      >
        {definition && (
          <>
            <p className="quiet">{definition.description}</p>
            <ParameterForm
              parameters={definition.parameters}
              initial={{}}
              submit="拟稿"
              onSubmit={(params) =>
                void navigate({ to: '/documents/$document', params: { document: definition.id }, search: params })
              }
            />
          </>
        )}
      </Modal>
    </PageFrame>
  );
}
