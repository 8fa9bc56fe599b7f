import { printedIn, type RankBy, type RankLine, rankingOf } from '../../../figures/opinion-funnel.ts';
import { textOf } from '../../../records/read-value.ts';
import type { StoredRecord } from '../../../records/record.ts';
import type { ScoreEngine } from '../../../scoring/engine.ts';
import { compareNames } from '../../../text/stroke-order.ts';
import { type Composed, type DocumentDefinition, DocumentError, type DocumentMaterial } from '../../definition.ts';
import { headingNumber } from '../../from-body.ts';
import type { DocumentBlock, DocumentModel, Finding, Source } from '../../model.ts';
import { spacedName } from '../../names.ts';
import { characterFindings } from '../../rare-characters.ts';
import * as say from '../../wording.ts';
import { figureRun, figuresOf } from '../consultation/counted.ts';
import { streetName, unitName } from '../consultation/naming.ts';
import { numberParameter, paperNumber } from '../consultation/paper-number.ts';
import { isIn, type Span, spanParam, spanParams } from '../consultation/spans.ts';
import { type Column, type Group, prose, register } from '../consultation/tables.ts';

const RECEIVERS = '各街道政协工委，各专门委员会，各位委员';

/** 信息采用情况通报: the funnel of a year or a quarter, who gave how many and how far they went (J11; figures SQ.*). */
export const adoptionNotice: DocumentDefinition = {
  id: 'adoptionNotice',
  label: '信息采用情况通报',
  group: '社情民意',
  layout: 'official',
  series: 'office',
  aliases: ['采用通报', '信息通报', '社情民意排名'],
  description: '一年或一个季度的收集、编发、上报、采用、批示，附委员、街道、单位的排名；委员计分方案施行的年度带计分。',
  parameters: [
    ...spanParams,
    { name: 'to', label: '主送', type: 'text', initial: RECEIVERS },
    numberParameter,
    { name: 'date', label: '印发日期', type: 'date', help: '留空用今天' },
    { name: 'most', label: '委员排名列到第几名', type: 'integer', help: '并列的都列；留空列出报送过的全部委员' },
    { name: 'receivers', label: '抄送', type: 'longText', help: '一行一项' },
  ],
  compose,
};

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const span = spanParam(params, material);
  const date = say.dayParam(params, 'date', '印发日期') || material.today;
  const most = say.integerParam(params, 'most', '委员排名列到第几名');
  const opinions = material.list('opinion').filter(({ values }) => isIn(span, textOf(values, 'receivedOn')));
  if (opinions.length === 0) {
    throw new DocumentError(`${span.words}没有收到社情民意，没有什么可通报的。请换一个时段，或先登记来稿。`, 'year');
  }
  const { number, findings: numbering } = paperNumber(params, 'office', material);
  const title = `关于${span.words}社情民意信息采用情况的通报`;
  const to = (say.textParam(params, 'to') || RECEIVERS).replace(/[：:]$/u, '');
  const tables = tablesOf(opinions, span, most, material);
  const { settings } = material;
  const day = say.chineseDay(date);
  const model: DocumentModel = {
    document: 'adoptionNotice',
    title,
    fileName: `${title}（${day}）`,
    page: { orientation: 'portrait', grid: 'official', folio: 'outside' },
    masthead: {
      style: 'official',
      mark: `${settings.issuer || settings.shortName}文件`,
      ...(number ? { number } : {}),
    },
    blocks: [
      say.paragraph('title', title),
      say.blank(),
      say.paragraph('salutation', `${to}：`),
      ...bodyOf(opinions, span, tables, material),
      say.blank(),
      ...attachmentNotes(tables),
      say.blank(),
      ...(settings.issuer ? [say.paragraph('signature', settings.issuer)] : []),
      say.paragraph('date', day),
      ...tables.flatMap(({ title: name, table, note }, index): DocumentBlock[] => [
        { type: 'pageBreak' },
        say.paragraph('attachmentMark', tables.length > 1 ? `附件${index + 1}` : '附件'),
        say.blank(),
        say.paragraph('attachmentTitle', name),
        say.blank(),
        table,
        ...(index === 0 ? [say.paragraph('tableNote', `${RULE}${note ?? ''}`)] : []),
      ]),
    ],
    sealed: true,
    imprint: {
      style: 'official',
      receivers: say.receiverLines(say.textParam(params, 'receivers'), '抄送'),
      ...(settings.issuer ? { issuer: settings.issuer } : {}),
      issued: `${day}印发`,
    },
  };
  return { model, findings: [...numbering, ...findingsOf(opinions), ...characterFindings(model, settings)] };
}

