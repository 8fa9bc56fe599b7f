import { asBody, isBlankBody } from '../../../records/body-shape.ts';
import { defaultEnumerations, enumerationOf } from '../../../records/enumerations.ts';
import { textOf } from '../../../records/read-value.ts';
import type { StoredRecord } from '../../../records/record.ts';
import { hanNumber } from '../../../text/numerals.ts';
import { type Composed, type DocumentDefinition, DocumentError, type DocumentMaterial } from '../../definition.ts';
import { blocksFromBody } from '../../from-body.ts';
import type { DocumentBlock, DocumentModel, DocumentTable, Finding, PageSetup, Run } from '../../model.ts';
import { characterFindings } from '../../rare-characters.ts';
import * as say from '../../wording.ts';
import { onward } from './book-pages.ts';

const SCOPES = ['现行有效的', '现行和已废止、被修订的'] as const;
/** States of a regulation that binds; 通过 and 印发 are on the way to 现行. */
const IN_FORCE: ReadonlySet<string> = new Set(['现行', '印发', '通过']);
const OVER: ReadonlySet<string> = new Set(['被修订', '废止']);
const UNSORTED = '其他';

/** 规章制度汇编: every regulation in its area with version and days, those without force marked and listed at the end. */
export const regulationCompilation: DocumentDefinition = {
  id: 'regulationCompilation',
  label: '规章制度汇编',
  group: '公文',
  layout: 'book',
  description:
    '按类别汇编的规章制度全文，有封面、目录和页码；每项注明文号、版本、通过和施行日期，废止、被修订的列在书后。',
  aliases: ['制度汇编', '制度选编', '文件汇编', '制度目录'],
  parameters: [
    { name: 'scope', label: '收录范围', type: 'choice', options: SCOPES, initial: SCOPES[0] },
    { name: 'title', label: '书名', type: 'text', help: '留空用“某某政协规章制度汇编”' },
    { name: 'until', label: '截止日期', type: 'date', help: '通过日期在它之后的不收；留空用今天' },
  ],
  compose,
};

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const scope = say.choiceParam(params, 'scope', '收录范围', SCOPES);
  const until = say.dayParam(params, 'until', '截止日期') || material.today;
  const { settings } = material;
  const title = say.textParam(params, 'title') || `${settings.shortName}规章制度汇编`;
  const known = material.list('regulation').filter((regulation) => dayOf(regulation) <= until);
  const over = known.filter((regulation) => OVER.has(textOf(regulation.values, 'state'))).toSorted(byDay);
  const taken = known.filter(({ values }) => {
    const state = textOf(values, 'state');
    return textOf(values, 'action') !== '废止' && (IN_FORCE.has(state) || (scope === SCOPES[1] && OVER.has(state)));
  });
  if (taken.length === 0) {
    throw new DocumentError('没有可以汇编的规章制度。请先登记制度，并把状态改为“现行”。', 'scope');
  }
  const areas = areasOf(taken);
  const model: DocumentModel = {
    document: 'regulationCompilation',
    title,
    fileName: `${title}（${say.chineseDay(until)}）`,
    page: BARE,
    blocks: [
      ...coverBlocks(title, until, settings.issuer),
      onward(frontPage(title), 'oddPage'),
      ...noteBlocks(areas, taken.length, until, scope),
      say.blank(),
      say.paragraph('contentsTitle', '目\u3000录'),
      say.blank(),
      { type: 'contents', roles: ['partTitle', 'chapterTitle'] },
      ...areas.flatMap(({ area, regulations }, index) => areaBlocks(area, regulations, index, title, material)),
      ...overBlocks(over, title),
    ],
  };
  return { model, findings: [...findingsOf(taken), ...characterFindings(model, settings)] };
}

const BARE: PageSetup = { orientation: 'portrait', grid: 'official', folio: 'none' };

const frontPage = (title: string): PageSetup => ({
  ...BARE,
  folio: 'outside',
  numbering: { format: 'roman', start: 1 },
  runningHead: { even: title, odd: title },
});

const bodyPage = (title: string, area: string, first: boolean): PageSetup => ({
  ...BARE,
  folio: 'outside',
  numbering: first ? { format: 'arabic', start: 1 } : { format: 'arabic' },
  runningHead: { even: title, odd: area },
});

