import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { RecordKind } from '../../../shared/records/kind.ts';
import type { StoredRecord, Titles } from '../../app/api.ts';
import { fieldAt, isNumeric, labelAt } from '../fields.ts';
import { formatValue } from '../format-value.ts';
import { valueAt } from '../value-at.ts';
import './print-sheet.css';

export interface Printed {
  readonly title: string;
  /** Conditions, order, number and day, in one line. */
  readonly note: string;
  readonly fields: readonly string[];
  readonly records: readonly StoredRecord[];
  readonly titles: Titles;
}

interface PrintSheetProps {
  readonly kind: RecordKind;
  readonly printed: Printed;
  readonly onDone: () => void;
}

/** More columns than this lie across. */
const MOST_UPRIGHT = 6;

/**
 * The list on paper: all its records, not only those on the screen, with the heading row on every page. Stands beside the
 * page in the document, seen by the printer alone, for as long as the print dialog is open.
 */
export function PrintSheet({ kind, printed, onDone }: PrintSheetProps) {
  const { fields, records, titles } = printed;
  useEffect(() => {
    const end = () => onDone();
    window.addEventListener('afterprint', end);
    const before = document.title;
    // The name the dialog offers for a PDF.
    document.title = printed.title;
    const timer = setTimeout(() => window.print(), 50);
    return () => {
      clearTimeout(timer);
      document.title = before;
      window.removeEventListener('afterprint', end);
    };
  }, [printed.title, onDone]);
  return createPortal(
    <div className="print-sheet">
      <style>{`@media print { @page { size: A4 ${fields.length > MOST_UPRIGHT ? 'landscape' : 'portrait'}; margin: 14mm 12mm; } }`}</style>
      <h1>{printed.title}</h1>
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
            <tr key={record.id}>
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
          ))}
        </tbody>
      </table>
    </div>,
    document.body,
  );
}
