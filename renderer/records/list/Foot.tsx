import { useQuery } from '@tanstack/react-query';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { queries } from '../../app/api.ts';
import { fieldAt, isNumeric } from '../fields.ts';
import { sumInWords, sumsInWords } from './sums.ts';
import { type ListModel, totalsOf } from './use-list.ts';

interface FootProps {
  readonly kind: RecordKind;
  readonly list: ListModel;
  readonly fields: readonly string[];
}

/** 选中 3 名 · 共 186 名 · 字数合计 12 万字: of what is ticked, or of all that is listed; and of a block of cells. */
export function Foot({ kind, list, fields }: FootProps) {
  const { ticked, rows, summary } = list;
  const totals = totalsOf(kind, fields);
  const part = ticked.size > 0 && ticked.size < rows.total;
  const asked = useQuery({
    ...queries.lists.summary.queryOptions({ input: { ...list.narrowing, totals, ids: [...ticked] } }),
    enabled: part && totals.length > 0,
    placeholderData: (old) => old,
  });
  const sums = totals.length === 0 ? undefined : part ? asked.data?.sums : summary?.sums;
  return (
    <div className="list-foot" role="status">
      {[
        ticked.size > 0 ? `选中 ${ticked.size} ${kind.unit}` : undefined,
        `共 ${rows.total} ${kind.unit}`,
        sumsInWords(kind, sums),
        blockInWords(list, kind, fields),
      ]
        .filter(Boolean)
        .join(' · ')}
    </div>
  );
}

/** 选区 12 行 × 3 栏，合计 86: a block that reaches beyond what is at hand has no sum rather than a wrong one. */
function blockInWords({ at: { block }, rows }: ListModel, kind: RecordKind, fields: readonly string[]): string {
  if (!block) return '';
  const words = `选区 ${block.bottom - block.top + 1} 行 × ${block.right - block.left + 1} 栏`;
  const numeric = fields.slice(block.left, block.right + 1).filter((path) => isNumeric(fieldAt(kind, path)));
  if (numeric.length === 0) return words;
  let sum = 0;
  for (let row = block.top; row <= block.bottom; row += 1) {
    const record = rows.at(row);
    if (!record) return words;
    for (const path of numeric) {
      const value = record.values[path];
      if (typeof value === 'number') sum += value;
    }
  }
  return `${words}，合计 ${sumInWords(sum).trim()}`;
}
