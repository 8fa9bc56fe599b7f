import type { RecordKind } from '../../../shared/records/kind.ts';
import { fieldAt } from '../fields.ts';

const TEN_THOUSAND = 10_000;

/** 8400 , 12.3 万: a large sum is read in 万. */
export function sumInWords(sum: number): string {
  const plain = Math.round(sum * 100) / 100;
  return Math.abs(plain) < TEN_THOUSAND ? String(plain) : `${(plain / TEN_THOUSAND).toFixed(1).replace(/\.0$/, '')} 万`;
}

/** 字数合计 12.3 万字 · 人数合计 86 人 */
export function sumsInWords(kind: RecordKind, sums: Readonly<Record<string, number>> | undefined): string {
  return Object.entries(sums ?? {})
    .flatMap(([path, sum]) => {
      const field = fieldAt(kind, path);
      if (!field || sum === 0) return [];
      const words = sumInWords(sum);
      return [`${field.label}合计 ${words}${words.endsWith('万') ? '' : ' '}${field.unit ?? ''}`];
    })
    .join(' · ');
}
