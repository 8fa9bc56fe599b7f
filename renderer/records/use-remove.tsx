import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { type ReactNode, useState } from 'react';
import { kinds } from '../../shared/records/index.ts';
import type { RecordKind } from '../../shared/records/kind.ts';
import { api, type Output, type StoredRecord, type Titles } from '../app/api.ts';
import { explain, type Refusal } from '../app/errors.ts';
import { useCommand } from '../app/use-command.ts';
import { RecordLink } from '../ui/RecordLink.tsx';
import { RefusalNote } from '../ui/RefusalNote.tsx';
import { displayTitle } from './display-title.ts';

type Uses = Output<typeof api.records.uses>;
interface Refused {
  readonly record: StoredRecord;
  readonly title: string;
  readonly refusal: Refusal;
  readonly uses: Uses | undefined;
}

/**
 * Deleting: one record goes at once, because it can be undone by name; several, or a record with parts (a book with
 * its chapters), ask first. What is refused says who still refers to it, with links.
 */
export function useRemove(): {
  readonly ask: (kind: RecordKind, records: readonly StoredRecord[], titles: Titles) => Promise<boolean>;
  readonly busy: boolean;
  readonly notes: ReactNode;
} {
  const { modal, message } = App.useApp();
  const client = useQueryClient();
  const [refused, setRefused] = useState<readonly Refused[]>([]);

  const removal = useCommand(async ({ kind, records, titles }: Wish): Promise<boolean> => {
    const failed: Refused[] = [];
    let removed = 0;
    for (const record of records) {
      const withParts = kinds.some((other) => other.parent?.kind === kind.id);
      try {
        await api.records.remove({ kind: kind.id, id: record.id, ...(withParts ? { withParts } : {}) });
        removed += 1;
      } catch (error) {
        const refusal = explain(error);
        if (refusal.code !== 'conflict' && refusal.code !== 'notFound') throw error;
        const uses = await api.records.uses({ kind: kind.id, id: record.id }).catch(() => undefined);
        failed.push({ record, title: displayTitle(record, titles), refusal, uses });
      }
    }
    setRefused(failed);
    if (removed === 1) message.success('已删除。可按 Ctrl+Z 撤销。');
    else if (removed > 1) message.success(`已删除 ${removed} ${kind.unit}，可逐笔撤销。`);
    await client.invalidateQueries();
    return failed.length === 0;
  });

  const ask = async (kind: RecordKind, records: readonly StoredRecord[], titles: Titles): Promise<boolean> => {
    const [first] = records;
    if (!first) return false;
    setRefused([]);
    const parts = kinds.find((other) => other.parent?.kind === kind.id);
    if (records.length > 1 || parts) {
      const what =
        records.length > 1 ? `${records.length} ${kind.unit}${kind.label}` : `“${displayTitle(first, titles)}”`;
      const agreed = await modal.confirm({
        title: `删除${what}？`,
        content: parts
          ? `其中的${parts.label}会一起删除。删除后可以撤销。`
          : '每一条各记一笔，可以逐笔撤销。还被别处引用的不会删除。',
        okText: '删除',
        okButtonProps: { danger: true },
        cancelText: '不删',
      });
      if (!agreed) return false;
    }
    return (await removal.run({ kind, records, titles })) ?? false;
  };

  return {
    ask,
    busy: removal.saving,
    notes: (
      <>
        <RefusalNote refusal={removal.refusal} onClose={removal.reset} />
        {refused.map((item) => (
          <UsesNote key={item.record.id} item={item} onClose={() => setRefused(refused.filter((r) => r !== item))} />
        ))}
      </>
    ),
  };
}

interface Wish {
  readonly kind: RecordKind;
  readonly records: readonly StoredRecord[];
  readonly titles: Titles;
}

const SHOWN = 20;

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
