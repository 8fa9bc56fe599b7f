import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DocumentModel } from '../../../shared/documents/model.ts';
import { modelSources } from '../../../shared/documents/model-text.ts';
import { kindOf } from '../../../shared/records/index.ts';
import { queries } from '../../app/api.ts';
import { RecordLink } from '../../ui/RecordLink.tsx';
import { ChecksCard } from './checks/ChecksCard.tsx';
import type { CheckedPaper } from './checks/use-checks.ts';
import type { Target } from './target.ts';

interface PaperSideProps {
  readonly paper: CheckedPaper;
  readonly model: DocumentModel;
  readonly pages: number;
  readonly onGo: (target: Target) => void;
  readonly onChange: (next: DocumentModel) => void;
}

/** Beside the paper: what to look at before it goes out, what it was made of, how it is set. */
export function PaperSide({ paper, model, pages, onGo, onChange }: PaperSideProps) {
  return (
    <aside className="paper-side">
      <ChecksCard paper={paper} model={model} onGo={onGo} onChange={onChange} />
      <Sources model={model} />
      <Setting model={model} pages={pages} />
    </aside>
  );
}

const LISTED = 10;

/** The records this paper was made of, each to be opened. */
function Sources({ model }: { model: DocumentModel }) {
  const sources = useMemo(() => modelSources(model).filter(({ kind }) => kindOf(kind)), [model]);
  const shown = sources.slice(0, LISTED);
  const answers = useQueries({
    queries: shown.map(({ kind, id }) => queries.records.get.queryOptions({ input: { kind, id } })),
  });
  return (
    <section className="card">
      <h2>依据</h2>
      {sources.length === 0 && <p className="quiet">这份文书没有取自记录的内容。</p>}
      <ul>
        {shown.map(({ kind, id }, index) => (
          <li key={`${kind}/${id}`} className="clip">
            <span className="quiet">{kindOf(kind)?.label} </span>
            <RecordLink kind={kind} id={id}>
              {answers[index]?.data?.title ?? '查看'}
            </RecordLink>
          </li>
        ))}
      </ul>
      {sources.length > LISTED && <p className="quiet">共 {sources.length} 条记录</p>}
    </section>
  );
}

/** How the paper is set, and which faces this machine has to replace. */
function Setting({ model, pages }: { model: DocumentModel; pages: number }) {
  const fonts = useQuery(queries.settings.fonts.queryOptions({ input: {} }));
  const replaced = fonts.data?.roles.filter((role) => !role.exact) ?? [];
  return (
    <section className="card">
      <h2>版面</h2>
      <p>
        {model.page.grid === 'official'
          ? '公文格式 GB/T 9704 · 22 行 × 28 字'
          : model.page.orientation === 'landscape'
            ? 'A4 横排'
            : 'A4 竖排'}{' '}
        · 共 {pages} 页
      </p>
      {replaced.map((role) => (
        <p key={role.role} className="paper-font">
          ⚠ {role.label}：{role.wanted} 本机没有，
          {role.used === role.wanted ? '由 Word 另选相近的字体' : `以${role.used}代替`}
        </p>
      ))}
    </section>
  );
}
