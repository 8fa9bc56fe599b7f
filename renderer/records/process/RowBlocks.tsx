import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Field } from '../../../shared/records/field.ts';
import type { Problems } from '../../../shared/records/record.ts';
import type { StoredRecord, Titles } from '../../app/api.ts';
import { FormField } from '../form/FormGroups.tsx';
import { focusField } from '../form/focus.ts';
import type { Row } from '../form/row.ts';

interface RowBlocksProps {
  readonly name: string;
  readonly field: Field;
  readonly rows: readonly Row[];
  readonly problems: Problems;
  readonly titles: Titles;
  readonly record: StoredRecord | undefined;
  /** Puts in the next rows, made from the present ones. */
  readonly onChange: (next: (before: readonly Row[]) => readonly Row[]) => void;
  readonly onFixed: (path: string) => void;
}

const nothing = () => undefined;

/** New rows with many columns, each as a small form of its own: a table of twelve columns could not be seen at once. */
export function RowBlocks({ name, field, rows, problems, titles, record, onChange, onFixed }: RowBlocksProps) {
  const columns = Object.entries(field.row ?? {});
  const set = (index: number, column: string, value: unknown) => {
    onChange((before) => before.map((row, at) => (at === index ? { ...row, [column]: value } : row)));
    onFixed(`${name}.${index}.${column}`);
  };
  const add = () => {
    onChange((before) => [...before, {}]);
    setTimeout(() => focusField(`${name}.${rows.length}.${columns[0]?.[0] ?? ''}`));
  };
  return (
    <>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place
        <fieldset key={index} className="row-block">
          <legend>
            {field.label}
            {rows.length > 1 && `　第 ${index + 1} 条`}
            {rows.length > 1 && (
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={`删除第 ${index + 1} 条`}
                onClick={() => onChange((before) => before.filter((_, at) => at !== index))}
              />
            )}
          </legend>
          <div className="form-fields">
            {columns.map(([column, cell]) => (
              <FormField
                key={column}
                name={`${name}.${index}.${column}`}
                field={cell}
                value={row[column]}
                problem={problems[`${name}.${index}.${column}`]}
                problems={problems}
                warning={undefined}
                titles={titles}
                record={record}
                onLeave={nothing}
                onChange={(_path, value) => set(index, column, value)}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <div>
        <Button icon={<PlusOutlined />} onClick={add}>
          再加一条{field.label}
        </Button>
      </div>
    </>
  );
}
