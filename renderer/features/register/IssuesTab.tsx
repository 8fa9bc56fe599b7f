import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RecordLink } from '../../ui/RecordLink.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { spacedName } from '../../ui/spaced-name.ts';
import { gapWords, type Publication } from './types.ts';

/** 期号 of every publication of a year; 增刊 stand by themselves. */
export function IssuesTab({ year }: { readonly year: number | undefined }) {
  const query = useQuery(
    queries.numbers.issues.queryOptions({ input: year ? { year } : {}, placeholderData: (before) => before }),
  );
  const { data } = query;
  return (
    <>
      {query.error && <RefusalNote refusal={explain(query.error)} />}
      {data?.publications.length === 0 && (
        <EmptyState
          title={`${data.year} 年还没有期刊期次`}
          verbs={
            <Link to="/records/$kind/new" params={{ kind: 'bulletin' }} search={{}}>
              新建一期
            </Link>
          }
        >
          社情民意、信息专刊、委员建言、政协简报，每出一期登记一条，期号自动接着上一期；增刊另外编号。
        </EmptyState>
      )}
      {data?.publications.map((part) => (
        <IssueTable key={`${part.publication} ${part.supplement}`} part={part} />
      ))}
    </>
  );
}

function IssueTable({ part }: { readonly part: Publication }) {
  const name = `${part.publication}${part.supplement && part.publication !== '增刊' ? '（增刊）' : ''}`;
  const facts = [
    `${part.issues} 期`,
    part.missing > 0 ? `漏号 ${part.missing} 个` : '',
    part.repeats.length > 0 ? `重号：第${part.repeats.join('、')}期` : '',
    ...part.totalGaps.map(({ from, to }) => `总期号缺${from === to ? from : `${from}至${to}`}`),
  ].filter(Boolean);
  return (
    <section className="register-part" aria-label={name}>
      <h2>
        {name} <span className="quiet small">{facts.join('，')}</span>
      </h2>
      <table className="work-table register-table" aria-label={`${name}期号`}>
        <thead>
          <tr>
            <th className="register-issue">期号</th>
            <th className="register-issue">总期号</th>
            <th>期次</th>
            <th className="register-name">签发人</th>
            <th className="day">印发日期</th>
            <th className="number">印数</th>
            <th className="register-state">状态</th>
          </tr>
        </thead>
        <tbody>
          {part.rows.map((row) =>
            row.type === 'gap' ? (
              <tr key={`gap ${row.n}`} className="register-gap">
                <td className="register-issue">{row.n}</td>
                <td colSpan={6}>{gapWords(row.n ?? 0, row.to ?? row.n ?? 0, '期')}</td>
              </tr>
            ) : (
              <tr key={row.id} className={row.repeated ? 'register-twice' : undefined}>
                <td className="register-issue">
                  {row.n ?? '未编'}
                  {row.repeated && <strong className="register-mark">重号</strong>}
                </td>
                <td className="register-issue">
                  {row.totalNumber ?? ''}
                  {row.totalWrong && <span className="register-mark small"> {row.totalWrong}</span>}
                </td>
                <td className="register-title">
                  {row.id && (
                    <RecordLink kind="bulletin" id={row.id}>
                      {row.title}
                    </RecordLink>
                  )}
                </td>
                <td className="register-name">{row.signer && spacedName(row.signer)}</td>
                <td className="day">{row.printedOn}</td>
                <td className="number">{row.copies ?? ''}</td>
                <td className="register-state">{row.state}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </section>
  );
}
