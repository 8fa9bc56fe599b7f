import { useInfiniteQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { api, queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { useCommand } from '../../app/use-command.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { HistoryList } from '../HistoryList.tsx';

const PAGE = 50;

/** What happened to one record, newest first; any earlier state can be brought back as a new change. */
export function HistoryTab({ kind, id }: { readonly kind: RecordKind; readonly id: string }) {
  const { message } = App.useApp();
  const query = useInfiniteQuery(
    queries.history.list.infiniteOptions({
      input: (before: number | undefined) => ({
        kind: kind.id,
        id,
        limit: PAGE,
        ...(before === undefined ? {} : { before }),
      }),
      initialPageParam: undefined,
      getNextPageParam: (last) => (last.entries.length < PAGE ? undefined : last.entries.at(-1)?.seq),
    }),
  );
  const restore = useCommand(async (seq: number) => {
    const { label } = await api.history.restore({ kind: kind.id, id, seq });
    message.success(`${label}。可按 Ctrl+Z 撤销。`);
  });
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <section className="card">
      {query.error && <RefusalNote refusal={explain(query.error)} />}
      <RefusalNote refusal={restore.refusal} onClose={restore.reset} />
      <HistoryList
        entries={entries}
        only={{ kind: kind.id, id }}
        verb={(entry, index) =>
          // The newest state is the present one; a record that was removed cannot be shown here.
          index > 0 && entry.changes.some((change) => change.id === id && change.type !== 'removed') ? (
            <Button size="small" loading={restore.saving} onClick={() => void restore.run(entry.seq)}>
              恢复到此版本
            </Button>
          ) : index === 0 ? (
            <span className="tag" data-tone="good">
              当前
            </span>
          ) : null
        }
      />
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          更早的
        </Button>
      )}
    </section>
  );
}
