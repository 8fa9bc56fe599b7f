import { DownOutlined, PlusOutlined } from '@ant-design/icons';
import { Link, type LinkProps, useNavigate } from '@tanstack/react-router';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { BatchMoves, useBatchMoves } from '../process/BatchMoves.tsx';
import type { Verb } from '../verbs.tsx';
import { type ListDeeds, type ListMoment, type ListVerb, verbsNow } from './list-verbs.ts';

interface ToolbarProps {
  readonly moment: ListMoment;
  readonly deeds: ListDeeds;
  /** Verbs of this kind: import, papers. */
  readonly own: readonly Verb[];
  /** Those of them for which there is no room now: under 更多. */
  readonly folded: readonly Verb[];
  readonly ticked: readonly string[];
  readonly busy: boolean;
}

/** The verbs of the list, top right: the frequent ones as buttons, the others under 更多, 新建 last. */
export function ListToolbar({ moment, deeds, own, folded, ticked, busy }: ToolbarProps) {
  const act = useAct(deeds, folded);
  const verbs = verbsNow(moment);
  const more = verbs.filter((verb) => verb.place === 'more');
  const bar = verbs.filter((verb) => verb.place === 'bar' && verb.deed !== 'create');
  return (
    <>
      {bar
        // Without a tick the record under the cursor is meant: its verbs stand beside it and in the menu.
        .filter((verb) => verb.deed !== 'remove' || moment.ticked > 0)
        .map((verb) => (
          <Button
            key={verb.deed}
            danger={verb.danger ?? false}
            loading={busy && verb.deed === 'remove'}
            onClick={() => deeds[verb.deed]()}
          >
            {verb.label(moment)}
          </Button>
        ))}
      <BatchMoves kind={moment.kind} ids={ticked} />
      {own.map((verb) => (
        <Link key={verb.label} {...(verb.link as LinkProps)}>
          <Button tabIndex={-1}>{verb.label}</Button>
        </Link>
      ))}
      <Dropdown trigger={['click']} menu={{ items: itemsOf(more, moment, folded), onClick: ({ key }) => act(key) }}>
        <Button aria-haspopup="menu">
          更多 <DownOutlined />
        </Button>
      </Dropdown>
      <Button type="primary" icon={<PlusOutlined />} onClick={deeds.create}>
        新建{moment.kind.label}
      </Button>
    </>
  );
}

interface ListMenuProps extends Omit<ToolbarProps, 'busy' | 'folded'> {
  /** The record under the cursor: meant while nothing is ticked. */
  readonly active: string | undefined;
  readonly place: { readonly x: number; readonly y: number } | undefined;
  readonly onClose: () => void;
}

/** The right-click menu: every verb of the toolbar and of 更多. */
export function ListMenu({ moment, deeds, own, ticked, active, place, onClose }: ListMenuProps) {
  const act = useAct(deeds, own);
  const [looking, setLooking] = useState(false);
  const ids = ticked.length > 0 || active === undefined ? ticked : [active];
  const { lines, choose, dialog } = useBatchMoves({ kind: moment.kind, ids }, looking);
  const process = {
    key: MOVES,
    label: ids.length > 1 ? `办理 ${ids.length} ${moment.kind.unit}` : '办理',
    children: lines.map((line) => ({ ...line, key: MOVE + line.key })),
  };
  const items = itemsOf(verbsNow(moment), moment, own, lines.length > 0 ? process : undefined);
  // The place is kept while the menu fades, so that it does not jump.
  const last = useRef(place);
  useEffect(() => {
    if (place) last.current = place;
  }, [place]);
  const { x, y } = place ?? last.current ?? { x: 0, y: 0 };
  // Never over the lower edge of the window: the last verbs could not be reached there.
  const height = items.reduce((sum, item) => sum + (item?.type === 'divider' ? DIVIDER_REM : ITEM_REM), 1);
  const top = `max(4px, min(${y}px, calc(100vh - ${height}rem)))`;
  return (
    <>
      <Dropdown
        open={place !== undefined}
        autoFocus
        trigger={['click']}
        placement="bottomLeft"
        onOpenChange={(open) => {
          if (open) return;
          onClose();
          document.querySelector<HTMLElement>('.grid')?.focus({ preventScroll: true });
        }}
        classNames={{ root: 'list-menu' }}
        menu={{
          items,
          onClick: ({ key, domEvent }) => {
            domEvent.stopPropagation();
            onClose();
            if (key.startsWith(MOVE)) choose(key.slice(MOVE.length));
            else act(key);
          },
          onOpenChange: (keys) => setLooking(keys.includes(MOVES)),
        }}
      >
        <span className="list-menu-place" style={{ left: x, top }} />
      </Dropdown>
      {dialog}
    </>
  );
}

/** Heights of a line of a menu, a little generous. */
const ITEM_REM = 2.2;
const DIVIDER_REM = 0.6;
const OWN = 'own ';
const MOVES = 'moves';
const MOVE = 'move ';

function useAct(deeds: ListDeeds, own: readonly Verb[]) {
  const navigate = useNavigate();
  return (key: string): void => {
    const verb = own.find((item) => OWN + item.label === key);
    if (verb) void navigate(verb.link as Parameters<typeof navigate>[0]);
    else deeds[key as keyof ListDeeds]?.();
  };
}

function itemsOf(
  verbs: readonly ListVerb[],
  moment: ListMoment,
  own: readonly Verb[],
  process?: NonNullable<MenuProps['items']>[number],
): NonNullable<MenuProps['items']> {
  const items: NonNullable<MenuProps['items']> = verbs.flatMap((verb, index) => {
    const before = verbs[index - 1];
    return [
      ...(before && before.section !== verb.section ? [{ type: 'divider' as const }] : []),
      ...(process && verb.section === 'change' && before?.section !== 'change' ? [process] : []),
      {
        key: verb.deed,
        label: verb.label(moment),
        danger: verb.danger ?? false,
        ...(verb.keyLabel ? { extra: verb.keyLabel } : {}),
      },
    ];
  });
  if (own.length === 0) return items;
  return [...items, { type: 'divider' }, ...own.map(({ label }) => ({ key: OWN + label, label }))];
}
