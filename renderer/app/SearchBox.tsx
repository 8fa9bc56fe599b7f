import { SearchOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { InputRef } from 'antd';
import { AutoComplete, Input } from 'antd';
import { useDeferredValue, useRef, useState } from 'react';
import { kindOf } from '../../shared/records/index.ts';
import { useKeys } from '../ui/keys.ts';
import { queries } from './api.ts';
import { usePreferences } from './preferences.ts';

const SUGGESTED = 8;
const RECENT = 6;
const FULL_TEXT = 'text:';

/** The search box that is always there: names by pinyin as one types, Enter searches all texts. */
export function SearchBox() {
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const navigate = useNavigate();
  const { preferences, change } = usePreferences();
  const input = useRef<InputRef>(null);
  const asked = useDeferredValue(text.trim());
  const suggestions = useQuery({
    ...queries.search.suggest.queryOptions({ input: { text: asked, limit: SUGGESTED } }),
    enabled: asked !== '' && asked.length <= 200,
    placeholderData: keepPreviousData,
  });

  useKeys({ palette: () => input.current?.focus({ cursor: 'all' }) });

  const search = (words: string) => {
    const q = words.trim();
    if (!q) return;
    setOpen(false);
    input.current?.blur();
    const others = (preferences.recentSearches ?? []).filter((item) => item !== q);
    void change({ recentSearches: [q, ...others].slice(0, RECENT) }).catch(() => undefined);
    void navigate({ to: '/search', search: { q } });
  };

  const choose = (value: string) => {
    if (value.startsWith(FULL_TEXT)) return search(value.slice(FULL_TEXT.length));
    const [kind = '', id = ''] = value.split('/');
    setText('');
    setOpen(false);
    input.current?.blur();
    return void navigate({ to: '/records/$kind/$id', params: { kind, id } });
  };

  const found = asked === '' ? [] : (suggestions.data?.items ?? []);
  const options =
    text.trim() === ''
      ? (preferences.recentSearches ?? []).map((words) => ({
          value: FULL_TEXT + words,
          label: <SuggestRow title={words} kind="最近找过" />,
        }))
      : [
          { value: FULL_TEXT + text, label: <SuggestRow title={`在全部内容里找“${text.trim()}”`} kind="Enter" /> },
          ...found.map((item) => ({
            value: `${item.kind}/${item.id}`,
            label: <SuggestRow title={item.title} subtitle={item.subtitle} kind={kindOf(item.kind)?.label ?? ''} />,
          })),
        ];

  return (
    <search className="top-search">
      <AutoComplete
        value={text}
        options={options}
        open={open && options.length > 0}
        onOpenChange={setOpen}
        onSelect={choose}
        onChange={(value: string) => setText(isChoice(value, options) ? text : value)}
        defaultActiveFirstOption={text.trim() !== ''}
        popupMatchSelectWidth={460}
      >
        <Input
          ref={input}
          prefix={<SearchOutlined />}
          suffix={<kbd>Ctrl K</kbd>}
          placeholder="找人、找文、找数字…"
          aria-label="检索"
          maxLength={200}
          allowClear={false}
        />
      </AutoComplete>
    </search>
  );
}

/** Ant Design writes the chosen option's value into the box; the words typed must stay. */
const isChoice = (value: string, options: readonly { readonly value: string }[]) =>
  options.some((option) => option.value === value);

interface SuggestRowProps {
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly kind: string;
}

function SuggestRow({ title, subtitle, kind }: SuggestRowProps) {
  return (
    <div className="suggest-row" title={subtitle ? `${title} ${subtitle}` : title}>
      <span className="clip">{title}</span>
      {subtitle && <span className="quiet small clip">{subtitle}</span>}
      <span className="quiet small suggest-kind">{kind}</span>
    </div>
  );
}
