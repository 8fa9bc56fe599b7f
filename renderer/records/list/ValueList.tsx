import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Button, Checkbox, Input } from 'antd';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import type { Filter, ListState } from '../../app/list-state.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { fieldAt } from '../fields.ts';

interface ValueListProps {
  readonly kind: RecordKind;
  readonly path: string;
  readonly state: ListState;
  readonly filter: Filter | undefined;
  readonly onChange: (filter: Filter | undefined) => void;
  readonly onTake: (filter: Filter) => void;
}

const LINE = 30;

/** The values that occur in a column, with counts under the other conditions; ticked ones are listed. */
export function ValueList({ kind, path, state, filter, onChange, onTake }: ValueListProps) {
  const field = fieldAt(kind, path);
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const others = (state.filters ?? []).filter((other) => other.field !== path);
  const asked = useQuery({
    ...queries.lists.values.queryOptions({
      input: {
        kind: kind.id,
        field: path,
        ...(state.text ? { text: state.text } : {}),
        ...(others.length > 0 ? { filters: others } : {}),
        ...(search ? { search } : {}),
      },
    }),
    placeholderData: keepPreviousData,
  });
  const values = asked.data?.values ?? [];
  // Days are offered by month or year: one of them is a span, not a value to be equal to.
  const spans = field?.type === 'date' || field?.type === 'dateTime';
  const chosen = useMemo(() => new Set((filter?.type === 'any' ? (filter.values ?? []) : []).map(keyOf)), [filter]);
  const put = (next: readonly unknown[]) =>
    onChange(next.length > 0 ? { field: path, type: 'any', values: [...next] } : undefined);
  const isChosen = (value: unknown) => several(value).every((item) => chosen.has(keyOf(item)));
  const toggle = (value: unknown) => {
    const old = filter?.type === 'any' ? (filter.values ?? []) : [];
    const own = new Set(several(value).map(keyOf));
    const others = old.filter((item) => !own.has(keyOf(item)));
    put(isChosen(value) ? others : [...others, ...several(value)]);
  };
  const box = useRef<HTMLDivElement>(null);
  const lines = useVirtualizer({
    count: values.length,
    getScrollElement: () => box.current,
    estimateSize: () => LINE,
    overscan: 6,
  });

  return (
    <>
      <Input
        autoFocus
        allowClear
        value={text}
        maxLength={100}
        placeholder="找一个值"
        aria-label={`在${field?.label ?? ''}的值里找`}
        onChange={(event) => setText(event.target.value)}
      />
      <RefusalNote refusal={asked.error ? explain(asked.error) : undefined} />
      <div ref={box} className="value-list">
        <div style={{ height: lines.getTotalSize(), position: 'relative' }}>
          {lines.getVirtualItems().map((item) => {
            const value = values[item.index];
            if (!value) return null;
            const label = value.label || '（没填）';
            return (
              <div key={keyOf(value.value)} className="value-line" style={{ transform: `translateY(${item.start}px)` }}>
                {spans ? (
                  <button
                    type="button"
                    className="plain-button clip"
                    onClick={() =>
                      onTake(
                        value.value === null
                          ? { field: path, type: 'blank' }
                          : { field: path, type: 'between', from: String(value.value), to: String(value.value) },
                      )
                    }
                  >
                    {label}
                  </button>
                ) : (
                  <Checkbox checked={isChosen(value.value)} onChange={() => toggle(value.value)}>
                    <span className="clip" title={label}>
                      {label}
                    </span>
                  </Checkbox>
                )}
                <span className="quiet small">{value.count}</span>
              </div>
            );
          })}
        </div>
        {asked.isFetched && values.length === 0 && <p className="quiet small">没有这样的值</p>}
      </div>
      {asked.data?.more && <p className="quiet small">只列出前 {values.length} 个，请打字缩小范围。</p>}
      {!spans && values.length > 0 && (
        <div className="head-menu-verbs">
          <Button size="small" onClick={() => put(values.flatMap(({ value }) => several(value)))}>
            全选
          </Button>
          <Button size="small" onClick={() => put([])}>
            全不选
          </Button>
        </div>
      )}
    </>
  );
}

/** Records of the same name come as one value: all their ids. */
const several = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
const keyOf = (value: unknown): string => (value === null ? '\u0000' : String(value));