const RULE =
  '口径：都按收稿日期归到本期，以后采用的也算在收稿的一期；一条采用几次算一条；联名的算第一反映人；送区委区政府的不算上报。先按市采用、再按上报、收集排名，三项都相同的名次相同。';

interface Ranking {
  readonly title: string;
  readonly table: DocumentBlock;
  readonly note?: string;
  /** Best lines, for the text. */
  readonly best: readonly string[];
}

/** What the members have by the scheme in force; a part of the year has no points of its own. */
interface Points {
  readonly label: string;
  readonly of: (member: string) => string;
}

function bodyOf(
  opinions: readonly StoredRecord[],
  span: Span,
  tables: readonly Ranking[],
  material: DocumentMaterial,
): DocumentBlock[] {
  const figures = figuresOf(material, span);
  const run = (code: string, unit: string) => figureRun(figures(code), unit, span);
  const level = (code: string) => figures(code).value > 0;
  let next = 1;
  const heading = (title: string) => say.paragraph('heading1', `${headingNumber(1, next++)}${title}`);
  const undone = figures('SQ.UNUSED').value > 0 ? ['，未录用和留存', run('SQ.UNUSED', '条')] : [];
  return [
    heading('总体情况'),
    prose('body', [
      `${span.words}，共收集社情民意信息`,
      run('SQ.IN', '条'),
      '，编发信息专刊',
      run('SQ.ISSUE', '期'),
      '，上报信息',
      run('SQ.UP', '条'),
      '，转送部门办理',
      run('SQ.TRANS', '条'),
      ...undone,
      '。',
    ]),
    heading('采用和批示'),
    prose('body', [
      '被市政协采用',
      run('SQ.CITY', '条'),
      '，转省以上政协',
      run('SQ.PROV', '条'),
      ...(level('SQ.NATION') ? ['，被全国政协采用', run('SQ.NATION', '篇')] : []),
      ...(level('SQ.SECR') ? ['；区委书记批示', run('SQ.SECR', '篇')] : []),
      ...(level('SQ.MAYOR') ? [level('SQ.SECR') ? '，区长批示' : '；区长批示', run('SQ.MAYOR', '篇')] : []),
      '。',
    ]),
    heading('报送排名'),
    ...tables
      .filter(({ best }) => best.length > 0)
      .map(({ title, best }) =>
        say.paragraph('body', `${title.replace(/采用情况$/u, '')}中，市政协采用较多的是：${best.join('，')}。`),
      ),
    say.paragraph('body', categoryWords(opinions)),
  ];
}

