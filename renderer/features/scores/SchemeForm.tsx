import { DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { ItemDialog } from './ItemDialog.tsx';
import { freshItem } from './item-paths.ts';
import { SectionsForm } from './SectionsForm.tsx';
import type { Item, Scheme } from './types.ts';

interface SchemeFormProps {
  readonly scheme: Scheme;
  readonly words: Readonly<Record<string, string>>;
  readonly onChange: (scheme: Scheme) => void;
}

/** The whole scheme: what is changed most, points and caps, stands in tables; the rest of an item in its own window. */
export function SchemeForm({ scheme, words, onChange }: SchemeFormProps) {
  const [editing, setEditing] = useState<number>();
  const set = (next: Partial<Scheme>) => onChange({ ...scheme, ...next });
  const putItem = (index: number, item: Item) =>
    set({ items: scheme.items.map((one, at) => (at === index ? item : one)) });
  const edited = editing === undefined ? undefined : scheme.items[editing];
  return (
    <div className="scheme-form">
      <Facts scheme={scheme} set={set} />
      <SectionsForm scheme={scheme} onChange={(sections) => set({ sections })} />
      <section className="card">
        <h2>项目（{scheme.items.length}）</h2>
        <table className="work-table scheme-items">
          <thead>
            <tr>
              <th>编码</th>
              <th>项目</th>
              <th>分值</th>
              <th>封顶</th>
              <th>最多计</th>
              <th aria-label="操作" />
            </tr>
          </thead>
          <tbody>
            {scheme.items.map((item, index) => (
              <ItemRow
                // biome-ignore lint/suspicious/noArrayIndexKey: codes can be typed over
                key={index}
                item={item}
                words={words[item.code]}
                onChange={(next) => putItem(index, next)}
                onOpen={() => setEditing(index)}
                onRemove={() => set({ items: scheme.items.filter((_, at) => at !== index) })}
              />
            ))}
          </tbody>
        </table>
        <Button
          size="small"
          onClick={() => {
            set({ items: [...scheme.items, freshItem(scheme)] });
            setEditing(scheme.items.length);
          }}
        >
          加一项
        </Button>
      </section>
      <Grades scheme={scheme} set={set} />
      {edited && editing !== undefined && (
        <ItemDialog
          key={editing}
          item={edited}
          scheme={scheme}
          onChange={(item) => putItem(editing, item)}
          onClose={() => setEditing(undefined)}
        />
      )}
    </div>
  );
}

interface PartProps {
  readonly scheme: Scheme;
  readonly set: (next: Partial<Scheme>) => void;
}

function Facts({ scheme, set }: PartProps) {
  return (
    <section className="card score-form">
      <div className="score-line">
        <label htmlFor="scheme-label">名称</label>
        <Input
          id="scheme-label"
          aria-label="方案名称"
          maxLength={60}
          value={scheme.label}
          onChange={(event) => set({ label: event.target.value })}
        />
        <label htmlFor="scheme-base">起评分</label>
        <InputNumber
          id="scheme-base"
          aria-label="起评分"
          value={scheme.base}
          onChange={(base) => set({ base: base ?? 0 })}
        />
        <Checkbox checked={scheme.prorate} onChange={(event) => set({ prorate: event.target.checked })}>
          未足一年按月折算封顶
        </Checkbox>
      </div>
      <p className="quiet small">出处：{scheme.source}</p>
    </section>
  );
}

interface ItemRowProps {
  readonly item: Item;
  readonly words: string | undefined;
  readonly onChange: (item: Item) => void;
  readonly onOpen: () => void;
  readonly onRemove: () => void;
}

function ItemRow({ item, words, onChange, onOpen, onRemove }: ItemRowProps) {
  const about = `${item.code} ${item.label}`;
  const tiersWords = (item.tiers ?? []).map(({ points }) => points).join('/');
  const { cap: _cap, limit: _limit, ...rest } = item;
  const bounds = {
    ...(item.cap === undefined ? {} : { cap: item.cap }),
    ...(item.limit === undefined ? {} : { limit: item.limit }),
  };
  return (
    <tr>
      <td>{item.code}</td>
      <th scope="row" title={words}>
        {item.label}
        <div className="quiet small scheme-words">{words}</div>
      </th>
      <td>
        {item.tiers ? (
          <Button size="small" onClick={onOpen} aria-label={`${about}分档 ${tiersWords}`}>
            {tiersWords}
          </Button>
        ) : (
          <InputNumber
            size="small"
            aria-label={`${about}分值`}
            step={0.5}
            value={item.points}
            onChange={(points) => onChange({ ...item, points: points ?? 0 })}
          />
        )}
      </td>
      <td>
        <InputNumber
          size="small"
          aria-label={`${about}封顶`}
          min={0}
          placeholder="不限"
          value={item.cap ?? null}
          onChange={(cap) => onChange({ ...rest, ...bounds, ...(cap === null ? { cap: undefined } : { cap }) })}
        />
      </td>
      <td>
        <InputNumber
          size="small"
          aria-label={`${about}最多计几${item.unit}`}
          min={1}
          precision={0}
          placeholder="不限"
          value={item.limit ?? null}
          onChange={(limit) => onChange({ ...rest, ...bounds, ...(limit === null ? { limit: undefined } : { limit }) })}
        />
      </td>
      <td className="scheme-verbs">
        <Button size="small" aria-label={`${about}条件`} onClick={onOpen}>
          条件…
        </Button>
        <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={`删除${about}`} onClick={onRemove} />
      </td>
    </tr>
  );
}

function Grades({ scheme, set }: PartProps) {
  const { grades, excellence } = scheme;
  const put = (index: number, next: Partial<Scheme['grades'][number]>) =>
    set({ grades: grades.map((one, at) => (at === index ? { ...one, ...next } : one)) });
  return (
    <section className="card score-form">
      <h2>等次与评优</h2>
      {grades.map((grade, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: labels can be typed over
        <div key={index} className="score-line">
          <Input
            aria-label={`第 ${index + 1} 等名称`}
            maxLength={20}
            value={grade.label}
            onChange={(event) => put(index, { label: event.target.value })}
          />
          <span>至少</span>
          <InputNumber
            aria-label={`${grade.label}至少多少分`}
            value={grade.atLeast}
            onChange={(atLeast) => put(index, { atLeast: atLeast ?? 0 })}
          />
          <span>分</span>
        </div>
      ))}
      {excellence && (
        <div className="score-line">
          <span>优秀候选：总分至少</span>
          <InputNumber
            aria-label="优秀候选总分"
            value={excellence.atLeast}
            onChange={(atLeast) => set({ excellence: { ...excellence, atLeast: atLeast ?? 0 } })}
          />
          <span>各类不低于封顶的</span>
          <InputNumber
            aria-label="优秀候选各类百分比"
            min={0}
            max={100}
            value={percentOf(excellence.sectionShare)}
            onChange={(share) => set({ excellence: { ...excellence, sectionShare: partOf(share) } })}
          />
          <span>%，名额不超过</span>
          <InputNumber
            aria-label="优秀名额百分比"
            min={0}
            max={100}
            step={0.1}
            value={percentOf(excellence.quota)}
            onChange={(quota) => set({ excellence: { ...excellence, quota: partOf(quota) } })}
          />
          <span>%</span>
        </div>
      )}
    </section>
  );
}

const percentOf = (part: number | undefined): number | null =>
  part === undefined ? null : Math.round(part * 1000) / 10;
const partOf = (percent: number | null): number | undefined =>
  percent === null ? undefined : Math.round(percent * 10) / 1000;
