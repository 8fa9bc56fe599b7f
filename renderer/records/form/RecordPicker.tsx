import { useQueries } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { GONE } from '../../../shared/records/display.ts';
import { api, queries, type Titles } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { findKind } from '../fields.ts';
import { quickName, useCandidates } from './use-candidates.ts';

interface RecordPickerProps {
  /** Kind of the records to choose from. */
  readonly kind: string;
  readonly label: string;
  readonly multiple?: boolean;
  /** Ids. */
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
  readonly titles?: Titles;
  readonly id?: string;
  readonly autoFocus?: boolean;
  readonly status?: 'error';
  readonly 'aria-required'?: boolean | undefined;
}

const NEW = '\u0000new';

/**
 * Chooses records by what is typed: words of their title, or pinyin and initials of names (lgl for 李桂兰). A kind that
 * needs nothing but a name can be made on the spot.
 */
export function RecordPicker({
  kind,
  label,
  multiple = false,
  value,
  onChange,
  titles = {},
  ...common
}: RecordPickerProps) {
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const asked = useDeferredValue(text.trim());
  const candidates = useCandidates(kind, asked, open);
  const names = useNames(kind, value, titles, candidates);
  const nameField = quickName(kind);
  const exact = candidates.some((item) => item.title === text.trim());

  const create = useCommand(async (name: string) => {
    const saved = await api.records.save({ kind, values: { [nameField ?? '']: name } });
    onChange(multiple ? [...value, saved.id] : [saved.id]);
    setText('');
  });
  const choose = (ids: readonly string[]) => {
    if (ids.includes(NEW)) void create.run(text.trim());
    else {
      onChange([...ids]);
      if (multiple) setText('');
    }
  };
  const options = [
    ...candidates.map((item) => ({
      value: item.id,
      label: (
        <span className="suggest-row" title={item.subtitle ? `${item.title} ${item.subtitle}` : item.title}>
          <span>{item.title}</span>
          {item.subtitle && <span className="quiet small clip">{item.subtitle}</span>}
        </span>
      ),
    })),
    ...(nameField && text.trim() && !exact
      ? [{ value: NEW, label: `＋ 新建${findKind(kind)?.label ?? ''}“${text.trim()}”` }]
      : []),
  ];
  const shared = {
    ...common,
    'aria-label': label,
    showSearch: { filterOption: false as const, onSearch: setText, searchValue: text },
    options,
    open,
    onOpenChange: setOpen,
    loading: create.saving,
    allowClear: common['aria-required'] !== true,
    placeholder: '打名字或拼音首字母',
    popupMatchSelectWidth: false,
    labelRender: ({ value: id }: { value?: string | number }) => names.get(String(id)) ?? '…',
    notFoundContent: asked ? '没有找到' : `还没有${findKind(kind)?.label ?? '记录'}`,
  };
  return (
    <>
      {multiple ? (
        <Select {...shared} mode="multiple" value={[...value]} onChange={(ids: string[]) => choose(ids)} />
      ) : (
        <Select {...shared} value={value[0]} onChange={(chosen?: string) => choose(chosen ? [chosen] : [])} />
      )}
      <RefusalNote refusal={create.refusal} onClose={create.reset} />
    </>
  );
}

/** Titles of what is chosen: from the record at hand, from the candidates, or asked for. */
function useNames(kind: string, ids: readonly string[], titles: Titles, candidates: ReturnType<typeof useCandidates>) {
  const known = (id: string) => titles[`${kind}/${id}`]?.title ?? candidates.find((item) => item.id === id)?.title;
  const asked = useQueries({
    queries: ids.map((id) => ({
      ...queries.records.get.queryOptions({ input: { kind, id } }),
      enabled: known(id) === undefined,
    })),
  });
  return new Map(
    ids.map((id, index) => [id, known(id) ?? asked[index]?.data?.title ?? (asked[index]?.isError ? GONE : '…')]),
  );
}
