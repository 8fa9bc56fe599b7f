import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { type api, type Output, queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { Comparison } from './Comparison.tsx';
import './regulations.css';

type Version = Output<typeof api.workRegulations.versions>['versions'][number];

const versionName = ({ passedOn, action, number, state }: Version): string =>
  [passedOn || '没有通过日期', action, number, state].filter(Boolean).join(' · ');

/** One regulation through its versions, two of them side by side. */
export function VersionsPage() {
  const { id } = useParams({ from: '/desk/regulations/$id' });
  const { before, after } = useSearch({ from: '/desk/regulations/$id' });
  const navigate = useNavigate();
  const [folded, setFolded] = useState(true);
  const query = useQuery(queries.workRegulations.versions.queryOptions({ input: { id } }));
  const versions = query.data?.versions ?? [];
  const at = versions.findIndex((version) => version.id === id);
  const right = versions.find((version) => version.id === after) ?? versions[Math.max(at, 1)] ?? versions[at];
  const left =
    versions.find((version) => version.id === before) ??
    versions[Math.max(0, versions.indexOf(right ?? versions[0]!) - 1)];
  const change = (next: { before?: string; after?: string }) =>
    void navigate({
      to: '/desk/regulations/$id',
      params: { id },
      search: { before: left?.id, after: right?.id, ...next },
      replace: true,
    });
  if (query.error) {
    return (
      <PageFrame title="版本对照">
        <EmptyState title="打不开这项制度" verbs={<Link to="/desk/regulations">回到规章制度</Link>}>
          {explain(query.error).message}
        </EmptyState>
      </PageFrame>
    );
  }
  if (query.isPending) return <RouteLoading />;
  const options = versions.map((version) => ({ value: version.id, label: versionName(version) }));
  return (
    <PageFrame
      title={versions[at]?.title ?? '版本对照'}
      sub={`${versions.length} 个版本`}
      verbs={
        <>
          <Button onClick={() => window.print()}>打印</Button>
          <Link to="/records/$kind/$id" params={{ kind: 'regulation', id }} search={{}}>
            <Button tabIndex={-1}>打开这项制度</Button>
          </Link>
        </>
      }
    >
      <div className="work-page">
        <Chain versions={versions} current={id} />
        {left && right && left.id !== right.id ? (
          <>
            <div className="version-pick">
              <label htmlFor="version-before">左边</label>
              <Select
                id="version-before"
                value={left.id}
                options={options}
                onChange={(value: string) => change({ before: value })}
              />
              <label htmlFor="version-after">右边</label>
              <Select
                id="version-after"
                value={right.id}
                options={options}
                onChange={(value: string) => change({ after: value })}
              />
              <Checkbox checked={folded} onChange={(event) => setFolded(event.target.checked)}>
                只看改动处
              </Checkbox>
            </div>
            <Compared before={left.id} after={right.id} folded={folded} />
          </>
        ) : (
          <EmptyState
            title={versions.length > 1 ? '左右选了同一个版本' : '只有一个版本，没有可对照的'}
            verbs={
              versions.length > 1 ? (
                <Button onClick={() => change({ before: versions[0]?.id ?? '', after: versions.at(-1)?.id ?? '' })}>
                  最早的和最新的对照
                </Button>
              ) : (
                <Link
                  to="/records/$kind/new"
                  params={{ kind: 'regulation' }}
                  search={{ with: { previous: id, action: '修订', title: versions[0]?.title } }}
                >
                  起草修订稿
                </Link>
              )
            }
          >
            修订时另立一条，“前一版本”选原来那条，两个版本就能并排对照，增删的字都标出来。
          </EmptyState>
        )}
      </div>
    </PageFrame>
  );
}

interface ComparedProps {
  readonly before: string;
  readonly after: string;
  readonly folded: boolean;
}

function Compared({ before, after, folded }: ComparedProps) {
  const query = useQuery(queries.workRegulations.compare.queryOptions({ input: { before, after } }));
  if (query.error) return <RefusalNote refusal={explain(query.error)} />;
  if (!query.data) return <RouteLoading />;
  return <Comparison data={query.data} folded={folded} />;
}

interface ChainProps {
  readonly versions: readonly Version[];
  readonly current: string;
}

/** The versions in the order in which they followed each other. */
function Chain({ versions, current }: ChainProps) {
  return (
    <ol className="version-chain" aria-label="历次版本">
      {versions.map((version) => (
        <li key={version.id} aria-current={version.id === current || undefined}>
          <Link to="/records/$kind/$id" params={{ kind: 'regulation', id: version.id }} search={{}}>
            {version.title}
          </Link>
          <div className="quiet small">{versionName(version)}</div>
          <div className="small">
            {version.characters > 0 ? `${version.characters} 字` : <span className="warn">没有全文</span>}
          </div>
          {version.changes && <p className="small">修订要点：{version.changes}</p>}
        </li>
      ))}
    </ol>
  );
}
