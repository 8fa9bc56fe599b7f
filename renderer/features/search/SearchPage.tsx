import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, type InputRef, Segmented, Select, Space } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { kindOf, kinds } from '../../../shared/records/index.ts';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { changePreferences, usePreferences } from '../../app/preferences.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { onKeys } from '../../ui/keys.ts';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { Hits } from './Hits.tsx';
import './search.css';

const PAGE_SIZE = 50;
const MOST = 1000;
const REMEMBERED = 8;

/** Finds exactly what is there, over all kinds and all text at once. */
export function SearchPage() {
  const search = useSearch({ from: '/search' });
  const navigate = useNavigate({ from: '/search' });
  const [text, setText] = useState(search.q ?? '');
  const [shown, setShown] = useState(PAGE_SIZE);
  const input = useRef<InputRef>(null);
  const { preferences } = usePreferences();
  const q = search.q?.trim() ?? '';

  useEffect(() => {
    setText(search.q ?? '');
    setShown(PAGE_SIZE);
  }, [search.q]);
  useEffect(() => {
    if (!q) input.current?.focus();
  }, [q]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: remembered once a search, not again when the memory changes
  useEffect(() => {
    if (q) void rememberSearch(q, preferences.recentSearches ?? []);
  }, [q]);

  const answer = useQuery({
    ...queries.search.query.queryOptions({
      input: {
        text: q,
        limit: shown,
        ...(search.kinds ? { kinds: search.kinds } : {}),
        ...(search.year ? { year: search.year } : {}),
        ...(search.sector ? { sector: search.sector } : {}),
        ...(search.order === 'newest' ? { order: 'newest' as const } : {}),
      },
    }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const change = (part: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: part.q === undefined });
  const submit = () => change({ q: text.trim() });
  const total = answer.data?.total ?? 0;

  return (
    <PageFrame
      title="找材料"
      sub={q && answer.data ? `找到 ${total} 条` : '全文检索，两个字也能找到'}
      bar={
        <div className="search-bar">
          <Space.Compact className="search-box">
            <Input
              ref={input}
              size="large"
              allowClear
              value={text}
              maxLength={200}
              aria-label="要找的字"
              placeholder="要找的字，例如：加装电梯　多个词用空格隔开，-词 表示不要"
              onChange={(event) => setText(event.target.value)}
              onKeyDown={onKeys({ enter: submit })}
            />
            <Button type="primary" size="large" onClick={submit}>
              查找
            </Button>
          </Space.Compact>
          {q && <Filters search={search} byKind={answer.data?.byKind ?? {}} onChange={change} />}
        </div>
      }
    >
      {!q && <Recent searches={preferences.recentSearches ?? []} onPick={(picked) => change({ q: picked })} />}
      {q && answer.error && <EmptyState title="没有查成">{explain(answer.error).message}</EmptyState>}
      {q && answer.data && total === 0 && (
        <NothingFound
          q={q}
          narrowed={Boolean(search.kinds || search.year || search.sector)}
          onWiden={() => change({ kinds: undefined, year: undefined, sector: undefined })}
        />
      )}
      {q && answer.data && total > 0 && (
        <>
          <Hits hits={answer.data.hits} query={q} />
          {answer.data.hits.length < Math.min(total, MOST) && (
            <Button
              block
              loading={answer.isPlaceholderData}
              onClick={() => setShown((count) => Math.min(MOST, count + PAGE_SIZE * 2))}
            >
              再列出一些（还有 {total - answer.data.hits.length} 条）
            </Button>
          )}
          {total > MOST && answer.data.hits.length >= MOST && (
            <p className="quiet">只列出前 {MOST} 条，请再加一个词缩小范围。</p>
          )}
        </>
      )}
    </PageFrame>
  );
}

async function rememberSearch(q: string, before: readonly string[]): Promise<void> {
  if (before[0] === q) return;
  await changePreferences({ recentSearches: [q, ...before.filter((entry) => entry !== q)].slice(0, REMEMBERED) });
}

interface FiltersProps {
  readonly search: {
    kinds?: string[] | undefined;
    year?: number | undefined;
    sector?: string | undefined;
    order?: string | undefined;
  };
  readonly byKind: Readonly<Record<string, number>>;
  readonly onChange: (part: {
    kinds?: string[] | undefined;
    year?: number | undefined;
    sector?: string | undefined;
    order?: string | undefined;
  }) => void;
}

/** Kinds with their numbers, year, 界别 and order: one press narrows, one press widens. */
function Filters({ search, byKind, onChange }: FiltersProps) {
  const sectors = useQuery(queries.records.list.queryOptions({ input: { kind: 'sector' } }));
  const all = Object.values(byKind).reduce((sum, count) => sum + count, 0);
  const thisYear = new Date().getFullYear();
  const years = Array.from({ length: 30 }, (_, index) => thisYear - index);
  return (
    <Space wrap size={[8, 6]} className="search-filters">
      <fieldset className="kind-chips">
        <legend className="visually-hidden">种类</legend>
        <Chip label="全部" count={all} on={!search.kinds} onPress={() => onChange({ kinds: undefined })} />
        {kinds
          .filter((kind) => (byKind[kind.id] ?? 0) > 0 || search.kinds?.includes(kind.id))
          .map((kind) => (
            <Chip
              key={kind.id}
              label={kind.label}
              count={byKind[kind.id] ?? 0}
              on={search.kinds?.includes(kind.id) ?? false}
              onPress={() => onChange({ kinds: toggled(search.kinds, kind.id) })}
            />
          ))}
      </fieldset>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        aria-label="年份"
        placeholder="年份"
        className="filter-year"
        value={search.year}
        options={years.map((year) => ({ value: year, label: `${year} 年` }))}
        onChange={(year) => onChange({ year })}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        aria-label="界别"
        placeholder="界别"
        className="filter-sector"
        value={search.sector}
        options={sectors.data?.records.map((record) => ({ value: record.id, label: String(record.values.name ?? '') }))}
        onChange={(sector) => onChange({ sector })}
      />
      <Segmented
        aria-label="次序"
        value={search.order === 'newest' ? 'newest' : 'relevance'}
        options={[
          { value: 'relevance', label: '最相关' },
          { value: 'newest', label: '最新' },
        ]}
        onChange={(order) => onChange({ order: order === 'newest' ? 'newest' : undefined })}
      />
    </Space>
  );
}

function toggled(kindsOn: readonly string[] | undefined, id: string): string[] | undefined {
  const next = kindsOn?.includes(id) ? kindsOn.filter((kind) => kind !== id) : [...(kindsOn ?? []), id];
  return next.length > 0 ? next : undefined;
}

function Chip({ label, count, on, onPress }: { label: string; count: number; on: boolean; onPress: () => void }) {
  return (
    <button type="button" className="kind-chip" aria-pressed={on} onClick={onPress}>
      {label} <b>{count}</b>
    </button>
  );
}

function Recent({ searches, onPick }: { searches: readonly string[]; onPick: (search: string) => void }) {
  return (
    <section className="card search-help">
      <h2>{searches.length > 0 ? '最近找过' : '怎么找'}</h2>
      {searches.length > 0 && (
        <Space wrap>
          {searches.map((entry) => (
            <Button key={entry} size="small" onClick={() => onPick(entry)}>
              {entry}
            </Button>
          ))}
        </Space>
      )}
      <ul>
        <li>直接写要找的字，两个字、一个字都行；简体繁体、全角半角不分。</li>
        <li>几个词用空格隔开，表示都要有；词前加减号表示不要有，例如：停车 -收费。</li>
        <li>姓名可以写拼音或首字母，例如：lgl 找到李桂兰。</li>
      </ul>
    </section>
  );
}

function NothingFound({ q, narrowed, onWiden }: { q: string; narrowed: boolean; onWiden: () => void }) {
  const known = kindOf('material')?.label ?? '资料';
  return (
    <EmptyState
      title={`没有找到“${q}”`}
      verbs={narrowed ? <Button onClick={onWiden}>去掉种类、年份、界别条件再找</Button> : undefined}
    >
      库里的{known}、会议、委员等所有文字都查过了，确实没有这几个字。可以少写几个字，或换个说法。
    </EmptyState>
  );
}
