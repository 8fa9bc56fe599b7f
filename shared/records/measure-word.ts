import type { RecordKind } from './kind.ts';

/** The word between a number and the name of a kind: 3 名委员, but neither 3 人人员 nor 3 次会次. */
export function measureWord({ unit, label }: Pick<RecordKind, 'unit' | 'label'>): string {
  if (!label.includes(unit) || label === unit) return unit;
  return unit === '人' ? '名' : '个';
}

/** What follows a number: 名委员, 名人员, 个会次, 届. */
export function measured(kind: Pick<RecordKind, 'unit' | 'label'>): string {
  return kind.label === kind.unit ? kind.unit : `${measureWord(kind)}${kind.label}`;
}
