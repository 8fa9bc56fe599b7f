import { surnameOf } from '../../text/stroke-order.ts';
import type { DocumentModel, DocumentTable, Finding } from '../model.ts';
import { nameTokens } from '../names.ts';
import { runsText } from '../wording.ts';
import type { CheckContext, DocumentRule, KnownPerson, PaperFinding } from './document-rule.ts';
import { placesOf } from './places.ts';

/** The ledgers' people by name, and what a word has to begin with to be taken for a name. */
interface Roster {
  readonly byName: ReadonlyMap<string, readonly KnownPerson[]>;
  readonly surnames: ReadonlySet<string>;
}

const COMMON_SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';

const rosters = new WeakMap<readonly KnownPerson[], Roster>();

function rosterOf(people: readonly KnownPerson[]): Roster {
  const made = rosters.get(people);
  if (made) return made;
  const byName = new Map<string, KnownPerson[]>();
  for (const person of people) {
    const own = byName.get(person.name);
    if (own) own.push(person);
    else byName.set(person.name, [person]);
  }
  const surnames = new Set([...COMMON_SURNAMES, ...[...byName.keys()].map((name) => surnameOf(name))]);
  const roster = { byName, surnames };
  rosters.set(people, roster);
  return roster;
}

/** 贺兰山 is 贺 with a given name as well as 贺兰 with one. */
const beginsAsName = (name: string, { surnames }: Roster): boolean =>
  surnames.has(surnameOf(name)) || surnames.has(name.slice(0, 1));

const plain = (name: string): string => name.replace(/[\s\u3000]/gu, '');

/** The one member who differs in a single character of the name; several would be a guess. */
function similarTo(name: string, { byName }: Roster): string | undefined {
  const characters = [...name];
  const near = [...byName.keys()].filter((other) => {
    const others = [...other];
    if (others.length !== characters.length || others.length < 2) return false;
    return others.filter((character, index) => character !== characters[index]).length === 1;
  });
  const serving = near.filter((other) => byName.get(other)?.some((person) => person.serving));
  const [best] = serving.length > 0 ? serving : near;
  return (serving.length > 0 ? serving : near).length === 1 ? best : undefined;
}

interface Said {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** As it stands there: 张　三 */
  readonly written: string;
}

function judged(
  said: Said,
  roster: Roster,
  mustServe: boolean,
  onlySimilar: boolean,
): Omit<PaperFinding, 'block'> | undefined {
  const known = roster.byName.get(said.name);
  const range = [said.from, said.to] as const;
  if (known) {
    if (!mustServe || known.some(({ serving }) => serving)) return undefined;
    const [person] = known;
    const source: Finding['source'] = person && { kind: person.kind, id: person.id };
    const message = person?.kind === 'member' ? `${said.name}现在不是在任委员` : `${said.name}不在委员名册上`;
    return { range, message, severity: 'hint', ...(source ? { source } : {}) };
  }
  const similar = similarTo(said.name, roster);
  if (!similar) return onlySimilar ? undefined : { range, message: `名册上没有“${said.name}”` };
  const replacement = [...said.written].length > [...said.name].length ? [...similar].join('\u3000') : similar;
  return { range, replacement, message: `名册上没有“${said.name}”，是不是“${similar}”` };
}

