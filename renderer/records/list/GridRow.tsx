import { Checkbox } from 'antd';
import { memo } from 'react';
import type { RecordKind } from '../../../shared/records/kind.ts';
import type { StoredRecord, Titles } from '../../app/api.ts';
import { fieldAt, isNumeric } from '../fields.ts';
import { formatValue } from '../format-value.ts';
import { valueAt } from '../value-at.ts';

interface GridRowProps {
  readonly kind: RecordKind;
  readonly columns: readonly string[];
  readonly record: StoredRecord;
  readonly titles: Titles;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly active: boolean;
  readonly ticked: boolean;
  readonly onTick: (id: string) => void;
  readonly onTickTo: (index: number) => void;
  readonly onActivate: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { kind, columns, record, titles, index, active, ticked } = props;
  return (
    // biome-ignore-start lint/a11y/useSemanticElements: see Grid
    // biome-ignore-start lint/a11y/useKeyWithClickEvents: the grid that holds the rows has the keys
    // biome-ignore-start lint/a11y/useFocusableInteractive: the grid is focused, aria-activedescendant names the row
    <div
      role="row"
      id={`row-${record.id}`}
      className="grid-row"
      aria-rowindex={index + 2}
      aria-selected={active || ticked}
      data-active={active || undefined}
      style={{ transform: `translateY(${props.top}px)`, height: props.height }}
      onClick={(event) => {
        if (event.shiftKey) props.onTickTo(index);
        else if (event.ctrlKey || event.metaKey) props.onTick(record.id);
        props.onActivate(record.id);
      }}
      onDoubleClick={() => props.onOpen(record.id)}
    >
      <div role="gridcell" className="grid-tick">
        <Checkbox
          tabIndex={-1}
          checked={ticked}
          aria-label={`选中第 ${index + 1} 行`}
          onClick={(event) => event.stopPropagation()}
          onChange={() => props.onTick(record.id)}
        />
      </div>
      {columns.map((path) => {
        const field = fieldAt(kind, path);
        const text = field ? formatValue(field, valueAt(record.values, path), titles) : '';
        return (
          <div
            role="gridcell"
            key={path}
            className="clip"
            title={text || undefined}
            data-numeric={isNumeric(field) || undefined}
          >
            {text}
          </div>
        );
      })}
    </div>
    // biome-ignore-end lint/a11y/useSemanticElements: see Grid
    // biome-ignore-end lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore-end lint/a11y/useFocusableInteractive: see above
  );
});
