/** What a checker is told about the file. */
export type Profile = 'official' | 'minutes' | 'letter' | 'briefing' | 'plain';
export const PROFILES: readonly Profile[] = ['official', 'minutes', 'letter', 'briefing', 'plain'];

export interface Result {
  /** A1 … D9: package, structure, rendered, round trip. */
  readonly id: string;
  readonly label: string;
  /** na: the document has nothing to measure this by. */
  readonly state: 'pass' | 'fail' | 'na';
  readonly detail: string;
}

/** Gathers results; a check is one line. */
export class Report {
  readonly results: Result[] = [];

  check(id: string, label: string, ok: boolean | undefined, detail: unknown = ''): void {
    const state = ok === undefined ? 'na' : ok ? 'pass' : 'fail';
    this.results.push({ id, label, state, detail: typeof detail === 'string' ? detail : JSON.stringify(detail) });
  }

  get failures(): Result[] {
    return this.results.filter(({ state }) => state === 'fail');
  }
}

export const near = (value: number | undefined, want: number, tolerance: number): boolean =>
  value !== undefined && Math.abs(value - want) <= tolerance;
