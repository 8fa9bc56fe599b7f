import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { kindOf, subtitleOf, titleOf } from '../../../shared/records/index.ts';
import { queries, type StoredRecord } from '../../app/api.ts';

interface PickRecordsProps {
  readonly label: string;
  /** Kinds that may be chosen. */
  readonly kinds: readonly string[];
  readonly value: readonly string[];
  readonly multiple: boolean;
  readonly onChange: (ids: readonly string[]) => void;
}

const OFFERED = 40;
const NO_LOOKUP = () => undefined;

/** Records by typing part of their title; several kinds stand under their own headings. */
export function PickRecords({ label, kinds, value, multiple, onChange }: PickRecordsProps) {
  const [text, setText] = useState('');
  const lists = useQueries({
    queries: kinds.map((kind) => ({
      ...queries.records.list.queryOptions({
        input: { kind, limit: OFFERED, ...(text.trim() ? { text: text.trim() } : {}) },
      }),
      placeholderData: keepPreviousData,
    })),
  });
  const chosen = useChosen(kinds, value);
  const options = kinds.map((kind, index) => ({
    label: kindOf(kind)?.label ?? kind,
    options: (lists[index]?.data?.records ?? []).map(optionOf),
  }));
  const offered = new Set(options.flatMap((group) => group.options.map((option) => option.value)));
  const missing = chosen.filter((record) => !offered.has(record.id)).map(optionOf);
  return (
    <Select
      {...(multiple ? { mode: 'multiple' as const } : {})}
      aria-label={label}
      showSearch={{ filterOption: false, onSearch: setText, autoClearSearchValue: true }}
      allowClear
      className="pick-records"
      placeholder={`写几个字找${kinds.map((kind) => kindOf(kind)?.label ?? kind).join('、')}`}
      notFoundContent="没有找到"
      value={multiple ? [...value] : value[0]}
      options={missing.length > 0 ? [...options, { label: '已选', options: missing }] : options}
      onChange={(next: string | string[] | undefined) =>
        onChange(next === undefined ? [] : Array.isArray(next) ? next : [next])
      }
    />
  );
}

function optionOf(record: StoredRecord) {
  const day = String(record.values.start ?? record.values.date ?? '').slice(0, 10);
  return {
    value: record.id,
    label: [titleOf(record, NO_LOOKUP), day || subtitleOf(record, NO_LOOKUP)].filter(Boolean).join('　'),
  };
}

/** The records already chosen, so that their titles show even when the offered list does not hold them. */
function useChosen(kinds: readonly string[], ids: readonly string[]): readonly StoredRecord[] {
  const answers = useQueries({
    queries: ids.flatMap((id) =>
      kinds.map((kind) => ({ ...queries.records.get.queryOptions({ input: { kind, id } }), retry: false })),
    ),
  });
  return answers.flatMap((answer) => (answer.data ? [answer.data.record] : []));
}
