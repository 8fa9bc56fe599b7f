import { DownOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, Input, type MenuProps, Modal } from 'antd';
import { useState } from 'react';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { onKeys } from '../../ui/keys.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import type { SavedView, Views } from './use-views.ts';

interface ViewMenuProps {
  readonly kind: RecordKind;
  readonly views: Views;
  /** Something is narrowed, sorted, grouped or its columns changed: worth a view. */
  readonly worthSaving: boolean;
}

const LONGEST = 30;

/** 视图: opens one, says when it was changed since, saves it again, under another name, or puts it back. */
export function ViewMenu({ kind, views, worthSaving }: ViewMenuProps) {
  const { modal, message } = App.useApp();
  const [naming, setNaming] = useState<'new' | 'rename'>();
  const { current, modified } = views;

  /** Leaving a changed view for another one: the change would be gone. */
  const leaveFor = async (view: SavedView | undefined) => {
    if (!current || !modified || view?.id === current.id) return views.open(view);
    const answer = await new Promise<'stay' | 'drop' | 'save'>((resolve) => {
      const dialog = modal.confirm({
        title: `视图“${current.name}”改过了`,
        content: '换到别的视图之前，要把改动存进这个视图吗？',
        icon: null,
        onCancel: () => resolve('stay'),
        footer: () => {
          const end = (value: 'stay' | 'drop' | 'save') => {
            dialog.destroy();
            resolve(value);
          };
          return (
            <div className="dialog-verbs">
              <Button onClick={() => end('stay')}>留下</Button>
              <Button onClick={() => end('drop')}>不保存</Button>
              <Button type="primary" autoFocus onClick={() => end('save')}>
                保存后再换
              </Button>
            </div>
          );
        },
      });
    });
    if (answer === 'stay' || (answer === 'save' && !(await views.save(current)))) return undefined;
    return views.open(view);
  };
  const put = async (view: Pick<SavedView, 'id' | 'name'>) => {
    if (await views.save(view)) {
      setNaming(undefined);
      message.success(`已保存视图“${view.name.trim()}”`);
    }
  };

  const items: MenuProps['items'] = [
    { key: 'all', label: `全部${kind.label}` },
    ...views.all.map((view) => ({ key: `view ${view.id}`, label: view.name })),
    { type: 'divider' },
    ...(current && modified
      ? [
          { key: 'save', label: `保存到“${current.name}”` },
          { key: 'restore', label: '恢复成保存的样子' },
        ]
      : []),
    { key: 'new', label: current ? '另存为新视图…' : '把现在的样子存成视图…', disabled: !current && !worthSaving },
    ...(current
      ? [
          { key: 'rename', label: '改名…' },
          { key: 'remove', label: '删除这个视图', danger: true },
        ]
      : []),
  ];
  const act = (key: string) => {
    if (key === 'all') void leaveFor(undefined);
    else if (key === 'save' && current) void put(current);
    else if (key === 'restore') views.open(current);
    else if (key === 'new' || key === 'rename') setNaming(key);
    else if (key === 'remove' && current)
      void views.removing.run(current.id).then((done) => done && message.success('已删除视图。可按 Ctrl+Z 撤销。'));
    else void leaveFor(views.all.find((view) => `view ${view.id}` === key));
  };

  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items,
          selectedKeys: [current ? `view ${current.id}` : 'all'],
          onClick: ({ key }) => act(key),
        }}
      >
        <Button aria-haspopup="menu" className="view-button">
          <span className="clip">视图：{current?.name ?? `全部${kind.label}`}</span>
          {modified && (
            <span className="tag" data-tone="soon">
              已修改
            </span>
          )}
          <DownOutlined />
        </Button>
      </Dropdown>
      {naming && (
        <NameDialog
          title={naming === 'new' ? '存成视图' : '给视图改名'}
          start={naming === 'rename' ? (current?.name ?? '') : ''}
          views={views}
          onClose={() => setNaming(undefined)}
          onName={(name) => void put({ id: naming === 'rename' && current ? current.id : crypto.randomUUID(), name })}
        />
      )}
      {!naming && <RefusalNote refusal={views.saving.refusal ?? views.removing.refusal} onClose={views.saving.reset} />}
    </>
  );
}

interface NameDialogProps {
  readonly title: string;
  readonly start: string;
  readonly views: Views;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

function NameDialog({ title, start, views, onName, onClose }: NameDialogProps) {
  const [name, setName] = useState(start);
  const submit = () => name.trim() && onName(name.trim());
  return (
    <Modal
      open
      title={title}
      okText="保存"
      cancelText="取消"
      okButtonProps={{ disabled: !name.trim(), loading: views.saving.saving }}
      onOk={submit}
      onCancel={() => {
        views.saving.reset();
        onClose();
      }}
    >
      <p className="quiet">视图存在资料库里，同事也能用。条件、排序、分组和栏目一起存。</p>
      <Input
        autoFocus
        value={name}
        maxLength={LONGEST}
        aria-label="视图的名字"
        placeholder="例如 在任非中共委员"
        onChange={(event) => setName(event.target.value)}
        onKeyDown={onKeys({ enter: submit })}
      />
      <RefusalNote refusal={views.saving.refusal} onClose={views.saving.reset} />
    </Modal>
  );
}
