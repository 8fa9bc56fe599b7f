import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RecordLink } from '../../ui/RecordLink.tsx';
import { spacedName } from '../../ui/spaced-name.ts';
import { YearPick } from '../../ui/YearPick.tsx';
import { EntryDialog } from './EntryDialog.tsx';
import { HistoryLines } from './HistoryLines.tsx';
import { ReverseDialog } from './ReverseDialog.tsx';
import { SectionTable } from './SectionTable.tsx';
import { type Entry, points, STEP_WORDS, type Statement } from './types.ts';
import '../../records/work-figures.css';
import './scores.css';

/** The statement of one subject: every line with the record it comes from, to be checked, printed and signed. */
export function StatementPage() {
  const { subject } = useParams({ from: '/results/scores/$subject' });
  const search = useSearch({ from: '/results/scores/$subject' });
  const navigate = useNavigate();
  const year = search.year ?? new Date().getFullYear();
  const which = {
    scheme: search.scheme ?? 'zhongyuan',
    year,
    ...(search.version === undefined ? {} : { version: search.version }),
  };
  const query = useQuery(
    queries.scores.statement.queryOptions({ input: { ...which, subject }, placeholderData: (before) => before }),
  );
  const [adding, setAdding] = useState(false);
  const [reversing, setReversing] = useState<Entry>();
  const toRanking = (
    <Link to="/results/scores" search={which}>
      <Button tabIndex={-1}>回排名</Button>
    </Link>
  );
  useSection(search.section, query.data !== undefined);
  if (query.isPending) return <RouteLoading />;
  const data = query.data;
  if (!data || query.error) {
    return (
      <PageFrame title="计分明细" verbs={toRanking}>
        <EmptyState title="这一年没有他的计分" verbs={toRanking}>
          {explain(query.error).message}
        </EmptyState>
      </PageFrame>
    );
  }
  const paper = data.scheme.audience === 'member';
  return (
    <PageFrame
      title={paper ? spacedName(data.title) : data.title}
      sub={data.sub}
      verbs={
        <>
          <YearPick
            year={year}
            onChange={(next) =>
              void navigate({
                to: '/results/scores/$subject',
                params: { subject },
                search: { ...search, year: next },
                replace: true,
              })
            }
          />
          {toRanking}
          <Button onClick={() => window.print()}>打印</Button>
          {paper && (
            <Link
              to="/documents/$document"
              params={{ document: 'scoreStatement' }}
              search={{ member: subject, scheme: data.scheme.label, year }}
            >
              <Button tabIndex={-1}>出 Word</Button>
            </Link>
          )}
          <Button type="primary" onClick={() => setAdding(true)}>
            记一笔
          </Button>
        </>
      }
    >
      <div className="work-page score-statement">
        <Head data={data} />
        <Remarks data={data} />
        {data.sections.map((section, index) => (
          <SectionTable
            key={section.id || '-'}
            section={section}
            outer={(data.sections[index + 1]?.depth ?? 0) > section.depth}
            onReverse={setReversing}
          />
        ))}
        {data.hasHistory && <HistoryLines scheme={data.scheme.id} year={year} subject={subject} total={data.total} />}
        <Signatures />
      </div>
      {adding && <EntryDialog data={data} onClose={() => setAdding(false)} />}
      {reversing && <ReverseDialog entry={reversing} onClose={() => setReversing(undefined)} />}
    </PageFrame>
  );
}

/** Brings the section a number was opened from into view. */
function useSection(section: string | undefined, found: boolean): void {
  useEffect(() => {
    if (!section || !found) return;
    document.getElementById(`section-${section}`)?.scrollIntoView({ block: 'start' });
  }, [section, found]);
}

function Head({ data }: { readonly data: Statement }) {
  const { scheme } = data;
  return (
    <section className="card score-head" aria-label="结果">
      <p className="score-paper-title">
        {data.year} 年度履职计分明细：{data.title}
      </p>
      <dl>
        <div>
          <dt>总分</dt>
          <dd className="score-number">{points(data.total)}</dd>
        </div>
        <div>
          <dt>等次</dt>
          <dd className="score-number">{data.grade}</dd>
        </div>
        <div>
          <dt>名次</dt>
          <dd className="score-number">
            {data.rank}
            <span className="small quiet"> / {data.among}</span>
          </dd>
        </div>
        {data.base !== 0 && (
          <div>
            <dt>起评分</dt>
            <dd className="score-number">{points(data.base)}</dd>
          </div>
        )}
        {data.months < 12 && (
          <div>
            <dt>任职</dt>
            <dd className="score-number">
              {data.months}
              <span className="small quiet"> 个月，各项封顶按月折算</span>
            </dd>
          </div>
        )}
      </dl>
      <p className="quiet small">
        {scheme.label}第 {scheme.version} 版
        {scheme.status === 'inForce' ? `，${scheme.fromYear} 年起施行` : '，未施行，按它试算'}
        {scheme.adoptedBy ? `，${scheme.adoptedBy}通过` : ''}。总分 ＝ 起评分
        {points(data.base)} ＋ 下列各行“计入”之和
        {data.sections.some(({ start }) => start) ? '（含各类起始分）' : ''}。
      </p>
    </section>
  );
}

function Remarks({ data }: { readonly data: Statement }) {
  const { settlement } = data;
  const differs = settlement?.total !== undefined && settlement.total !== data.total;
  if (data.hints.length + data.vetoes.length + data.warnings.length === 0 && !settlement) return null;
  return (
    <section className="card score-remarks" aria-label="提示">
      {settlement && (
        <p className={differs ? 'score-differs' : 'quiet'}>
          {settlement.at.slice(0, 10)} {STEP_WORDS[settlement.step]}
          {settlement.total === undefined ? '时不在计分范围' : ` ${points(settlement.total)} 分`}
          {differs && `，现在是 ${points(data.total)} 分：之后改过记录，或换过方案。`}
        </p>
      )}
      {data.vetoes.map(({ label, items }) => (
        <p key={label} className="score-veto">
          一票否决：{label}
          {items.map(({ kind, id, title }) => (
            <span key={id}>
              {' '}
              <RecordLink kind={kind} id={id}>
                {title}
              </RecordLink>
            </span>
          ))}
        </p>
      ))}
      {data.warnings.map((words) => (
        <p key={words} className="score-veto">
          {words}
        </p>
      ))}
      {data.hints.length > 0 && (
        <ul className="score-hints">
          {data.hints.map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Only on paper: who was counted says whether it is right. */
function Signatures() {
  return (
    <footer className="score-signatures">
      <p>本人核对：□ 无异议　　□ 有异议（在有异议的行上做记号，下面写明理由）</p>
      <p className="score-objection">异议：</p>
      <p>
        <span>签名：</span>
        <span>日期：　　　　年　　月　　日</span>
      </p>
    </footer>
  );
}
