import { isHeld } from '../../../figures/held.ts';
import { listOf, targetOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord } from '../../../records/record.ts';
import { type Composed, type DocumentDefinition, DocumentError, type DocumentMaterial } from '../../definition.ts';
import { headingNumber } from '../../from-body.ts';
import type { DocumentBlock, DocumentModel, Finding, Run } from '../../model.ts';
import { characterFindings } from '../../rare-characters.ts';
import * as say from '../../wording.ts';
import { figureRun, figuresOf } from './counted.ts';
import { located } from './locate.ts';
import { unitName, withoutStop } from './naming.ts';
import { isIn, type Span, spanParam, spanParams } from './spans.ts';
import { shortDay } from './suggestion-transfer.ts';
import { prose, register } from './tables.ts';

/** 协商式监督报告: how often, where, which projects, what was found and proposed (J14; figures JD.*). */
export const supervisionReport: DocumentDefinition = {
  id: 'supervisionReport',
  label: '协商式监督报告',
  group: '协商监督',
  layout: 'official',
  aliases: ['民主监督报告', '监督报告'],
  description: '一年或一个季度的协商式监督：次数、街道、项目，发现的问题，提出的建议和办理情况，附监督一览表。',
  parameters: [
    ...spanParams,
    { name: 'committee', label: '组织的专委会', type: 'reference', targets: ['committee'], help: '留空为全部' },
    { name: 'to', label: '主送', type: 'text', help: '例如“区委”；留空不写' },
    { name: 'date', label: '成文日期', type: 'date', help: '留空用今天' },
  ],
  compose,
};

interface Supervised {
  readonly span: Span;
  readonly events: readonly StoredRecord[];
  readonly advice: readonly StoredRecord[];
  readonly problems: readonly StoredRecord[];
  /** The four numbers; figures of the report where the whole office is meant. */
  readonly counts: { readonly times: Run; readonly streets: Run; readonly projects: Run; readonly advice: Run };
  readonly committee: string;
}

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const span = spanParam(params, material);
  const date = say.dayParam(params, 'date', '成文日期') || material.today;
  const told = supervisedIn(span, params, material);
  if (told.events.length === 0) {
    const who = told.committee ? `${told.committee}组织的` : '';
    throw new DocumentError(
      `${span.words}没有登记${who}协商式监督。请在“会议活动”里登记，监督形式选“协商式监督”。`,
      'year',
    );
  }
  const title = `关于${span.words}${told.committee}协商式监督情况的报告`;
  const to = say.textParam(params, 'to').replace(/[：:]$/u, '');
  const { settings } = material;
  const model: DocumentModel = {
    document: 'supervisionReport',
    title,
    fileName: `${title}（${say.chineseDay(date)}）`,
    page: { orientation: 'portrait', grid: 'official', folio: 'outside' },
    blocks: [
      say.paragraph('title', title),
      say.blank(),
      ...(to ? [say.paragraph('salutation', `${to}：`)] : []),
      ...bodyOf(told, material),
      say.blank(),
      { type: 'paragraph', role: 'attachmentNote', runs: [{ text: '附件：协商式监督一览表' }] },
      say.blank(),
      ...(settings.issuer ? [say.paragraph('signature', settings.issuer)] : []),
      say.paragraph('date', say.chineseDay(date)),
      { type: 'pageBreak' },
      say.paragraph('attachmentMark', '附件'),
      say.blank(),
      say.paragraph('attachmentTitle', '协商式监督一览表'),
      say.blank(),
      eventTable(told.events, material),
      say.paragraph(
        'tableNote',
        '口径：协商式监督按次计，回访另算一次；街道、项目去重，去过几次都算一个；问题诉求不算建议。',
      ),
    ],
  };
  return { model, findings: [...located(findingsOf(told), model), ...characterFindings(model, settings)] };
}

