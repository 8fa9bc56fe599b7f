import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { fieldAt, labelAt, widthOf } from '../fields.ts';
import { type Column, canBeColumn, type Layout, ownColumns } from './use-layout.ts';

interface ColumnsDialogProps {
  readonly kind: RecordKind;
  readonly layout: Layout;
  readonly onClose: () => void;
}

/** Which columns the list shows, in which order and how wide: the same as drawing the heads, without a mouse. */
export function ColumnsDialog({ kind, layout, onClose }: ColumnsDialogProps) {
  const [columns, setColumns] = useState<readonly Column[]>(layout.columns);
  const [text, setText] = useState('');
  const shown = new Set(columns.map(({ field }) => field));
  const others = Object.keys(kind.fields).filter((field) => !shown.has(field) && canBeColumn(kind, field));
  const fits = (field: string) => labelAt(kind, field).includes(text.trim());

  const move = (from: number, to: number) => {
    const next = [...columns];
    const [moved] = next.splice(from, 1);
    if (!moved || to < 0 || to >= columns.length) return;
    next.splice(to, 0, moved);
    setColumns(next);
  };
  const widen = (field: string, width: number | null) =>
    setColumns(columns.map((column) => (column.field === field ? { field, ...(width ? { width } : {}) } : column)));

  return (
    <Modal
      open
      title={`${kind.label}列表的栏目`}
      width={560}
      onCancel={onClose}
      footer={
        <div className="dialog-verbs">
          <Button onClick={() => setColumns(ownColumns(kind))}>恢复默认</Button>
          <Button onClick={onClose}>取消</Button>
          <Button
            type="primary"
            disabled={columns.length === 0}
            onClick={() => {
              layout.change(columns);
              onClose();
            }}
          >
            确定
          </Button>
        </div>
      }
    >
      <Input
        allowClear
        autoFocus
        value={text}
        maxLength={40}
        placeholder="找栏目"
        aria-label="找栏目"
        onChange={(event) => setText(event.target.value)}
      />
      <ul className="column-list" aria-label="栏目">
        {columns.map(({ field, width }, index) => {
          const label = labelAt(kind, field);
          if (!fits(field)) return null;
          return (
            <li key={field}>
              <Checkbox
                checked
                onChange={() => setColumns(columns.filter((column) => column.field !== field))}
                aria-label={`显示${label}`}
              >
                {label}
              </Checkbox>
              <InputNumber
                size="small"
                min={40}
                max={1200}
                step={10}
                value={width ?? null}
                placeholder={String(widthOf(fieldAt(kind, field)))}
                aria-label={`${label}的宽度`}
                onChange={(next) => widen(field, next)}
              />
              <Button
                size="small"
                type="text"
                icon={<ArrowUpOutlined />}
                aria-label={`${label}上移`}
                disabled={index === 0}
                onClick={() => move(index, index - 1)}
              />
              <Button
                size="small"
                type="text"
                icon={<ArrowDownOutlined />}
                aria-label={`${label}下移`}
                disabled={index === columns.length - 1}
                onClick={() => move(index, index + 1)}
              />
            </li>
          );
        })}
        {others.filter(fits).map((field) => (
          <li key={field}>
            <Checkbox
              checked={false}
              onChange={() => setColumns([...columns, { field }])}
              aria-label={`显示${labelAt(kind, field)}`}
            >
              {labelAt(kind, field)}
            </Checkbox>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
