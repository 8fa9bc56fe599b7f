import { useVirtualizer } from '@tanstack/react-virtual';
import { Checkbox } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import type { RecordKind } from '../../../shared/records/kind.ts';
import type { Sort } from '../../app/list-state.ts';
import { keyOf, onKeys } from '../../ui/keys.ts';
import { fieldAt, headWidthOf, isNumeric, widthOf } from '../fields.ts';
import { Head } from './GridHead.tsx';
import { GridRow, GroupRow } from './GridRow.tsx';
import type { GridProps } from './grid-props.ts';
import { listSession, rememberList } from './list-session.ts';
import { sumInWords, sumsInWords } from './sums.ts';
import { useGridKeys } from './use-grid-keys.ts';
import type { Column } from './use-layout.ts';
import { totalsOf } from './use-list.ts';
import './grid.css';

const rem = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
/** Height of a row in rem; the same as --row in theme.css. */
const ROW_REM = 2.3125;

/** The table like a spreadsheet: only the rows in view are drawn and fetched. */
export function Grid(props: GridProps) {
  const { kind, list, columns, fields } = props;
  const { rows, lines, at, ticked } = list;
  const box = useRef<HTMLDivElement>(null);
  const rowHeight = Math.round(ROW_REM * rem());
  const virtual = useVirtualizer({
    count: lines.count,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialOffset: listSession(kind.id)?.scroll ?? 0,
    scrollPaddingStart: rowHeight,
    scrollPaddingEnd: rowHeight,
  });
  const items = virtual.getVirtualItems();
  const inView = items.flatMap((item) => {
    const line = lines.at(item.index);
    return line.type === 'row' ? [line.row] : [];
  });
  const { show } = rows;
  const inViewKey = `${inView[0]}-${inView.at(-1)}-${inView.length}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is in view is told when it changes, not on every drawing
  useEffect(() => show(inView), [show, inViewKey, rows.total]);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
  }, []);
  useTopOfOther(box, JSON.stringify(list.ordering));

  const scrollTo = (row: number) => virtual.scrollToIndex(lines.lineOf(row));
  const { keys, hands } = useGridKeys({ ...props, scrollTo });
  const { cursor, block } = at;
  const activeId = cursor?.id;
  const pointed =
    cursor?.column !== undefined ? `cell-${cursor.row}-${cursor.column}` : activeId ? `row-${activeId}` : undefined;

  return (
    // biome-ignore-start lint/a11y/useSemanticElements: a virtual grid cannot be a table element; the roles say the same
    // biome-ignore-start lint/a11y/useFocusableInteractive: the grid is focused, aria-activedescendant names the row
    <div
      ref={box}
      className="grid"
      role="grid"
      tabIndex={0}
      aria-label={`${kind.label}列表`}
      aria-rowcount={lines.count + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable="true"
      aria-busy={rows.former || undefined}
      aria-activedescendant={pointed}
      onKeyDown={(event) => {
        // What is typed into the small windows of the heads comes through here too.
        if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return;
        const pressing = ['enter', 'space'].includes(keyOf(event.nativeEvent) ?? '');
        if (event.target === event.currentTarget || !pressing) onKeys(keys)(event);
      }}
      onContextMenu={(event) => {
        if (!(event.target instanceof Element) || !event.currentTarget.contains(event.target)) return;
        if (event.target.closest('.grid-head')) return;
        event.preventDefault();
        const row = event.target.closest<HTMLElement>('[data-row]')?.dataset.row;
        // The menu speaks of what is under the mouse, unless that is among what is ticked.
        if (row !== undefined && Number(row) !== cursor?.row && !ticked.has(rows.at(Number(row))?.id ?? ''))
          at.move(Number(row));
        const line = box.current?.querySelector('.grid-row[data-active]')?.getBoundingClientRect();
        const typed = event.button !== 2;
        props.onMenu(typed && line ? line.left + 60 : event.clientX, typed && line ? line.bottom : event.clientY);
      }}
      onScroll={(event) => rememberList(kind.id, { scroll: event.currentTarget.scrollTop })}
      style={tracksOf(kind, columns, list.sort) as React.CSSProperties}
    >
      <Heads {...props} />
      <div role="rowgroup" className="grid-body" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const line = lines.at(item.index);
          if (line.type === 'head') {
            const group = list.summary?.groups[line.group];
            if (!group) return null;
            const folded = list.folded.has(group.label);
            return (
              <GroupRow
                key={`group ${group.label}`}
                label={group.label}
                count={group.count}
                sums={sumsInWords(kind, group.sums)}
                unit={kind.unit}
                folded={folded}
                line={item.index + 2}
                top={item.start}
                height={item.size}
                onFold={() =>
                  list.fold(
                    folded ? [...list.folded].filter((label) => label !== group.label) : [...list.folded, group.label],
                  )
                }
              />
            );
          }
          const { row } = line;
          const record = rows.at(row);
          const active = cursor?.row === row;
          const inBlock = block !== undefined && row >= block.top && row <= block.bottom;
          return (
            <GridRow
              key={record?.id ?? `row ${row}`}
              kind={kind}
              columns={fields}
              record={record}
              titles={rows.titles}
              row={row}
              line={item.index + 2}
              top={item.start}
              height={item.size}
              active={active}
              cell={active ? cursor.column : undefined}
              from={inBlock ? block.left : undefined}
              to={inBlock ? block.right : undefined}
              ticked={record !== undefined && ticked.has(record.id)}
              hands={hands}
            />
          );
        })}
      </div>
      <Totals {...props} />
    </div>
    // biome-ignore-end lint/a11y/useSemanticElements: see above
    // biome-ignore-end lint/a11y/useFocusableInteractive: see above
  );
}

/** Another question is read from its top. Coming back to a list is not another question. */
function useTopOfOther(box: React.RefObject<HTMLDivElement | null>, question: string): void {
  const asked = useRef(question);
  useEffect(() => {
    if (asked.current === question) return;
    asked.current = question;
    box.current?.scrollTo({ top: 0 });
  }, [box, question]);
}

/**
 * A column as wide as it was drawn; the others at least their own width, sharing out what is left over. The sum of the
 * least widths is said too: heads, rows and sums share out the same width only when none of them asks its content.
 */
function tracksOf(kind: RecordKind, columns: readonly Column[], sort: readonly Sort[]) {
  const scale = rem() / 16;
  const widths = columns.map(({ field: path, width }) => {
    const field = fieldAt(kind, path);
    const sorted = sort.some(([name]) => name === path);
    return Math.round((width ?? Math.max(widthOf(field), headWidthOf(field, sorted))) * scale);
  });
  const tracks = columns.map(({ width }, at) =>
    width === undefined ? `minmax(${widths[at]}px, ${widths[at]}fr)` : `${widths[at]}px`,
  );
  const least = widths.reduce((sum, width) => sum + width, 0);
  return { '--columns': `2.5rem ${tracks.join(' ')}`, '--least': `calc(2.5rem + ${least}px)` };
}

function Heads(props: GridProps) {
  const { kind, list, fields, state, hands } = props;
  const { ticked, rows } = list;
  const all = rows.total > 0 && ticked.size >= rows.total;
  const tickAll = async (on: boolean) => list.setTicked(new Set(on ? await list.allIds() : []));
  return (
    // biome-ignore-start lint/a11y/useSemanticElements: see Grid
    // biome-ignore-start lint/a11y/useFocusableInteractive: see Grid
    <div role="rowgroup" className="grid-head">
      <div role="row" className="grid-row" aria-rowindex={1}>
        <div role="columnheader" className="grid-tick" aria-colindex={1}>
          <Checkbox
            aria-label="全选"
            checked={all}
            indeterminate={ticked.size > 0 && !all}
            onChange={(event) => void tickAll(event.target.checked)}
          />
        </div>
        {fields.map((path, index) => (
          <Head
            key={path}
            kind={kind}
            path={path}
            index={index}
            state={state}
            sort={list.sort}
            hands={hands}
            next={fields[index + 1]}
            open={props.openHead === path}
            onHead={props.onHead}
          />
        ))}
      </div>
    </div>
    // biome-ignore-end lint/a11y/useSemanticElements: see Grid
    // biome-ignore-end lint/a11y/useFocusableInteractive: see Grid
  );
}

/** The sums of number columns under their columns, over all that is found; none when nothing can be added up. */
function Totals({ kind, list, fields }: GridProps) {
  const summed = useMemo(() => totalsOf(kind, fields), [kind, fields]);
  const sums = list.summary?.sums;
  if (summed.length === 0 || !sums || list.rows.total === 0) return null;
  return (
    <div className="grid-foot" aria-hidden="true">
      <div className="grid-row">
        <div className="grid-tick" />
        {fields.map((path, index) => (
          <div key={path} className="clip" data-numeric={isNumeric(fieldAt(kind, path)) || undefined}>
            {summed.includes(path) ? sumInWords(sums[path] ?? 0) : index === 0 ? '合计' : ''}
          </div>
        ))}
      </div>
    </div>
  );
}
