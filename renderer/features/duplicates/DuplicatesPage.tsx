import { useQueries, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import { kinds } from '../../../shared/records/index.ts';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { canBeAlike } from '../../../shared/records/likeness/index.ts';
import { api, queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { useCommand } from '../../app/use-command.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { Comparison } from './Comparison.tsx';
import { type Pair, PairList } from './PairList.tsx';
import './duplicates.css';

const SHOWN = 200;
const KINDS = kinds.filter(canBeAlike);

/** 重复项: what looks as if it had been entered twice, kind by kind; two are laid side by side and made one, or kept. */
export function DuplicatesPage() {
  const { kind: wanted, a, b } = useSearch({ from: '/duplicates' });
  const navigate = useNavigate({ from: '/duplicates' });
  const counts = useQueries({
    queries: KINDS.map((kind) => queries.duplicates.find.queryOptions({ input: { kind: kind.id, limit: 1 } })),
  });
  const counted = counts.every((query) => query.isFetched);
  const found = KINDS.map((kind, index) => ({
    kind,
    total: counts[index]?.data?.total ?? 0,
    dismissed: counts[index]?.data?.dismissed ?? 0,
  }));
  const all = found.reduce((sum, { total }) => sum + total, 0);
  const current =
    KINDS.find(({ id }) => id === wanted) ?? (counted ? found.find(({ total }) => total > 0)?.kind : undefined);
  const shown = found.filter(({ kind, total }) => total > 0 || kind === current);
  const open = (kind: string, pair?: readonly [string, string]) =>
    void navigate({ search: { kind, ...(pair ? { a: pair[0], b: pair[1] } : {}) }, replace: true });
  const failed = counts.find((query) => query.error)?.error;

  return (
    <PageFrame
      fixed
      title="重复项"
      sub={counted ? (all > 0 ? `${all} 对可能是同一个，请逐对核对` : '') : '正在查找…'}
      verbs={<Restore found={found.find(({ kind }) => kind === current)} />}
      bar={
        shown.length > 0 && (
          <fieldset className="twin-kinds">
            <legend className="visually-hidden">种类</legend>
            {shown.map(({ kind, total }) => (
              <button key={kind.id} type="button" aria-pressed={kind === current} onClick={() => open(kind.id)}>
                {kind.label} <span className="quiet">{total}</span>
              </button>
            ))}
          </fieldset>
        )
      }
    >
      <RefusalNote refusal={failed ? explain(failed) : undefined} />
      {!counted && !current && <RouteLoading />}
      {counted && !current && (
        <EmptyState title="没有发现重复">
          姓名、名称、日期、案由相近的记录会列在这里，可以并排对比、合并，或标为“不是重复”。
        </EmptyState>
      )}
      {current && <Pairs key={current.id} kind={current} chosen={a && b ? [a, b] : undefined} onOpen={open} />}
    </PageFrame>
  );
}

interface PairsProps {
  readonly kind: RecordKind;
  readonly chosen: readonly [string, string] | undefined;
  readonly onOpen: (kind: string, pair?: readonly [string, string]) => void;
}

function Pairs({ kind, chosen, onOpen }: PairsProps) {
  const query = useQuery(queries.duplicates.find.queryOptions({ input: { kind: kind.id, limit: SHOWN } }));
  const [settled, setSettled] = useState<{ at: number; ids: readonly string[]; gone: string | undefined }>();
  // Until the office has answered anew, what has just been settled is left out.
  const pairs = (query.data?.pairs ?? []).filter(
    ({ ids }) =>
      settled?.at !== query.dataUpdatedAt ||
      !(ids.join() === settled.ids.join() || (settled.gone !== undefined && ids.includes(settled.gone))),
  );
  const [first] = pairs;
  const at = chosen ? pairs.findIndex((pair) => same(pair.ids, chosen)) : -1;
  useEffect(() => {
    if (!chosen && first) onOpen(kind.id, first.ids);
  }, [chosen, first, kind.id, onOpen]);
  if (query.isPending) return <RouteLoading />;
  if (query.error) return <RefusalNote refusal={explain(query.error)} />;
  if (!first && !chosen)
    return <EmptyState title={`没有发现重复的${kind.label}`}>有新登记、新导入的，会自动再查。</EmptyState>;
  const settle = (gone?: string) => {
    const ids = pairs[at]?.ids ?? chosen ?? [];
    setSettled({ at: query.dataUpdatedAt, ids, gone });
    const stays = (pair: Pair) => gone === undefined || !pair.ids.includes(gone);
    const next = pairs.slice(at + 1).find(stays) ?? pairs.slice(0, Math.max(at, 0)).findLast(stays);
    onOpen(kind.id, next?.ids);
  };
  return (
    <div className="twins">
      <PairList
        kind={kind}
        pairs={pairs}
        total={query.data.total}
        chosen={at}
        onChoose={(pair) => onOpen(kind.id, pair.ids)}
      />
      {chosen ? (
        <Comparison
          key={chosen.join()}
          kind={kind}
          ids={chosen}
          why={pairs[at]?.why ?? []}
          onDone={settle}
          onOpen={onOpen}
        />
      ) : (
        <RouteLoading />
      )}
    </div>
  );
}

const same = (a: readonly [string, string], b: readonly [string, string]) =>
  (a[0] === b[0] && a[1] === b[1]) || (a[0] === b[1] && a[1] === b[0]);

interface RestoreProps {
  readonly found: { readonly kind: RecordKind; readonly dismissed: number } | undefined;
}

function Restore({ found }: RestoreProps) {
  const { message } = App.useApp();
  const restore = useCommand(api.duplicates.restore);
  if (!found || found.dismissed === 0) return null;
  const { kind, dismissed } = found;
  return (
    <Button
      loading={restore.saving}
      onClick={async () => {
        const done = await restore.run({ kind: kind.id });
        if (done) message.success(`${done.label}，可按 Ctrl+Z 撤销`);
        else message.error('没有恢复，请再试一次');
      }}
    >
      恢复标为“不是重复”的 {dismissed} 对{kind.label}
    </Button>
  );
}
