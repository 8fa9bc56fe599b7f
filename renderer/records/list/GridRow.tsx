import { memo } from 'react';
import type { RecordKind } from '../../../shared/records/kind.ts';
import type { StoredRecord, Titles } from '../../app/api.ts';
import { fieldAt, isNumeric } from '../fields.ts';
import { formatValue } from '../format-value.ts';
import { valueAt } from '../value-at.ts';

export interface RowHands {
  readonly tick: (row: number) => void;
  readonly tickTo: (row: number) => void;
  readonly choose: (row: number, column: number | undefined) => void;
  /** The mouse was drawn to this cell with its button down. */
  readonly draw: (row: number, column: number) => void;
  readonly open: (id: string) => void;
}

interface GridRowProps {
  readonly kind: RecordKind;
  readonly columns: readonly string[];
  /** Undefined while it is on its way. */
  readonly record: StoredRecord | undefined;
  readonly titles: Titles;
  /** Place of the record in the list, from 0. */
  readonly row: number;
  /** Number of the line for assistive technology, the head being 1. */
  readonly line: number;
  readonly top: number;
  readonly height: number;
  readonly active: boolean;
  /** Column of the cursor when it stands on a cell of this row. */
  readonly cell: number | undefined;
  /** Columns of this row inside the chosen block. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly ticked: boolean;
  readonly hands: RowHands;
}

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { kind, columns, record, titles, row, active, ticked, hands } = props;
  const id = record?.id;
  return (
    // biome-ignore-start lint/a11y/useSemanticElements: see Grid
    // biome-ignore-start lint/a11y/useKeyWithClickEvents: the grid that holds the rows has the keys
    // biome-ignore-start lint/a11y/useFocusableInteractive: the grid is focused, aria-activedescendant names the row
    <div
      role="row"
      id={id === undefined ? undefined : `row-${id}`}
      className="grid-row"
      aria-rowindex={props.line}
      aria-selected={active || ticked}
      aria-busy={id === undefined || undefined}
      data-active={active || undefined}
      data-row={row}
      style={{ transform: `translateY(${props.top}px)`, height: props.height }}
      onDoubleClick={() => id !== undefined && hands.open(id)}
    >
      <div role="gridcell" className="grid-tick">
        {/* The browser's own box: forty of a library's would be the slowest part of scrolling. */}
        <input
          type="checkbox"
          tabIndex={-1}
          checked={ticked}
          disabled={id === undefined}
          aria-label={`选中第 ${row + 1} 行`}
          onDoubleClick={(event) => event.stopPropagation()}
          onChange={(event) => {
            const shift = event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey;
            if (shift) hands.tickTo(row);
            else hands.tick(row);
          }}
        />
      </div>
      {columns.map((path, column) => {
        const field = fieldAt(kind, path);
        const text = field && record ? formatValue(field, valueAt(record.values, path), titles) : '';
        const { from, to } = props;
        const inBlock = from !== undefined && to !== undefined && column >= from && column <= to;
        return (
          <div
            role="gridcell"
            key={path}
            id={props.cell === column ? `cell-${row}-${column}` : undefined}
            className="clip"
            title={text || undefined}
            aria-colindex={column + 2}
            data-numeric={isNumeric(field) || undefined}
            data-cell={props.cell === column || undefined}
            data-block={inBlock || undefined}
            onMouseDown={(event) => {
              if (event.button !== 0) return;
              if (event.shiftKey) hands.tickTo(row);
              else if (event.ctrlKey || event.metaKey) hands.tick(row);
              hands.choose(row, column);
            }}
            onMouseEnter={(event) => {
              if (event.buttons === 1) hands.draw(row, column);
            }}
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

interface GroupRowProps {
  readonly label: string;
  readonly count: number;
  /** 合计 of the group, already in words. */
  readonly sums: string;
  readonly unit: string;
  readonly folded: boolean;
  readonly line: number;
  readonly top: number;
  readonly height: number;
  readonly onFold: () => void;
}

/** The head of a group: what is common, how many, and the sums; pressed it folds. */
export function GroupRow(props: GroupRowProps) {
  return (
    // biome-ignore-start lint/a11y/useSemanticElements: see Grid
    // biome-ignore-start lint/a11y/useFocusableInteractive: the button in it is focused
    <div
      role="row"
      className="grid-row grid-group"
      aria-rowindex={props.line}
      aria-expanded={!props.folded}
      style={{ transform: `translateY(${props.top}px)`, height: props.height }}
    >
      <div role="gridcell">
        <button type="button" className="grid-fold" aria-expanded={!props.folded} onClick={props.onFold}>
          <span aria-hidden="true">{props.folded ? '▸' : '▾'}</span>
          <strong className="clip">{props.label || '（没填）'}</strong>
          <span className="quiet">
            {props.count} {props.unit}
            {props.sums && ` · ${props.sums}`}
          </span>
        </button>
      </div>
    </div>
    // biome-ignore-end lint/a11y/useSemanticElements: see Grid
    // biome-ignore-end lint/a11y/useFocusableInteractive: see above
  );
}
