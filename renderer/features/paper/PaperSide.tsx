import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DocumentModel, Source } from '../../../shared/documents/model.ts';
import { kindOf } from '../../../shared/records/index.ts';
import { type api, type Output, queries } from '../../app/api.ts';
import { RecordLink } from '../../ui/RecordLink.tsx';

type Finding = Output<typeof api.documents.compose>['findings'][number];

interface PaperSideProps {
  readonly model: DocumentModel;
  readonly findings: readonly Finding[];
  readonly pages: number;
  readonly onGo: (block: number) => void;
}

const SIGNS = { error: '✕', warning: '⚠', hint: '·' } as const;

/** Beside the paper: what to look at before it goes out, what it was made of, how it is set. */
export function PaperSide({ model, findings, pages, onGo }: PaperSideProps) {
  return (
    <aside className="paper-side">
      <section className="card">
        <h2>体检{findings.length > 0 && ` ${findings.length} 处`}</h2>
        {findings.length === 0 && <p className="quiet">没有发现问题。</p>}
        <ul className="paper-findings">
          {findings.map((finding) => (
            <li key={`${finding.message}${finding.block ?? ''}`} data-severity={finding.severity}>
              <span aria-hidden>{SIGNS[finding.severity]}</span>
              <span>
                {finding.block === undefined ? (
                  finding.message
                ) : (
                  <button type="button" className="plain-button" onClick={() => onGo(finding.block ?? 0)}>
                    {finding.message}
                  </button>
                )}
                {finding.source && (
                  <>
                    {' '}
                    <RecordLink kind={finding.source.kind} id={finding.source.id}>
                      去补
                    </RecordLink>
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <Sources model={model} />
      <Setting model={model} pages={pages} />
    </aside>
  );
}

const LISTED = 10;

/** The records this paper was made of, each to be opened. */
function Sources({ model }: { model: DocumentModel }) {
  const sources = useMemo(() => sourcesOf(model), [model]);
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

function sourcesOf(model: DocumentModel): Source[] {
  const found = new Map<string, Source>();
  const add = (source: Source | undefined) => {
    if (source) found.set(`${source.kind}/${source.id}`, source);
  };
  for (const block of model.blocks) {
    if (block.type === 'pageBreak') continue;
    add(block.source);
    if (block.type === 'paragraph') for (const run of block.runs) add(run.source);
    if (block.type === 'table') for (const row of block.rows) for (const cell of row) add(cell.source);
  }
  return [...found.values()];
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
