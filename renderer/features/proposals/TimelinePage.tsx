import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { EvaluationForm } from '../../records/evaluation/EvaluationForm.tsx';
import { DueTag } from '../../ui/DueTag.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RecordLink } from '../../ui/RecordLink.tsx';
import type { Timeline } from './answers.ts';
import { Lanes, Step } from './Lanes.tsx';
import { canUrge, UrgeDialog } from './Urging.tsx';
import './proposals.css';

/** The handling of one case: every unit in its lane, what each proposer said, what is owed. */
export function TimelinePage() {
  const { id } = useParams({ from: '/desk/proposals/$id' });
  const navigate = useNavigate();
  const query = useQuery(queries.workProposals.timeline.queryOptions({ input: { id } }));
  if (query.error) {
    return (
      <PageFrame title="提案办理经过">
        <EmptyState title="打不开这件提案" verbs={<Link to="/desk/proposals">回到提案一览</Link>}>
          {explain(query.error).message}
        </EmptyState>
      </PageFrame>
    );
  }
  if (!query.data) return <RouteLoading />;
  const data = query.data;
  return (
    <PageFrame
      title={data.title}
      sub={data.state}
      verbs={
        <>
          <Link to="/desk/proposals">
            <Button tabIndex={-1}>提案一览</Button>
          </Link>
          <Button onClick={() => window.print()}>打印</Button>
          <Button
            type="primary"
            onClick={() => void navigate({ to: '/records/$kind/$id', params: { kind: 'proposal', id }, search: {} })}
          >
            打开提案办理
          </Button>
        </>
      }
    >
      <div className="work-page">
        <People data={data} />
        <ol className="case-stages" aria-label="全程">
          {data.stages.map((stage) => (
            <Step key={stage.label} step={stage} />
          ))}
        </ol>
        <Owed owed={data.owed} />
        <section className="card">
          <h2>承办单位（{data.lanes.length}）</h2>
          {data.lanes.length === 0 ? <p className="quiet">还没有交办。</p> : <Lanes lanes={data.lanes} />}
        </section>
        <div className="work-columns">
          <Hearings data={data} />
          <FollowUps data={data} />
        </div>
        <div className="work-columns">
          <Judgements
            title="提案质量（承办单位评）"
            lines={data.ofProposal}
            empty="承办单位还没有评。评价背靠背，提案人看不到。"
            form={<EvaluationForm id={id} direction="提案质量" />}
          />
          <Judgements
            title="办理质量（提案人评）"
            lines={data.ofHandling}
            empty="提案人还没有评。评价背靠背，承办单位看不到。"
            form={<EvaluationForm id={id} direction="办理质量" />}
          />
        </div>
      </div>
    </PageFrame>
  );
}

function People({ data }: { readonly data: Timeline }) {
  return (
    <section className="card case-people">
      <p>
        <span className="quiet">提案人：</span>
        {data.proposers.length === 0 && '未填'}
        {data.proposers.map(({ kind, id, title }, index) => (
          <span key={id || title}>
            {index > 0 && '、'}
            {kind ? (
              <RecordLink kind={kind} id={id}>
                {title}
              </RecordLink>
            ) : (
              title
            )}
          </span>
        ))}
      </p>
      {data.key && (
        <p>
          <span className="quiet">重点提案：</span>
          {[
            data.key.level,
            data.key.handlingLeader && `领办 ${data.key.handlingLeader}`,
            data.key.supervisors && `督办 ${data.key.supervisors}`,
          ]
            .filter(Boolean)
            .join(' · ') || '领办、督办领导还没有填'}
        </p>
      )}
      {data.mergedInto && (
        <p>
          <span className="quiet">已并入：</span>
          <Link to="/desk/proposals/$id" params={{ id: data.mergedInto.id }}>
            {data.mergedInto.title}
          </Link>
        </p>
      )}
      {data.merged.length > 0 && (
        <div>
          <span className="quiet">并入本案 {data.merged.length} 件，提案人一并征询：</span>
          <ul>
            {data.merged.map((one) => (
              <li key={one.id}>
                <Link to="/desk/proposals/$id" params={{ id: one.id }}>
                  {one.title}
                </Link>{' '}
                <span className="quiet small">{one.note}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function Owed({ owed }: Pick<Timeline, 'owed'>) {
  const [asking, setAsking] = useState(false);
  const able = owed.filter(canUrge);
  if (owed.length === 0) return null;
  return (
    <section className="card">
      <h2>现在欠着（{owed.length}）</h2>
      <ul className="case-owed">
        {owed.map((line) => (
          <li key={line.key}>
            <DueTag days={line.days} />
            <span>
              {line.label} {line.due}
            </span>
            <span>{line.about}</span>
            {line.urged > 0 && <span className="quiet small">催过 {line.urged} 次</span>}
          </li>
        ))}
      </ul>
      {able.length > 0 && <Button onClick={() => setAsking(true)}>书面催办 {able.length} 项</Button>}
      {asking && <UrgeDialog lines={able} onClose={() => setAsking(false)} onDone={() => setAsking(false)} />}
    </section>
  );
}

function Hearings({ data }: { readonly data: Timeline }) {
  return (
    <section className="card">
      <h2>征询意见（{data.hearings.length}）</h2>
      {data.hearings.length === 0 ? (
        <p className="quiet">还没有征询。答复审核通过后，逐个征求提案人的意见。</p>
      ) : (
        <ul className="case-lines">
          {data.hearings.map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place
            <li key={index}>
              <strong>{one.name}</strong>
              {one.round > 1 && <span className="quiet small">第 {one.round} 次办理</span>}
              {one.on || one.result || one.attitude ? (
                <>
                  <span>
                    态度{one.attitude ?? '未填'}，结果{one.result ?? '未填'}
                  </span>
                  <span className="quiet small">{one.on}</span>
                  {one.opinion && <p>{one.opinion}</p>}
                </>
              ) : (
                <span className="case-waiting">还没有征询</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function FollowUps({ data }: { readonly data: Timeline }) {
  return (
    <section className="card">
      <h2>督办与回头看（{data.followUps.length}）</h2>
      {data.followUps.length === 0 ? (
        <p className="quiet">还没有督办。面对面、回头看、现场视察、督办协商会、书面催办都记在这里。</p>
      ) : (
        <ul className="case-lines">
          {data.followUps.map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place
            <li key={index}>
              <strong>{one.label}</strong>
              <span>{one.unit}</span>
              <span className="quiet small">{one.on}</span>
              {one.event && (
                <RecordLink kind="event" id={one.event.id}>
                  {one.event.title}
                </RecordLink>
              )}
              {one.note && <p>{one.note}</p>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface JudgementsProps {
  readonly title: string;
  readonly lines: Timeline['ofProposal'];
  readonly empty: string;
  readonly form: ReactNode;
}

/** One direction of 双向评价 by itself: the two sides judge back to back. */
function Judgements({ title, lines, empty, form }: JudgementsProps) {
  return (
    <section className="card">
      <h2>{title}</h2>
      {lines.length === 0 ? (
        <p className="quiet">{empty}</p>
      ) : (
        <ul className="case-lines">
          {lines.map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place
            <li key={index}>
              <strong>{one.by}</strong>
              <span>{[one.score === undefined ? '' : `${one.score} 分`, one.grade].filter(Boolean).join('，')}</span>
              <span className="quiet small">{one.on}</span>
              {one.comment && <p>{one.comment}</p>}
            </li>
          ))}
        </ul>
      )}
      {form}
    </section>
  );
}
