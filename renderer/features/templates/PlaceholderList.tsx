import { useQuery } from '@tanstack/react-query';
import { App, Checkbox } from 'antd';
import { type ReactNode, useState } from 'react';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import type { Placeholders } from './types.ts';

type Entry = Placeholders['texts'][number];

/** Everything that can stand in a template of this document, with what it is in the newest one. */
export function PlaceholderList({ document }: { readonly document: string }) {
  const query = useQuery(queries.templates.placeholders.queryOptions({ input: { document } }));
  const [all, setAll] = useState(false);
  if (query.error) return <RefusalNote refusal={explain(query.error)} />;
  const { data } = query;
  if (!data) return <p className="quiet">正在找一份样例…</p>;
  const worth = (entries: readonly Entry[]) => entries.filter(({ value }) => all || value);
  return (
    <section className="template-placeholders">
      <h2>占位符</h2>
      <p className="quiet">
        {data.example
          ? `右边是《${data.example}》里的内容。点一下占位符就复制。`
          : '资料库里还没有可以拟这种文书的记录，先列出各种文书都有的占位符。点一下就复制。'}
      </p>
      <Checkbox checked={all} onChange={(event) => setAll(event.target.checked)}>
        没有内容的也列出来
      </Checkbox>
      <Table title="文字" entries={worth(data.texts)} />
      <Table title="表格里的栏目" entries={worth(data.fields)} />
      {data.lists
        .filter(({ count }) => all || (count ?? 0) > 0)
        .map(({ name, about, count, inside }) => (
          <Table
            key={name}
            title={
              <>
                <Copied text={`{#${name}}…{/${name}}`} /> {about}
                {count === undefined ? '' : `，${count} 条`}
              </>
            }
            entries={worth(inside)}
          />
        ))}
      <Table title="整块（单独占一段，照程序的排法）" entries={all ? data.raw : data.raw.slice(0, 4)} />
    </section>
  );
}

function Table({ title, entries }: { readonly title: ReactNode; readonly entries: readonly Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <table className="rows">
        <tbody>
          {entries.map(({ name, about, value }) => (
            <tr key={name}>
              <td className="template-mark">
                <Copied text={`{${name}}`} />
              </td>
              <td>
                {value ? <span className="template-value">{value}</span> : <span className="quiet">{about}</span>}
                {value && <span className="quiet small"> {about}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** A placeholder that goes to the clipboard when it is pressed. */
function Copied({ text }: { readonly text: string }) {
  const { message } = App.useApp();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      message.success(`已复制 ${text}`);
    } catch {
      message.warning('没有复制成：请照样子打字，括号用半角。');
    }
  };
  return (
    <button type="button" className="plain-button template-copy" onClick={() => void copy()}>
      {text}
    </button>
  );
}
