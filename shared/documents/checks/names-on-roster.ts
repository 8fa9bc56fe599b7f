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
        if (!/^\p{Script=Han}{2,3}$/u.test(name) || !roster.surnames.has(surnameOf(name))) return [];
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
const BEFORE = '(?:^|[，。；：、！？（“\\s\\u3000]|由|请|对|和|与|及|同|向|据|听取|根据|走访|感谢|邀请|区政协|市政协)';
const AFTER =
  '(?=[，。；：、！？）”（\\s\\u3000]|$|建议|提出|认为|反映|指出|介绍|表示|说|的|等|在|和|与|提交|牵头|参加|发言|谈|代表|主持)';

/** 张三委员 and 委员张三 in sentences. */
function sentenceFindings(model: DocumentModel, roster: Roster): PaperFinding[] {
  const patterns = [
    new RegExp(`${BEFORE}(?<name>\\p{Script=Han}{2,4})委员${AFTER}`, 'dgu'),
    new RegExp(`(?<!常务|全体|政协)委员(?<name>\\p{Script=Han}{2,3})${AFTER}`, 'dgu'),
  ];
  return placesOf(model).flatMap(({ at, kind, text }) => {
    if (kind === 'names' || !text.includes('委员')) return [];
    return patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].flatMap((match) => {
        const name = match.groups?.name ?? '';
        const [from, to] = match.indices?.groups?.name ?? [0, 0];
        if (NO_NAME.test(name) || !roster.surnames.has(surnameOf(name))) return [];
        if (!roster.byName.has(name) && similarTo(name, roster) === undefined && !isLikelyName(name)) return [];
        const finding = judged({ name, from, to, written: name }, roster, true, false);
        return finding ? [{ ...finding, ...at }] : [];
      }),
    );
  });
}

/** Without a name like it on the roster only what can hardly be a word is told. */
const isLikelyName = (name: string): boolean =>
  [...name].length <= 3 && !/[会委员区市县镇街道村局部办组名位个的是在有和与及等第多所有任]/u.test(name);

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
