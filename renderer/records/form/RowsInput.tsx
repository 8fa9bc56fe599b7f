import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { Field } from '../../../shared/records/field.ts';
import type { Problems } from '../../../shared/records/record.ts';
import type { Titles } from '../../app/api.ts';
import { parseCells } from '../parse-cells.ts';
import { controlId } from './focus.ts';
import { pasteCells } from './paste.ts';
import { RowCell } from './RowCell.tsx';
import type { Row } from './row.ts';

interface RowsInputProps {
  readonly name: string;
  readonly field: Field;
  readonly value: unknown;
  readonly problems: Problems;
  readonly titles: Titles;
  readonly onChange: (rows: readonly Row[]) => void;
}

const isBlankRow = (row: Row, initial: Row) =>
  Object.entries(row).every(([name, value]) => value === undefined || value === '' || value === initial[name]);

/**
 * A table typed into like a spreadsheet: only the cell with the caret is a control, so that 200 rows stay quick. Tab
 * goes to the next cell, Enter to the next row; past the end a row is added. Lines copied from a spreadsheet fill
 * cells from the one with the caret on.
 */
export function RowsInput({ name, field, value, problems, titles, onChange }: RowsInputProps) {
  const rows = Array.isArray(value) ? (value as readonly Row[]) : [];
  const columns = Object.entries(field.row ?? {});
  const [note, setNote] = useState<string>();
  const box = useRef<HTMLTableElement>(null);
  const latest = useRef(rows);
  latest.current = rows;
  const initial: Row = Object.fromEntries(
    columns.flatMap(([column, cell]) => (cell.initial === undefined ? [] : [[column, cell.initial]])),
  );

  const put = (next: readonly Row[]) => {
    latest.current = next;
    onChange(next);
  };
  const setCell = (index: number, column: string, cell: unknown) =>
    put(latest.current.map((row, at) => (at === index ? { ...row, [column]: cell } : row)));
  const focusCell = (index: number, column: string) =>
    requestAnimationFrame(() => document.getElementById(controlId(`${name}.${index}.${column}`))?.focus());
  const add = (column = columns[0]?.[0] ?? '') => {
    put([...latest.current, initial]);
    focusCell(latest.current.length - 1, column);
  };
  const nextRow = (index: number, column: string) => {
    if (index + 1 < latest.current.length) focusCell(index + 1, column);
    else if (!isBlankRow(latest.current[index] ?? {}, initial)) add(column);
  };
  const remove = (index: number) => put(rows.filter((_, at) => at !== index));
  const swap = (index: number, other: number) => {
    const next = [...rows];
    const [a, b] = [next[index], next[other]];
    if (!a || !b) return;
    next[index] = b;
    next[other] = a;
    put(next);
  };
  const paste = async (index: number, column: string, text: string) => {
    const at = columns.findIndex(([other]) => other === column);
    const result = await pasteCells(parseCells(text), columns.slice(at), latest.current, index, initial);
    put(result.rows);
    setNote(result.note);
  };

  const bad = Object.entries(problems).filter(([path]) => path.startsWith(`${name}.`));
  return (
    <div className="rows-input">
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls sideways, with the keyboard too
        <section className="rows-box" aria-label={field.label} tabIndex={0}>
          <table className="rows" ref={box}>
            <thead>
              <tr>
                <th scope="col" className="rows-number">
                  序
                </th>
                {columns.map(([column, cell]) => (
                  <th
                    key={column}
                    scope="col"
                    data-required={cell.required || undefined}
                    style={{ minWidth: (cell.width ?? 140) * 0.9 }}
                  >
                    {cell.label}
                  </th>
                ))}
                <th scope="col">
                  <span className="visually-hidden">行操作</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place
                <tr key={index}>
                  <td className="rows-number">{index + 1}</td>
                  {columns.map(([column, cell]) => (
                    <RowCell
                      key={column}
                      id={controlId(`${name}.${index}.${column}`)}
                      label={`第 ${index + 1} 行 ${cell.label}`}
                      field={cell}
                      value={row[column]}
                      titles={titles}
                      problem={problems[`${name}.${index}.${column}`]}
                      onChange={(next) => setCell(index, column, next)}
                      onNext={() => nextRow(index, column)}
                      onPaste={(text) => void paste(index, column, text)}
                    />
                  ))}
                  <td className="rows-verbs">
                    <Button
                      type="text"
                      size="small"
                      tabIndex={-1}
                      icon={<ArrowUpOutlined />}
                      disabled={index === 0}
                      aria-label={`第 ${index + 1} 行上移`}
                      onClick={() => swap(index, index - 1)}
                    />
                    <Button
                      type="text"
                      size="small"
                      tabIndex={-1}
                      icon={<ArrowDownOutlined />}
                      disabled={index === rows.length - 1}
                      aria-label={`第 ${index + 1} 行下移`}
                      onClick={() => swap(index, index + 1)}
                    />
                    <Button
                      type="text"
                      size="small"
                      icon={<DeleteOutlined />}
                      aria-label={`删除第 ${index + 1} 行`}
                      onClick={() => remove(index)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <div className="rows-foot">
        <Button
          id={controlId(name)}
          aria-label={`${field.label}：添加一行`}
          icon={<PlusOutlined />}
          onClick={() => add()}
        >
          添加一行
        </Button>
        <span className="quiet small">
          {rows.length > 0 ? `共 ${rows.length} 行。` : ''}Enter 到下一行，可从 Excel 复制多行粘贴进来。
        </span>
      </div>
      {note && (
        <p role="status" className="small field-warning">
          {note}
        </p>
      )}
      {bad.length > 0 && (
        <ul className="field-problem small">
          {bad.slice(0, 5).map(([path, message]) => (
            <li key={path}>{whereIs(path, field, message)}</li>
          ))}
          {bad.length > 5 && <li>……共 {bad.length} 处</li>}
        </ul>
      )}
    </div>
  );
}

function whereIs(path: string, field: Field, message: string): string {
  const [, row, column = ''] = path.split('.');
  return `第 ${Number(row) + 1} 行 ${field.row?.[column]?.label ?? ''}：${message}`;
}
