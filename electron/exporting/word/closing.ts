import {
  AlignmentType,
  type FileChild,
  type IParagraphOptions,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { ClosingPlace } from '../../../shared/documents/closing.ts';
import { spacers } from './head.ts';
import { NO_LINES } from './places.ts';
import { STYLE, twips } from './styles.ts';

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

/** Alignment and indents of a signature, date or list of attachments, counted from the edges of its text or its cell. */
export function placeOptions(
  place: ClosingPlace | undefined,
  textWidth: number,
): Pick<IParagraphOptions, 'alignment' | 'indent'> {
  if (!place) return {};
  const { from, to } = place.row ?? { from: 0, to: textWidth };
  const left = twips(Math.max(0, place.left - from));
  const right = twips(place.right - (textWidth - to));
  const first = twips(place.first);
  return {
    alignment: ALIGN[place.align],
    // Both, or the indents of the style would come through.
    indent: { left, right, ...(first < 0 ? { hanging: -first } : { firstLine: first, firstLineChars: 0 }) },
  };
}

/** Signatures side by side, each over the place of its seal: a table without lines. */
export function signatureRow(
  signatures: readonly { readonly place: ClosingPlace; readonly paragraph: Paragraph }[],
): FileChild[] {
  const widths = signatures.map(({ place }) => twips((place.row?.to ?? 0) - (place.row?.from ?? 0)));
  const table = new Table({
    style: STYLE.headTable,
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: NO_LINES,
    margins: { marginUnitType: WidthType.DXA, top: 0, bottom: 0, left: 0, right: 0 },
    rows: [
      new TableRow({
        cantSplit: true,
        children: signatures.map(
          ({ paragraph }, index) =>
            new TableCell({ width: { size: widths[index] ?? 0, type: WidthType.DXA }, children: [paragraph] }),
        ),
      }),
    ],
  });
  return [...spacers(signatures[0]?.place.above ?? 0), table];
}
