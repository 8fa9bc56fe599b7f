import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Popover } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { queries } from '../../app/api.ts';
import type { Filter, ListState } from '../../app/list-state.ts';
import { onKeys } from '../../ui/keys.ts';
import { fieldAt, labelAt } from '../fields.ts';
import { describeFilter } from './describe-filter.ts';
import { FilterEditor } from './FilterEditor.tsx';

interface FilterBarProps {
  readonly kind: RecordKind;
  readonly state: ListState;
  readonly onChange: (next: ListState) => void;
}

const WAIT_MS = 200;

/** A box that narrows the list while one types, the conditions as chips, and a way to add one. */
export function FilterBar({ kind, state, onChange }: FilterBarProps) {
  const filters = state.filters ?? [];
  const [editing, setEditing] = useState<number | 'new'>();
  const withFilters = (next: readonly Filter[]) => onChange({ ...state, filters: [...next] });

  return (
    <>
      <QuickText key={kind.id} kind={kind} state={state} onChange={onChange} />
      {filters.map((filter, index) => (
        <Popover
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no name of its own
          key={index}
          trigger="click"
          placement="bottomLeft"
          open={editing === index}
          onOpenChange={(open) => setEditing(open ? index : undefined)}
          content={
            <div>
              {editing === index && (
                <FilterEditor
                  kind={kind}
                  filter={filter}
                  onDone={(next) => {
                    setEditing(undefined);
                    withFilters(filters.map((old, at) => (at === index ? next : old)));
                  }}
                  onCancel={() => setEditing(undefined)}
                />
              )}
            </div>
          }
        >
          <span className="chip">
            <FilterWords kind={kind} filter={filter} />
            <button
              type="button"
              aria-label={`去掉条件 ${labelAt(kind, filter.field)}`}
              onClick={(event) => {
                event.stopPropagation();
                withFilters(filters.filter((_, at) => at !== index));
              }}
            >
              ✕
            </button>
          </span>
        </Popover>
      ))}
      <Popover
        trigger="click"
        placement="bottomLeft"
        open={editing === 'new'}
        onOpenChange={(open) => setEditing(open ? 'new' : undefined)}
        // An element even when closed: Ant Design never opens a popover whose content is empty.
        content={
          <div>
            {editing === 'new' && (
              <FilterEditor
                kind={kind}
                onDone={(next) => {
                  setEditing(undefined);
                  withFilters([...filters, next]);
                }}
                onCancel={() => setEditing(undefined)}
              />
            )}
          </div>
        }
      >
        <Button type="text" icon={<PlusOutlined />}>
          条件
        </Button>
      </Popover>
    </>
  );
}

function QuickText({ kind, state, onChange }: FilterBarProps) {
  const [text, setText] = useState(state.text ?? '');
  const latest = useRef({ state, onChange });
  latest.current = { state, onChange };
  useEffect(() => {
    const timer = setTimeout(() => {
      const { state: now, onChange: tell } = latest.current;
      const { text: old = '', ...rest } = now;
      if (old !== text.trim()) tell(text.trim() ? { ...rest, text: text.trim() } : rest);
    }, WAIT_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <Input
      id="list-text"
      className="list-text"
      allowClear
      maxLength={200}
      value={text}
      placeholder={`在${kind.label}里筛选`}
      aria-label={`在${kind.label}里筛选`}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeys({
        escape: () => setText(''),
        down: () => document.querySelector<HTMLElement>('.grid')?.focus(),
        enter: () => document.querySelector<HTMLElement>('.grid')?.focus(),
      })}
    />
  );
}

/** The words of a condition; names of the records it points at are fetched (there are few). */
function FilterWords({ kind, filter }: { readonly kind: RecordKind; readonly filter: Filter }) {
  const target = fieldAt(kind, filter.field)?.target;
  const wanted =
    filter.type === 'any' && target ? (filter.values ?? []).filter((value) => value !== null).map(String) : [];
  const [first] = wanted;
  const named = useQuery({
    ...queries.records.get.queryOptions({ input: { kind: target ?? '', id: first ?? '' } }),
    enabled: first !== undefined,
  });
  const words =
    wanted.length > 0
      ? `${named.data?.title ?? '…'}${wanted.length > 1 ? `等 ${wanted.length} 个` : ''}`
      : describeFilter(filter);
  return (
    <button type="button" className="clip" title="改这个条件">
      {labelAt(kind, filter.field)}：{words}
    </button>
  );
}
