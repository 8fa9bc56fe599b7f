import { Table } from 'antd';
import { useMemo } from 'react';
import type { PlanRow } from './import-types.ts';
import { useHeight } from './use-height.ts';

interface Change {
  readonly key: string;
  readonly row: number;
  readonly title: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** Every cell that would change, old beside new. */
export function ChangeTable({ rows }: { readonly rows: readonly PlanRow[] }) {
  const [box, height] = useHeight();
  const changes = useMemo(
    () =>
      rows.flatMap((row): Change[] =>
        row.action === 'update'
          ? row.cells.map(({ field, label, before, after }) => ({
              key: `${row.row}/${field}`,
              row: row.row,
              title: row.title,
              label,
              before,
              after,
            }))
          : [],
      ),
    [rows],
  );
  const told = (text: string) =>
    text ? <span className="clip row-why">{text}</span> : <span className="quiet">空白</span>;
  return (
    <div ref={box} className="row-table">
      <Table<Change>
        size="small"
        virtual
        scroll={{ x: 760, y: Math.max(160, height - 44) }}
        rowKey="key"
        pagination={false}
        dataSource={changes}
        locale={{ emptyText: '表里没有改动任何格子' }}
        columns={[
          { title: '行', dataIndex: 'row', width: 64, align: 'right' },
          { title: '记录', dataIndex: 'title', width: 240, ellipsis: true },
          { title: '栏目', dataIndex: 'label', width: 130, ellipsis: true },
          { title: '原来', dataIndex: 'before', render: told },
          {
            title: '改成',
            dataIndex: 'after',
            render: (text: string) => <strong className="change-after">{told(text)}</strong>,
          },
        ]}
      />
    </div>
  );
}
