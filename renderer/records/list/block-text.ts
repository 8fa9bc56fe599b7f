/** A block of cells as spreadsheets take it from the clipboard. */
export interface CellBlock {
  readonly heads: readonly string[];
  readonly lines: readonly (readonly string[])[];
  /** By column: digits in it are a name, not a quantity (编号, 手机), and keep their leading zeros. */
  readonly asText: readonly boolean[];
}

/** Tabs between cells, lines between rows; a cell with a tab, a line break or a leading quote stands in quotes. */
export function toTsv({ heads, lines }: CellBlock, withHeads: boolean): string {
  return [...(withHeads ? [heads] : []), ...lines].map((line) => line.map(quoted).join('\t')).join('\r\n');
}

const quoted = (cell: string): string => (/[\t\r\n]|^"/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/gu, (character) => ENTITIES[character] ?? '');

/** The format that Excel and WPS take for 文本: 0012 stays 0012, an identity number is not rounded, =1 is no formula. */
const TEXT = ` style="mso-number-format:'\\@'"`;
const BREAK = '<br style="mso-data-placement:same-cell">';

/** The same as a table of HTML, which spreadsheets prefer: with heads it is whole rows, without them a block of cells. */
export function toHtml({ heads, lines, asText }: CellBlock, withHeads: boolean): string {
  const cell = (text: string, column: number): string =>
    `<td${asText[column] ? TEXT : ''}>${escaped(text).replace(/\r\n?|\n/gu, BREAK)}</td>`;
  const head = withHeads ? `<tr>${heads.map((text) => `<th>${escaped(text)}</th>`).join('')}</tr>` : '';
  const body = lines.map((line) => `<tr>${line.map(cell).join('')}</tr>`).join('');
  return `<meta charset="utf-8"><table>${head}${body}</table>`;
}
