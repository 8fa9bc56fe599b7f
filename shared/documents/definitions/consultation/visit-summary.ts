import { listOf, numberOf, rowsOf, targetOf, textOf } from '../../../records/read-value.ts';
import type { Lookup, StoredRecord } from '../../../records/record.ts';
import type { Composed, DocumentDefinition, DocumentMaterial } from '../../definition.ts';
import type { DocumentBlock, DocumentModel, Finding } from '../../model.ts';
import { characterFindings } from '../../rare-characters.ts';
import * as say from '../../wording.ts';
import { figureRun, figuresOf } from './counted.ts';
import { gap, located } from './locate.ts';
import { digest, memberNames, unitName, withoutStop } from './naming.ts';
import { type Span, spanParam, spanParams } from './spans.ts';
import { shortDay } from './suggestion-transfer.ts';
import { prose, register } from './tables.ts';

const TABLES = ['走访联络党外委员情况表', '企业反映问题清单'] as const;

/** 走访情况: members outside the Communist Party who were visited, or what companies asked for (J15; figures UF.VISIT, WR.*). */
export const visitSummary: DocumentDefinition = {
  id: 'visitSummary',
  label: '走访情况表',
  group: '协商监督',
  layout: 'plain',
  aliases: ['走访联络党外委员情况表', '企业反映问题清单', '走访台账'],
  description: '走访联络党外委员的逐次情况和人次，或企业座谈收集的问题、建议和办理情况。',
  parameters: [{ name: 'table', label: '出哪张', type: 'choice', options: TABLES, initial: TABLES[0] }, ...spanParams],
  compose,
};

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const which = say.choiceParam(params, 'table', '出哪张', TABLES);
  const span = spanParam(params, material);
  const { blocks, findings } = which === TABLES[0] ? visits(span, material) : companyProblems(span, material);
  const model: DocumentModel = {
    document: 'visitSummary',
    title: which,
    fileName: `${which}（${span.words}）`,
    page: { orientation: 'landscape', grid: 'free', folio: 'center' },
    blocks: [say.paragraph('title', which), ...blocks],
  };
  return { model, findings: [...located(findings, model), ...characterFindings(model, material.settings)] };
}

interface Part {
  readonly blocks: readonly DocumentBlock[];
  readonly findings: readonly Finding[];
}

interface Visit {
  readonly event: StoredRecord;
  /** Members outside the party who were visited that day. */
  readonly persons: number;
}

