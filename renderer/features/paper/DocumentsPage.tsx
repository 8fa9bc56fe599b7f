import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { queries } from '../../app/api.ts';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { ParameterForm } from './ParameterForm.tsx';
import './paper.css';

/** The papers the office can issue; each begins with choosing the records it is made of. */
export function DocumentsPage() {
  const documents = useQuery(queries.documents.list.queryOptions({ input: {} })).data?.documents ?? [];
  const [chosen, setChosen] = useState<string>();
  const navigate = useNavigate();
  const definition = documents.find(({ id }) => id === chosen);
  return (
    <PageFrame title="文书" sub="从记录拟稿，在纸面上改，导出 Word">
      <ul className="documents">
        {documents.map((document) => (
          <li key={document.id} className="card document-card">
            <h2>{document.label}</h2>
            <p className="quiet">{document.description}</p>
            <Button type="primary" onClick={() => setChosen(document.id)}>
              拟稿
            </Button>
          </li>
        ))}
      </ul>
      <Modal
        title={definition?.label}
        open={definition !== undefined}
        onCancel={() => setChosen(undefined)}
        footer={null}
        destroyOnHidden
      >
        {definition && (
          <ParameterForm
            parameters={definition.parameters}
            initial={{}}
            submit="拟稿"
            onSubmit={(params) =>
              void navigate({ to: '/documents/$document', params: { document: definition.id }, search: params })
            }
          />
        )}
      </Modal>
    </PageFrame>
  );
}
