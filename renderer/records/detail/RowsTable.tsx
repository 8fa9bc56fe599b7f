import type { Field } from '../../../shared/records/field.ts';
import type { Titles } from '../../app/api.ts';
import { isNumeric, widthOf } from '../fields.ts';
import { formatLong } from '../format-value.ts';
import { Reference } from './Reference.tsx';

interface RowsTableProps {
  readonly label: string;
  readonly row: Readonly<Record<string, Field>>;
  readonly rows: readonly Record<string, unknown>[];
  readonly titles: Titles;
}

/** The rows of a sub-table; columns that no row fills are left out. */
export function RowsTable({ label, row, rows, titles }: RowsTableProps) {
  const columns = Object.entries(row).filter(([name]) =>
    rows.some((values) => values[name] !== undefined && values[name] !== ''),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls sideways, with the keyboard too
    <section className="rows-box" tabIndex={0} aria-label={label}>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col" className="rows-number">
              序
            </th>
            {columns.map(([name, field]) => (
              <th key={name} scope="col" style={{ minWidth: widthOf(field) * 0.75 }}>
                {field.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((values, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place
            <tr key={index} id={`row-${index}`}>
              <td className="rows-number">{index + 1}</td>
              {columns.map(([name, field]) => (
                <td key={name} data-numeric={isNumeric(field) || undefined}>
                  {field.type === 'reference' && values[name] !== undefined ? (
                    <Reference field={field} id={String(values[name])} titles={titles} />
                  ) : (
                    formatLong(field, values[name], titles)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
