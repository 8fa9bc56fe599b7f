import { isHeld } from '../../../figures/held.ts';
import { bodyYear, membersOfBody } from '../../../figures/portrait-body.ts';
import { SETTLED } from '../../../figures/topic-board.ts';
import { streetTiles } from '../../../figures/venue-map.ts';
import { numberOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord } from '../../../records/record.ts';
import { storedBody } from '../../briefing.ts';
import type { Composed, DocumentDefinition, DocumentMaterial } from '../../definition.ts';
import { blocksFromBody, headingNumber } from '../../from-body.ts';
import type { DocumentBlock, DocumentModel, Finding, Run } from '../../model.ts';
import { characterFindings } from '../../rare-characters.ts';
import * as say from '../../wording.ts';
import { located } from '../consultation/locate.ts';
import { withoutStop } from '../consultation/naming.ts';
import { yearParam } from '../consultation/spans.ts';
import { prose } from '../consultation/tables.ts';
import { nameOf } from './street-assessment.ts';

/** 述职报告: the street's own report; before there is one, a frame out of what is on record of it (J20). */
export const streetReport: DocumentDefinition = {
  id: 'streetReport',
  label: '街道政协工委述职报告',
  group: '街道',
  layout: 'official',
  aliases: ['述职报告', '年度述职', '街道述职'],
  description: '把街道的述职报告排成公文格式；还没有写的，按台账列出这一年做了什么，不足和打算留空由街道填写。',
  parameters: [
    { name: 'street', label: '街道政协工委', type: 'reference', targets: ['subdistrictOffice'], required: true },
    { name: 'year', label: '年度', type: 'integer', help: '例如 2024；留空用今年' },
  ],
  compose,
};

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const street = say.recordParam(params, 'street', '街道政协工委', ['subdistrictOffice'], material);
  const year = yearParam(params, material.today);
  const report = reportOf(street, year, material);
  const findings: Finding[] = [];
  const blocks = report ? written(report, street, material, findings) : frame(street, year, material, findings);
  const title = (report && textOf(report.values, 'title').trim()) || `${nameOf(street)}${year}年度述职报告`;
  const model: DocumentModel = {
    document: 'streetReport',
    title,
    fileName: title,
    page: { orientation: 'portrait', grid: 'official', folio: 'outside' },
    blocks: [
      say.paragraph('title', title, say.sourceOf(report ?? street, report ? 'title' : 'name')),
      say.blank(),
      ...blocks,
    ],
  };
  return { model, findings: [...located(findings, model), ...characterFindings(model, material.settings)] };
}

/** The latest report of the street for the year. */
function reportOf(street: StoredRecord, year: number, { list }: DocumentMaterial): StoredRecord | undefined {
  return list('officialDocument')
    .filter(
      ({ values }) => values.docType === '述职报告' && values.subdistrictOffice === street.id && values.year === year,
    )
    .sort((a, b) => (textOf(a.values, 'writtenOn') < textOf(b.values, 'writtenOn') ? 1 : -1))[0];
}

function written(
  report: StoredRecord,
  street: StoredRecord,
  { today }: DocumentMaterial,
  findings: Finding[],
): DocumentBlock[] {
  const { values } = report;
  const body = storedBody(values.body);
  const tell = (severity: Finding['severity'], field: string, message: string) =>
    findings.push({ severity, message, source: say.sourceOf(report, field) });
  if (!body) tell('error', 'body', '这份述职报告只登记了标题，没有正文。请在公文里补上正文，或把附件里的文字贴进去。');
  if (!textOf(values, 'writtenOn')) tell('warning', 'writtenOn', '没有成文日期，用了今天。');
  const to = withoutStop(textOf(values, 'mainReceivers')).replace(/：$/u, '');
  const issuer = textOf(values, 'issuer').trim() || nameOf(street);
  return [
    ...(to ? [say.paragraph('salutation', `${to}：`, say.sourceOf(report, 'mainReceivers'))] : []),
    ...(body
      ? blocksFromBody(body, say.sourceOf(report, 'body'), { next: 1 })
      : [say.paragraph('body', '____', say.sourceOf(report, 'body'))]),
    say.blank(),
    say.paragraph('signature', issuer, say.sourceOf(report, 'issuer')),
    say.paragraph('date', say.chineseDay(textOf(values, 'writtenOn') || today), say.sourceOf(report, 'writtenOn')),
  ];
}

