import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQueries } from '@tanstack/react-query';
import { App, Button, Checkbox, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { api, queries, type Settings } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { onKeys, useKeys } from '../../ui/keys.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { useUnsavedGuard } from '../../ui/use-unsaved-guard.tsx';
import { EditVerbs } from './EditVerbs.tsx';

type List = Settings['enumerations'][number];
type Option = List['values'][number];

/** A row of the editor; `was` is the word under which records know it, absent for a new one. */
interface Draft extends Option {
  readonly key: number;
  readonly was?: string;
}

interface EnumerationEditorProps {
  readonly list: List;
  readonly usedBy: readonly { readonly kind: string; readonly field: string; readonly label: string }[];
}

const draftsOf = (list: List): Draft[] => list.values.map((value, key) => ({ ...value, key, was: value.value }));

/** Adds, renames (in every record, in the same change), retires and orders the options of one list. */
export function EnumerationEditor({ list, usedBy }: EnumerationEditorProps) {
  const { message, modal } = App.useApp();
  const [rows, setRows] = useState(() => draftsOf(list));
  const nextKey = useRef(list.values.length);
  const saved = JSON.stringify(list.values);
  useEffect(() => setRows(draftsOf({ ...list, values: JSON.parse(saved) as Option[] })), [saved, list]);
  const uses = useUses(usedBy, rows);

  const values = rows.map(({ key: _key, was: _was, ...option }) => ({ ...option, value: option.value.trim() }));
  const dirty = JSON.stringify(values) !== saved;
  const renamed = Object.fromEntries(
    rows.flatMap(({ was, value }) => (was !== undefined && was !== value.trim() ? [[was, value.trim()]] : [])),
  );
  const blank = rows.find((row) => row.value.trim() === '');
  const twin = values.find((row, index) => values.findIndex((other) => other.value === row.value) !== index);
  const problem = blank ? '有一项还没有填写。' : twin ? `“${twin.value}”出现了两次。` : undefined;

  const save = useCommand(async () => {
    await api.settings.saveEnumeration({ enumeration: { ...list, values }, renamed });
    message.success(`“${list.label}”已保存。可按 Ctrl+Z 撤销。`);
    return true;
  });
  const submit = async (): Promise<boolean> => {
    if (!dirty) return true;
    if (problem) return false;
    const touched = Object.keys(renamed).reduce((sum, word) => sum + (uses.get(word) ?? 0), 0);
    if (touched > 0) {
      const agreed = await modal.confirm({
        title: `改名会同时改动 ${touched} 条记录`,
        content: Object.entries(renamed)
          .map(([from, to]) => `${from} → ${to}`)
          .join('；'),
        okText: '一起改',
        cancelText: '再想想',
      });
      if (!agreed) return false;
    }
    return (await save.run(undefined)) ?? false;
  };
  useUnsavedGuard(dirty, { save: submit });
  useKeys({ save: () => void submit() });

  const change = (key: number, next: Partial<Draft>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...next } : row)));
  const move = (index: number, to: number) => {
    const next = [...rows];
    const [row] = next.splice(index, 1);
    if (row) next.splice(to, 0, row);
    setRows(next);
  };
  const add = () => {
    const key = nextKey.current++;
    setRows([...rows, { key, value: '' }]);
    requestAnimationFrame(() => document.getElementById(`option-${key}`)?.focus());
  };

  return (
    <section className="card options-editor">
      <h2>{list.label}</h2>
      <p className="quiet small">
        用在：{usedBy.map((use) => use.label).join('、') || '目前没有栏目使用'}
        。停用的选项不再出现在下拉框里，已填的记录不变。
      </p>
      <RefusalNote refusal={save.refusal} onClose={save.reset} />
      <ul>
        {rows.map((row, index) => {
          const count = row.was === undefined ? 0 : (uses.get(row.was) ?? 0);
          return (
            <li key={row.key} className="option-row">
              <Input
                id={`option-${row.key}`}
                aria-label={`第 ${index + 1} 项`}
                value={row.value}
                maxLength={60}
                onChange={(event) => change(row.key, { value: event.target.value })}
                onKeyDown={onKeys({ enter: add })}
              />
              <Input
                aria-label={`第 ${index + 1} 项 说明`}
                placeholder="说明"
                value={row.note ?? ''}
                onChange={({ target }) => {
                  const { note: _note, ...rest } = row;
                  setRows(
                    rows.map((old) => (old === row ? (target.value ? { ...rest, note: target.value } : rest) : old)),
                  );
                }}
              />
              <Checkbox
                checked={row.retired === true}
                onChange={({ target }) => {
                  const { retired: _retired, ...rest } = row;
                  setRows(
                    rows.map((old) => (old === row ? (target.checked ? { ...rest, retired: true } : rest) : old)),
                  );
                }}
              >
                停用
              </Checkbox>
              <span className="quiet small option-uses">{count > 0 ? `${count} 条在用` : ''}</span>
              <Button
                type="text"
                size="small"
                icon={<ArrowUpOutlined />}
                aria-label={`第 ${index + 1} 项上移`}
                disabled={index === 0}
                onClick={() => move(index, index - 1)}
              />
              <Button
                type="text"
                size="small"
                icon={<ArrowDownOutlined />}
                aria-label={`第 ${index + 1} 项下移`}
                disabled={index === rows.length - 1}
                onClick={() => move(index, index + 1)}
              />
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={`删除第 ${index + 1} 项`}
                title={count > 0 ? '有记录在用，只能停用或改名' : '删除'}
                disabled={count > 0}
                onClick={() => setRows(rows.filter((old) => old !== row))}
              />
            </li>
          );
        })}
      </ul>
      <Button icon={<PlusOutlined />} onClick={add}>
        添加选项
      </Button>
      <EditVerbs
        dirty={dirty}
        problem={problem}
        saving={save.saving}
        onReset={() => setRows(draftsOf(list))}
        onSave={() => void submit()}
      />
    </section>
  );
}

/** How many records carry each option. */
function useUses(usedBy: EnumerationEditorProps['usedBy'], rows: readonly Draft[]): ReadonlyMap<string, number> {
  const asked = rows.flatMap((row) =>
    row.was === undefined ? [] : usedBy.map((use) => ({ ...use, word: row.was as string })),
  );
  const answers = useQueries({
    queries: asked.map(({ kind, field, word }) =>
      queries.records.list.queryOptions({
        input: { kind, filters: [{ field, type: 'any', values: [word] }], limit: 1 },
      }),
    ),
  });
  const counts = new Map<string, number>();
  asked.forEach(({ word }, index) => {
    counts.set(word, (counts.get(word) ?? 0) + (answers[index]?.data?.total ?? 0));
  });
  return counts;
}
