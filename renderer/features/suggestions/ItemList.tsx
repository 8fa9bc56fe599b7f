import { App, Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { RECEIPT_STATES, type ReceiptState } from '../../../shared/figures/suggestion-lists.ts';
import { kindOf } from '../../../shared/records/index.ts';
import { explain } from '../../app/errors.ts';
import { useExport } from '../../app/use-export.ts';
import { BatchMoves } from '../../records/process/BatchMoves.tsx';
import { RecordLink } from '../../ui/RecordLink.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import type { Item, Overview } from './answers.ts';

type ListName = 'receipts' | 'problems' | 'duties' | 'all';

interface ItemListProps {
  readonly items: readonly Item[];
  readonly list: ListName;
  readonly data: Overview;
  readonly search: { readonly source?: string | undefined; readonly unit?: string | undefined };
  readonly onChange: (next: { source?: string | undefined; unit?: string | undefined }) => void;
}

const TITLES: Readonly<Record<ListName, string>> = {
  receipts: '收条登记表',
  problems: '问题清单',
  duties: '责任清单',
  all: '意见建议清单',
};
/** Columns of the spreadsheet: fields of the kind. */
const SHEET_COLUMNS: Readonly<Record<ListName, readonly string[]>> = {
  receipts: ['seq', 'text', 'mainUnit', 'deliveredOn', 'receiptState', 'receiptNumber', 'receiptSigner', 'receiptOn'],
  problems: ['seq', 'text', 'event', 'proposers', 'mainUnit', 'due', 'state', 'reply'],
  duties: ['mainUnit', 'coUnits', 'seq', 'text', 'due', 'state', 'repliedOn', 'adoption'],
  all: ['seq', 'text', 'suggestionKind', 'sourceType', 'event', 'mainUnit', 'receiptState', 'due', 'state', 'adoption'],
};
const SHOWN = 300;
const EVERY = '全部';

/** A list of suggestions that can be ticked: moves, and out to a spreadsheet as it stands. */
export function ItemList({ items, list, data, search, onChange }: ItemListProps) {
  const { message } = App.useApp();
  const [state, setState] = useState(EVERY);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const exporting = useExport();
  const kind = kindOf('suggestion');
  const wordOf = (item: Item) => (list === 'receipts' ? item.receipt : item.state);
  const words = [...new Set(items.map(wordOf))];
  const fitting = inOrder(
    items.filter((item) => state === EVERY || wordOf(item) === state),
    list,
  );
  const shown = fitting.slice(0, SHOWN);
  const chosen = shown.filter(({ id }) => ticked.includes(id)).map(({ id }) => id);
  const take = async () => {
    const ids = fitting.map(({ id }) => id);
    const made = await exporting
      .run({
        kind: 'suggestion',
        ids,
        columns: [...SHEET_COLUMNS[list]],
        title: TITLES[list],
      })
      .catch((error: unknown) => void message.error(explain(error).message));
    if (!made) return;
    message.success(`已导出${TITLES[list]} ${made.rows} 条：${made.path ?? made.name}`);
  };
  return (
    <div className="work-page">
      <div className="suggestions-bar">
        <Narrow data={data} search={search} onChange={onChange} />
        <Select
          aria-label={list === 'receipts' ? '收条' : '办理状态'}
          value={words.includes(state) ? state : EVERY}
          className="suggestions-state"
          onChange={setState}
          options={[EVERY, ...words].map((value) => ({
            value,
            label: `${value} ${value === EVERY ? items.length : items.filter((item) => wordOf(item) === value).length}`,
          }))}
        />
        <span className="suggestions-verbs">
          {kind && <BatchMoves kind={kind} ids={chosen} />}
          <Button loading={exporting.job.running} disabled={fitting.length === 0} onClick={() => void take()}>
            导出Excel
          </Button>
        </span>
      </div>
      <RefusalNote refusal={exporting.job.refusal} />
      {shown.length === 0 ? (
        <p className="quiet">没有这样的条目。</p>
      ) : (
        <Table items={shown} list={list} ticked={ticked} onTick={setTicked} />
      )}
      {fitting.length > SHOWN && (
        <p className="quiet small">
          先列出 {SHOWN} 条，共 {fitting.length} 条；导出的是全部 {fitting.length} 条。
        </p>
      )}
    </div>
  );
}

/** The list of duties is read unit by unit, receipts by what is owed, the others as the source numbered them. */
function inOrder(items: readonly Item[], list: ListName): readonly Item[] {
  const urgency = ({ receipt }: Item) => RECEIPT_STATES.indexOf(receipt as ReceiptState);
  const by = (a: Item, b: Item) =>
    (list === 'receipts' ? urgency(a) - urgency(b) : 0) ||
    (list === 'duties'
      ? a.unitName.localeCompare(b.unitName, 'zh') || (a.due || '9').localeCompare(b.due || '9')
      : 0) ||
    a.source.localeCompare(b.source) ||
    (a.seq ?? 0) - (b.seq ?? 0);
  return [...items].sort(by);
}

function Narrow({ data, search, onChange }: Pick<ItemListProps, 'data' | 'search' | 'onChange'>) {
  return (
    <>
      <Select
        aria-label="来源"
        className="suggestions-source"
        placeholder="全部来源"
        allowClear
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        {...(search.source ? { value: search.source } : {})}
        onChange={(source?: string) => onChange({ source })}
        options={data.sources.filter(({ key }) => key).map(({ key, label }) => ({ value: key, label }))}
      />
      <Select
        aria-label="主责单位"
        className="suggestions-unit"
        placeholder="全部单位"
        allowClear
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        {...(search.unit ? { value: search.unit } : {})}
        onChange={(unit?: string) => onChange({ unit })}
        options={data.units.filter(({ key }) => key).map(({ key, label }) => ({ value: key, label }))}
      />
    </>
  );
}

interface TableProps {
  readonly items: readonly Item[];
  readonly list: ListName;
  readonly ticked: readonly string[];
  readonly onTick: (ids: readonly string[]) => void;
}

function Table({ items, list, ticked, onTick }: TableProps) {
  const all = items.every(({ id }) => ticked.includes(id));
  return (
    <table className="work-table">
      <thead>
        <tr>
          <th className="tick">
            <Checkbox
              aria-label="全选"
              checked={all}
              indeterminate={!all && items.some(({ id }) => ticked.includes(id))}
              onChange={(event) => onTick(event.target.checked ? items.map(({ id }) => id) : [])}
            />
          </th>
          {list === 'duties' && <th>责任单位</th>}
          <th className="order">序号</th>
          <th>内容</th>
          {list !== 'duties' && <th>主责单位</th>}
          {list === 'receipts' ? <th>收条</th> : <th className="day">时限</th>}
          <th>办理</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <td>
              <Checkbox
                aria-label={`选 ${item.title}`}
                checked={ticked.includes(item.id)}
                onChange={(event) =>
                  onTick(event.target.checked ? [...ticked, item.id] : ticked.filter((id) => id !== item.id))
                }
              />
            </td>
            {list === 'duties' && <td>{unitWords(item)}</td>}
            <td className="order">{item.seq}</td>
            <td>
              <RecordLink kind="suggestion" id={item.id}>
                {item.text || item.title}
              </RecordLink>
              {list !== 'problems' && item.suggestionKind === '问题诉求' && (
                <span className="quiet small"> 问题诉求</span>
              )}
            </td>
            {list !== 'duties' && <td>{unitWords(item)}</td>}
            {list === 'receipts' ? <Receipt item={item} /> : <Due item={item} />}
            <td>{[item.state, item.adoption].filter(Boolean).join('，')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const unitWords = ({ unitName, coUnits }: Item) => (
  <>
    {unitName || <span className="warn">未定</span>}
    {coUnits && <div className="quiet small">配合：{coUnits}</div>}
  </>
);

function Receipt({ item }: { readonly item: Item }) {
  return (
    <td>
      <span className={item.receipt === '超期未签收' ? 'late' : ''}>{item.receipt}</span>
      <div className="quiet small">{[item.receiptNumber, item.receiptNote].filter(Boolean).join(' · ')}</div>
    </td>
  );
}

function Due({ item }: { readonly item: Item }) {
  return (
    <td>
      {item.due}
      {item.late && <div className="late small">超期未答复</div>}
    </td>
  );
}
