import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import { kindOf } from '../../../shared/records/index.ts';
import { api, queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { useCommand } from '../../app/use-command.ts';
import { MoveDialog } from '../../records/process/MoveDialog.tsx';
import { RecordLink } from '../../ui/RecordLink.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import type { Overview } from './answers.ts';

/** A case can be merged while it is examined or has just been filed (shared/workflow/proposal-filing.ts). */
const MERGEABLE = ['初审', '立案'];
const ENDED = ['不予立案', '并案', '转社情民意', '转委员来信', '转上级政协', '撤回', '办结', '跟踪', '归档'];
const MOST = 1000;

interface Wish {
  readonly from: string;
  readonly into: string;
}

/** Cases whose 案由 say much the same, for merging one into the other or saying that they differ. */
export function Likes({ data }: { readonly data: Overview }) {
  const query = useQuery(queries.duplicates.find.queryOptions({ input: { kind: 'proposal', limit: MOST } }));
  const dismiss = useCommand(api.duplicates.dismiss);
  const [wish, setWish] = useState<Wish>();
  if (query.error) return <RefusalNote refusal={explain(query.error)} />;
  if (!query.data) return <p className="quiet">正在比对案由…</p>;
  const states = new Map(data.cases.map(({ id, state }) => [id, state]));
  const pairs = query.data.pairs
    .filter(({ ids }) => ids.some((id) => MERGEABLE.includes(states.get(id) ?? '')))
    .sort((a, b) => Number(canMerge(b.ids, states)) - Number(canMerge(a.ids, states)) || b.score - a.score);
  if (pairs.length === 0) {
    return <p className="quiet">没有相似的案由。案由有六成以上相同的，会列在这里，供审查时并案。</p>;
  }
  return (
    <>
      <RefusalNote refusal={dismiss.refusal} onClose={dismiss.reset} />
      <ul className="likes">
        {pairs.map(({ ids, titles, subtitles, why }) => (
          <li key={ids.join('/')} className="card">
            <p className="quiet small">{why.join('；')}</p>
            {([0, 1] as const).map((side) => {
              const [own, other] = [ids[side], ids[side === 0 ? 1 : 0]];
              const state = states.get(own);
              return (
                <div key={own} className="likes-side">
                  <div>
                    <RecordLink kind="proposal" id={own}>
                      {titles[side]}
                    </RecordLink>
                    <p className="quiet small">{subtitles[side]}</p>
                  </div>
                  {state && MERGEABLE.includes(state) && (
                    <MergeVerb into={states.get(other)} onMerge={() => setWish({ from: own, into: other })} />
                  )}
                </div>
              );
            })}
            <div className="likes-verbs">
              <Button onClick={() => void dismiss.run({ kind: 'proposal', ids })}>不是同一件事</Button>
            </div>
          </li>
        ))}
      </ul>
      {wish && <MergeDialog wish={wish} onClose={() => setWish(undefined)} />}
    </>
  );
}

type States = ReadonlyMap<string, string>;

/** The one can be merged, and the other is a case that goes on. */
function canMerge([a, b]: readonly [string, string], states: States): boolean {
  const fits = (from: string, into: string) =>
    MERGEABLE.includes(states.get(from) ?? '') && states.has(into) && !ENDED.includes(states.get(into) ?? '');
  return fits(a, b) || fits(b, a);
}

interface MergeVerbProps {
  /** State of the case it would be merged into; absent when that is of another session or year. */
  readonly into: string | undefined;
  readonly onMerge: () => void;
}

function MergeVerb({ into, onMerge }: MergeVerbProps) {
  if (into === undefined) return <span className="quiet small">另一件是往次的，供审查时参考</span>;
  if (ENDED.includes(into)) return <span className="quiet small">另一件已经“{into}”，不能作主案</span>;
  return <Button onClick={onMerge}>并入另一件</Button>;
}

/** The move 并案 with the main case already put in. */
function MergeDialog({ wish, onClose }: { readonly wish: Wish; readonly onClose: () => void }) {
  const { message } = App.useApp();
  const kind = kindOf('proposal');
  const key = { kind: 'proposal', id: wish.from };
  const status = useQuery(queries.workflow.status.queryOptions({ input: key }));
  const record = useQuery(queries.records.get.queryOptions({ input: key }));
  const move = status.data?.moves.find(({ id }) => id === 'merge');
  const settled = status.isFetched && record.isFetched;
  const why = !settled ? undefined : !move ? '它已经不在审查或立案这一步。' : move.blocked;
  useEffect(() => {
    if (why === undefined) return;
    message.warning({ content: `现在不能并案：${why}`, duration: 8 });
    onClose();
  }, [why, message, onClose]);
  if (!kind || !move || move.blocked !== undefined || !record.data) return null;
  const filled = { ...move, preset: { rows: {}, values: { ...move.preset?.values, mergedInto: wish.into } } };
  return (
    <MoveDialog
      kind={kind}
      ids={[wish.from]}
      record={record.data.record}
      titles={record.data.titles}
      move={filled}
      onClose={onClose}
    />
  );
}
