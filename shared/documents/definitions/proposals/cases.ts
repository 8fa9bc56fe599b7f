import { isFiled, proposalsIn } from '../../../figures/proposal-year.ts';
import { numberOf, rowsOf, targetOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord, Values } from '../../../records/record.ts';
import { session as sessionKind } from '../../../records/session.ts';
import { workContext } from '../../../workflow/context.ts';
import type { WorkContext } from '../../../workflow/machine.ts';
import type { DocumentMaterial, DocumentParameter } from '../../definition.ts';
import type { Finding, Source } from '../../model.ts';
import * as say from '../../wording.ts';

type Params = Readonly<Record<string, unknown>>;

/** The cases a paper is about: those of a session, else those of a year. */
export interface Scope {
  /** 十届三次会议, or 2024年. */
  readonly name: string;
  readonly session?: StoredRecord;
  readonly year?: number;
  /** In order of their numbers; drafts are not yet the office's. */
  readonly cases: readonly StoredRecord[];
}

export const scopeParameters: readonly DocumentParameter[] = [
  {
    name: 'session',
    label: '会次',
    type: 'reference',
    targets: ['session'],
    help: '会次和年度都留空，用最近一次有提案的会议',
  },
  { name: 'year', label: '年度', type: 'integer', help: '按年度出时填，例如 2024；会次留空' },
];

export function scopeOf(params: Params, material: DocumentMaterial): Scope {
  const year = say.integerParam(params, 'year', '年度');
  const chosen = say.textParam(params, 'session')
    ? say.recordParam(params, 'session', '会次', ['session'], material)
    : undefined;
  const session = chosen ?? (year === undefined ? latestSession(material) : undefined);
  const ofYear = session ? year : (year ?? Number(material.today.slice(0, 4)));
  const cases = [...proposalsIn(material.list, { session: session?.id, year: ofYear })].sort(byCaseNumber);
  const name = session ? sessionName(session, material) : `${ofYear}年`;
  return {
    name: session && ofYear !== undefined ? `${name}${ofYear}年` : name,
    ...(session ? { session } : {}),
    ...(ofYear === undefined ? {} : { year: ofYear }),
    cases,
  };
}

/** The session opened last that has proposals; before anything came in, the one opened last. */
function latestSession(material: DocumentMaterial): StoredRecord | undefined {
  const opened = [...material.list('session')]
    .filter(({ values }) => textOf(values, 'openOn') <= material.today)
    .sort((a, b) => (textOf(a.values, 'openOn') < textOf(b.values, 'openOn') ? 1 : -1));
  return opened.find(({ id }) => proposalsIn(material.list, { session: id }).length > 0) ?? opened[0];
}

export const sessionName = (session: StoredRecord, material: DocumentMaterial): string =>
  sessionKind.title(session.values, material.lookup);