/** What is on record of the street's year, under the headings a report has; the rest is the street's to write. */
function frame(street: StoredRecord, year: number, material: DocumentMaterial, findings: Finding[]): DocumentBlock[] {
  findings.push({
    severity: 'error',
    message: `${nameOf(street)}还没有登记${year}年度述职报告，这是按台账列的提纲，划线处请街道填写。`,
    source: say.sourceOf(street, 'name'),
  });
  const own = bodyYear({ kind: 'subdistrictOffice', id: street.id }, year, material.list, material.lookup);
  if (own.events.length + (own.opinions.collected?.length ?? 0) === 0) {
    const message = `${year}年没有登记这个街道的会议活动和社情民意，各项都是0，请核对年度。`;
    findings.push({ severity: 'warning', message, source: say.sourceOf(street, 'name') });
  }
  let next = 1;
  const heading = (title: string) => say.paragraph('heading1', `${headingNumber(1, next++)}${title}`);
  const about = say.sourceOf(street);
  const to = material.settings.fullName.replace(/^中国人民政治协商会议/u, '政协');
  return [
    ...(to ? [say.paragraph('salutation', `${to}：`)] : []),
    heading('基本情况'),
    say.paragraph('body', peopleWords(street, year, material), about),
    heading('主要工作'),
    ...workBlocks(street, year, material),
    heading('存在不足'),
    say.paragraph('body', '____'),
    heading('下一步打算'),
    say.paragraph('body', '____'),
    say.blank(),
    say.paragraph('signature', nameOf(street), say.sourceOf(street, 'name')),
    say.paragraph('date', `${year}年　月　日`),
  ];
}

function peopleWords(street: StoredRecord, year: number, { list, lookup, today }: DocumentMaterial): string {
  const last = `${year}-12-31` < today ? `${year}-12-31` : today;
  const members = membersOfBody({ kind: 'subdistrictOffice', id: street.id }, list, last);
  const tile = streetTiles(list, year).find((one) => one.street.id === street.id);
  const name = (field: string) =>
    textOf(lookup('person', textOf(street.values, field))?.values ?? {}, 'name') || '____';
  const rooms = tile ? tile.rooms.length + tile.covered.length : 0;
  return `${nameOf(street)}召集人${name('convenor')}，联络员${name('liaison')}，编入在任委员${members.length}名，所辖社区（村）${tile?.communities.length ?? 0}个，街道和社区（村）协商议事室${rooms}处。`;
}

/** One paragraph a kind of work, counted as the street's own page counts it. */
function workBlocks(street: StoredRecord, year: number, material: DocumentMaterial): DocumentBlock[] {
  const { list, lookup } = material;
  const own = bodyYear({ kind: 'subdistrictOffice', id: street.id }, year, list, lookup);
  const topics = list('topic').filter(({ values }) => values.subdistrictOffice === street.id && values.year === year);
  const settled = topics.filter(({ values }) => SETTLED.includes(textOf(values, 'state')));
  const solved = topics.reduce((sum, { values }) => sum + (numberOf(values, 'solvedCount') ?? 0), 0);
  const held = own.events.filter(isHeld);
  const by = (category: string) => held.filter(({ values }) => values.category === category).length;
  const step = (id: string) => own.opinions[id]?.length ?? 0;
  const items = list('livelihoodItem').filter(
    ({ values }) => values.subdistrictOffice === street.id && values.year === year,
  );
  const done = items.filter(({ values }) => values.state === '完成').length;
  const line = (title: string, parts: readonly (string | Run)[], n: number): DocumentBlock[] => [
    say.paragraph('heading2', `${headingNumber(2, n)}${title}`),
    prose('body', parts, say.sourceOf(street)),
  ];
  return [
    ...line(
      '协商议事',
      [
        `开展协商${own.consultations.length}次，收集议题${topics.length}个，办结${settled.length}个，解决问题${solved}件；形成意见建议${own.suggestions.length}条。${someTitles(own.consultations)}`,
      ],
      1,
    ),
    ...line(
      '委员活动',
      [`组织和承接活动${by('活动')}次、监督${by('监督')}次、走访${by('走访')}次、学习培训${by('学习培训')}次。`],
      2,
    ),
    ...line('党建引领', [`功能型党支部开展活动${own.branchEvents.length}次。`], 3),
    ...line(
      '社情民意',
      [
        `收到街道和本街道委员的社情民意${step('collected')}条，上报${step('reported')}条，市政协采用${step('city')}条，转省以上${step('province')}条。`,
      ],
      4,
    ),
    ...line(
      '提案和为民办实事',
      [`本街道委员提出提案${own.proposals.length}件；民生实事${items.length}件，办结${done}件。`],
      5,
    ),
  ];
}

/** The first three consultations by name. */
function someTitles(events: readonly StoredRecord[]): string {
  const titles = [...events]
    .sort((a, b) => (textOf(a.values, 'start') < textOf(b.values, 'start') ? -1 : 1))
    .map(({ values }) => withoutStop(textOf(values, 'title')))
    .filter(Boolean)
    .slice(0, 3);
  if (titles.length === 0) return '';
  return `主要有：${titles.join('；')}${events.length > 3 ? '等' : ''}。`;
}