function visits(span: Span, material: DocumentMaterial): Part {
  const { lookup, settings } = material;
  const figure = figuresOf(material, span)('UF.VISIT');
  const found = figure.evidence
    .flatMap(({ id, kind, amount, day }) => {
      const event = lookup(kind, id);
      return event && (amount ?? 0) > 0 ? [{ event, persons: amount ?? 0, day }] : [];
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const unnamed = found.filter(({ event }) => listOf(event.values, 'visited').length === 0).map(({ event }) => event);
  if (found.length === 0) {
    const text = `${span.words}没有登记走访党外委员。请在“会议活动”里登记走访，填走访了谁或人数。`;
    return { blocks: [say.paragraph('body', text)], findings: [{ severity: 'error', message: text }] };
  }
  const table = register<Visit>(
    [
      { label: '序号', width: 12, text: (_, index) => String(index + 1) },
      { label: '日期', width: 24, text: ({ event }) => shortDay(textOf(event.values, 'start')), field: 'start' },
      { label: '走访人', width: 44, align: 'left', text: ({ event }) => visitorsOf(event, lookup), field: 'visitors' },
      {
        label: '走访的党外委员',
        width: 62,
        align: 'left',
        text: ({ event }) => nonPartyNames(event, lookup),
        field: 'visited',
      },
      { label: '人次', width: 14, text: ({ persons }) => String(persons), field: 'visitedNonParty' },
      { label: '地点', width: 34, align: 'left', text: ({ event }) => textOf(event.values, 'place'), field: 'place' },
      { label: '走访情况', width: 62, align: 'left', text: ({ event }) => courseOf(event), field: 'content' },
    ],
    [{ label: '', items: found }],
    ({ event }) => say.sourceOf(event),
  );
  const total = figureRun(figure, '', span);
  return {
    blocks: [
      prose('subtitle', [
        `（${settings.shortName}，${span.words}；走访${found.length}次，`,
        { ...total, text: `${total.text}人次` },
        '）',
      ]),
      say.paragraph('tableNote', ''),
      {
        ...table,
        rows: [
          ...table.rows,
          [
            { runs: [{ text: '合计', lead: true }], colSpan: 4, align: 'center' },
            { runs: [total], align: 'center' },
            { runs: [], colSpan: 2 },
          ],
        ],
      },
      say.paragraph(
        'tableNote',
        '口径：走访活动里党外委员的人数相加；登记了走访谁的，按政治面貌数，没有登记的按填写的人数。',
      ),
    ],
    findings: gap(unnamed, 'visited', 'warning', (n) => `有${n}次走访只填了人数，没有登记走访了谁。`),
  };
}

const visitorsOf = ({ values }: StoredRecord, lookup: Lookup): string =>
  memberNames(listOf(values, 'visitors'), lookup) || withoutStop(textOf(values, 'leaders'));

const PARTY = ['中共党员', '中共预备党员'];

/** Those of the visited who are not on record as party members. */
function nonPartyNames({ values }: StoredRecord, lookup: Lookup): string {
  const ids = listOf(values, 'visited').filter((id) => {
    const parties = listOf(targetOf(lookup('member', id)?.values ?? {}, 'person', 'person', lookup), 'parties');
    return !parties.some((party) => PARTY.includes(party));
  });
  return memberNames(ids, lookup);
}

/** 目的、内容、成效 as far as they were written down; otherwise what the visit was called. */
function courseOf({ values }: StoredRecord): string {
  const parts = ['content', 'effect'].map((field) => withoutStop(textOf(values, field))).filter(Boolean);
  return digest(parts.length > 0 ? parts.join('；') : withoutStop(textOf(values, 'title')), 80);
}

function companyProblems(span: Span, material: DocumentMaterial): Part {
  const { lookup } = material;
  const figures = figuresOf(material, span);
  const collected = figures('WR.SUG');
  const records = collected.evidence.flatMap(({ kind, id }) => lookup(kind, id) ?? []);
  const day = ({ values }: StoredRecord) => textOf(targetOf(values, 'event', 'event', lookup), 'start');
  records.sort((a, b) => {
    const [left, right] = [day(a), day(b)];
    if (left !== right) return left < right ? -1 : 1;
    return (numberOf(a.values, 'seq') ?? 0) - (numberOf(b.values, 'seq') ?? 0);
  });
  const opening = prose('tableNote', [
    `${span.words}，班子成员走访企业`,
    figureRun(figures('WR.LEAD'), '家', span),
    '，专委会走访委员企业',
    figureRun(figures('WR.ZWH'), '家', span),
    '，座谈会',
    figureRun(figures('WR.MEET'), '场', span),
    '，收集意见和问题',
    figureRun(collected, '条', span),
    '。',
  ]);
  if (records.length === 0) {
    const text = `${span.words}没有登记企业座谈会收集的意见和问题。`;
    return { blocks: [opening, say.paragraph('body', text)], findings: [{ severity: 'error', message: text }] };
  }
  const without = (field: string) => records.filter(({ values }) => textOf(values, field) === '');
  return {
    blocks: [
      opening,
      problemTable(records, lookup),
      say.paragraph(
        'tableNote',
        '口径：专项是“万人助万企”的座谈会提出的意见建议和问题诉求，两种都算，按开会的日期；企业去重。',
      ),
    ],
    findings: [
      ...gap(without('mainUnit'), 'mainUnit', 'warning', (n) => `有${n}条还没有主责单位。`),
      ...gap(without('reply'), 'reply', 'hint', (n) => `有${n}条还没有答复，办理情况空着。`),
    ],
  };
}

function problemTable(records: readonly StoredRecord[], lookup: Lookup) {
  const meeting = ({ values }: StoredRecord) => targetOf(values, 'event', 'event', lookup);
  return register<StoredRecord>(
    [
      { label: '序号', width: 12, text: (_, index) => String(index + 1) },
      {
        label: '企业反映的问题、建议',
        width: 76,
        align: 'left',
        text: ({ values }) => textOf(values, 'text'),
        field: 'text',
      },
      { label: '性质', width: 20, text: ({ values }) => textOf(values, 'suggestionKind'), field: 'suggestionKind' },
      { label: '座谈会', width: 48, align: 'left', text: (one) => meetingWords(meeting(one)), field: 'event' },
      {
        label: '主责单位',
        width: 34,
        align: 'left',
        text: ({ values }) => unitName(textOf(values, 'mainUnit'), lookup),
        field: 'mainUnit',
      },
      { label: '办理情况', width: 60, align: 'left', text: ({ values }) => progressOf(values), field: 'reply' },
    ],
    [{ label: '', items: records }],
    (record) => say.sourceOf(record),
  );
}

const meetingWords = (values: StoredRecord['values']): string =>
  [withoutStop(textOf(values, 'title')), shortDay(textOf(values, 'start'))].filter(Boolean).join('，');

function progressOf(values: StoredRecord['values']): string {
  const made = rowsOf(values, 'conversions')
    .map((row) => withoutStop(textOf(row, 'title')))
    .filter(Boolean);
  const parts = [textOf(values, 'state'), textOf(values, 'adoption'), withoutStop(textOf(values, 'reply')), ...made];
  return parts.filter(Boolean).join('；');
}
