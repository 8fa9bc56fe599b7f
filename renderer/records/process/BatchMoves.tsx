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
 * The moves that several records have in common, as lines of a menu, and the dialog of the one chosen. All of them are
 * moved or none, with one undo. `open`: the menu is looked at, so that it is worth asking.
 */
export function useBatchMoves({ kind, ids }: BatchMovesProps, open: boolean) {
  const [chosen, setChosen] = useState<Move>();
  const looked = ids.slice(0, LOOKED_AT);
  const answers = useQueries({
    queries: looked.map((id) => ({
      ...queries.workflow.status.queryOptions({ input: { kind: kind.id, id } }),
      enabled: open && kind.process !== undefined,
    })),
  });
  const lists = answers.map((answer) => answer.data?.moves);
  const ready = lists.every((moves) => moves !== undefined);
  const common = ready ? commonMoves(lists.filter((moves) => moves !== undefined)) : [];
  return {
    lines: kind.process && ids.length > 0 ? linesOf(kind, ids.length, ready ? common : undefined) : [],
    choose: (id: string) => setChosen(common.find(({ move }) => move.id === id)?.move),
    dialog: chosen && (
      <MoveDialog
        key={chosen.id}
        kind={kind}
        ids={ids}
        titles={NOTHING}
        move={chosen}
        onClose={() => setChosen(undefined)}
      />
    ),
  };
}

type MoveLine = {
  readonly key: string;
  readonly label: string;
  readonly disabled?: boolean;
  readonly danger?: boolean;
};

function linesOf(kind: RecordKind, count: number, common: readonly CommonMove[] | undefined): MoveLine[] {
  if (count > MOST) return [{ key: 'many', label: `一次最多办 ${MOST} ${kind.unit}，请少选一些`, disabled: true }];
  if (!common) return [{ key: 'wait', label: '正在看办到哪一步…', disabled: true }];
  if (common.length === 0)
    return [
      { key: 'none', label: count > 1 ? '选中的没有共同的下一步（状态不同）' : '没有可办的下一步', disabled: true },
    ];
  return common.map(({ move, blocked }) => ({
    key: move.id,
    label: blocked ? `${move.label}（${blocked}）` : move.label,
    disabled: blocked !== undefined,
    danger: move.tone === 'danger' && blocked === undefined,
  }));
}

/** 办理 in the toolbar of a list. Nothing for a kind without a process or while nothing is ticked. */
export function BatchMoves({ kind, ids }: BatchMovesProps) {
  const [open, setOpen] = useState(false);
  const { lines, choose, dialog } = useBatchMoves({ kind, ids }, open);
  if (lines.length === 0) return null;
  return (
    <>
      <Dropdown
        trigger={['click']}
        open={open}
        onOpenChange={setOpen}
        menu={{ items: lines, onClick: ({ key }) => choose(key) }}
      >
        <Button aria-haspopup="menu" aria-expanded={open}>
          办理 {ids.length} {kind.unit} ▾
        </Button>
      </Dropdown>
      {dialog}
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
    const who = lists.length > 1 ? `${blocked.length} 条现在不能办：` : '';
    return [{ move, blocked: `${who}${one.blocked}` }];
  });
}
