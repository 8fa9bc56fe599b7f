import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { type ReactNode, useState } from 'react';
import { kinds, measured } from '../../shared/records/index.ts';
import type { RecordKind } from '../../shared/records/kind.ts';
import { api, type Output, type StoredRecord, type Titles } from '../app/api.ts';
import { explain, type Refusal } from '../app/errors.ts';
import { useCommand } from '../app/use-command.ts';
import { RecordLink } from '../ui/RecordLink.tsx';
import { RefusalNote } from '../ui/RefusalNote.tsx';
import { displayTitle } from './display-title.ts';

type Uses = Output<typeof api.records.uses>;
type Plan = Output<typeof api.batch.plan>;
interface Refused {
  readonly title: string;
  readonly refusal: Refusal;
  readonly uses: Uses | undefined;
}

const partsOf = (kind: RecordKind) => kinds.find((other) => other.parent?.kind === kind.id);

/**
 * Deleting: one record goes at once, because it can be undone by name; several, or a record with parts (a book with
 * its chapters), ask first and go in one step. What is refused says who still refers to it, with links.
 */
export function useRemove(): {
  readonly ask: (kind: RecordKind, record: StoredRecord, titles: Titles) => Promise<boolean>;
  readonly askMany: (kind: RecordKind, ids: readonly string[]) => Promise<boolean>;
  readonly busy: boolean;
  readonly notes: ReactNode;
} {
  const { modal, message } = App.useApp();
  const client = useQueryClient();
  const [refused, setRefused] = useState<Refused>();

  const removal = useCommand(async ({ kind, record, titles }: Wish): Promise<boolean> => {
    const withParts = partsOf(kind) !== undefined;
    try {
      await api.records.remove({ kind: kind.id, id: record.id, ...(withParts ? { withParts } : {}) });
    } catch (error) {
      const refusal = explain(error);
      if (refusal.code !== 'conflict' && refusal.code !== 'notFound') throw error;
      const uses = await api.records.uses({ kind: kind.id, id: record.id }).catch(() => undefined);
      setRefused({ title: displayTitle(record, titles), refusal, uses });
      return false;
    }
    message.success('已删除。可按 Ctrl+Z 撤销。');
    await client.invalidateQueries();
    return true;
  });

  const planning = useCommand(api.batch.plan);
  const many = useCommand(async (input: Parameters<typeof api.batch.run>[0]) => {
    const { label } = await api.batch.run(input);
    message.success(`已${label.replace(/^批量/, '')}。可按 Ctrl+Z 一次撤销。`);
    await client.invalidateQueries();
    return true;
  });

  const ask = async (kind: RecordKind, record: StoredRecord, titles: Titles): Promise<boolean> => {
    setRefused(undefined);
    const parts = partsOf(kind);
    if (parts) {
      const agreed = await modal.confirm({
        title: `删除“${displayTitle(record, titles)}”？`,
        content: `其中的${parts.label}会一起删除。删除后可以撤销。`,
        okText: '删除',
        okButtonProps: { danger: true },
        cancelText: '不删',
      });
      if (!agreed) return false;
    }
    return (await removal.run({ kind, record, titles })) ?? false;
  };

  const askMany = async (kind: RecordKind, ids: readonly string[]): Promise<boolean> => {
    if (ids.length === 0) return false;
    const parts = partsOf(kind);
    const inputOf = (chosen: readonly string[]) => ({
      remove: chosen.map((id) => ({ kind: kind.id, id })),
      ...(parts ? { withParts: true } : {}),
    });
    const plan = await planning.run(inputOf(ids));
    if (!plan) return false;
    const held = plan.items.filter((item) => item.problems.length > 0);
    const free = plan.items.flatMap((item) => (item.problems.length === 0 && item.id ? [item.id] : []));
    const agreed = await modal.confirm({
      title: held.length === 0 ? `删除 ${ids.length} ${measured(kind)}？` : `${held.length} ${measured(kind)}不能删除`,
      content: <Reasons kind={kind} held={held} free={free.length} parts={parts?.label} />,
      width: held.length === 0 ? 416 : 560,
      okText: held.length === 0 ? '删除' : `只删其余 ${free.length} ${kind.unit}`,
      okButtonProps: { danger: true, disabled: free.length === 0 },
      cancelText: '不删',
    });
    if (!agreed) return false;
    return (await many.run(inputOf(free))) ?? false;
  };

  const failed = removal.refusal ?? planning.refusal ?? many.refusal;
  return {
    ask,
    askMany,
    busy: removal.saving || planning.saving || many.saving,
    notes: (
      <>
        <RefusalNote
          refusal={failed}
          onClose={() => {
            removal.reset();
            planning.reset();
            many.reset();
          }}
        />
        {refused && <UsesNote item={refused} onClose={() => setRefused(undefined)} />}
      </>
    ),
  };
}

interface Wish {
  readonly kind: RecordKind;
  readonly record: StoredRecord;
  readonly titles: Titles;
}

const SHOWN = 20;

interface ReasonsProps {
  readonly kind: RecordKind;
  readonly held: Plan['items'];
  readonly free: number;
  readonly parts: string | undefined;
}

function Reasons({ kind, held, free, parts }: ReasonsProps) {
  const after = `合为一笔，删除后可以一次撤销。${parts ? `其中的${parts}会一起删除。` : ''}`;
  if (held.length === 0) return after;
  return (
    <>
      <ul className="uses-list">
        {held.slice(0, SHOWN).map((item) => (
          <li key={item.id}>
            <span>{item.title}</span>
            <span className="quiet small">{item.problems[0]?.message}</span>
          </li>
        ))}
        {held.length > SHOWN && <li className="quiet">……共 {held.length} 处</li>}
      </ul>
      <p>{free > 0 ? `其余 ${free} ${kind.unit}可以删除，${after}` : '请先改掉这些引用。'}</p>
    </>
  );
}

function UsesNote({ item, onClose }: { readonly item: Refused; readonly onClose: () => void }) {
  const { uses, title, refusal } = item;
  if (!uses || uses.total === 0) return <RefusalNote refusal={refusal} onClose={onClose} />;
  const note: Refusal = {
    ...refusal,
    message: `没有删除“${title}”：还有 ${uses.total} 处引用它。请先改掉下面这些引用。`,
  };
  return (
    <div className="uses-note">
      <RefusalNote refusal={note} onClose={onClose} />
      <ul className="uses-list">
        {uses.uses.slice(0, SHOWN).map((use) => (
          <li key={`${use.kind}/${use.id}/${use.label}`}>
            <RecordLink kind={use.kind} id={use.id}>
              {use.title || use.label}
            </RecordLink>
            <span className="quiet small">{use.label}</span>
          </li>
        ))}
        {uses.total > SHOWN && <li className="quiet">……共 {uses.total} 处</li>}
      </ul>
    </div>
  );
}