/** 按类别，社会建设137条，经济建设65条: the largest first. */
function categoryWords(opinions: readonly StoredRecord[]): string {
  const counts = new Map<string, number>();
  for (const { values } of opinions) {
    const category = textOf(values, 'category') || '未填类别';
    counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  const words = [...counts].sort((a, b) => b[1] - a[1]).map(([category, count]) => `${category}${count}条`);
  return `收集的信息按类别分：${words.join('，')}。`;
}

function attachmentNotes(tables: readonly Ranking[]): DocumentBlock[] {
  return tables.map(({ title }, index) => ({
    type: 'paragraph',
    role: 'attachmentNote',
    runs: [{ text: `${index === 0 ? '附件：' : '　　　'}${tables.length > 1 ? `${index + 1}.` : ''}${title}` }],
  }));
}

interface Line {
  readonly name: string;
  readonly source: Source | undefined;
  readonly member: string;
  readonly columns: RankLine['columns'];
}

const count = ({ columns }: Line, step: string): number => columns[step]?.length ?? 0;
const isLevel = (a: Line | undefined, b: Line): boolean =>
  a !== undefined && ['city', 'reported', 'collected'].every((step) => count(a, step) === count(b, step));

function tablesOf(
  opinions: readonly StoredRecord[],
  span: Span,
  most: number | undefined,
  material: DocumentMaterial,
): Ranking[] {
  const { lookup } = material;
  const printed = printedIn(material.list);
  const rank = (by: RankBy, among: readonly StoredRecord[], kind: string, name: (id: string) => string): Line[] =>
    rankingOf(among, by, lookup, printed)
      .map(({ key, columns }): Line => {
        const record = lookup(kind, key);
        return {
          name: record ? name(key) : key,
          member: record ? key : '',
          columns,
          source: record && say.sourceOf(record),
        };
      })
      .sort(
        (a, b) =>
          count(b, 'city') - count(a, 'city') ||
          count(b, 'reported') - count(a, 'reported') ||
          count(b, 'collected') - count(a, 'collected') ||
          compareNames(a.name, b.name, 'surname'),
      );
  // Committees and sectors hand papers in as units do: the same counting, by their own field.
  const handedIn = (field: string, kind: string): Line[] => {
    const own = opinions.map((one) => ({ ...one, values: { ...one.values, sourceUnit: one.values[field] } }));
    return rank('unit', own, kind, (id) => textOf(lookup(kind, id)?.values ?? {}, 'name'));
  };
  const members = rank('member', opinions, 'member', (id) => say.memberName(id, lookup));
  const streets = rank('street', opinions, 'subdistrictOffice', (id) => streetName({ subdistrictOffice: id }, lookup));
  const units: Group<Line>[] = [
    { label: '单位', items: rank('unit', opinions, 'organisation', (id) => unitName(id, lookup)) },
    { label: '专门委员会', items: handedIn('committee', 'committee') },
    { label: '界别', items: handedIn('sector', 'sector') },
  ].filter(({ items }) => items.length > 0);
  const points = span.whole ? pointsOf(span.year, material) : undefined;
  return [
    rankingTable('委员报送采用情况', '姓名', [{ label: '', items: firstOf(members, most) }], points),
    rankingTable('街道政协工委报送采用情况', '街道政协工委', [{ label: '', items: streets }]),
    rankingTable('单位、专门委员会、界别报送采用情况', '报送单位', units),
  ].flatMap((ranking) => ranking ?? []);
}

/** The first so many, with all who are level with the last of them. */
function firstOf(lines: readonly Line[], most: number | undefined): readonly Line[] {
  if (most === undefined || most < 1 || most >= lines.length) return lines;
  const last = lines[most - 1];
  const end = lines.findIndex((line, index) => index >= most && !isLevel(last, line));
  return end < 0 ? lines : lines.slice(0, end);
}

const STEPS = [
  ['collected', '收集'],
  ['published', '编发'],
  ['reported', '上报'],
  ['city', '市采用'],
  ['province', '省以上'],
  ['instructed', '批示'],
] as const;

function rankingTable(
  title: string,
  head: string,
  groups: readonly Group<Line>[],
  points?: Points,
): Ranking | undefined {
  const all = groups.flatMap(({ items }) => items);
  if (all.length === 0) return undefined;
  const places = new Map<Line, number>();
  for (const { items } of groups) {
    items.forEach((line, index) => {
      const before = items[index - 1];
      places.set(line, before && isLevel(before, line) ? (places.get(before) ?? index) : index + 1);
    });
  }
  const isMember = head === '姓名';
  const columns: Column<Line>[] = [
    { label: '名次', width: 14, text: (line) => String(places.get(line) ?? '') },
    { label: head, width: isMember ? 28 : 46, text: ({ name }) => (isMember ? spacedName(name) : name) },
    ...STEPS.map(([step, label]): Column<Line> => ({ label, width: 17, text: (line) => String(count(line, step)) })),
    ...(points ? [{ label: '计分', width: 16, text: ({ member }: Line) => points.of(member) }] : []),
  ];
  const best = all.filter((line) => (places.get(line) ?? 9) <= 3 && count(line, 'city') > 1).slice(0, 5);
  const multiple = groups.length > 1;
  return {
    title,
    ...(points ? { note: `计分：按“${points.label}”，社情民意各项计入的分之和。` } : {}),
    table: register(
      columns,
      multiple ? groups : groups.map(({ items }) => ({ label: '', items })),
      ({ source }) => source,
      12,
    ),
    best: multiple ? [] : best.map((line) => `${line.name}${count(line, 'city')}条`),
  };
}

/** Points that members have for their opinions in the year, by the scheme for members that is in force. */
function pointsOf(year: number, { schemes, scores }: DocumentMaterial): Points | undefined {
  for (const { id, audience, status } of schemes ?? []) {
    if (audience !== 'member' || status !== 'inForce') continue;
    const engine = scores?.(id, year);
    if (engine) return { label: engine.scheme.label, of: (member) => pointsIn(engine, member) };
  }
  return undefined;
}

function pointsIn(engine: ScoreEngine, member: string): string {
  const result = member ? engine.result(member) : undefined;
  if (!result) return '';
  const own = result.entries.filter(({ sources }) => sources[0]?.kind === 'opinion');
  const sum = own.reduce((total, { counted }) => total + Math.round(counted * 100), 0);
  return String(sum / 100).replace('-', '－');
}

function findingsOf(opinions: readonly StoredRecord[]): Finding[] {
  const nameless = opinions.filter(({ values }) => !textOf(values, 'lead') && !textOf(values, 'leadName'));
  const [first] = nameless;
  if (!first) return [];
  const message = `有${nameless.length}条没有登记反映人，委员排名里没有它们。`;
  return [{ severity: 'warning', message, source: say.sourceOf(first, 'lead') }];
}
