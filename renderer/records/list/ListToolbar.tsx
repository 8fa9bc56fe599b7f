import { DownOutlined, PlusOutlined } from '@ant-design/icons';
import { Link, type LinkProps, useNavigate } from '@tanstack/react-router';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useEffect, useRef } from 'react';
import { BatchMoves } from '../process/BatchMoves.tsx';
import type { Verb } from '../verbs.tsx';
import { type ListDeeds, type ListMoment, type ListVerb, verbsNow } from './list-verbs.ts';

interface ToolbarProps {
  readonly moment: ListMoment;
  readonly deeds: ListDeeds;
  /** Verbs of this kind: import, papers. */
  readonly own: readonly Verb[];
  readonly ticked: readonly string[];
  readonly busy: boolean;
}

/** The verbs of the list, top right: the frequent ones as buttons, the others under 更多, 新建 last. */
export function ListToolbar({ moment, deeds, own, ticked, busy }: ToolbarProps) {
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
      <Dropdown trigger={['click']} menu={{ items: itemsOf(more, moment), onClick: ({ key }) => run(deeds, key) }}>
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

interface ListMenuProps extends Omit<ToolbarProps, 'busy' | 'ticked'> {
  readonly place: { readonly x: number; readonly y: number } | undefined;
  readonly onClose: () => void;
}

/** The right-click menu: every verb of the toolbar and of 更多. */
export function ListMenu({ moment, deeds, own, place, onClose }: ListMenuProps) {
  const navigate = useNavigate();
  const items: MenuProps['items'] = [
    ...itemsOf(verbsNow(moment), moment),
    ...(own.length > 0 ? [{ type: 'divider' as const }] : []),
    ...own.map((verb) => ({ key: `own ${verb.label}`, label: verb.label })),
  ];
  // The place is kept while the menu fades, so that it does not jump.
  const last = useRef(place);
  useEffect(() => {
    if (place) last.current = place;
  }, [place]);
  const { x, y } = place ?? last.current ?? { x: 0, y: 0 };
  return (
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
          const verb = own.find((item) => `own ${item.label}` === key);
          if (verb) void navigate(verb.link as Parameters<typeof navigate>[0]);
          else run(deeds, key);
        },
      }}
    >
      <span className="list-menu-place" style={{ left: x, top: y }} />
    </Dropdown>
  );
}

const run = (deeds: ListDeeds, key: string) => deeds[key as keyof ListDeeds]?.();

function itemsOf(verbs: readonly ListVerb[], moment: ListMoment): NonNullable<MenuProps['items']> {
  return verbs.flatMap((verb, index) => {
    const before = verbs[index - 1];
    return [
      ...(before && before.section !== verb.section ? [{ type: 'divider' as const }] : []),
      {
        key: verb.deed,
        label: verb.label(moment),
        danger: verb.danger ?? false,
        ...(verb.keyLabel ? { extra: verb.keyLabel } : {}),
      },
    ];
  });
}
