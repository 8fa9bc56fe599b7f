import { useQuery } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { api, queries } from '../../app/api.ts';
import { explain, type Refusal } from '../../app/errors.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { useCommand } from '../../app/use-command.ts';
import { findKind } from '../../records/fields.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useKeys } from '../../ui/keys.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { ComparedTable } from './ComparedTable.tsx';
import { type Choice, rowsOf, type Side, takeOf } from './choices.ts';

interface ComparisonProps {
  readonly kind: RecordKind;
  readonly ids: readonly [string, string];
  readonly why: readonly string[];
  /** The pair is settled: on to the next. `gone`: the record that was merged into the other. */
  readonly onDone: (gone?: string) => void;
  readonly onOpen: (kind: string, pair: readonly [string, string]) => void;
}

/** Two records side by side: which one stays, whose value of each field, why; then one is made of them. */
export function Comparison({ kind, ids, why, onDone, onOpen }: ComparisonProps) {
  const { message } = App.useApp();
  const [left, right] = ids;
  const ask = (keep: string, drop: string) =>
    queries.duplicates.compare.queryOptions({ input: { kind: kind.id, keep, drop } });
  const compared = useQuery(ask(left, right));
  const reversed = useQuery(ask(right, left));
  const [chosenSide, setSide] = useState<Side>();
  const [chosen, setChosen] = useState<Readonly<Record<string, Choice>>>({});
  const [reason, setReason] = useState('');
  const merge = useCommand(api.duplicates.merge);
  const dismiss = useCommand(api.duplicates.dismiss);

  const links = { left: reversed.data?.links ?? 0, right: compared.data?.links ?? 0 };
  // The one that more records point at: less changes.
  const kept = chosenSide ?? (links.right > links.left ? 'right' : 'left');
  const rows = rowsOf(compared.data?.fields ?? [], kind.process?.field);
  const ready = compared.data !== undefined && reversed.data !== undefined;

  const makeOne = async () => {
    if (!ready) return;
    const [keep, drop] = kept === 'left' ? [left, right] : [right, left];
    const done = await merge.run({
      ...{ kind: kind.id, keep, drop, take: takeOf(rows, chosen, kept) },
      ...(reason.trim() ? { reason: reason.trim() } : {}),
    });
    if (!done) return;
    message.success(`已${done.label}${done.links > 0 ? `，${done.links} 处引用已转过来` : ''}。可按 Ctrl+Z 撤销`, 5);
    onDone(drop);
  };
  const keepBoth = async () => {
    const done = await dismiss.run({ kind: kind.id, ids: [left, right] });
    if (!done) return;
    message.success('已记住这两条不是重复，可按 Ctrl+Z 撤销');
    onDone();
  };
  useKeys({ submit: () => void makeOne() }, []);

  const error = compared.error ?? reversed.error;
  if (error && explain(error).code === 'notFound')
    return <EmptyState title="这一对已经处理过了">其中一条已被合并或删除。请从左边选另一对。</EmptyState>;
  if (error) return <RefusalNote refusal={explain(error)} />;
  if (!ready) return <RouteLoading />;
  const refused = merge.refusal ?? dismiss.refusal;
  return (
    <section className="twin-compare card" aria-label="并排对比">
      {why.length > 0 && <p className="quiet">{why.join(' · ')}</p>}
      <RefusalNote
        refusal={refused}
        onClose={() => {
          merge.reset();
          dismiss.reset();
        }}
        verbs={<MergeFirst refusal={merge.refusal} onOpen={onOpen} />}
      />
      <div className="twin-scroll">
        <ComparedTable
          kind={kind}
          ids={ids}
          links={links}
          rows={rows}
          kept={kept}
          chosen={chosen}
          onKeep={(side) => {
            setSide(side);
            setChosen({});
          }}
          onChoose={(field, choice) => setChosen((old) => ({ ...old, [field]: choice }))}
        />
      </div>
      <footer className="twin-foot">
        <label htmlFor="twin-reason" className="quiet">
          合并理由
        </label>
        <Input
          id="twin-reason"
          value={reason}
          maxLength={200}
          placeholder="例如：导入时重复登记（可不填，记入变动历史）"
          onChange={(event) => setReason(event.target.value)}
        />
        <Button loading={dismiss.saving} onClick={() => void keepBoth()}>
          不是重复
        </Button>
        <Button type="primary" loading={merge.saving} title="Ctrl+Enter" onClick={() => void makeOne()}>
          合并成一{kind.unit}
        </Button>
      </footer>
    </section>
  );
}

interface MergeFirstProps {
  readonly refusal: Refusal | undefined;
  readonly onOpen: ComparisonProps['onOpen'];
}

/** Two people who both hold a seat in the same term: the seats have to become one first. */
function MergeFirst({ refusal, onOpen }: MergeFirstProps) {
  const [kindId, a, b] = refusal?.fields.pair?.split('/') ?? [];
  const kind = findKind(kindId ?? '');
  if (!kind || !a || !b) return null;
  return (
    <Button size="small" onClick={() => onOpen(kind.id, [a, b])}>
      先合并这两{kind.unit}
      {kind.label}
    </Button>
  );
}