/** Day that tells one version from the next. */
function dayOf({ values }: StoredRecord): string {
  return textOf(values, 'passedOn') || textOf(values, 'issuedOn') || textOf(values, 'effectiveOn');
}

const byDay = (a: StoredRecord, b: StoredRecord): number => {
  const [one, other] = [dayOf(a), dayOf(b)];
  return one === other ? (a.id < b.id ? -1 : 1) : one < other ? -1 : 1;
};

interface Area {
  readonly area: string;
  readonly regulations: readonly StoredRecord[];
}

/** Areas in the order of the list of areas, those that are not in it behind, without an area last. */
function areasOf(regulations: readonly StoredRecord[]): Area[] {
  const order = (enumerationOf(defaultEnumerations, 'regulationArea')?.values ?? []).map(({ value }) => value);
  const place = (area: string): number => {
    const at = order.indexOf(area);
    return area === UNSORTED ? order.length + 1 : at < 0 ? order.length : at;
  };
  const areas = new Map<string, StoredRecord[]>();
  for (const regulation of regulations.toSorted(byDay)) {
    const area = textOf(regulation.values, 'area') || UNSORTED;
    areas.set(area, [...(areas.get(area) ?? []), regulation]);
  }
  return [...areas]
    .toSorted(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
    .map(([area, found]) => ({ area, regulations: found }));
}

function coverBlocks(title: string, until: string, issuer: string): DocumentBlock[] {
  const blanks = (count: number) => Array.from({ length: count }, () => say.blank());
  return [
    ...blanks(5),
    say.paragraph('coverTitle', title),
    ...blanks(9),
    ...(issuer ? [say.paragraph('coverNote', issuer)] : []),
    say.paragraph('coverNote', say.chineseDay(until)),
  ];
}

/** How many in which area, as they are listed below. */
function noteBlocks(areas: readonly Area[], total: number, until: string, scope: string): DocumentBlock[] {
  const parts = areas.map(({ area, regulations }) => `${area}${regulations.length}项`).join('、');
  return [
    say.paragraph('contentsTitle', '编\u3000者\u3000说\u3000明'),
    say.blank(),
    say.paragraph(
      'body',
      `本汇编收录截至${say.chineseDay(until)}${scope}规章制度${total}项，分${areas.length}个方面：${parts}。各方面内按通过日期先后排列。`,
    ),
    say.paragraph(
      'body',
      '每项制度的名称下注明文号、通过和施行日期与版本；已经废止或者被修订的，以“已废止”“已被修订”标出。',
    ),
  ];
}

function areaBlocks(
  area: string,
  regulations: readonly StoredRecord[],
  index: number,
  title: string,
  material: DocumentMaterial,
): DocumentBlock[] {
  const first = index === 0;
  return [
    onward(bodyPage(title, area, first), 'oddPage'),
    say.paragraph('partTitle', `${hanNumber(index + 1)}、${area}`),
    say.blank(),
    ...regulations.flatMap((regulation, place): DocumentBlock[] => [
      ...(place === 0 ? [] : [{ type: 'pageBreak' } as const]),
      ...regulationBlocks(regulation, material),
    ]),
  ];
}

function regulationBlocks(regulation: StoredRecord, material: DocumentMaterial): DocumentBlock[] {
  const { values } = regulation;
  const body = asBody(values.body);
  const text = body && !isBlankBody(body) ? blocksFromBody(body, say.sourceOf(regulation, 'body')) : [];
  return [
    say.paragraph('chapterTitle', textOf(values, 'title').trim(), say.sourceOf(regulation, 'title')),
    ...particulars(regulation, material),
    say.blank(),
    ...(text.length > 0 ? text : [say.paragraph('body', '（全文未录入。）', say.sourceOf(regulation, 'body'))]),
  ];
}

/** （示政协〔2024〕3号　2024年2月6日主席会议通过　自2024年3月1日起施行　第2版） and whether it is over. */
function particulars(regulation: StoredRecord, { lookup }: DocumentMaterial): DocumentBlock[] {
  const { values } = regulation;
  const source = say.sourceOf(regulation);
  const passed = say.chineseDay(textOf(values, 'passedOn'));
  const effective = say.chineseDay(textOf(values, 'effectiveOn'));
  const version = versionOf(regulation, (id) => lookup('regulation', id));
  const facts = [
    say.documentNumber(textOf(values, 'number')),
    passed && `${passed}${textOf(values, 'meetingType')}通过`,
    effective && `自${effective}起施行`,
    version > 1 ? `第${version}版` : '',
  ].filter(Boolean);
  const mark = overMark(regulation);
  const runs: Run[] = [
    ...(facts.length > 0 ? [{ text: `（${facts.join('\u3000')}）`, source }] : []),
    ...(mark ? [{ text: `【${mark}】`, lead: true, source: say.sourceOf(regulation, 'state') }] : []),
  ];
  return runs.length > 0 ? [{ type: 'paragraph', role: 'subtitle', runs, source }] : [];
}

function overMark({ values }: StoredRecord): string {
  const state = textOf(values, 'state');
  if (state === '被修订') return '已被修订';
  if (state !== '废止') return '';
  const day = say.chineseDay(textOf(values, 'repealedOn'));
  return day ? `已废止，${day}起失效` : '已废止';
}

/** How many versions lead up to this one, itself counted; a ring of versions ends where it closes. */
function versionOf(regulation: StoredRecord, lookup: (id: string) => StoredRecord | undefined): number {
  const seen = new Set<string>();
  let at: StoredRecord | undefined = regulation;
  while (at && !seen.has(at.id)) {
    seen.add(at.id);
    at = lookup(textOf(at.values, 'previous'));
  }
  return seen.size;
}

/** What is over, as a register: a reader must see that an old rule has gone, and when. */
function overBlocks(over: readonly StoredRecord[], title: string): DocumentBlock[] {
  if (over.length === 0) return [];
  const head = ['序号', '名称', '文号', '通过日期', '效力'].map((text) => ({ runs: [{ text }] }));
  const cell = (regulation: StoredRecord, field: string, text: string) => {
    const source = say.sourceOf(regulation, field);
    return { runs: text ? [{ text, source }] : [], source };
  };
  const table: DocumentTable = {
    type: 'table',
    columns: [
      { width: 36, align: 'center' },
      { width: 122 },
      { width: 122 },
      { width: 94, align: 'center' },
      { width: 68, align: 'center' },
    ],
    headRows: 1,
    size: 10.5,
    rows: [
      head,
      ...over.map((regulation, index) => [
        { runs: [{ text: String(index + 1) }], align: 'center' as const },
        cell(regulation, 'title', textOf(regulation.values, 'title')),
        cell(regulation, 'number', say.documentNumber(textOf(regulation.values, 'number'))),
        {
          ...cell(regulation, 'passedOn', say.chineseDay(textOf(regulation.values, 'passedOn'))),
          align: 'center' as const,
        },
        { ...cell(regulation, 'state', overMark(regulation)), align: 'center' as const },
      ]),
    ],
  };
  const name = '废止和被修订的制度目录';
  return [
    onward(bodyPage(title, name, false)),
    say.paragraph('partTitle', `附\u3000${name}`),
    say.blank(),
    table,
    say.paragraph('tableNote', `共${over.length}项。`),
  ];
}

function findingsOf(regulations: readonly StoredRecord[]): Finding[] {
  return regulations.flatMap((regulation): Finding[] => {
    const { values } = regulation;
    const name = `“${textOf(values, 'title')}”`;
    const findings: Finding[] = [];
    const tell = (severity: Finding['severity'], field: string, message: string) =>
      findings.push({ severity, message, source: say.sourceOf(regulation, field) });
    const body = asBody(values.body);
    if (!body || isBlankBody(body)) tell('error', 'body', `${name}没有录入全文。`);
    if (!textOf(values, 'effectiveOn')) tell('warning', 'effectiveOn', `${name}没有生效日期，排不出“自某日起施行”。`);
    if (!textOf(values, 'area')) tell('warning', 'area', `${name}没有类别，排在“${UNSORTED}”里。`);
    if (textOf(values, 'state') === '废止' && !textOf(values, 'repealedOn')) {
      tell('warning', 'repealedOn', `${name}已废止，没有废止日期。`);
    }
    return findings;
  });
}
