import { App, Button, Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { measured } from '../../../shared/records/index.ts';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { api, type Titles } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { FieldInput } from '../form/FieldInput.tsx';
import { type BatchPlan, ChangePreview } from './ChangePreview.tsx';
import { isEditable } from './paste-cells.ts';
import '../form/form.css';

interface BatchEditProps {
  readonly kind: RecordKind;
  readonly ids: readonly string[];
  readonly onClose: () => void;
}

/** What is to become of one field in every chosen record; absent: left as it stands. */
type Wish = { readonly way: 'set'; readonly value: unknown } | { readonly way: 'clear' };

const NOTHING: Titles = {};
const isBlank = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** 批量修改: each field 不改, 设为 or 清空; then every cell that would change; then one step that can be undone. */
export function BatchEditDialog({ kind, ids, onClose }: BatchEditProps) {
  const { message } = App.useApp();
  const [wishes, setWishes] = useState<Readonly<Record<string, Wish>>>({});
  const [plan, setPlan] = useState<BatchPlan>();
  const planning = useCommand(api.batch.plan);
  const running = useCommand(api.batch.run);

  const values = Object.fromEntries(
    Object.entries(wishes).flatMap(([name, wish]): [string, unknown][] =>
      wish.way === 'clear' ? [[name, null]] : isBlank(wish.value) ? [] : [[name, wish.value]],
    ),
  );
  const input = { update: ids.map((id) => ({ kind: kind.id, id, values })) };
  const some = Object.keys(values).length > 0;
  const look = async () => setPlan(await planning.run(input));
  const write = async () => {
    const done = await running.run({ ...input, label: labelOf(kind, plan?.counts.update ?? 0, Object.keys(values)) });
    if (!done) return;
    message.success(`已${done.label}。可按 Ctrl+Z 一次撤销。`);
    onClose();
  };

  return (
    <Modal
      open
      width={860}
      className="batch-edit"
      title={plan ? `批量修改：看一遍再改` : `批量修改 ${ids.length} ${measured(kind)}`}
      onCancel={onClose}
      maskClosable={false}
      footer={
        <div className="dialog-verbs">
          {plan && <Button onClick={() => setPlan(undefined)}>返回</Button>}
          <Button onClick={onClose}>取消</Button>
          {plan ? (
            <Button
              type="primary"
              loading={running.saving}
              disabled={plan.counts.cells === 0 || plan.counts.problems > 0}
              onClick={() => void write()}
            >
              修改 {plan.counts.update} {kind.unit}
            </Button>
          ) : (
            <Button type="primary" disabled={!some} loading={planning.saving} onClick={() => void look()}>
              下一步：预览
            </Button>
          )}
        </div>
      }
    >
      <RefusalNote refusal={planning.refusal} onClose={planning.reset} />
      <RefusalNote refusal={running.refusal} onClose={running.reset} />
      {plan ? <ChangePreview kind={kind} plan={plan} /> : <Wishes kind={kind} wishes={wishes} onChange={setWishes} />}
    </Modal>
  );
}

/** 批量修改 86 名委员的界别、党派 */
function labelOf(kind: RecordKind, count: number, names: readonly string[]): string {
  const labels = names.slice(0, 3).map((name) => kind.fields[name]?.label ?? name);
  return `批量修改 ${count} ${measured(kind)}的${labels.join('、')}${names.length > 3 ? '等' : ''}`;
}

interface WishesProps {
  readonly kind: RecordKind;
  readonly wishes: Readonly<Record<string, Wish>>;
  readonly onChange: (wishes: Readonly<Record<string, Wish>>) => void;
}

function Wishes({ kind, wishes, onChange }: WishesProps) {
  const [text, setText] = useState('');
  const names = kind.form.flatMap((group) => group.fields).filter((name) => isEditable(kind, name));
  const put = (name: string, wish: Wish | undefined) => {
    const { [name]: _old, ...others } = wishes;
    onChange(wish ? { ...others, [name]: wish } : others);
  };
  return (
    <>
      <p className="quiet">没有选“设为”或“清空”的栏目一概不动。下一步会列出每一处改动，确认之后才改。</p>
      <Input
        allowClear
        value={text}
        maxLength={40}
        placeholder="找栏目"
        aria-label="找栏目"
        onChange={(event) => setText(event.target.value)}
      />
      <ul className="wish-list">
        {names.map((name) => {
          const field = kind.fields[name];
          const wish = wishes[name];
          if (!field || !(field.label.includes(text.trim()) || wish)) return null;
          return (
            <li key={name} className="wish" data-on={wish !== undefined || undefined}>
              <span className="wish-label">{field.label}</span>
              <Segmented
                size="small"
                aria-label={`${field.label}怎样改`}
                value={wish?.way ?? 'keep'}
                onChange={(way) =>
                  put(name, way === 'clear' ? { way } : way === 'set' ? { way, value: undefined } : undefined)
                }
                options={[
                  { value: 'keep', label: '不改' },
                  { value: 'set', label: '设为' },
                  { value: 'clear', label: '清空', disabled: field.required === true },
                ]}
              />
              <div className="wish-value">
                {wish?.way === 'set' && (
                  <>
                    <label className="visually-hidden" htmlFor={`wish-${name}`}>
                      {field.label}设为
                    </label>
                    <FieldInput
                      id={`wish-${name}`}
                      field={field}
                      value={wish.value}
                      titles={NOTHING}
                      invalid={false}
                      onChange={(value) => put(name, { way: 'set', value })}
                    />
                  </>
                )}
                {wish?.way === 'clear' && <span className="quiet">清空后是空白</span>}
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}
