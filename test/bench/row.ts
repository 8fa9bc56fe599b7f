/**
 * A line of the table that `npm run bench` prints. A bench is a program: it writes its rows with `report`, one JSON
 * object a line on stdout, and what it has to say besides on stderr.
 */
export interface BenchRow {
  /** What is measured: 检索, 写入. */
  readonly area: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Upper bound; without one the row is information. */
  readonly target?: number;
}

export function report(row: BenchRow): void {
  process.stdout.write(`${JSON.stringify({ bench: row })}\n`);
}

/** The value below which a share of the values lies: quantile(times, 0.95). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
