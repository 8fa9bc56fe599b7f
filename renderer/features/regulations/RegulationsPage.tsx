import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { type api, type Output, queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import type { Filter } from '../../app/list-state.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { Evidence } from '../../records/Evidence.tsx';
import { Figures } from '../../records/Figures.tsx';
import { FigureRules } from '../../records/WorkFigures.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RecordLink } from '../../ui/RecordLink.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { YearPick } from '../../ui/YearPick.tsx';
import './regulations.css';

type Overview = Output<typeof api.workRegulations.overview>;

/** 制度: what a year made, revised and ended, by area; what is in force; what was important. */
export function RegulationsPage() {
  const { year: asked } = useSearch({ from: '/desk/regulations' });
  const navigate = useNavigate();
  const year = asked ?? new Date().getFullYear();
  const query = useQuery(queries.workRegulations.overview.queryOptions({ input: { year } }));
  if (query.isPending) return <RouteLoading />;
  const { data } = query;
  const empty = data?.areas.every(({ inForce, made, revised, repealed, underWay }) =>
    [inForce, made, revised, repealed, underWay].every(({ length }) => length === 0),
  );
  return (
    <PageFrame
      title="规章制度"
      sub={`${year} 年`}
      verbs={
        <>
          <YearPick
            year={year}
            years={data?.years}
            onChange={(next) => void navigate({ to: '/desk/regulations', search: { year: next }, replace: true })}
          />
          <Button onClick={() => window.print()}>打印</Button>
          <Link to="/records/$kind/new" params={{ kind: 'regulation' }} search={{}}>
            <Button type="primary" tabIndex={-1}>
              登记制度
            </Button>
          </Link>
        </>
      }
    >
      {query.error && <RefusalNote refusal={explain(query.error)} />}
      {data && empty && (
        <EmptyState
          title="还没有登记规章制度"
          verbs={
            <>
              <Link to="/records/$kind/new" params={{ kind: 'regulation' }} search={{}}>
                登记制度
              </Link>
              <Link to="/import" search={{ as: 'regulation' }}>
                导入制度目录
              </Link>
            </>
          }
        >
          每项制度一条，修订的另立一条并选上前一版本。填了类别和通过日期，“几个方面多少项”自动数出来，两个版本可以逐字对照。
        </EmptyState>
      )}
      {data && !empty && (
        <div className="work-page">
          <p className="regulation-sentence">
            {data.sentence ? `${year}年${data.sentence}。` : `${year} 年还没有通过制定或修订的制度。`}
          </p>
          <Figures figures={data.figures} />
          <Areas data={data} year={year} />
          {data.important.length > 0 && <Important items={data.important} year={year} />}
          <FigureRules rules={data.figures} />
        </div>
      )}
    </PageFrame>
  );
}

const COLUMNS = [
  { id: 'made', label: '制定', rule: '当年通过、方式是制定' },
  { id: 'revised', label: '修订', rule: '当年通过、方式是修订' },
  { id: 'repealed', label: '废止', rule: '废止日期在当年；没有废止日期的，当年通过的废止决定' },
  { id: 'inForce', label: '现行', rule: '状态是通过、印发、现行的，不论年份' },
  { id: 'underWay', label: '在办', rule: '起草、征求意见、审议中的，不论年份' },
] as const;

const inArea = (area: string): Filter =>
  area ? { field: 'area', type: 'any', values: [area] } : { field: 'area', type: 'blank' };

function Areas({ data, year }: { readonly data: Overview; readonly year: number }) {
  return (
    <table className="work-table" aria-label="按类别">
      <thead>
        <tr>
          <th>类别</th>
          {COLUMNS.map(({ id, label, rule }) => (
            <th key={id} className="number" title={`口径：${rule}`}>
              {label}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {data.areas.map((line) => (
          <tr key={line.area}>
            <th scope="row">{line.area || <span className="warn">没有填类别</span>}</th>
            {COLUMNS.map(({ id, label, rule }) => (
              <td key={id} className="number">
                <Evidence
                  label={`${line.area || '没有填类别'}：${label}`}
                  items={line[id]}
                  rule={rule.replace('当年', `${year} 年`)}
                />
              </td>
            ))}
            <td>
              <Link
                to="/records/$kind"
                params={{ kind: 'regulation' }}
                search={{ filters: [inArea(line.area)], group: 'state' }}
              >
                按状态列出
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Important({ items, year }: { readonly items: Overview['important']; readonly year: number }) {
  return (
    <section className="card" aria-label="重要文件">
      <h2>
        {year} 年审议通过重要文件（{items.length}）
      </h2>
      <ol className="regulation-important">
        {items.map(({ kind, id, title, on }) => (
          <li key={id}>
            <RecordLink kind={kind} id={id}>
              {title}
            </RecordLink>{' '}
            <span className="quiet small">{on}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
