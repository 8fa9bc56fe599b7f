import { useQuery } from '@tanstack/react-query';
import { Select, type SelectProps } from 'antd';
import { useMemo } from 'react';
import { effectiveEnumerations, enumerationOf } from '../../../shared/records/enumerations.ts';
import type { Field } from '../../../shared/records/field.ts';
import { queries } from '../../app/api.ts';

interface ChoiceInputProps {
  readonly id: string;
  readonly field: Field;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly autoFocus?: boolean;
  readonly status?: 'error';
}

/** One or several of the office's own options; a retired one stays visible where it is already chosen. */
export function ChoiceInput({ field, value, onChange, ...common }: ChoiceInputProps) {
  const many = field.type === 'choices';
  const chosen = many ? (Array.isArray(value) ? value.map(String) : []) : typeof value === 'string' ? value : undefined;
  const options = useOptions(field.enumeration ?? '', chosen);
  const shared: Omit<SelectProps, 'mode' | 'value' | 'onChange'> = {
    ...common,
    options,
    showSearch: { optionFilterProp: 'value' },
    placeholder: '请选择',
    allowClear: !field.required,
    notFoundContent: '没有这个选项，可在“设置”里添加',
  };
  return many ? (
    <Select {...shared} mode="multiple" value={chosen} onChange={onChange} />
  ) : (
    <Select {...shared} value={chosen} onChange={onChange} />
  );
}

function useOptions(enumeration: string, chosen: string | readonly string[] | undefined) {
  const settings = useQuery(queries.settings.get.queryOptions({ input: {} }));
  const all = settings.data?.enumerations;
  return useMemo(() => {
    const kept = new Set(chosen === undefined ? [] : typeof chosen === 'string' ? [chosen] : chosen);
    const values = enumerationOf(effectiveEnumerations(all), enumeration)?.values ?? [];
    const offered = values.filter((item) => !item.retired || kept.has(item.value));
    const option = (item: (typeof values)[number]) => ({
      value: item.value,
      label: item.retired ? `${item.value}（已停用）` : item.value,
      ...(item.note ? { title: item.note } : {}),
    });
    const groups = [...new Set(offered.map((item) => item.group ?? ''))];
    if (groups.length <= 1) return offered.map(option);
    return groups.map((group) => ({
      label: group || '其他',
      title: group,
      options: offered.filter((item) => (item.group ?? '') === group).map(option),
    }));
  }, [all, enumeration, chosen]);
}

interface TagsInputProps extends Omit<ChoiceInputProps, 'value'> {
  readonly value: readonly string[];
}

/** Words of the clerk's own, set apart by Enter, comma or 、. */
export function TagsInput({ field: _field, value, onChange, ...common }: TagsInputProps) {
  return (
    <Select
      {...common}
      mode="tags"
      open={false}
      suffixIcon={null}
      value={[...value]}
      tokenSeparators={['、', '，', ',', '；', ';', ' ', '\n']}
      placeholder="打字后按 Enter，可填多个"
      onChange={(next: string[]) => onChange(next.map((word) => word.trim()).filter(Boolean))}
    />
  );
}
