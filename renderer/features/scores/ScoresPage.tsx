import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select, Tabs } from 'antd';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { YearPick } from '../../ui/YearPick.tsx';
import { Candidates } from './Candidates.tsx';
import { ExportRanking } from './ExportRanking.tsx';
import { Notice } from './Notice.tsx';
import { RankingTab } from './RankingTab.tsx';
import { SettlementTab } from './SettlementTab.tsx';
import { AUDIENCES, type SchemeList } from './types.ts';
import '../../records/work-figures.css';
import './scores.css';

/** 履职计分: who has how many points by which scheme, and everything that leads from there to the records behind it. */
export function ScoresPage() {
  const search = useSearch({ from: '/results/scores' });
  const navigate = useNavigate();
  const year = search.year ?? new Date().getFullYear();
  const list = useQuery(queries.scores.schemes.queryOptions({ input: { year }, placeholderData: (before) => before }));
  const change = (next: Partial<typeof search>) =>
    void navigate({ to: '/results/scores', search: { ...search, ...next }, replace: true });
  if (list.isPending) return <RouteLoading />;
  const schemes = list.data?.schemes ?? [];
  const scheme = schemes.find(({ id }) => id === search.scheme) ?? usual(schemes);
  if (!scheme) {
    return (
      <PageFrame title="履职计分">
        <RefusalNote refusal={list.error ? explain(list.error) : undefined} />
      </PageFrame>
    );
  }
  const version = scheme.versions.some((one) => one.version === search.version) ? search.version : undefined;
  const which = { scheme: scheme.id, year, ...(version === undefined ? {} : { version }) };
  const audience = AUDIENCES.find(({ id }) => id === scheme.audience) ?? AUDIENCES[0];
  const isMember = scheme.audience === 'member';
  const tabs = [
    {
      key: 'ranking',
      label: '排名',
      children: <RankingTab which={which} by={search.by} group={search.group} grade={search.grade} onChange={change} />,
    },
    ...(isMember
      ? [
          { key: 'candidates', label: '优秀候选', children: <Candidates which={which} /> },
          { key: 'notice', label: '季度通报', children: <Notice which={which} /> },
        ]
      : []),
    { key: 'settle', label: '试算与审定', children: <SettlementTab which={which} inForce={scheme.inForce} /> },
  ];
  return (
    <PageFrame
      fixed
      title="履职计分"
      sub={`${year} 年 · ${audience?.label ?? ''}`}
      verbs={
        <>
          <ExportRanking
            input={{
              ...which,
              ...(search.by ? { by: search.by } : {}),
              ...(search.group ? { group: search.group } : {}),
            }}
          />
          <Button onClick={() => window.print()}>打印</Button>
          <Link to="/results/schemes/$scheme" params={{ scheme: scheme.id }} search={{ year }}>
            <Button type="primary" tabIndex={-1}>
              方案与推演
            </Button>
          </Link>
        </>
      }
      bar={
        <>
          <YearPick year={year} years={list.data?.years} onChange={(next) => change({ year: next })} />
          <Select
            aria-label="计分方案"
            className="score-scheme"
            popupMatchSelectWidth={false}
            value={scheme.id}
            options={schemeOptions(schemes)}
            onChange={(next: string) =>
              change({ scheme: next, version: undefined, group: undefined, grade: undefined, tab: undefined })
            }
          />
          <Select
            aria-label="哪一版"
            className="score-version"
            popupMatchSelectWidth={false}
            value={version ?? 0}
            options={versionOptions(scheme)}
            onChange={(next: number) => change({ version: next || undefined })}
          />
          {scheme.inForce === undefined && version === undefined && (
            <span className="score-note small">这个方案还没有施行，下面是按最新一版试算的。</span>
          )}
        </>
      }
    >
      <RefusalNote refusal={list.error ? explain(list.error) : undefined} />
      <Tabs
        className="score-tabs"
        activeKey={tabs.some(({ key }) => key === search.tab) ? (search.tab ?? 'ranking') : 'ranking'}
        onChange={(tab) => change({ tab: tab === 'ranking' ? undefined : tab })}
        items={tabs}
        destroyOnHidden
      />
    </PageFrame>
  );
}

/** The scheme for members that is in force; without one the first there is. */
const usual = (schemes: SchemeList): SchemeList[number] | undefined =>
  schemes.find(({ audience, inForce }) => audience === 'member' && inForce !== undefined) ?? schemes[0];

function schemeOptions(schemes: SchemeList) {
  return AUDIENCES.map(({ id, label }) => ({
    label,
    options: schemes
      .filter(({ audience }) => audience === id)
      .map((one) => ({ value: one.id, label: one.inForce === undefined ? `${one.label}（未施行）` : one.label })),
  })).filter(({ options }) => options.length > 0);
}

function versionOptions({ versions, inForce }: SchemeList[number]) {
  return [
    { value: 0, label: inForce === undefined ? '最新一版' : `施行的一版（第 ${inForce} 版）` },
    ...versions.map(({ version, status, fromYear }) => ({
      value: version,
      label: `第 ${version} 版，${status === 'inForce' ? `${fromYear} 年起施行` : status === 'draft' ? '草稿' : '停用'}`,
    })),
  ];
}
