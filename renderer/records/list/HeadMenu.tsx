import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { changedState, type Filter, type ListState, type Sort } from '../../app/list-state.ts';
import { onKeys } from '../../ui/keys.ts';
import { fieldAt, isSortable, labelAt, ordersOf, orderWords } from '../fields.ts';
import { FilterRange, isRange } from './FilterRange.tsx';
import type { HeadHands } from './head-hands.ts';
import { ValueList } from './ValueList.tsx';

interface HeadMenuProps {
  readonly kind: RecordKind;
  readonly path: string;
  readonly state: ListState;
  readonly sort: readonly Sort[];
  readonly hands: HeadHands;
  readonly onClose: () => void;
}

type Way = 'any' | 'contains' | 'between' | 'blank' | 'filled';

/** What can be done with one column: sort, group, hide, and above all filter it by what occurs in it. */
export function HeadMenu({ kind, path, state, sort, hands, onClose }: HeadMenuProps) {
  const field = fieldAt(kind, path);
  const own = state.filters?.find((filter) => filter.field === path);
  const ranged = field !== undefined && isRange(field);
  const [way, setWay] = useState<Way>(own?.type ?? 'any');
  const [draft, setDraft] = useState<Filter | undefined>(own);
  if (!field) return null;

  const others = (state.filters ?? []).filter((filter) => filter.field !== path);
  const take = (filter: Filter | undefined) => {
    hands.change(changedState(state, { filters: filter ? [...others, filter] : others }));
    onClose();
  };
  const filter: Filter | undefined =
    way === 'blank' || way === 'filled' ? { field: path, type: way } : draft?.type === way ? draft : undefined;
  const submit = () => filter && take(filter);
  const sortable = isSortable(field) && !path.includes('.');
  const order = sort.find(([name]) => name === path)?.[1];

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole small form
    <div className="filter-form head-menu" onKeyDown={onKeys({ escape: onClose })}>
      <div className="head-menu-verbs">
        {sortable &&
          ordersOf(field).map((to) => (
            <Button
              key={to}
              size="small"
              type={order === to ? 'primary' : 'default'}
              onClick={() => {
                hands.change(changedState(state, { sort: [[path, to]] }));
                onClose();
              }}
            >
              按{orderWords(field, field.label, to)}
            </Button>
          ))}
        {!path.includes('.') && sortable && (
          <Button
            size="small"
            onClick={() => {
              hands.change(changedState(state, { group: state.group === path ? undefined : path }));
              onClose();
            }}
          >
            {state.group === path ? '取消分组' : '按它分组'}
          </Button>
        )}
        <Button
          size="small"
          onClick={() => {
            onClose();
            hands.hide(path);
          }}
        >
          隐藏此栏
        </Button>
      </div>
      <Radio.Group
        optionType="button"
        size="small"
        aria-label={`怎样筛选${labelAt(kind, path)}`}
        value={way}
        onChange={(event) => setWay(event.target.value as Way)}
        options={[
          { value: 'any', label: '挑选' },
          ranged ? { value: 'between', label: '从…到…' } : { value: 'contains', label: '含有' },
          { value: 'filled', label: '填了的' },
          { value: 'blank', label: '没填的' },
        ]}
      />
      {way === 'any' && (
        <ValueList kind={kind} path={path} state={state} filter={draft} onChange={setDraft} onTake={take} />
      )}
      {way === 'between' && (
        <FilterRange
          path={path}
          field={field}
          filter={draft?.type === 'between' ? draft : undefined}
          onChange={setDraft}
          onSubmit={submit}
        />
      )}
      {way === 'contains' && (
        <Input
          autoFocus
          aria-label={`${field.label}含有`}
          placeholder="含有这些字"
          defaultValue={draft?.type === 'contains' ? draft.text : ''}
          maxLength={100}
          onChange={({ target }) =>
            setDraft(target.value.trim() ? { field: path, type: 'contains', text: target.value.trim() } : undefined)
          }
          onKeyDown={onKeys({ enter: submit })}
        />
      )}
      <div className="dialog-verbs">
        {own && <Button onClick={() => take(undefined)}>不筛这一栏</Button>}
        <Button onClick={onClose}>取消</Button>
        <Button type="primary" disabled={!filter} onClick={submit}>
          筛选
        </Button>
      </div>
    </div>
  );
}
