import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select, Tabs } from 'antd';
import { useMemo, useState } from 'react';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { casesById } from '../../records/case-evidence.ts';
import { FigureRules, Shares, Spread, Tallies } from '../../records/WorkFigures.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useKeys } from '../../ui/keys.ts';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { Conversions } from './Conversions.tsx';
import { ItemList } from './ItemList.tsx';
import { PasteMany } from './PasteMany.tsx';
import { Sources } from './Sources.tsx';
import './suggestions.css';

const UNIT_COLUMNS = [
  { id: 'all', label: '条目' },
  { id: 'problems', label: '问题诉求' },
  { id: '未送达', label: '未送达' },
  { id: '已送达', label: '已送达', rule: '送达了、还在签收期限里的' },
  { id: '超期未签收', label: '超期未签收', late: true, rule: '送达后过了签收期限还没有收条的' },
  { id: '已签收', label: '已签收' },
  { id: 'late', label: '超期未答复', late: true },
  { id: 'answered', label: '已答复' },
  { id: 'adopted', label: '采纳', rule: '采纳、部分采纳的' },
];

/** 意见建议与收条: what was advised, who has it, whether it was signed for, and what became of it. */
export function SuggestionsPage() {
  const search = useSearch({ from: '/desk/suggestions' });
  const navigate = useNavigate();
  const tab = search.tab ?? 'sources';
  const year = search.year;
  const query = useQuery({
    ...queries.workSuggestions.overview.queryOptions({ input: year ? { year } : {} }),
    placeholderData: keepPreviousData,
  });
  const [pasting, setPasting] = useState(false);
  const data = query.data;
  const cases = useMemo(() => casesById(data?.cases ?? []), [data]);
  useKeys({ print: () => window.print() });
  const change = (next: Partial<typeof search>) =>
    void navigate({ to: '/desk/suggestions', search: { ...search, ...next }, replace: true });
  if (query.error) {
    return (
      <PageFrame title="意见建议与收条">
        <RefusalNote refusal={explain(query.error)} />
      </PageFrame>
    );
  }
  if (!data) return <RouteLoading />;
  const narrowed = data.cases.filter(
    (item) => (!search.source || item.source === search.source) && (!search.unit || item.unit === search.unit),
  );
  const problems = narrowed.filter(({ suggestionKind }) => suggestionKind === '问题诉求');
  const charged = narrowed.filter(({ unit }) => unit !== '');
  const lists = { search, data, onChange: change };
  return (
    <PageFrame
      title="意见建议与收条"
      sub={`${year ? `${year} 年` : '全部年度'} · ${data.cases.length} 条`}
      verbs={
        <>
          <Select
            aria-label="年度"
            value={year ?? 0}
            onChange={(chosen: number) => change({ year: chosen || undefined })}
            options={[
              { value: 0, label: '全部年度' },
              ...[...new Set([...(year ? [year] : []), ...data.years])]
                .sort((a, b) => b - a)
                .map((one) => ({ value: one, label: `${one} 年` })),
            ]}
          />
          <Button onClick={() => window.print()}>打印</Button>
          <Button type="primary" onClick={() => setPasting(true)}>
            粘贴多条
          </Button>
        </>
      }
    >
      {data.cases.length === 0 ? (
        <EmptyState
          title={year ? `${year} 年还没有意见建议` : '还没有意见建议'}
          verbs={
            <Button type="primary" onClick={() => setPasting(true)}>
              粘贴多条
            </Button>
          }
        >
          协商、座谈、调研里提出的每一条都登记在这里，转给部门，收回收条，盯到答复和转化。把会上的建议整段粘贴进来，一行一条。
        </EmptyState>
      ) : (
        <div className="work-page">
          <Tallies tallies={data.tallies} cases={cases} />
          <Shares shares={data.shares} cases={cases} unit="条" />
          <Tabs
            activeKey={tab}
            onChange={(key) => change({ tab: key === 'sources' ? undefined : key })}
            destroyOnHidden
            items={[
              { key: 'sources', label: '按来源', children: <Sources data={data} cases={cases} onChoose={change} /> },
              {
                key: 'units',
                label: '按单位',
                children: <Spread head="主责单位" lines={data.units} columns={UNIT_COLUMNS} cases={cases} />,
              },
              {
                key: 'receipts',
                label: '收条',
                children: <ItemList {...lists} items={narrowed.filter((item) => item.needsReceipt)} list="receipts" />,
              },
              {
                key: 'problems',
                label: `问题清单（${problems.length}）`,
                children: <ItemList {...lists} items={problems} list="problems" />,
              },
              {
                key: 'duties',
                label: `责任清单（${charged.length}）`,
                children: <ItemList {...lists} items={charged} list="duties" />,
              },
              { key: 'all', label: '全部条目', children: <ItemList {...lists} items={narrowed} list="all" /> },
              { key: 'conversions', label: '转化成果', children: <Conversions items={data.cases} /> },
            ]}
          />
          <FigureRules rules={[...data.tallies, ...data.shares]} />
        </div>
      )}
      {pasting && <PasteMany source={search.source} present={data.cases} onClose={() => setPasting(false)} />}
      {data.cases.length > 0 && (
        <p className="small suggestions-ledger">
          <Link to="/records/$kind" params={{ kind: 'suggestion' }} search={{}}>
            到意见建议台账
          </Link>
        </p>
      )}
    </PageFrame>
  );
}
