import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A matter of the district as its proposals, opinions and suggestions talk about it. */
export interface Issue {
  readonly category: string;
  readonly subcategory: string;
  readonly topic: string;
  /** Short names of the units in charge and of those that help. */
  readonly mainUnit: string;
  readonly coUnits: readonly string[];
  readonly situation: string;
  readonly problems: readonly string[];
  readonly advices: readonly string[];
}

const COLUMNS = 8;

/** Reads issues.txt: eight columns with bars between, lists with semicolons. */
export async function readIssues(folder: string): Promise<Issue[]> {
  const text = await readFile(join(folder, 'year', 'issues.txt'), 'utf8');
  return text
    .split(/\r?\n/)
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => {
      const cells = line.split('|');
      if (cells.length !== COLUMNS) throw new Error(`sample issue with ${cells.length} columns: ${line.slice(0, 40)}`);
      const [category = '', subcategory = '', topic = '', mainUnit = '', coUnits = '', situation = ''] = cells;
      const list = (cell: string | undefined, mark: string) => (cell ?? '').split(mark).filter(Boolean);
      return {
        category,
        subcategory,
        topic,
        mainUnit,
        coUnits: list(coUnits, ','),
        situation,
        problems: list(cells[6], '；'),
        advices: list(cells[7], '；'),
      };
    });
}
