import { ConfigProvider, Table, type TableProps } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { createElement, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { api, type StoredRecord } from '../../../renderer/app/api.ts';
import { displayValue } from '../../../shared/records/display.ts';
import { kindOf } from '../../../shared/records/registry.ts';

/**
 * The same list as the program's, the way it is usually written with Ant Design: all records fetched at once over the
 * same contract, a Table with its own sorters and filters. `?plain`: without its virtual rows.
 */
const kind = kindOf('material');
const plain = new URLSearchParams(location.search).has('plain');
const limit = Number(new URLSearchParams(location.search).get('limit')) || undefined;
const words = new Intl.Collator('zh-CN', { numeric: true });
const textOf = (record: StoredRecord, name: string): string => {
  const field = kind?.fields[name];
  return field ? displayValue(field, record.values[name], () => undefined) : '';
};

const columns: TableProps<StoredRecord>['columns'] = (kind?.list.columns ?? []).map((name) => ({
  key: name,
  title: kind?.fields[name]?.label ?? name,
  width: kind?.fields[name]?.width ?? 120,
  ellipsis: true,
  render: (_value: unknown, record: StoredRecord) => textOf(record, name),
  sorter: (a: StoredRecord, b: StoredRecord) => words.compare(textOf(a, name), textOf(b, name)),
  ...(name === 'category'
    ? {
        filters: ['文史资料', '新闻报道'].map((value) => ({ text: value, value })),
        onFilter: (value: unknown, record: StoredRecord) => record.values.category === value,
      }
    : {}),
}));

function Peer() {
  const [records, setRecords] = useState<StoredRecord[]>();
  const [asked, setAsked] = useState(location.hash === '#list');
  useEffect(() => {
    const listen = () => setAsked(location.hash === '#list');
    window.addEventListener('hashchange', listen);
    return () => window.removeEventListener('hashchange', listen);
  }, []);
  useEffect(() => {
    if (!asked) return;
    void api.records
      .list({ kind: 'material', sort: [['title', 'asc']], ...(limit ? { limit } : {}) })
      .then((answer) => setRecords(answer.records));
  }, [asked]);
  if (!records) return null;
  return createElement(Table<StoredRecord>, {
    rowKey: 'id',
    size: 'small',
    columns,
    dataSource: records,
    pagination: false,
    virtual: !plain,
    rowSelection: {},
    showSorterTooltip: false,
    scroll: { x: 1000, y: 560 },
  });
}

const root = document.getElementById('peer');
if (root) createRoot(root).render(createElement(ConfigProvider, { locale: zhCN }, createElement(Peer)));
