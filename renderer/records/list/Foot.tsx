import type { RecordKind } from '../../../shared/records/kind.ts';
import type { StoredRecord } from '../../app/api.ts';
import { fieldAt } from '../fields.ts';

interface FootProps {
  readonly kind: RecordKind;
  readonly records: readonly StoredRecord[];
  readonly ticked: ReadonlySet<string>;
  readonly total: number;
}

/** 选中 3 名 · 共 186 名 · 字数合计 12 万: of what is ticked, or of all that is listed. */
export function Foot({ kind, records, ticked, total }: FootProps) {
  const counted = ticked.size > 0 ? records.filter((record) => ticked.has(record.id)) : records;
  const sums = kind.list.columns.flatMap((path) => {
    const field = fieldAt(kind, path);
    if (field?.type !== 'integer' || !field.unit) return [];
    let sum = 0;
    for (const record of counted) sum += Number(record.values[path]) || 0;
    return sum > 0 ? [`${field.label}合计 ${inWords(sum)}${field.unit}`] : [];
  });
  return (
    <div className="list-foot" role="status">
      {[ticked.size > 0 ? `选中 ${ticked.size} ${kind.unit}` : undefined, `共 ${total} ${kind.unit}`, ...sums]
        .filter(Boolean)
        .join(' · ')}
    </div>
  );
}

const TEN_THOUSAND = 10_000;
const inWords = (sum: number): string =>
  sum < TEN_THOUSAND ? `${sum} ` : `${(sum / TEN_THOUSAND).toFixed(1).replace(/\.0$/, '')} 万`;
