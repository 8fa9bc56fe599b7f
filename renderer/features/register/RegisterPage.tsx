import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select, Tabs } from 'antd';
import { useState } from 'react';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { YearPick } from '../../ui/YearPick.tsx';
import { ExportRegister } from './ExportRegister.tsx';
import { IssuesTab } from './IssuesTab.tsx';
import { RegisterTable } from './RegisterTable.tsx';
import { SeriesDialog } from './SeriesDialog.tsx';
import { TakeDialog } from './TakeDialog.tsx';
import type { Register, RegisterRow } from './types.ts';
import { VoidDialog } from './VoidDialog.tsx';
import '../../records/work-figures.css';
import './register.css';

/** What a dialog is about: a number to take, one to void, the rules. */
type Asked =
  | { readonly type: 'take'; readonly series?: string; readonly n?: number }
  | { readonly type: 'void'; readonly row: RegisterRow; readonly n: number }
  | { readonly type: 'rules' };

/** 发文登记簿: every number the office gave out, in order, with what is missing, void or given twice. */
export function RegisterPage() {
  const search = useSearch({ from: '/documents/register' });
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked>();
  const input = {
    ...(search.year ? { year: search.year } : {}),
    ...(search.series ? { series: search.series } : {}),
  };
  const query = useQuery(queries.numbers.register.queryOptions({ input, placeholderData: (before) => before }));
  const change = (next: Partial<typeof search>) =>
    void navigate({ to: '/documents/register', search: { ...search, ...next }, replace: true });
  if (query.isPending) return <RouteLoading />;
  const { data } = query;
  const close = () => setAsked(undefined);
  const register = data && (
    <Papers
      data={data}
      series={search.series}
      onSeries={(series) => change({ series })}
      onTake={(series, n) => setAsked({ type: 'take', ...(series ? { series } : {}), ...(n ? { n } : {}) })}
      onVoid={(row, n) => setAsked({ type: 'void', row, n })}
    />
  );
  const tabs = [
    { key: 'papers', label: '发文登记簿', children: register },
    { key: 'issues', label: '期刊期号', children: <IssuesTab year={search.year} /> },
  ];
  return (
    <PageFrame
      title="发文登记"
      sub={data ? `${search.year ?? data.year} 年` : ''}
      verbs={
        <>
          <Button onClick={() => setAsked({ type: 'rules' })}>编号规则</Button>
          <Button onClick={() => window.print()}>打印</Button>
          <ExportRegister input={{ ...input, ...(data ? { year: data.year } : {}) }} />
          <Button type="primary" onClick={() => setAsked({ type: 'take' })}>
            取号
          </Button>
        </>
      }
      bar={
        <YearPick
          year={search.year ?? data?.year ?? new Date().getFullYear()}
          years={data?.years}
          onChange={(year) => change({ year })}
        />
      }
    >
      {query.error && <RefusalNote refusal={explain(query.error)} />}
      <Tabs
        className="register-tabs"
        activeKey={search.tab ?? 'papers'}
        onChange={(tab) => change({ tab: tab === 'issues' ? tab : undefined })}
        items={tabs}
        destroyOnHidden
      />
      {asked?.type === 'take' && data && (
        <TakeDialog year={data.year} series={asked.series ?? search.series} n={asked.n} onClose={close} />
      )}
      {asked?.type === 'void' && data && <VoidDialog row={asked.row} n={asked.n} year={data.year} onClose={close} />}
      {asked?.type === 'rules' && data && <SeriesDialog year={data.year} onClose={close} />}
    </PageFrame>
  );
}

interface PapersProps {
  readonly data: Register;
  readonly series: string | undefined;
  readonly onSeries: (series: string | undefined) => void;
  readonly onTake: (series?: string, n?: number) => void;
  readonly onVoid: (row: RegisterRow, n: number) => void;
}

function Papers({ data, series, onSeries, onTake, onVoid }: PapersProps) {
  const kept = data.series.filter(({ papers, void: voided, missing }) => papers + voided + missing > 0);
  return (
    <>
      <div className="register-choice">
        <Select
          aria-label="文号系列"
          className="register-series"
          value={series ?? ''}
          popupMatchSelectWidth={false}
          onChange={(next: string) => onSeries(next || undefined)}
          options={[
            { value: '', label: '全部系列' },
            ...(series && !data.series.some(({ id }) => id === series) ? [{ value: series, label: series }] : []),
            ...data.series.map(({ id, label, next }) => ({ value: id, label: `${label}（下一个 ${next}）` })),
          ]}
        />
        <Doubts series={kept} />
      </div>
      {kept.length === 0 ? (
        <EmptyState
          title={`${data.year} 年还没有发文`}
          verbs={
            <button type="button" className="plain-button" onClick={() => onTake(series)}>
              取第一个号
            </button>
          }
        >
          发文字号按系列、按年从 1
          号编起。取号时写下标题，就登记在这里；会议、规章制度里填的文号也自动列进来，漏号、重号一眼看得出。
        </EmptyState>
      ) : (
        kept.map((one) => (
          <RegisterTable
            key={one.id}
            series={one}
            rows={data.rows.filter((row) => row.series === one.id)}
            onTake={onTake}
            onVoid={onVoid}
          />
        ))
      )}
    </>
  );
}

/** The sentence a clerk looks for first: is anything missing, was anything given twice. */
function Doubts({ series }: { readonly series: Register['series'] }) {
  const missing = series.reduce((sum, one) => sum + one.missing, 0);
  const repeats = series.flatMap((one) => one.repeats);
  if (missing + repeats.length === 0) return <span className="quiet small">号序连续，没有漏号和重号。</span>;
  return (
    <span className="register-doubts small" role="status">
      {[missing > 0 ? `漏号 ${missing} 个` : '', repeats.length > 0 ? `重号：${repeats.join('、')}` : '']
        .filter(Boolean)
        .join('；')}
      ，在下面标红的行里。
    </span>
  );
}
