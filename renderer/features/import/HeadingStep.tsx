import { InputNumber, Select, Space } from 'antd';
import type { ImportOptions, TablePlan } from './import-types.ts';

export interface StepProps {
  readonly plan: TablePlan;
  readonly options: ImportOptions;
  readonly onOptions: (options: ImportOptions) => void;
}

/** What was said of columns and rows belongs to the sheet and heading it was said of. */
const fresh = ({ createMissing, clearBlanks, term, encoding }: ImportOptions): ImportOptions => ({
  ...(createMissing === undefined ? {} : { createMissing }),
  ...(clearBlanks === undefined ? {} : { clearBlanks }),
  ...(term === undefined ? {} : { term }),
  ...(encoding === undefined ? {} : { encoding }),
});

const ENCODINGS = ['UTF-8', 'GB18030', 'Big5', 'UTF-16LE', 'UTF-16BE'];

/** Which sheet, and which of its rows carries the names of the columns. */
export function HeadingStep({ plan, options, onOptions }: StepProps) {
  const chooseRow = (headingRow: number) => onOptions({ ...fresh(options), sheet: plan.sheet, headingRow });
  const rows = plan.preview ?? [];
  return (
    <>
      <Space wrap className="import-options">
        <span>工作表</span>
        <Select
          aria-label="工作表"
          className="import-category"
          value={plan.sheet}
          options={plan.sheets.map((value) => ({ value, label: value }))}
          onChange={(sheet) => onOptions({ ...fresh(options), sheet })}
        />
        <span>表头在第</span>
        <InputNumber
          aria-label="表头行"
          min={1}
          max={200}
          precision={0}
          value={plan.headingRow + 1}
          onChange={(row) => row && chooseRow(row - 1)}
        />
        <span>行</span>
        {/\.csv$/i.test(plan.file) && (
          <Select
            allowClear
            aria-label="文字编码"
            placeholder="编码：自动识别"
            className="import-category"
            value={options.encoding}
            options={ENCODINGS.map((value) => ({ value, label: value }))}
            onChange={(encoding) => onOptions({ ...fresh(options), encoding })}
          />
        )}
      </Space>
      {plan.notes.length > 0 && <p className="quiet small import-notes">{plan.notes.join('；')}</p>}
      {rows.length > 0 && (
        <>
          <p>点一下哪一行是表头（写着“姓名、单位”等栏目名的那一行）：</p>
          <div className="heading-grid card">
            <table>
              <tbody>
                {rows.map((row, index) => (
                  <tr
                    className="heading-row"
                    // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place in the sheet
                    key={index}
                    data-heading={index === plan.headingRow || undefined}
                    data-above={index < plan.headingRow || undefined}
                  >
                    <th scope="row" className="heading-cell">
                      <button
                        type="button"
                        className="heading-button"
                        aria-pressed={index === plan.headingRow}
                        onClick={() => chooseRow(index)}
                      >
                        {index + 1}
                        {index === plan.headingRow && <span className="heading-sign"> 表头</span>}
                      </button>
                    </th>
                    {row.map((cell, column) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: columns are known by their place
                      <td key={column} className="heading-cell" title={cell}>
                        {cell}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  );
}
