import { UserOutlined } from '@ant-design/icons';
import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { onKeys } from '../ui/keys.ts';
import { RefusalNote } from '../ui/RefusalNote.tsx';
import { usePreferences } from './preferences.ts';
import { useCommand } from './use-command.ts';

/** Who is working: the name goes into every change. */
export function Operator() {
  const { preferences, ready } = usePreferences();
  const [open, setOpen] = useState(false);
  const name = preferences.operator;
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      // An element even when closed: Ant Design never opens a popover whose content is empty.
      content={<div>{open && <OperatorForm name={name ?? ''} onDone={() => setOpen(false)} />}</div>}
    >
      <Button type="text" icon={<UserOutlined />} disabled={!ready} aria-expanded={open}>
        <span className="clip operator-name">{name || '署名'}</span>
      </Button>
    </Popover>
  );
}

/** The field by itself, for the settings page too. */
export function OperatorForm({ name, onDone }: { readonly name: string; readonly onDone?: () => void }) {
  const { change } = usePreferences();
  const [text, setText] = useState(name);
  const save = useCommand(async (operator: string) => {
    await change({ operator });
    return true;
  });
  const submit = async () => {
    if (await save.run(text.trim())) onDone?.();
  };
  return (
    <div className="operator-form">
      <label htmlFor="operator">现在由谁办理</label>
      <Input
        id="operator"
        value={text}
        autoFocus={onDone !== undefined}
        maxLength={40}
        placeholder="姓名（处室）"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeys({ enter: () => void submit() })}
      />
      <p className="quiet small">记入每一笔改动。留空时用这台电脑的账户名。</p>
      <RefusalNote refusal={save.refusal} />
      <Button type="primary" loading={save.saving} disabled={text.trim() === name} onClick={() => void submit()}>
        确定
      </Button>
    </div>
  );
}
