import { yearPeriod } from '../../../figures/figure-result.ts';
import { numberOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord } from '../../../records/record.ts';
import { type Composed, type DocumentDefinition, DocumentError, type DocumentMaterial } from '../../definition.ts';
import type { DocumentCell, DocumentModel, DocumentTable, Finding, Source } from '../../model.ts';
import { spacedName } from '../../names.ts';
import { characterFindings } from '../../rare-characters.ts';
import * as say from '../../wording.ts';
import { cell, left, register } from './cells.ts';
import { figureSource, paperFigure } from './figures.ts';
import { faceOf } from './people.ts';
import { yearOf, yearParameter } from './period.ts';
import { inStrokes } from './roll.ts';

const ORDERS = ['姓氏笔画', '界别'] as const;
const FORMS = ['只列姓名', '列单位及职务'] as const;
const FIGURE = 'AW.MEM';
const AWARD = '优秀政协委员';
/** Names on a row of the list. */
const ACROSS = 5;

/** 优秀政协委员名单 (J18): as many names as the figure AW.MEM counts. */
export const excellentList: DocumentDefinition = {
  id: 'excellentList',
  label: '优秀政协委员名单',
  group: '委员履职',
  layout: 'official',
  aliases: ['优秀委员名单', '表彰名单'],
  description: '一年表彰的优秀政协委员，按姓氏笔画或界别排列，人数与年报数字一致。',
  parameters: [
    yearParameter,
    { name: 'order', label: '排列', type: 'choice', options: ORDERS, initial: ORDERS[0] },
    { name: 'form', label: '列什么', type: 'choice', options: FORMS, initial: FORMS[0] },
  ],
  compose,
};

interface Winner {
  readonly award: StoredRecord;
  readonly name: string;
  readonly sector: string;
  readonly order: number;
  readonly post: string;
  readonly source: Source;
}

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const year = yearOf(params, material);
  const order = say.choiceParam(params, 'order', '排列', ORDERS);
  const form = say.choiceParam(params, 'form', '列什么', FORMS);
  const findings: Finding[] = [];
  const awards = awardsOf(year, material);
  if (awards.length === 0)
    throw new DocumentError(`${year}年没有登记“${AWARD}”的表彰。请先在“表彰”里登记，或换一年。`, 'year');
  const winners = winnersOf(awards, material, findings);
  const figure = paperFigure(FIGURE, yearPeriod(year), material).result;
  if (figure && figure.value !== winners.length) {
    const message = `名单上有${winners.length}名，指标${FIGURE}是${figure.value}名，请核对表彰记录。`;
    findings.push({ severity: 'error', message });
  }
  const groups = order === '界别' ? bySector(winners) : [{ label: '', winners }];
  const decisions = [...new Set(awards.map(({ values }) => textOf(values, 'decision')).filter(Boolean))];
  const title = `${year}年度优秀政协委员名单`;
  const note = `（共${winners.length}名，${order === '界别' ? '按界别排列，界别内' : ''}按姓氏笔画排列）`;
  const model: DocumentModel = {
    document: 'excellentList',
    title,
    fileName: `${title}（${say.chineseDay(material.today)}）`,
    page: { orientation: 'portrait', grid: 'official', folio: 'outside' },
    blocks: [
      say.paragraph('title', title),
      { type: 'paragraph', role: 'subtitle', runs: [{ text: note, source: figureSource(FIGURE) }] },
      say.blank(),
      form === '只列姓名' ? namesTable(groups) : postsTable(groups),
      ...(decisions.length > 0 ? [say.paragraph('tableNote', `表彰决定：${decisions.join('、')}`)] : []),
    ],
  };
  return { model, findings: [...findings, ...characterFindings(model, material.settings)] };
}

/** Exactly the records the figure counts; by the year of the award where there is no figure. */
function awardsOf(year: number, material: DocumentMaterial): StoredRecord[] {
  const { result } = paperFigure(FIGURE, yearPeriod(year), material);
  if (result) return result.evidence.flatMap(({ kind, id }) => material.lookup(kind, id) ?? []);
  return material
    .list('award')
    .filter(({ values }) => textOf(values, 'name') === AWARD && numberOf(values, 'year') === year);
}

function winnersOf(awards: readonly StoredRecord[], material: DocumentMaterial, findings: Finding[]): Winner[] {
  const seen = new Map<string, number>();
  const winners = awards.flatMap((award): Winner[] => {
    const member = material.lookup('member', textOf(award.values, 'member'));
    const face = member && faceOf(member, material.lookup);
    const name = face?.name || textOf(award.values, 'recipient').trim();
    const source = say.sourceOf(award, 'member');
    if (!name) {
      findings.push({ severity: 'error', message: '有一条表彰查不到获奖委员的姓名，没有列入名单。', source });
      return [];
    }
    const key = member?.id ?? name;
    seen.set(key, (seen.get(key) ?? 0) + 1);
    if (seen.get(key) === 2)
      findings.push({ severity: 'error', message: `${name}在这一年登记了不止一条优秀政协委员，请核对。`, source });
    const sector = material.lookup('sector', textOf(member?.values ?? {}, 'sector'));
    return [
      {
        award,
        name,
        sector: face?.sector ?? '',
        order: numberOf(sector?.values ?? {}, 'order') ?? Number.MAX_SAFE_INTEGER,
        post: face?.post ?? '',
        source,
      },
    ];
  });
  return inStrokes(winners, material, findings, ({ name, award }) => [name, award.id]);
}

interface Group {
  readonly label: string;
  readonly winners: readonly Winner[];
}

function bySector(winners: readonly Winner[]): Group[] {
  const labels = new Map<string, number>();
  for (const { sector, order } of winners) labels.set(sector, order);
  return [...labels]
    .sort(([a, one], [b, other]) => Number(a === '') - Number(b === '') || one - other || (a < b ? -1 : 1))
    .map(([label]) => ({ label: label || '未填界别', winners: winners.filter(({ sector }) => sector === label) }));
}

const groupCell = ({ label, winners }: Group, colSpan: number): DocumentCell =>
  cell(`${label}（${winners.length}名）`, { lead: true, colSpan, align: 'left' });

/** Names in columns without lines, each with the award it stands for. */
function namesTable(groups: readonly Group[]): DocumentTable {
  const rows = groups.flatMap((group) => {
    const lines: DocumentCell[][] = group.label ? [[groupCell(group, ACROSS)]] : [];
    for (let at = 0; at < group.winners.length; at += ACROSS) {
      const names = group.winners.slice(at, at + ACROSS).map(({ name, source }) => left(spacedName(name), source));
      lines.push([...names, ...Array.from({ length: ACROSS - names.length }, () => cell(''))]);
    }
    return lines;
  });
  return {
    type: 'table',
    columns: Array.from({ length: ACROSS }, () => ({ width: 1, align: 'left' as const })),
    headRows: 0,
    lines: 'none',
    size: 14,
    rows,
  };
}

function postsTable(groups: readonly Group[]): DocumentTable {
  const columns = [
    { label: '序号', width: 14, text: ({ at }: Line) => String(at) },
    { label: '姓名', width: 24, text: ({ winner }: Line) => spacedName(winner.name) },
    { label: '界别', width: 34, text: ({ winner }: Line) => winner.sector },
    { label: '单位及职务', width: 84, align: 'left' as const, text: ({ winner }: Line) => winner.post },
  ];
  const lines = groups.flatMap(({ winners }) => winners).map((winner, index): Line => ({ winner, at: index + 1 }));
  return register(columns, lines, ({ winner }) => winner.source, 12);
}

interface Line {
  readonly winner: Winner;
  readonly at: number;
}