/** 出席, 请假 rows: whoever is named there is a member; 列席 are often guests, so only near misses are told. */
function listFindings(model: DocumentModel, roster: Roster): PaperFinding[] {
  return placesOf(model).flatMap(({ at, role, text }) => {
    if (role !== 'nameList') return [];
    const colon = text.search(/[：:]/u);
    const lead = text.slice(0, Math.max(0, colon));
    const guests = !/出席|请假|委员|缺席/u.test(lead) || /列席|特邀/u.test(lead);
    return nameTokens(text.slice(colon + 1)).flatMap(({ text: written, start }) => {
      const name = plain(written).replace(/[（(].*$/u, '');
      if (!/^\p{Script=Han}{2,4}$/u.test(name)) return [];
      const from = colon + 1 + start;
      const said = { name, from, to: from + written.replace(/[（(].*$/u, '').length, written };
      const finding = judged(said, roster, false, guests);
      return finding ? [{ ...finding, ...at }] : [];
    });
  });
}

const MEMBER_HEADS: ReadonlySet<string> = new Set(['委员', '委员姓名', '姓名', '提案人', '第一提案人', '反映人']);

function tableFindings(table: DocumentTable, block: number, roster: Roster): PaperFinding[] {
  if (table.headRows < 1 || table.rows.some((row) => row.some((cell) => cell.colSpan || cell.rowSpan))) return [];
  const head = (table.rows[table.headRows - 1] ?? []).map((cell) => plain(runsText(cell.runs)));
  const columns = head.flatMap((label, index) => (MEMBER_HEADS.has(label) ? [index] : []));
  return table.rows.flatMap((cells, row) => {
    if (row < table.headRows) return [];
    return columns.flatMap((cell) => {
      const text = runsText(cells[cell]?.runs ?? []);
      return nameTokens(text.replace(/[、，]/gu, '\u3000')).flatMap(({ text: written, start }) => {
        const name = plain(written);
        if (!/^\p{Script=Han}{2,3}$/u.test(name) || !beginsAsName(name, roster)) return [];
        const said = { name, from: start, to: start + written.length, written };
        const finding = judged(said, roster, false, true);
        return finding ? [{ ...finding, block, cell: { row, cell } }] : [];
      });
    });
  });
}

/** Words before 委员 that are no name. */
const NO_NAME =
  /^(?:常务|全体|各位|政协|专职|执行|高级|常任|全国|万名|多名|方面|常委|成员|时任|部分|界别|其他|任何|何种)/u;
/** A name begins at the head of a sentence, after a mark, or after one of these. */
const BEFORE = /(?:^|[，。；：、！？（“\s\u3000]|由|请|对|和|与|及|同|向|据|听取|根据|走访|感谢|邀请|区政协|市政协)$/u;
const AFTER =
  '(?=[，。；：、！？）”（\\s\\u3000]|$|建议|提出|认为|反映|指出|介绍|表示|说|的|等|在|和|与|提交|牵头|参加|发言|谈|代表|主持)';
const NAME_THEN_MEMBER = new RegExp(`委员${AFTER}`, 'gu');
const MEMBER_THEN_NAME = new RegExp(`(?<!常务|全体|政协)委员(\\p{Script=Han}{2,3})${AFTER}`, 'gu');

/** 张三委员: the longest name of the roster that ends there, otherwise what looks like one. */
function nameBefore(text: string, end: number, roster: Roster): Said | undefined {
  const candidates = [4, 3, 2]
    .filter((length) => length <= end)
    .map((length) => ({ from: end - length, to: end, name: text.slice(end - length, end) }))
    .filter(({ name }) => /^\p{Script=Han}+$/u.test(name) && beginsAsName(name, roster) && !NO_NAME.test(name));
  const known = candidates.find(({ name }) => roster.byName.has(name));
  const found =
    known ??
    candidates.find(
      ({ name, from }) => BEFORE.test(text.slice(Math.max(0, from - 3), from)) && mayBeName(name, roster),
    );
  return found && { ...found, written: found.name };
}

function nameBehind(text: string, from: number, name: string, roster: Roster): Said | undefined {
  if (NO_NAME.test(name) || !beginsAsName(name, roster)) return undefined;
  if (!roster.byName.has(name) && !mayBeName(name, roster)) return undefined;
  return { name, from, to: from + name.length, written: text.slice(from, from + name.length) };
}

/** 张三委员 and 委员张三 in sentences. */
function sentenceFindings(model: DocumentModel, roster: Roster): PaperFinding[] {
  return placesOf(model).flatMap(({ at, kind, text }) => {
    if (kind === 'names' || !text.includes('委员')) return [];
    const said = [
      ...[...text.matchAll(NAME_THEN_MEMBER)].map(({ index }) => nameBefore(text, index, roster)),
      ...[...text.matchAll(MEMBER_THEN_NAME)].map(({ index, 1: name = '' }) =>
        nameBehind(text, index + 2, name, roster),
      ),
    ];
    return said.flatMap((one) => {
      const finding = one && judged(one, roster, true, false);
      return finding ? [{ ...finding, ...at }] : [];
    });
  });
}

/** Without a name like it on the roster only what can hardly be a word is told. */
const mayBeName = (name: string, roster: Roster): boolean =>
  similarTo(name, roster) !== undefined ||
  ([...name].length <= 3 && !/[会委员区市县镇街道村局部办组名位个的是在有和与及等第多所有任]/u.test(name));

const find =
  (look: (model: DocumentModel, roster: Roster) => PaperFinding[]) =>
  (model: DocumentModel, { people }: CheckContext): PaperFinding[] =>
    people && people.length > 0 ? look(model, rosterOf(people)) : [];

export const rosterRules: readonly DocumentRule[] = [
  {
    id: 'names.list',
    label: '名单上的人不在名册上',
    group: '名单',
    severity: 'warning',
    source: '与委员名册核对',
    find: find(listFindings),
  },
  {
    id: 'names.table',
    label: '表里的姓名与名册差一个字',
    group: '名单',
    severity: 'warning',
    source: '与委员名册核对',
    find: find(({ blocks }, roster) =>
      blocks.flatMap((content, block) => (content.type === 'table' ? tableFindings(content, block, roster) : [])),
    ),
  },
  {
    id: 'names.sentence',
    label: '文中的委员不在名册上',
    group: '名单',
    severity: 'warning',
    source: '与委员名册核对',
    find: find(sentenceFindings),
  },
];
