import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { Figures } from '../../records/Figures.tsx';
import { findKind } from '../../records/fields.ts';
import { BatchMoves } from '../../records/process/BatchMoves.tsx';
import { FigureRules } from '../../records/WorkFigures.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { YearPick } from '../../ui/YearPick.tsx';
import { Board } from './Board.tsx';
import { TopicDrawer } from './TopicDrawer.tsx';
import './topics.css';

const QUARTERS = ['一季度', '二季度', '三季度', '四季度'];

/** 四单: topics from what people ask for to what they say of the answer. */
export function TopicsPage() {
  const { year: asked, quarter, street } = useSearch({ from: '/desk/topics' });
  const navigate = useNavigate();
  const year = asked ?? new Date().getFullYear();
  const input = { year, ...(quarter ? { quarter: `${year}-Q${quarter}` } : {}), ...(street ? { street } : {}) };
  const query = useQuery(queries.workTopics.board.queryOptions({ input, placeholderData: (before) => before }));
  const [opened, setOpened] = useState<string>();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const kind = findKind('topic');
  const change = (next: { year?: number; quarter?: number | undefined; street?: string | undefined }) =>
    void navigate({ to: '/desk/topics', search: { year, quarter, street, ...next }, replace: true });
  if (query.isPending || !kind) return <RouteLoading />;
  const { data } = query;
  const shown = new Set(data?.topics.map(({ id }) => id));
  const chosen = ticked.filter((id) => shown.has(id));
  const card = data?.topics.find(({ id }) => id === opened);
  return (
    <PageFrame
      title="四单协商"
      sub={`${year} 年${quarter ? QUARTERS[quarter - 1] : ''} · ${data?.topics.length ?? 0} 个议题`}
      verbs={
        <>
          {chosen.length > 0 && <BatchMoves kind={kind} ids={chosen} />}
          {chosen.length > 0 && <Button onClick={() => setTicked([])}>不选了</Button>}
          <Button onClick={() => window.print()}>打印</Button>
          <Link
            to="/records/$kind/new"
            params={{ kind: 'topic' }}
            search={{ with: street ? { subdistrictOffice: street } : {} }}
          >
            <Button type="primary" tabIndex={-1}>
              收一个议题
            </Button>
          </Link>
        </>
      }
      bar={
        <div className="topic-filters">
          <YearPick year={year} onChange={(next) => change({ year: next })} />
          <Select
            aria-label="季度"
            value={quarter ?? 0}
            onChange={(next: number) => change({ quarter: next || undefined })}
            options={[{ value: 0, label: '全年' }, ...QUARTERS.map((label, index) => ({ value: index + 1, label }))]}
          />
          <Select
            aria-label="街道"
            className="topic-street"
            value={street ?? ''}
            onChange={(next: string) => change({ street: next || undefined })}
            options={[
              { value: '', label: '全部街道' },
              ...(data?.streets ?? []).map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
        </div>
      }
    >
      {query.error && <RefusalNote refusal={explain(query.error)} />}
      {data && data.topics.length === 0 && (
        <EmptyState
          title={`${year} 年${quarter ? QUARTERS[quarter - 1] : ''}还没有协商议题`}
          verbs={
            <>
              <Link to="/records/$kind/new" params={{ kind: 'topic' }} search={{}}>
                收一个议题
              </Link>
              <Link to="/import" search={{ as: 'topic' }}>
                导入议题清单
              </Link>
            </>
          }
        >
          每季到社区听一次，群众点的单登记在这里；委员认领、请部门来谈、跟到办结和群众评价，一步一步往右走。
        </EmptyState>
      )}
      {data && data.topics.length > 0 && (
        <div className="work-page">
          <Figures figures={data.figures} />
          <Board
            board={data}
            ticked={chosen}
            onTick={(id, on) => setTicked(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
            onOpen={setOpened}
          />
          <FigureRules rules={data.figures} />
        </div>
      )}
      {card && <TopicDrawer card={card} onClose={() => setOpened(undefined)} />}
    </PageFrame>
  );
}
