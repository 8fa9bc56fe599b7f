import { memo } from 'react';
import type {
  Box,
  Page,
  PageItem,
  PlacedCell,
  PlacedRun,
  TableRowItem,
  TextItem,
} from '../../../shared/documents/page.ts';
import { onKeys } from '../../ui/keys.ts';
import { StoredPicture } from '../../ui/StoredPicture.tsx';
import type { Target } from './target.ts';

const MM_PER_POINT = 25.4 / 72;

interface SheetProps {
  readonly page: Page;
  /** Pixels a millimetre. */
  readonly scale: number;
  /** The place being edited, or pointed at by a finding. */
  readonly chosen?: Target | undefined;
  /** Absent: only to be looked at and printed. */
  readonly onChoose?: (target: Target) => void;
}

/** One sheet of paper, drawn exactly as the layout placed it; decides nothing by itself. */
export const Sheet = memo(function Sheet({ page, scale, chosen, onChoose }: SheetProps) {
  return (
    <section
      className="sheet"
      aria-label={`第 ${page.number} 页`}
      data-page={page.number}
      style={{ width: page.width * scale, height: page.height * scale }}
    >
      {page.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items of a page have no identity but their place
        <Item key={index} item={item} scale={scale} chosen={chosen} onChoose={onChoose} />
      ))}
    </section>
  );
});

interface ItemProps {
  readonly item: PageItem;
  readonly scale: number;
  readonly chosen: Target | undefined;
  readonly onChoose: ((target: Target) => void) | undefined;
}

function place(box: Box, scale: number) {
  return { left: box.x * scale, top: box.y * scale, width: box.width * scale, height: box.height * scale };
}

/** A quarter clockwise about its upper right corner, which is where the line begins. */
function turnedPlace(box: Box, scale: number) {
  return {
    ...place({ x: box.x + box.width, y: box.y, width: box.height, height: box.width }, scale),
    transform: 'rotate(90deg)',
    transformOrigin: '0 0',
  };
}

const points = (size: number, scale: number) => size * MM_PER_POINT * scale;

function Item({ item, scale, chosen, onChoose }: ItemProps) {
  switch (item.kind) {
    case 'rule':
      return (
        <div
          className="sheet-rule"
          data-color={item.color}
          style={{ ...place(item, scale), height: Math.max(1, item.height * scale) }}
        />
      );
    case 'figure':
      return (
        <div className="sheet-figure" style={place(item, scale)}>
          <StoredPicture sha256={item.sha256} name={item.name} alt={item.name} />
        </div>
      );
    case 'tableRow':
      return <TableRow item={item} scale={scale} chosen={chosen} onChoose={onChoose} />;
    default:
      return <Line item={item} scale={scale} chosen={chosen} onChoose={onChoose} />;
  }
}

function targetOf(item: TextItem): Target | undefined {
  if (item.part !== undefined) return { part: item.part };
  return item.block === undefined ? undefined : { block: item.block };
}

function isChosen(target: Target | undefined, chosen: Target | undefined): boolean {
  if (!target || !chosen) return false;
  return (
    target.block === chosen.block &&
    target.part === chosen.part &&
    target.row === chosen.row &&
    target.cell === chosen.cell
  );
}

function Line({ item, scale, chosen, onChoose }: ItemProps & { item: TextItem }) {
  const target = onChoose && targetOf(item);
  return (
    <div
      className="sheet-line"
      data-face={item.face}
      data-color={item.color}
      data-align={item.align}
      data-editable={target ? true : undefined}
      data-chosen={isChosen(target, chosen) || undefined}
      data-block={item.block}
      data-part={item.part}
      data-kind={item.kind}
      style={{
        ...(item.turned ? turnedPlace(item, scale) : place(item, scale)),
        fontSize: points(item.size, scale),
        letterSpacing: points(item.letterSpacing, scale),
      }}
      {...(target && {
        onClick: () => onChoose?.(target),
        onKeyDown: onKeys({ enter: () => onChoose?.(target) }),
        // One stop a paragraph, not one a line.
        ...((item.part !== undefined || item.first) && item.runs.some((run) => run.text.trim())
          ? { role: 'button', tabIndex: 0 }
          : {}),
      })}
    >
      {/* A strut that ends on the baseline: fonts differ in where they put their text within a line, paper does not. */}
      <span className="sheet-strut" style={{ height: item.baseline * scale }} />
      <Runs runs={item.runs} face={item.face} />
    </div>
  );
}

function TableRow({ item, scale, chosen, onChoose }: ItemProps & { item: TableRowItem }) {
  return item.cells.map((cell) => {
    const target: Target = { block: item.block, row: item.row, cell: cell.cell };
    const choose = onChoose && {
      'data-editable': true,
      role: 'button',
      tabIndex: cell.cell === 0 ? 0 : -1,
      onClick: () => onChoose(target),
      onKeyDown: onKeys({ enter: () => onChoose(target) }),
    };
    return (
      <div
        key={cell.cell}
        className="sheet-cell"
        data-face={cell.face}
        data-align={cell.align}
        data-valign={cell.valign}
        data-lined={cell.lined === false ? 'no' : undefined}
        data-chosen={isChosen(target, chosen) || undefined}
        data-block={item.block}
        data-row={item.row}
        data-cell={cell.cell}
        style={{ ...place(cell, scale), fontSize: points(cell.size, scale) }}
        {...choose}
      >
        <CellLines cell={cell} scale={scale} />
      </div>
    );
  });
}

function CellLines({ cell, scale }: { cell: PlacedCell; scale: number }) {
  return cell.lines.map((runs, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines of a cell have no identity but their place
    <div key={index} style={{ lineHeight: `${cell.lineHeight * scale}px`, height: cell.lineHeight * scale }}>
      <Runs runs={runs} face={cell.face} />
    </div>
  ));
}

function Runs({ runs, face }: { runs: readonly PlacedRun[]; face: string }) {
  return runs.map((run, index) => (
    <span
      // biome-ignore lint/suspicious/noArrayIndexKey: runs of a line have no identity but their place
      key={index}
      data-face={run.face === face ? undefined : run.face}
      data-raised={run.raised || undefined}
      style={{
        ...(run.bold ? { fontWeight: 700 } : {}),
        ...(run.italic ? { fontStyle: 'italic' } : {}),
        ...(run.underline ? { textDecoration: 'underline' } : {}),
      }}
    >
      {run.text}
    </span>
  ));
}
