import type { ReadingWorld } from '../records/conditions/index.ts';
import type { Diff } from '../records/record.ts';
import type { Scheme } from './scheme.ts';
import type { ScoreEntry, SubjectResult } from './score-result.ts';

/** (V5 fills this in.) */
export class ScoreEngine {
  readonly scheme: Scheme;

  constructor(scheme: Scheme, _year: number, _world: ReadingWorld, _today: string) {
    this.scheme = scheme;
  }

  result(_subject: string): SubjectResult | undefined {
    return undefined;
  }

  results(): readonly SubjectResult[] {
    return [];
  }

  apply(_diff: Diff): ReadonlySet<string> {
    return new Set();
  }

  entriesOf(_kind: string, _id: string): readonly ScoreEntry[] {
    return [];
  }
}
