import { Fragment, useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { fieldAt, isNumeric, labelAt } from '../fields.ts';
import { formatValue } from '../format-value.ts';
import { valueAt } from '../value-at.ts';
import type { Printed } from './printing.ts';
import './print-sheet.css';

interface PrintSheetProps {
  readonly kind: RecordKind;
  readonly title: string;
  readonly printed: Printed;
  readonly onDone: () => void;
}

/** More columns than this lie across. */
const MOST_UPRIGHT = 6;

/**
 * The list on paper: all its records, not only those on the screen, with the heading row on every page. Stands beside the
 * page in the document, seen by the printer alone, for as long as the print dialog is open.
 */
export function PrintSheet({ kind, title, printed, onDone }: PrintSheetProps) {
  const { fields, records, titles, groups, sums } = printed;
  const starts = groupStarts(groups);
  const summed = Object.keys(sums).length > 0;
  useEffect(() => {
    const end = () => onDone();
    window.addEventListener('afterprint', end);
    const before = document.title;
    // The name the dialog offers for a PDF.
    document.title = title;
    const timer = setTimeout(() => window.print(), 50);
    return () => {
      clearTimeout(timer);
      document.title = before;
      window.removeEventListener('afterprint', end);
    };
  }, [title, onDone]);
  return createPortal(
    <div className="print-sheet">
      <style>{`@media print { @page { size: A4 ${fields.length > MOST_UPRIGHT ? 'landscape' : 'portrait'}; margin: 14mm 12mm 16mm; @bottom-center { content: '第 ' counter(page) ' 页　共 ' counter(pages) ' 页'; font-size: 9pt; } } }`}</style>
      <h1>{title}</h1>
      <p>{printed.note}</p>
      <table>
        <thead>
          <tr>
            <th>序号</th>
            {fields.map((path) => (
              <th key={path}>{labelAt(kind, path)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record, index) => (
            <Fragment key={record.id}>
              {starts.has(index) && (
                <SumRow fields={fields} label={headOf(kind, starts.get(index))} sums={starts.get(index)?.sums} />
              )}
              <tr>
                <td data-numeric>{index + 1}</td>
                {fields.map((path) => {
                  const field = fieldAt(kind, path);
                  return (
                    <td key={path} data-numeric={isNumeric(field) || undefined}>
                      {field ? formatValue(field, valueAt(record.values, path), titles) : ''}
                    </td>
                  );
                })}
              </tr>
            </Fragment>
          ))}
          {summed && <SumRow fields={fields} label="合计" sums={sums} />}
        </tbody>
      </table>
    </div>,
    document.body,
  );
}

type Group = Printed['groups'][number];

/** The place of the first record of each group. */
function groupStarts(groups: readonly Group[]): ReadonlyMap<number, Group> {
  const starts = new Map<number, Group>();
  let at = 0;
  for (const group of groups) {
    starts.set(at, group);
    at += group.count;
  }
  return starts;
}

const headOf = (kind: RecordKind, group: Group | undefined): string =>
  group ? `${group.label || '（没填）'}　${group.count} ${kind.unit}` : '';

/** On paper a sum is checked against something: to the last figure. */
const exact = (sum: number): string => (Math.round(sum * 100) / 100).toLocaleString('zh-CN');

interface SumRowProps {
  readonly fields: readonly string[];
  readonly label: string;
  readonly sums: Group['sums'] | undefined;
}

/** A label over the columns up to the first sum, then the sums under their columns. */
function SumRow({ fields, label, sums = {} }: SumRowProps) {
  const first = fields.findIndex((path) => sums[path] !== undefined);
  const over = first < 0 ? fields.length : first;
  return (
    <tr className="print-sum">
      <td colSpan={over + 1}>{label}</td>
      {fields.slice(over).map((path) => (
        <td key={path} data-numeric>
          {sums[path] === undefined ? '' : exact(sums[path])}
        </td>
      ))}
    </tr>
  );
}
