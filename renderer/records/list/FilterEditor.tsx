import { useQuery } from '@tanstack/react-query';
import { Button, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { queries } from '../../app/api.ts';
import type { Filter } from '../../app/list-state.ts';
import { onKeys } from '../../ui/keys.ts';
import { fieldAt, labelAt } from '../fields.ts';
import { RecordPicker } from '../form/RecordPicker.tsx';
import { FilterRange, type FilterValueProps, isRange } from './FilterRange.tsx';

interface FilterEditorProps {
  readonly kind: RecordKind;
  readonly filter?: Filter;
  readonly onDone: (filter: Filter) => void;
  readonly onCancel: () => void;
}

type Presence = 'value' | 'blank' | 'filled';

/** Chooses a field and what it must be, after the field's type. */
export function FilterEditor({ kind, filter, onDone, onCancel }: FilterEditorProps) {
  const [path, setPath] = useState(filter?.field ?? kind.list.filters[0] ?? '');
  const [presence, setPresence] = useState<Presence>(
    filter?.type === 'blank' || filter?.type === 'filled' ? filter.type : 'value',
  );
  const [draft, setDraft] = useState<Filter | undefined>(filter);
  const field = fieldAt(kind, path);
  const own = draft?.field === path ? draft : undefined;
  const done = presence === 'value' ? own : ({ field: path, type: presence } satisfies Filter);
  const submit = () => done && onDone(done);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole small form
    <div className="filter-form" onKeyDown={onKeys({ escape: onCancel })}>
      <Select
        aria-label="栏目"
        value={path}
        showSearch={{ optionFilterProp: 'label' }}
        autoFocus={filter === undefined}
        options={kind.list.filters.map((name) => ({ value: name, label: labelAt(kind, name) }))}
        onChange={setPath}
      />
      <Radio.Group
        optionType="button"
        size="small"
        value={presence}
        onChange={(event) => setPresence(event.target.value as Presence)}
        options={[
          { value: 'value', label: '是' },
          { value: 'filled', label: '填了的' },
          { value: 'blank', label: '没填的' },
        ]}
      />
      {presence === 'value' && field && (
        <FilterValue key={path} path={path} field={field} filter={own} onChange={setDraft} onSubmit={submit} />
      )}
      <div className="dialog-verbs">
        <Button onClick={onCancel}>取消</Button>
        <Button type="primary" disabled={!done} onClick={submit}>
          筛选
        </Button>
      </div>
    </div>
  );
}

function FilterValue({ path, field, filter, onChange, onSubmit }: FilterValueProps) {
  const any = (values: readonly unknown[]) =>
    onChange(values.length > 0 ? { field: path, type: 'any', values: [...values] } : undefined);
  const chosen = (filter?.values ?? []).map(String);
  if (field.type === 'boolean') {
    return (
      <Radio.Group
        value={filter?.values?.[0]}
        onChange={(event) => any([event.target.value === true])}
        options={[
          { value: true, label: '是' },
          { value: false, label: '否' },
        ]}
      />
    );
  }
  if (field.enumeration) return <Options id={field.enumeration} label={field.label} value={chosen} onChange={any} />;
  if (field.target) {
    return <RecordPicker kind={field.target} multiple value={chosen} onChange={any} label={field.label} />;
  }
  if (isRange(field))
    return <FilterRange path={path} field={field} filter={filter} onChange={onChange} onSubmit={onSubmit} />;
  return (
    <Input
      aria-label={`${field.label}含有`}
      placeholder="含有这些字"
      defaultValue={filter?.text ?? ''}
      maxLength={100}
      onChange={({ target }) =>
        onChange(target.value.trim() ? { field: path, type: 'contains', text: target.value.trim() } : undefined)
      }
      onKeyDown={onKeys({ enter: onSubmit })}
    />
  );
}

interface OptionsProps {
  readonly id: string;
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

function Options({ id, label, value, onChange }: OptionsProps) {
  const settings = useQuery(queries.settings.get.queryOptions({ input: {} }));
  const values = settings.data?.enumerations.find((item) => item.id === id)?.values ?? [];
  return (
    <Select
      mode="multiple"
      aria-label={label}
      value={[...value]}
      placeholder="选一个或几个"
      options={values.map((item) => ({
        value: item.value,
        label: item.retired ? `${item.value}（已停用）` : item.value,
      }))}
      onChange={onChange}
    />
  );
}