/** By the digits of the case number, then as they came in; those without a number last. */
export function byCaseNumber(a: StoredRecord, b: StoredRecord): number {
  const digits = (record: StoredRecord) => textOf(record.values, 'caseNumber').match(/\d+/gu)?.map(Number) ?? [];
  const [left, right] = [digits(a), digits(b)];
  if (left.length === 0 || right.length === 0) {
    if (left.length !== right.length) return right.length - left.length;
  }
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const difference = (left[i] ?? -1) - (right[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return byArrival(a, b);
}

export function byArrival(a: StoredRecord, b: StoredRecord): number {
  const serial = (record: StoredRecord) => numberOf(record.values, 'serialIn') ?? Number.MAX_SAFE_INTEGER;
  return serial(a) - serial(b) || (a.createdAt < b.createdAt ? -1 : 1);
}

export const filedOf = (cases: readonly StoredRecord[]): readonly StoredRecord[] => cases.filter(isFiled);

/** What deadlines are worked out with: the office's own terms and holidays. */
export function workOf(material: DocumentMaterial): WorkContext {
  return workContext({
    lookup: material.lookup,
    list: material.list,
    today: material.today,
    setting: (name) => material.lookup('setting', name)?.values.value,
    newId: () => {
      throw new Error('a paper makes no records');
    },
  });
}

/** 区政协 out of 示例区政协: how the office calls itself within its district. */
export const localName = ({ settings }: DocumentMaterial): string =>
  /([省市区县旗州])政协$/u.exec(settings.shortName)?.[0] || settings.shortName || '政协';

/** 政协示例区 out of 中国人民政治协商会议示例区委员会. */
export const placeName = ({ settings }: DocumentMaterial): string =>
  settings.fullName
    ? `政协${settings.fullName.replace(/^中国人民政治协商会议/u, '').replace(/委员会$/u, '')}`
    : settings.shortName;

/** 第1号提案, as texts speak of it; a number that is made otherwise stands whole. Without one: 提案. */
export function caseName(values: Values): string {
  const number = textOf(values, 'caseNumber').trim();
  if (!number) return '提案';
  const plain = /^(?:[〔[(（【]?\d{4}[〕\])）】]?[-—号第]*|\d+-\d+-)?0*(\d+)号?$/u.exec(number);
  return plain ? `第${plain[1]}号提案` : `${number}提案`;
}

/** 十届三次会议第1号提案, with 区政协 before it. */
export function fullCaseName(record: StoredRecord, material: DocumentMaterial): string {
  const session = material.lookup('session', textOf(record.values, 'session'));
  return `${localName(material)}${session ? sessionName(session, material) : ''}${caseName(record.values)}`;
}

export const titleOf = (record: StoredRecord): string => textOf(record.values, 'title').trim() || '未写案由的提案';

/** Name of the first proposer, or of the unit that made the case; '' when neither is known. */
export function proposerOf({ values }: StoredRecord, material: DocumentMaterial): string {
  const lead = textOf(values, 'lead');
  return (lead ? say.memberName(lead, material.lookup) : '') || textOf(values, 'leadUnit').trim();
}

interface Cosigner {
  readonly member: string;
  readonly name: string;
  readonly org: string;
  readonly mobile: string;
}

/** 联名人 in the order in which they signed; rows that name nobody are left out. */
export function cosignersOf({ values }: StoredRecord, material: DocumentMaterial): readonly Cosigner[] {
  return rowsOf(values, 'cosigners')
    .map((row) => ({
      member: textOf(row, 'member'),
      name: say.memberName(textOf(row, 'member'), material.lookup) || textOf(row, 'name').trim(),
      org: textOf(row, 'org').trim(),
      mobile: textOf(row, 'mobile').trim(),
    }))
    .filter(({ name }) => name !== '');
}

/** 张三, 张三等3人, or the unit. */
export function proposersInShort(record: StoredRecord, material: DocumentMaterial): string {
  const first = proposerOf(record, material);
  const others = cosignersOf(record, material).length;
  return first && others > 0 ? `${first}等${others + 1}人` : first;
}

/** Short name of 界别 or 专委会 of the first proposer. */
export function placeOfLead(
  { values }: StoredRecord,
  field: 'sector' | 'committee',
  material: DocumentMaterial,
): string {
  const lead = targetOf(values, 'lead', 'member', material.lookup);
  const target = targetOf(lead, field, field, material.lookup);
  return textOf(target, 'shortName') || textOf(target, 'name');
}

export const unitOf = (id: string, material: DocumentMaterial): string =>
  textOf(material.lookup('organisation', id)?.values ?? {}, 'name').trim();

/** Names of the units of these rows, each once; narrow columns take the short ones. */
export function unitsOf(rows: readonly Values[], material: DocumentMaterial, short = false): string {
  const shortName = (id: string) => textOf(material.lookup('organisation', id)?.values ?? {}, 'shortName').trim();
  const names = rows
    .map((row) => textOf(row, 'unit'))
    .map((id) => (short && shortName(id)) || unitOf(id, material))
    .filter(Boolean);
  return [...new Set(names)].join('、');
}

/** The case whose handling counts: where this one was merged into another, that one. */
export function mainCaseOf(record: StoredRecord, material: DocumentMaterial): StoredRecord {
  const seen = new Set([record.id]);
  let main = record;
  for (;;) {
    const next = material.lookup('proposal', textOf(main.values, 'mergedInto'));
    if (!next || seen.has(next.id)) return main;
    seen.add(next.id);
    main = next;
  }
}

/** Names for a finding: the first five, then how many there are. */
export function some(names: readonly string[]): string {
  return names.length > 5 ? `${names.slice(0, 5).join('、')}等${names.length}件` : names.join('、');
}

/** One finding for all cases that lack the same thing. */
export function lacking(
  severity: Finding['severity'],
  records: readonly StoredRecord[],
  field: string,
  what: string,
): Finding[] {
  const [first] = records;
  if (!first) return [];
  const names = records.map((record) =>
    record.values.caseNumber ? caseName(record.values) : `《${titleOf(record)}》`,
  );
  return [{ severity, message: `${some(names)}${what}。`, source: say.sourceOf(first, field) }];
}

export const scopeSource = ({ session }: Scope): Source | undefined => (session ? say.sourceOf(session) : undefined);