function supervisedIn(span: Span, params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Supervised {
  const { list, lookup } = material;
  const chosen = say.textParam(params, 'committee')
    ? say.recordParam(params, 'committee', '专委会', ['committee'], material)
    : undefined;
  const figures = figuresOf(material, span);
  const times = figures('JD.TIMES');
  const ids = new Set(times.evidence.map(({ id }) => id));
  const events = list('event')
    .filter(({ id, values }) => ids.has(id) && (!chosen || textOf(values, 'organizer') === chosen.id))
    .sort((a, b) => (textOf(a.values, 'start') < textOf(b.values, 'start') ? -1 : 1));
  const own = new Set(events.map(({ id }) => id));
  const from = list('suggestion').filter(({ values }) => own.has(textOf(values, 'event')));
  const isProblem = ({ values }: StoredRecord) => textOf(values, 'suggestionKind') === '问题诉求';
  const advice = from.filter((one) => !isProblem(one));
  const distinct = (field: string, kind: string) =>
    new Set(events.flatMap(({ values }) => listOf(values, field)).filter((id) => lookup(kind, id))).size;
  const counts = chosen
    ? {
        times: { text: `${events.length}次` },
        streets: { text: `${distinct('subdistrictOffices', 'subdistrictOffice')}个街道` },
        projects: { text: `${distinct('projects', 'project')}个项目` },
        advice: { text: `${advice.length}条` },
      }
    : {
        times: figureRun(times, '次', span),
        streets: figureRun(figures('JD.STREET'), '个街道', span),
        projects: figureRun(figures('JD.PROJ'), '个项目', span),
        advice: figureRun(figures('JD.SUG'), '条', span),
      };
  const committee = chosen ? textOf(chosen.values, 'name') : '';
  return { span, events, advice, problems: from.filter(isProblem), counts, committee };
}

function bodyOf({ span, events, advice, problems, counts, committee }: Supervised, material: DocumentMaterial) {
  const { settings, lookup } = material;
  let next = 1;
  const heading = (title: string) => say.paragraph('heading1', `${headingNumber(1, next++)}${title}`);
  const organizers = tallyWords(
    events,
    ({ values }) =>
      textOf(targetOf(values, 'organizer', 'committee', lookup), 'name') || textOf(values, 'organizerText'),
    '次',
  );
  const line = (record: StoredRecord, index: number): DocumentBlock => {
    const unit = unitName(textOf(record.values, 'mainUnit'), lookup);
    const text = withoutStop(textOf(record.values, 'text').replace(/\s+/gu, ''));
    return say.paragraph('body', `${index + 1}.${text}${unit ? `（${unit}）` : ''}。`, say.sourceOf(record, 'text'));
  };
  const followed = [...problems, ...advice];
  const blocks: DocumentBlock[] = [
    heading('基本情况'),
    prose('body', [
      `${span.words}，${committee || settings.shortName}开展协商式监督`,
      counts.times,
      '，涉及',
      counts.streets,
      '、',
      counts.projects,
      '，提出合理化建议',
      counts.advice,
      `。${organizers && !committee ? `其中${organizers}。` : ''}`,
    ]),
    heading('监督项目'),
    say.paragraph('body', `${projectWords(events, material)}`),
    ...(problems.length > 0 ? [heading('发现的问题'), ...problems.map(line)] : []),
    ...(advice.length > 0 ? [heading('意见建议'), ...advice.map(line)] : []),
    ...(followed.length > 0 ? [heading('办理情况'), say.paragraph('body', `${progressWords(followed)}`)] : []),
  ];
  return blocks;
}

/** 提案委员会12次，社会法制委员会8次; what names nobody is left out. */
function tallyWords(records: readonly StoredRecord[], keyOf: (record: StoredRecord) => string, unit: string): string {
  const counts = new Map<string, number>();
  for (const record of records) {
    const key = keyOf(record).trim();
    if (key) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([key, count]) => `${key}${count}${unit}`)
    .join('，');
}

/** Every project once, with the number of times when there were several. */
function projectWords(events: readonly StoredRecord[], { lookup }: DocumentMaterial): string {
  const counts = new Map<string, number>();
  for (const { values } of events) {
    for (const id of listOf(values, 'projects')) {
      const name = withoutStop(textOf(lookup('project', id)?.values ?? {}, 'name'));
      if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const words = [...counts].map(([name, count]) => (count > 1 ? `${name}（${count}次）` : name));
  return words.length > 0 ? `监督的项目有：${words.join('；')}。` : '监督没有登记涉及的项目：____。';
}

function progressWords(records: readonly StoredRecord[]): string {
  const states = tallyWords(records, ({ values }) => textOf(values, 'state'), '条');
  const adoptions = tallyWords(records, ({ values }) => textOf(values, 'adoption'), '条');
  return `上述${records.length}条问题和建议中，${states}${adoptions ? `；采纳情况为${adoptions}` : ''}。`;
}

function eventTable(events: readonly StoredRecord[], { lookup }: DocumentMaterial) {
  const names = (values: StoredRecord['values'], field: string, kind: string, name: string) =>
    listOf(values, field)
      .map((id) => textOf(lookup(kind, id)?.values ?? {}, name))
      .filter(Boolean)
      .join('、');
  return register<StoredRecord>(
    [
      { label: '序号', width: 12, text: (_, index) => String(index + 1) },
      { label: '日期', width: 22, text: ({ values }) => shortDay(textOf(values, 'start')), field: 'start' },
      { label: '监督活动', width: 52, align: 'left', text: ({ values }) => textOf(values, 'title'), field: 'title' },
      {
        label: '街道',
        width: 30,
        text: ({ values }) => names(values, 'subdistrictOffices', 'subdistrictOffice', 'street'),
        field: 'subdistrictOffices',
      },
      {
        label: '项目',
        width: 40,
        align: 'left',
        text: ({ values }) => names(values, 'projects', 'project', 'name'),
        field: 'projects',
      },
    ],
    [{ label: '', items: events }],
    (event) => say.sourceOf(event),
    10.5,
  );
}

function findingsOf({ events, advice, problems, span }: Supervised): Finding[] {
  const findings: Finding[] = [];
  const first = (fits: (event: StoredRecord) => boolean, field: string, words: (count: number) => string) => {
    const [event, ...more] = events.filter(fits);
    if (event)
      findings.push({ severity: 'warning', message: words(more.length + 1), source: say.sourceOf(event, field) });
  };
  first(
    ({ values }) => listOf(values, 'projects').length === 0,
    'projects',
    (n) => `有${n}次监督没有登记涉及的项目。`,
  );
  first(
    ({ values }) => listOf(values, 'subdistrictOffices').length === 0,
    'subdistrictOffices',
    (n) => `有${n}次监督没有登记涉及的街道。`,
  );
  first(
    (event) => !isHeld(event) || !isIn(span, textOf(event.values, 'start')),
    'start',
    (n) => `有${n}次监督的日期或状态请核对。`,
  );
  if (problems.length === 0)
    findings.push({
      severity: 'hint',
      message: '没有登记“问题诉求”，报告里没有“发现的问题”一节；有的请在意见建议里把性质改成问题诉求。',
    });
  if (advice.length === 0) findings.push({ severity: 'warning', message: '没有登记监督提出的意见建议。' });
  return findings;
}
