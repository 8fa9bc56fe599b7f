import type { Problems } from '../records/record.ts';

/** The problem at `field` when the condition holds; none otherwise. */
export function problemIf(wrong: unknown, field: string, text: string): Problems {
  return wrong ? { [field]: text } : {};
}
