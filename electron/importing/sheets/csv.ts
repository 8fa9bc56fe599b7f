const DELIMITERS = [',', '\t', ';', '|'] as const;

/** The delimiter under which the first lines have the same number of columns, and the most. */
export function delimiterOf(text: string): string {
  const sample = text.slice(0, 20_000);
  let best: string = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const widths = parseCsv(sample, delimiter, 20)
      .filter((row) => row.some(Boolean))
      .map((row) => row.length);
    const widest = Math.max(0, ...widths);
    if (widest < 2) continue;
    const steady = widths.filter((width) => width === widest).length / widths.length;
    const score = steady * 100 + Math.min(widest, 50);
    if (score > bestScore) {
      bestScore = score;
      best = delimiter;
    }
  }
  return best;
}

/** Rows of a CSV text (RFC 4180): quotes may hold delimiters, line ends and doubled quotes. */
export function parseCsv(text: string, delimiter: string, mostRows = Number.POSITIVE_INFINITY): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let start = 0;
  let at = 0;
  const endRow = (): void => {
    rows.push(row);
    row = [];
  };
  while (at <= text.length && rows.length < mostRows) {
    if (text[at] === '"' && at === start) {
      const [cell, next] = quoted(text, at + 1);
      at = next;
      // What follows the closing quote up to the delimiter belongs to a careless cell: keep it.
      const end = endOfCell(text, at, delimiter);
      row.push(cell + text.slice(at, end));
      at = end;
    } else {
      const end = endOfCell(text, at, delimiter);
      row.push(text.slice(at, end));
      at = end;
    }
    if (at >= text.length) {
      endRow();
      break;
    }
    if (text[at] === delimiter) at++;
    else {
      at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
      endRow();
      if (at >= text.length) break;
    }
    start = at;
  }
  return rows;
}

function quoted(text: string, from: number): [cell: string, next: number] {
  let cell = '';
  let at = from;
  for (;;) {
    const end = text.indexOf('"', at);
    if (end < 0) return [cell + text.slice(at), text.length];
    cell += text.slice(at, end);
    if (text[end + 1] !== '"') return [cell, end + 1];
    cell += '"';
    at = end + 2;
  }
}

function endOfCell(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length) {
    const character = text[at];
    if (character === delimiter || character === '\n' || character === '\r') return at;
    at++;
  }
  return text.length;
}
