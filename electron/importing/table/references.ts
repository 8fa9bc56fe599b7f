import { kindOf, type StoredRecord, subtitleOf, titleOf } from '../../../shared/records/index.ts';
import { readNumber, readSessionName } from '../../../shared/text/index.ts';
import { isCreatable } from './creatable.ts';
import type { NameIndex } from './names.ts';
import { bare, bracketed, plain } from './words.ts';

/** A record that a word may mean. */
export interface Candidate {
  readonly id: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly why: string;
}

export interface Missing {
  readonly kind: string;
  readonly name: string;
}

export type Resolved =
  | { readonly id: string; readonly remark?: string }
  | { readonly problem: string; readonly candidates?: readonly Candidate[]; readonly missing?: Missing };

export interface NameContext {
  readonly names: NameIndex;
  /** Id of the 届 within which names of 界别, 专委会 and 委员 are meant. */
  readonly term?: string;
  /** What else the row says (界别, 单位, 区分标识): tells people of one name apart. */
  readonly hints?: readonly string[];
  /** Id of the record the clerk has chosen, should it be among several. */
  readonly chosen?: string;
}

/**
 * The record a word means: by name, title, short name, number, former name, and last without the usual endings. People
 * of one name are told apart by what stands in brackets after it and by the hints; otherwise they are not told, and the
 * candidates come back.
 */
export function resolveName(kind: string, text: string, context: NameContext): Resolved {
  const label = kindOf(kind)?.label ?? kind;
  if (kind === 'term') return resolveTerm(text, context);
  const whole = within(kind, find(kind, text, context), context);
  const found = whole.length > 0 ? whole : hinted(kind, text, context);
  const [only] = found;
  if (found.length === 1 && only) return { id: only.record.id, ...remarkOf(only, text, context) };
  if (found.length > 1) {
    const candidates = found.slice(0, 8).map(({ record }) => candidateOf(record, context.names));
    return {
      problem: `“${text}”对得上 ${found.length} 个${label}，请写全称，或在名字后加括号写明单位、界别`,
      candidates,
    };
  }
  if (isCreatable(kind)) {
    const name = text.replace(/\s+/gu, '');
    return {
      problem: `库中没有${label}“${text}”；可选“表中有而库中没有的一并新建”，或先建好再导入`,
      missing: { kind, name },
    };
  }
  return { problem: `库中没有${label}“${text}”，请先建好或改正` };
}

type Found = ReturnType<NameIndex['find']>;

function find(kind: string, text: string, context: NameContext): Found {
  const found = context.names.find(kind, text);
  if (found.length > 0 || kind !== 'session') return found;
  const said = readSessionName(text);
  if (said?.kind !== 'plenary') return found;
  return context.names.find('session', `${said.term}届${said.number}次会议`);
}

/** 张三（教育界）: the name, and what stands in brackets as a hint. */
function hinted(kind: string, text: string, context: NameContext): Found {
  const name = bare(text);
  if (!name || name === plain(text)) return [];
  return within(kind, context.names.find(kind, name), { ...context, hints: bracketed(text) });
}

/** Those of the term; people who are the same person count once; then what the hints leave. */
function within(kind: string, found: Found, context: NameContext): Found {
  const { term } = context;
  const inTerm = found.filter(({ record }) => record.values.term === undefined || record.values.term === term);
  const strict = kind === 'sector' || kind === 'committee';
  let left: Found = term && (strict || inTerm.length > 0) ? inTerm : found;
  if (left.length > 1 && kind === 'member') left = newestOfEach(left, context);
  if (left.length <= 1) return left;
  const chosen = left.find(({ record }) => record.id === context.chosen || record.values.person === context.chosen);
  if (chosen) return [chosen];
  for (const hint of context.hints ?? []) {
    const fitting = left.filter(({ record }) => speaksOf(record, hint, context.names));
    if (fitting.length > 0 && fitting.length < left.length) left = fitting;
    if (left.length === 1) break;
  }
  return left;
}

/** Several appointments of one person are one answer: the newest term. */
function newestOfEach(found: Found, { names }: NameContext): Found {
  const byPerson = new Map<unknown, Found[number]>();
  const number = ({ record }: Found[number]): number =>
    Number(names.lookup('term', String(record.values.term))?.values.number ?? 0);
  for (const one of found) {
    const other = byPerson.get(one.record.values.person);
    if (!other || number(one) > number(other)) byPerson.set(one.record.values.person, one);
  }
  return [...byPerson.values()];
}

function speaksOf(record: StoredRecord, hint: string, names: NameIndex): boolean {
  const word = plain(hint);
  if (word.length < 2) return false;
  const person = names.lookup('person', String(record.values.person));
  const about = [record, person]
    .flatMap((one) => (one ? [titleOf(one, names.lookup), subtitleOf(one, names.lookup)] : []))
    .concat(
      ...[record.values, person?.values ?? {}].map(({ org, orgDuty, nameNote, mobile }) =>
        [org, orgDuty, nameNote, mobile].map((item) => (typeof item === 'string' ? item : '')),
      ),
    )
    .map(plain);
  return about.some((text) => text.length >= 2 && (text.includes(word) || (text.length >= 4 && word.includes(text))));
}

export function candidateOf(record: StoredRecord, names: NameIndex, why = '名称相同'): Candidate {
  const subtitle = subtitleOf(record, names.lookup);
  return { id: record.id, title: titleOf(record, names.lookup), ...(subtitle ? { subtitle } : {}), why };
}

function remarkOf({ record, rank }: Found[number], text: string, { names }: NameContext): { remark?: string } {
  const title = titleOf(record, names.lookup);
  if (rank === 'former') return { remark: `“${text}”是曾用名，按现名“${title}”登记` };
  return rank === 'core' && record.kind === 'organisation' ? { remark: `“${text}”按“${title}”登记` } : {};
}

/** 第十届, 十届, 10 or the full title. */
function resolveTerm(text: string, { names }: NameContext): Resolved {
  const found = names.find('term', text);
  const [only] = found;
  if (found.length === 1 && only) return { id: only.record.id };
  const digits = /第?\s*([0-9０-９一二三四五六七八九十]+)\s*届?/u.exec(text)?.[1];
  const number = digits ? readNumber(digits.normalize('NFKC')) : undefined;
  const byNumber = number === undefined ? [] : names.find('term', `${number}届`);
  const [first] = byNumber;
  return first ? { id: first.record.id } : { problem: `库中没有“${text}”这一届，请先在“届”里建好` };
}
