import { Select, Table } from 'antd';
import { type Decision, type PlanRow, signOf } from './import-types.ts';
import { useHeight } from './use-height.ts';

interface RowTableProps {
  readonly rows: readonly PlanRow[];
  readonly opened: number | undefined;
  readonly decisions: Readonly<Record<string, Decision>>;
  readonly onOpen: (row: number) => void;
  readonly onDecide: (row: number, decision: Decision | undefined) => void;
}

/** Rows of the sheet, thousands of them: only those in sight are drawn. */
export function RowTable({ rows, opened, decisions, onOpen, onDecide }: RowTableProps) {
  const [box, height] = useHeight();
  return (
    <div ref={box} className="row-table">
      <Table<PlanRow>
        size="small"
        virtual
        scroll={{ x: 760, y: Math.max(160, height - 44) }}
        rowKey="row"
        pagination={false}
        dataSource={[...rows]}
        rowClassName={(row) => (row.row === opened ? 'row-opened' : '')}
        locale={{ emptyText: '没有这样的行' }}
        columns={[
          { title: '行', dataIndex: 'row', width: 64, align: 'right' },
          {
            title: '结果',
            dataIndex: 'action',
            width: 90,
            render: (_: unknown, row) => (
              <span className="tag" data-tone={signOf(row).tone}>
                {signOf(row).label}
              </span>
            ),
          },
          {
            title: '内容',
            dataIndex: 'title',
            width: 240,
            render: (title: string, row) => (
              <button
                type="button"
                className="plain-button clip row-title"
                title={title}
                aria-expanded={row.row === opened}
                onClick={() => onOpen(row.row)}
              >
                {title || '（没有名称）'}
              </button>
            ),
          },
          {
            title: '说明',
            dataIndex: 'problems',
            render: (_: unknown, row) => {
              const text = explain(row);
              return (
                <span className={row.action === 'refuse' ? 'clip row-why import-reason' : 'clip row-why'} title={text}>
                  {text}
                </span>
              );
            },
          },
          ...(rows.some(({ candidates }) => candidates.length > 0)
            ? [
                {
                  title: '怎么办',
                  dataIndex: 'candidates',
                  width: 230,
                  render: (_: unknown, row: PlanRow) =>
                    row.candidates.length > 0 && (
                      <DecisionSelect
                        row={row}
                        decision={decisions[String(row.row)]}
                        onDecide={(decision) => onDecide(row.row, decision)}
                      />
                    ),
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}

/** Reasons first, then what changes, then remarks. */
function explain({ problems, cells, candidates, remarks }: PlanRow): string {
  return [
    ...problems.map(({ label, message }) => (label && !message.includes(label) ? `${label}：${message}` : message)),
    ...candidates.slice(0, 1).map(({ title, why }) => `像是库里的“${title}”：${why}`),
    ...cells.map(({ label, before, after }) => `${label} ${before || '空白'} → ${after || '空白'}`),
    ...remarks,
  ].join('；');
}

interface DecisionSelectProps {
  readonly row: PlanRow;
  readonly decision: Decision | undefined;
  readonly onDecide: (decision: Decision | undefined) => void;
}

const keyOf = (decision: Decision | undefined): string | null =>
  decision === undefined ? null : typeof decision === 'string' ? decision : `update/${decision.update}`;

/** Same-name people are told apart, never merged silently: the clerk says which it is. */
export function DecisionSelect({ row, decision, onDecide }: DecisionSelectProps) {
  return (
    <Select
      aria-label={`第 ${row.row} 行怎么办`}
      className="decision-select"
      size="small"
      placeholder="请选择"
      value={keyOf(decision)}
      {...(decision === undefined ? { status: 'warning' as const } : {})}
      popupMatchSelectWidth={false}
      allowClear
      options={[
        { value: 'add', label: '新增一条' },
        { value: 'skip', label: '跳过这一行' },
        ...row.candidates.map(({ id, title, subtitle }) => ({
          value: `update/${id}`,
          label: `更新 ${title}${subtitle ? `（${subtitle}）` : ''}`,
        })),
      ]}
      onChange={(next: string | null | undefined) => {
        if (!next) onDecide(undefined);
        else if (next === 'add' || next === 'skip') onDecide(next);
        else onDecide({ update: next.slice('update/'.length) });
      }}
    />
  );
}
