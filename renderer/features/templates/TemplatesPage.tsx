import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { DOCUMENT_GROUPS } from '../../../shared/documents/definition.ts';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { SampleButton } from './SampleButton.tsx';
import { StateTag } from './StateTag.tsx';
import { TemplateDrawer } from './TemplateDrawer.tsx';
import type { TemplateRow } from './types.ts';
import './templates.css';

/** 文书模板: which documents are set by the program and which by a file of the office. */
export function TemplatesPage() {
  const { document } = useSearch({ from: '/documents/templates' });
  const navigate = useNavigate();
  const query = useQuery(queries.templates.list.queryOptions({ input: {} }));
  const [words, setWords] = useState('');
  const documents = query.data?.documents ?? [];
  const shown = documents.filter(({ label, group, own }) =>
    `${label}${group}${own ? '自备' : '内置'}${own?.name ?? ''}`.includes(words.trim()),
  );
  const open = (id: string | undefined) =>
    void navigate({ to: '/documents/templates', search: id ? { document: id } : {}, replace: true });
  const chosen = documents.find(({ id }) => id === document);
  const own = documents.filter((row) => row.own?.active).length;
  return (
    <PageFrame
      title="文书模板"
      sub={query.data ? `${documents.length} 种文书，${own > 0 ? `${own} 种用自备模板` : '都用内置版式'}` : undefined}
      verbs={
        <>
          <Input.Search
            aria-label="找文书模板"
            placeholder="找文书，例如 转办单"
            className="template-search"
            allowClear
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <Link to="/documents">
            <Button tabIndex={-1}>去拟文书</Button>
          </Link>
        </>
      }
    >
      <p className="quiet">
        每种文书都有内置版式，不用管就能用。想换成本单位的样子：下载样板，在 Word/WPS
        里改好，再传上来。模板里只有文字和占位符（花括号里的名字），不运行任何代码；有毛病的不会启用，内置版式照常用。
      </p>
      {query.error && <RefusalNote refusal={explain(query.error)} />}
      {words && query.data && shown.length === 0 && (
        <EmptyState title={`没有“${words}”`}>换个说法试试，或清空后在表里找。</EmptyState>
      )}
      {shown.length > 0 && (
        <table className="rows template-table card">
          <thead>
            <tr>
              <th scope="col">文书</th>
              <th scope="col">版式</th>
              <th scope="col">自备模板</th>
              <th scope="col">操作</th>
            </tr>
          </thead>
          {DOCUMENT_GROUPS.map((group) => (
            <Group
              key={group}
              group={group}
              rows={shown.filter((row) => row.group === group)}
              chosen={document}
              onOpen={open}
            />
          ))}
        </table>
      )}
      {chosen && <TemplateDrawer key={chosen.id} row={chosen} onClose={() => open(undefined)} />}
    </PageFrame>
  );
}

interface GroupProps {
  readonly group: string;
  readonly rows: readonly TemplateRow[];
  readonly chosen: string | undefined;
  readonly onOpen: (id: string) => void;
}

function Group({ group, rows, chosen, onOpen }: GroupProps) {
  if (rows.length === 0) return null;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={4} className="template-group">
          {group} <span className="quiet">{rows.length}</span>
        </th>
      </tr>
      {rows.map((row) => (
        <tr key={row.id} data-chosen={row.id === chosen || undefined}>
          <td>
            <button type="button" className="plain-button template-name" onClick={() => onOpen(row.id)}>
              {row.label}
            </button>
            <span className="quiet small template-about">{row.description}</span>
          </td>
          <td>
            <StateTag own={row.own} />
          </td>
          <td className="template-file">{row.own?.name ?? <span className="quiet">—</span>}</td>
          <td className="template-verbs">
            <SampleButton document={row.id} label={row.label} size="small" />
            <Button size="small" onClick={() => onOpen(row.id)} aria-label={`${row.label}：换模板、占位符`}>
              {row.own ? '管理' : '换模板'}
            </Button>
          </td>
        </tr>
      ))}
    </tbody>
  );
}
