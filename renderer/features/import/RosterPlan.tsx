import { Checkbox, Select, Space, Table } from 'antd';
import { useMemo, useState } from 'react';
import { ACTIONS, type ImportOptions, type Plan } from './import-types.ts';

type Roster = Extract<Plan, { mode: 'table' }>;
type Row = Roster['rows'][number];

interface RosterPlanProps {
  readonly plan: Roster;
  readonly options: ImportOptions;
  readonly onOptions: (options: ImportOptions) => void;
}

/** Sheet, heading row, which column is which field, and what would become of every row. */
export function RosterPlan({ plan, options, onOptions }: RosterPlanProps) {
  const [only, setOnly] = useState<Row['action']>();
  const rows = useMemo(() => plan.rows.filter((row) => !only || row.action === only), [plan, only]);
  const mapping = Object.fromEntries(plan.columns.map((column) => [String(column.index), column.field]));
  return (
    <>
      <Space wrap className="import-options">
        <span>工作表</span>
        <Select
          aria-label="工作表"
          className="import-category"
          value={plan.sheet}
          options={plan.sheets.map((value) => ({ value, label: value }))}
          onChange={(sheet) => onOptions({ ...options, sheet, headingRow: undefined, mapping: undefined })}
        />
        <span>表头在第</span>
        <Select
          aria-label="表头行"
          value={plan.headingRow}
          options={Array.from({ length: 10 }, (_, value) => ({ value, label: `${value + 1} 行` }))}
          onChange={(headingRow) => onOptions({ ...options, headingRow, mapping: undefined })}
        />
        {plan.missing.length > 0 && (
          <Checkbox
            checked={options.createMissing ?? false}
            onChange={(event) => onOptions({ ...options, createMissing: event.target.checked })}
          >
            库里没有的一并新建：
            {plan.missing
              .map(
                ({ label, names }) =>
                  `${label} ${names.slice(0, 4).join('、')}${names.length > 4 ? ` 等 ${names.length} 个` : ''}`,
              )
              .join('；')}
          </Checkbox>
        )}
      </Space>
      <div className="card roster-mapping">
        <h2>哪一列是什么</h2>
        <div className="roster-columns">
          {plan.columns.map((column) => (
            <div key={column.index} className="roster-column">
              <span className="clip" title={column.heading}>
                {column.heading || `第 ${column.index + 1} 列`}
              </span>
              <Select
                aria-label={`“${column.heading}”列对应`}
                showSearch={{ optionFilterProp: 'label' }}
                value={column.field}
                options={[
                  { value: '', label: '不导入' },
                  ...plan.fields.map(({ field, label }) => ({ value: field, label })),
                ]}
                onChange={(field) => onOptions({ ...options, mapping: { ...mapping, [String(column.index)]: field } })}
              />
              <span className="quiet small clip" title={column.samples.join('、')}>
                {column.samples.slice(0, 3).join('、')}
                {column.remembered && '（上次的对应）'}
              </span>
            </div>
          ))}
        </div>
        {plan.notes.length > 0 && <p className="quiet small">{plan.notes.join('；')}</p>}
      </div>
      <Space className="import-options">
        {(['add', 'update', 'skip', 'refuse'] as const).map((action) => (
          <button
            key={action}
            type="button"
            className="kind-chip"
            aria-pressed={only === action}
            onClick={() => setOnly(only === action ? undefined : action)}
          >
            {action === 'add' ? '新增' : ACTIONS[action].label} <b>{plan.counts[action]}</b>
          </button>
        ))}
      </Space>
      <Table<Row>
        size="small"
        virtual
        scroll={{ y: 360 }}
        rowKey="row"
        pagination={false}
        dataSource={rows}
        columns={[
          { title: '行', dataIndex: 'row', width: 70, align: 'right' },
          {
            title: '结果',
            dataIndex: 'action',
            width: 110,
            render: (action: Row['action']) => (
              <span className="tag" data-tone={ACTIONS[action].tone}>
                {action === 'add' ? '新增' : action === 'refuse' ? '拒收' : ACTIONS[action].label}
              </span>
            ),
          },
          { title: '姓名', dataIndex: 'title', width: 140, ellipsis: true },
          {
            title: '说明',
            dataIndex: 'problems',
            render: (_: unknown, row) =>
              [...row.problems.map(({ label, message }) => `${label}：${message}`), ...row.remarks].join('；'),
          },
        ]}
      />
    </>
  );
}
