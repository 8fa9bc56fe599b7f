import { pointingAt } from '../records/counting.ts';
import type { List } from '../records/kind.ts';
import { numberOf, textOf } from '../records/read-value.ts';
import type { StoredRecord } from '../records/record.ts';

/** States of a regulation that has been adopted; a draft is not counted, whatever its day. */
const ADOPTED: readonly string[] = ['通过', '印发', '现行', '被修订', '废止'];

export interface AreaLine {
  /** '' for regulations without an area. */
  readonly area: string;
  readonly made: readonly StoredRecord[];
  readonly revised: readonly StoredRecord[];
  readonly repealed: readonly StoredRecord[];
  /** In force today, of whatever year. */
  readonly inForce: readonly StoredRecord[];
  /** Not yet adopted. */
  readonly underWay: readonly StoredRecord[];
}

export interface RegulationYear {
  readonly lines: readonly AreaLine[];
  /** 制定 and 修订 of the year: 78 项. */
  readonly changed: readonly StoredRecord[];
  /** Areas among them: 6 个方面. */
  readonly areas: readonly string[];
  /** 审议通过重要文件: adopted by the standing committee in the year and marked. */
  readonly important: readonly StoredRecord[];
}

const isAdopted = ({ values }: StoredRecord): boolean => ADOPTED.includes(textOf(values, 'state'));

/**
 * Regulations of a year by area. 口径: 当年制定＋修订, 按类别去重为“几个方面”, 按项为“多少项”; the year is that of
 * adoption (of issue, of effect, where there is no day of adoption).
 * @param areas the areas in the order of the office's list
 */
export function regulationYear(list: List, year: number, areas: readonly string[]): RegulationYear {
  const all = list('regulation');
  const ofYear = all.filter((record) => isAdopted(record) && numberOf(record.values, 'year') === year);
  const changed = ofYear.filter(({ values }) => values.action === '制定' || values.action === '修订');
  const found = new Set(all.map(({ values }) => textOf(values, 'area')));
  const known = [
    ...areas,
    ...[...found].filter((area) => area && !areas.includes(area)),
    ...(found.has('') ? [''] : []),
  ];
  return {
    lines: known.map((area) => lineOf(area, all, ofYear, year)),
    changed,
    areas: [...new Set(changed.map(({ values }) => textOf(values, 'area')))].filter(Boolean),
    important: ofYear.filter(
      ({ values }) => values.important === true && values.meetingType === '常委会' && values.action !== '废止',
    ),
  };
}

function lineOf(area: string, all: readonly StoredRecord[], ofYear: readonly StoredRecord[], year: number): AreaLine {
  const own = (records: readonly StoredRecord[]) => records.filter(({ values }) => textOf(values, 'area') === area);
  const by = (action: string) => own(ofYear).filter(({ values }) => values.action === action);
  return {
    area,
    made: by('制定'),
    revised: by('修订'),
    repealed: own(all).filter((record) => isRepealedIn(record, year)),
    inForce: own(all).filter(
      ({ values }) => ['通过', '印发', '现行'].includes(textOf(values, 'state')) && values.action !== '废止',
    ),
    underWay: own(all).filter((record) => !isAdopted(record)),
  };
}

/** What was ended in the year: by its own day, or as the decision that ends another one and has no day of its own. */
function isRepealedIn({ values }: StoredRecord, year: number): boolean {
  const on = textOf(values, 'repealedOn');
  if (on) return on.startsWith(String(year));
  return values.action === '废止' && ADOPTED.includes(textOf(values, 'state')) && numberOf(values, 'year') === year;
}

/**
 * All versions of one regulation, oldest first: what it goes back to, and what goes back to it. A circle, as a slip may
 * make one, is walked once.
 */
export function versionsOf(list: List, id: string): StoredRecord[] {
  const all = list('regulation');
  const byId = new Map(all.map((record) => [record.id, record]));
  const seen = new Set<string>();
  const wanted = [id];
  for (let next = wanted.pop(); next !== undefined; next = wanted.pop()) {
    const record = byId.get(next);
    if (!record || seen.has(next)) continue;
    seen.add(next);
    const previous = textOf(record.values, 'previous');
    if (previous) wanted.push(previous);
    for (const later of pointingAt(all, 'previous', next)) wanted.push(later.id);
  }
  return [...seen]
    .flatMap((one) => byId.get(one) ?? [])
    .sort((a, b) => order(a, byId) - order(b, byId) || day(a).localeCompare(day(b)));
}

const day = ({ values }: StoredRecord): string =>
  textOf(values, 'passedOn') || textOf(values, 'issuedOn') || textOf(values, 'effectiveOn') || '9999';

/** How many versions stand before this one: order of a chain even where days are missing. */
function order(record: StoredRecord, byId: ReadonlyMap<string, StoredRecord>): number {
  const seen = new Set<string>([record.id]);
  let before = byId.get(textOf(record.values, 'previous'));
  while (before && !seen.has(before.id)) {
    seen.add(before.id);
    before = byId.get(textOf(before.values, 'previous'));
  }
  return seen.size;
}
