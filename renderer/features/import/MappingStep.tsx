import { Alert, Select } from 'antd';
import type { StepProps } from './HeadingStep.tsx';
import type { PlanColumn } from './import-types.ts';
import { missingRequired } from './steps.ts';

const nameOf = ({ heading, index }: PlanColumn): string => heading || `第 ${index + 1} 列`;

/** Which column fills which field: what was found out by itself, what was remembered, what is left over. */
export function MappingStep({ plan, options, onOptions }: StepProps) {
  const mapping = Object.fromEntries(plan.columns.map(({ index, field }) => [String(index), field]));
  const left = plan.columns.filter(({ field, heading, samples }) => !field && (heading || samples.length > 0));
  const missing = missingRequired(plan);
  const map = (index: number, field: string) => {
    const next = { ...mapping, [String(index)]: field };
    // A field is filled by one column: the one that had it gives it up.
    for (const [other, taken] of Object.entries(mapping))
      if (field && taken === field && other !== String(index)) next[other] = '';
    const { [String(index)]: _, ...valueMapping } = options.valueMapping ?? {};
    onOptions({ ...options, mapping: next, valueMapping });
  };
  return (
    <>
      {missing.length > 0 && (
        <Alert
          type="error"
          showIcon
          role="alert"
          className="import-alert"
          title={`还没有对上必填的栏目：${missing.join('、')}。请在下面指定哪一列是它；表里没有的，这样的行不能导入。`}
        />
      )}
      <div className="card mapping">
        <h2>哪一列是什么</h2>
        <table className="mapping-table">
          <thead>
            <tr>
              <th scope="col">表里的列</th>
              <th scope="col">对应的栏目</th>
              <th scope="col">例</th>
            </tr>
          </thead>
          <tbody>
            {plan.columns.map((column) => (
              <tr key={column.index} data-left={!column.field || undefined}>
                <th scope="row">
                  <span className="clip" title={nameOf(column)}>
                    {nameOf(column)}
                  </span>
                </th>
                <td>
                  <Select
                    aria-label={`“${nameOf(column)}”列对应`}
                    className="mapping-select"
                    showSearch={{ optionFilterProp: 'label' }}
                    value={column.field}
                    options={[
                      { value: '', label: '不导入' },
                      ...plan.fields.map(({ field, label, required }) => ({
                        value: field,
                        label: required ? `${label}（必填）` : label,
                      })),
                    ]}
                    onChange={(field: string) => map(column.index, field)}
                  />
                  {column.remembered && <span className="tag mapping-remembered">上次的对应</span>}
                </td>
                <td className="quiet small">
                  <span className="clip" title={column.samples.join('、')}>
                    {column.samples.join('、')}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {left.length > 0 && (
        <p className="quiet small import-notes">
          这 {left.length} 列不导入：{left.map(nameOf).join('、')}
        </p>
      )}
      {plan.notes.length > 0 && <p className="quiet small import-notes">{plan.notes.join('；')}</p>}
    </>
  );
}
