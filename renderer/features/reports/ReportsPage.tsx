import { useQueries, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { numberOf, textOf } from '../../../shared/records/read-value.ts';
import { api, queries, type StoredRecord } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { formatTime } from '../../app/time.ts';
import { useCommand } from '../../app/use-command.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { YearPick } from '../../ui/YearPick.tsx';
import { SentencesDialog } from './SentencesDialog.tsx';
import '../../records/work-figures.css';
import './reports.css';

/** Drafts shown with how their numbers stand; older ones are found in the ledger. */
const SHOWN = 30;

/** 工作报告: the drafts, and a new one out of the sentences with the numbers of a year. */
export function ReportsPage() {
  const navigate = useNavigate();
  const years = useQuery(queries.figures.years.queryOptions({ input: {} }));
  const drafts = useQuery(queries.records.list.queryOptions({ input: { kind: 'report', limit: SHOWN } }));
  const [chosen, setChosen] = useState<number>();
  const [editing, setEditing] = useState(false);
  const create = useCommand(api.reports.create);
  const year = chosen ?? years.data?.newest ?? new Date().getFullYear();
  const start = async () => {
    const made = await create.run({ year });
    if (made) await navigate({ to: '/results/reports/$id', params: { id: made.id } });
  };
  if (drafts.isPending || years.isPending) return <RouteLoading />;
  const begin = (
    <Button type="primary" loading={create.saving} onClick={() => void start()}>
      起草 {year} 年工作报告
    </Button>
  );
  return (
    <PageFrame
      title="工作报告"
      sub={drafts.data ? `${drafts.data.total} 份` : undefined}
      verbs={
        <>
          <Button onClick={() => setEditing(true)}>常用句</Button>
          <Link to="/results/reconcile">
            <Button tabIndex={-1}>口径对账</Button>
          </Link>
          <YearPick year={year} years={years.data?.years} onChange={setChosen} />
          {(drafts.data?.total ?? 0) > 0 && begin}
        </>
      }
      bar={<RefusalNote refusal={create.refusal} onClose={create.reset} />}
    >
      {drafts.error && <RefusalNote refusal={explain(drafts.error)} />}
      {drafts.data?.total === 0 && (
        <EmptyState title="还没有报告稿" verbs={begin}>
          工作报告的文字和数都在这里起草：先按常用句排出初稿，数从台账里取，每个数点开就是依据；台账以后变了，稿里会提示，由您决定改不改。
        </EmptyState>
      )}
      {drafts.data && drafts.data.total > 0 && <Drafts records={drafts.data.records} />}
      {editing && <SentencesDialog onClose={() => setEditing(false)} />}
    </PageFrame>
  );
}

function Drafts({ records: given }: { readonly records: readonly StoredRecord[] }) {
  const records = [...given].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  const states = useQueries({
    queries: records.map(({ id }) => queries.reports.state.queryOptions({ input: { id } })),
  });
  return (
    <table className="work-table report-drafts">
      <thead>
        <tr>
          <th>标题</th>
          <th>年度</th>
          <th>状态</th>
          <th>文中的数</th>
          <th>最近修改</th>
        </tr>
      </thead>
      <tbody>
        {records.map((record, index) => (
          <tr key={record.id}>
            <th scope="row">
              <Link to="/results/reports/$id" params={{ id: record.id }}>
                {textOf(record.values, 'title')}
              </Link>
            </th>
            <td>{numberOf(record.values, 'year')}</td>
            <td>{textOf(record.values, 'state')}</td>
            <td>{numbersOf(states[index]?.data?.places)}</td>
            <td className="quiet">
              {formatTime(record.updatedAt)} {record.updatedBy}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function numbersOf(places: readonly { readonly state: string }[] | undefined) {
  if (!places) return '…';
  const stale = places.filter(({ state }) => state !== 'fresh' && state !== 'kept').length;
  return stale > 0 ? (
    <span className="warn">{`${places.length} 处，${stale} 处要看`}</span>
  ) : (
    `${places.length} 处，都与台账一致`
  );
}
