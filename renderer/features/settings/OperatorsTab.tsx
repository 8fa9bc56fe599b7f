import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Input, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { api, type Output, queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { usePreferences } from '../../app/preferences.ts';
import { useCommand } from '../../app/use-command.ts';
import { onKeys, useKeys } from '../../ui/keys.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { useUnsavedGuard } from '../../ui/use-unsaved-guard.tsx';
import { EditVerbs } from './EditVerbs.tsx';

type Operator = Output<typeof api.rules.get>['operators'][number];
interface Row extends Operator {
  readonly key: number;
}

/** Who works in the office, and which moves each may make. */
export function OperatorsTab() {
  const query = useQuery(queries.rules.get.queryOptions({ input: {} }));
  if (query.error) return <RefusalNote refusal={explain(query.error)} />;
  return query.data ? <OperatorsForm saved={query.data.operators} roles={query.data.roles} /> : null;
}

interface OperatorsFormProps {
  readonly saved: readonly Operator[];
  readonly roles: readonly string[];
}

function OperatorsForm({ saved, roles }: OperatorsFormProps) {
  const { message } = App.useApp();
  const { preferences } = usePreferences();
  const nextKey = useRef(0);
  const keyed = (items: readonly Operator[]): readonly Row[] =>
    items.map((item) => ({ ...item, key: nextKey.current++ }));
  const [rows, setRows] = useState(() => keyed(saved));
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was saved matters
  useEffect(() => setRows(keyed(saved)), [saved]);

  const operators = rows.map(({ name, roles: own }) => ({ name: name.trim(), roles: own }));
  const dirty = JSON.stringify(operators) !== JSON.stringify(saved);
  const blank = operators.some((item) => item.name === '');
  const twin = operators.find((item, index) => operators.findIndex((other) => other.name === item.name) !== index);
  const problem = blank ? '有一行没有写姓名。' : twin ? `“${twin.name}”出现了两次。` : undefined;
  const free = operators.every((item) => item.roles.length === 0);
  const save = useCommand(async () => {
    await api.rules.saveOperators({ operators });
    message.success('经办人与分工已保存。可按 Ctrl+Z 撤销。');
    return true;
  });
  const submit = async () => (!dirty ? true : problem ? false : ((await save.run(undefined)) ?? false));
  useUnsavedGuard(dirty, { save: submit });
  useKeys({ save: () => void submit() });

  const change = (key: number, next: Partial<Operator>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...next } : row)));
  const add = (name = '') => {
    const key = nextKey.current++;
    setRows([...rows, { key, name, roles: [] }]);
    requestAnimationFrame(() => document.getElementById(`operator-${key}`)?.focus());
  };
  const me = preferences.operator?.trim();

  return (
    <section className="card settings-form">
      <p className="quiet">
        {free
          ? '还没有分工：每个人都可以办每一步。给人分了工以后，标明由谁办的步骤就只有分到的人能办。'
          : '标明由谁办的步骤，只有分到这项工作的人能办；没有列在这里的人只能看和登记。姓名要与右上角的署名一致。'}
      </p>
      <RefusalNote refusal={save.refusal} onClose={save.reset} />
      {rows.length > 0 && (
        <table className="rows settings-table">
          <thead>
            <tr>
              <th scope="col">经办人</th>
              <th scope="col">分工</th>
              <th scope="col">
                <span className="visually-hidden">行操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.key}>
                <td className="operator-cell">
                  <Input
                    id={`operator-${row.key}`}
                    aria-label={`第 ${index + 1} 行 姓名`}
                    value={row.name}
                    maxLength={40}
                    placeholder="与署名一致，如 王敏（办公室）"
                    onChange={(event) => change(row.key, { name: event.target.value })}
                    onKeyDown={onKeys({ enter: () => add() })}
                  />
                  {me && row.name.trim() === me && <span className="quiet small">现在署名的人</span>}
                </td>
                <td>
                  <Select
                    mode="multiple"
                    className="operator-roles"
                    aria-label={`第 ${index + 1} 行 分工`}
                    placeholder="没有分工"
                    value={[...row.roles]}
                    onChange={(next: string[]) => change(row.key, { roles: next })}
                    options={[...new Set([...roles, ...row.roles])].map((role) => ({ value: role, label: role }))}
                  />
                </td>
                <td>
                  <Button
                    type="text"
                    size="small"
                    icon={<DeleteOutlined />}
                    aria-label={`删除第 ${index + 1} 行`}
                    onClick={() => setRows(rows.filter((other) => other.key !== row.key))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="settings-row">
        <Button icon={<PlusOutlined />} onClick={() => add()}>
          添加经办人
        </Button>
        {me && !operators.some((item) => item.name === me) && <Button onClick={() => add(me)}>添加“{me}”</Button>}
      </div>
      <EditVerbs
        dirty={dirty}
        problem={problem}
        saving={save.saving}
        onReset={() => setRows(keyed(saved))}
        onSave={() => void submit()}
      />
    </section>
  );
}
