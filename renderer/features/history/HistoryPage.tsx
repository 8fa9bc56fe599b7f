import { useInfiniteQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { api, queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { useLive } from '../../app/live.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { useCommand } from '../../app/use-command.ts';
import { HistoryList } from '../../records/HistoryList.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';

const PAGE = 50;

/** Every change of the library, newest first; the last one can be undone from here too. */
export function HistoryPage() {
  const { library } = useLive();
  const { message } = App.useApp();
  const query = useInfiniteQuery(
    queries.history.list.infiniteOptions({
      input: (before: number | undefined) => ({ limit: PAGE, ...(before === undefined ? {} : { before }) }),
      initialPageParam: undefined,
      getNextPageParam: (last) => (last.entries.length < PAGE ? undefined : last.entries.at(-1)?.seq),
    }),
  );
  const undo = useCommand(async () => {
    const { label } = await api.history.undo({});
    message.success(`已${label.startsWith('撤销') ? '' : '撤销：'}${label}`);
  });
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <PageFrame title="变动历史" sub={library && `共 ${library.seq} 笔，谁在什么时候改了什么`}>
      <RefusalNote refusal={query.error ? explain(query.error) : undo.refusal} onClose={undo.reset} />
      {query.isPending && <RouteLoading />}
      {query.isFetched && entries.length === 0 && (
        <EmptyState title="还没有变动">新建、修改、导入、删除都会记在这里，每一笔都能撤销。</EmptyState>
      )}
      {entries.length > 0 && (
        <section className="card">
          <HistoryList
            entries={entries}
            verb={(entry) =>
              entry.seq === library?.undoable?.seq ? (
                <Button size="small" loading={undo.saving} onClick={() => void undo.run(undefined)}>
                  撤销这一笔
                </Button>
              ) : null
            }
          />
          {query.hasNextPage && (
            <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              更早的
            </Button>
          )}
        </section>
      )}
    </PageFrame>
  );
}
