import { numberOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord } from '../../../records/record.ts';
import { isServing } from '../../../records/service.ts';
import { strokeOverrides } from '../../../records/stroke-overrides.ts';
import { hanNumber } from '../../../text/numerals.ts';
import { compareNames, unknownCharacters } from '../../../text/stroke-order.ts';
import { DocumentError, type DocumentMaterial, type DocumentParameter } from '../../definition.ts';
import type { Finding } from '../../model.ts';
import * as say from '../../wording.ts';

export const GROUPINGS = ['界别', '专委会', '街道政协工委', '不分组'] as const;
export type Grouping = (typeof GROUPINGS)[number];

const GROUP_FIELDS: Readonly<Record<Grouping, readonly [field: string, kind: string] | undefined>> = {
  界别: ['sector', 'sector'],
  专委会: ['committee', 'committee'],
  街道政协工委: ['subdistrictOffice', 'subdistrictOffice'],
  不分组: undefined,
};

export const termParameter: DocumentParameter = {
  name: 'term',
  label: '届',
  type: 'reference',
  targets: ['term'],
  help: '留空为本届',
};

export interface Entry {
  readonly record: StoredRecord;
  readonly name: string;
}

export interface Group {
  readonly label: string;
  readonly entries: readonly Entry[];
}

/** 政协示例区第十届委员会 out of 中国人民政治协商会议示例区委员会 */
export function termBody(fullName: string, term: StoredRecord | undefined): string {
  const place = fullName.replace(/^中国人民政治协商会议/u, '').replace(/委员会$/u, '');
  const number = term && numberOf(term.values, 'number');
  return number === undefined ? `政协${place}委员会` : `政协${place}第${hanNumber(number)}届委员会`;
}

/** The term that was chosen, otherwise the one that runs, otherwise the last. */
export function termOf(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): StoredRecord {
  if (say.textParam(params, 'term')) return say.recordParam(params, 'term', '届', ['term'], material);
  const terms = [...material.list('term')].sort(
    (a, b) => (numberOf(b.values, 'number') ?? 0) - (numberOf(a.values, 'number') ?? 0),
  );
  const running = terms.find(({ values }) => {
    const start = textOf(values, 'start');
    const end = textOf(values, 'end');
    return start && start <= material.today && (!end || end >= material.today);
  });
  const found = running ?? terms[0];
  if (!found) throw new DocumentError('资料库里还没有届。请先建本届，再登记委员。', 'term');
  return found;
}

/** Who serves in the term, by 姓氏笔画; those without a name and those whose strokes are unknown are reported. */
export function servingOf(term: StoredRecord, material: DocumentMaterial, findings: Finding[]): Entry[] {
  const serving = material
    .list('member')
    .filter(({ values }) => textOf(values, 'term') === term.id && isServing(values));
  return byStrokes(serving, material, findings, '名册');
}

/** @param list what it is they are left out of: 名册, 通报 */
export function byStrokes(
  members: readonly StoredRecord[],
  material: DocumentMaterial,
  findings: Finding[],
  list: string,
): Entry[] {
  const entries: Entry[] = [];
  const seen = new Set<string>();
  for (const record of members) {
    const name = say.memberName(record.id, material.lookup);
    if (!name) {
      const message = `有一名委员没有姓名，未列入${list}。`;
      findings.push({ severity: 'warning', message, source: say.sourceOf(record, 'person') });
      continue;
    }
    if (seen.has(name)) {
      const message = `有同名的委员：${name}。请核对是否重复登记。`;
      findings.push({ severity: 'hint', message, source: say.sourceOf(record) });
    }
    seen.add(name);
    entries.push({ record, name });
  }
  return inStrokes(entries, material, findings, ({ name, record }) => [name, record.id]);
}

/** Sorts by 姓氏笔画, equal names by id; characters of unknown strokes stand last and are reported. */
export function inStrokes<T>(
  items: readonly T[],
  material: DocumentMaterial,
  findings: Finding[],
  keyOf: (item: T) => readonly [name: string, id: string],
): T[] {
  const strokes = strokeOverrides(material.list('person'));
  const keyed = items.map((item) => ({ item, key: keyOf(item) }));
  keyed.sort((a, b) => compareNames(a.key[0], b.key[0], 'surname', strokes) || (a.key[1] < b.key[1] ? -1 : 1));
  const unknown = unknownCharacters(
    keyed.map(({ key }) => key[0]),
    strokes,
  );
  if (unknown.length > 0) {
    findings.push({
      severity: 'warning',
      message: `不知道${unknown.join('、')}的笔顺，暂排在最后。可在人员里填写“生僻字笔顺”。`,
    });
  }
  return keyed.map(({ item }) => item);
}

/** Groups in their own order, whoever belongs to none last and reported. */
export function groupsOf(
  entries: readonly Entry[],
  groupBy: Grouping,
  material: DocumentMaterial,
  findings: Finding[],
): Group[] {
  const field = GROUP_FIELDS[groupBy];
  if (!field) return [{ label: '', entries }];
  const [name, kind] = field;
  const byGroup = new Map<string, Entry[]>();
  for (const entry of entries) {
    const id = textOf(entry.record.values, name);
    const key = id && material.lookup(kind, id) ? id : '';
    byGroup.set(key, [...(byGroup.get(key) ?? []), entry]);
  }
  const order = (id: string) => numberOf(material.lookup(kind, id)?.values ?? {}, 'order') ?? Number.MAX_SAFE_INTEGER;
  const label = (id: string) => textOf(material.lookup(kind, id)?.values ?? {}, 'name');
  const ids = [...byGroup.keys()].filter(Boolean);
  ids.sort((a, b) => order(a) - order(b) || compareNames(label(a), label(b)));
  const groups = ids.map((id) => ({ label: label(id), entries: byGroup.get(id) ?? [] }));
  const without = byGroup.get('') ?? [];
  if (without.length > 0) {
    groups.push({ label: `未填${groupBy}`, entries: without });
    const some = without
      .slice(0, 5)
      .map((entry) => entry.name)
      .join('、');
    const first = without[0];
    findings.push({
      severity: 'warning',
      message: `${some}${without.length > 5 ? `等${without.length}名` : ''}没有填${groupBy}，排在最后。`,
      ...(first ? { source: say.sourceOf(first.record, name) } : {}),
    });
  }
  return groups;
}
