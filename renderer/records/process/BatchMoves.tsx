import { useQueries } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { queries } from '../../app/api.ts';
import { MoveDialog } from './MoveDialog.tsx';
import type { Move } from './types.ts';

interface BatchMovesProps {
  readonly kind: RecordKind;
  readonly ids: readonly string[];
}

/** Records whose moves are asked for one by one; beyond that the office alone judges the rest when the move is made. */
const LOOKED_AT = 60;
/** As many as one move takes (shared/api/areas/workflow.ts). */
const MOST = 2000;
const NOTHING = {};

/**
 * The moves that several ticked records have in common, for the toolbar of a list. Nothing for a kind without a process
 * or while nothing is ticked. All of them are moved or none, with one undo.
 */
export function BatchMoves({ kind, ids }: BatchMovesProps) {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<Move>();
  const looked = ids.slice(0, LOOKED_AT);
  const answers = useQueries({
    queries: looked.map((id) => ({
      ...queries.workflow.status.queryOptions({ input: { kind: kind.id, id } }),
      enabled: open && kind.process !== undefined,
    })),
  });
  if (!kind.process || ids.length === 0) return null;
  const lists = answers.map((answer) => answer.data?.moves);
  const ready = lists.every((moves) => moves !== undefined);
  const common = ready ? commonMoves(lists.filter((moves) => moves !== undefined)) : [];
  const items =
    ids.length > MOST
      ? [{ key: 'many', label: `一次最多办 ${MOST} ${kind.unit}，请少选一些`, disabled: true }]
      : !ready
        ? [{ key: 'wait', label: '正在看各自办到哪一步…', disabled: true }]
        : common.length === 0
          ? [{ key: 'none', label: '选中的没有共同的下一步（状态不同）', disabled: true }]
          : common.map(({ move, blocked }) => ({
              key: move.id,
              label: blocked ? `${move.label}（${blocked}）` : move.label,
              disabled: blocked !== undefined,
              danger: move.tone === 'danger' && blocked === undefined,
            }));
  return (
    <>
      <Dropdown
        trigger={['click']}
        open={open}
        onOpenChange={setOpen}
        menu={{
          items,
          onClick: ({ key }) => setChosen(common.find(({ move }) => move.id === key)?.move),
        }}
      >
        <Button aria-haspopup="menu" aria-expanded={open}>
          办理 {ids.length} {kind.unit} ▾
        </Button>
      </Dropdown>
      {chosen && (
        <MoveDialog
          key={chosen.id}
          kind={kind}
          ids={ids}
          titles={NOTHING}
          move={chosen}
          onClose={() => setChosen(undefined)}
        />
      )}
    </>
  );
}

interface CommonMove {
  readonly move: Move;
  readonly blocked?: string;
}

/** Moves that every record offers; blocked with the reason of those that cannot make it. */
function commonMoves(lists: readonly (readonly Move[])[]): readonly CommonMove[] {
  const [first = [], ...rest] = lists;
  return first.flatMap((move): readonly CommonMove[] => {
    const twins = [move, ...rest.flatMap((moves) => moves.find((other) => other.id === move.id) ?? [])];
    if (twins.length < lists.length) return [];
    const blocked = twins.filter((twin) => twin.blocked !== undefined);
    const [one] = blocked;
    if (!one) return [{ move }];
    return [{ move, blocked: `${blocked.length} 条现在不能办：${one.blocked}` }];
  });
}
