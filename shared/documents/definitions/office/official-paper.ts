import { asBody, isBlankBody } from '../../../records/body-shape.ts';
import { numberOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord } from '../../../records/record.ts';
import type { Composed, DocumentDefinition, DocumentMaterial } from '../../definition.ts';
import { blocksFromBody } from '../../from-body.ts';
import { placed } from '../../minutes.ts';
import type { DocumentBlock, DocumentModel, Finding, Imprint, Masthead, PageSetup } from '../../model.ts';
import { numberOnPaper, numberParameter } from '../../paper-number.ts';
import { characterFindings } from '../../rare-characters.ts';
import * as say from '../../wording.ts';
import { headName } from './names.ts';
import { isUpward, paperFindings } from './paper-rules.ts';

const FORMATS = ['按文种', '公文格式', '信函格式'] as const;
const SEALS = ['加盖印章', '不加盖印章'] as const;
const URGENCIES = ['不标注', '加急', '特急'] as const;
const SIGNED_SERIES: Readonly<Record<string, string>> = { 函: 'letter', 报告: 'report', 请示: 'file' };

/** 请示、报告、函、通知 … from the register, in 公文格式 or 信函格式 (GB/T 9704-2012, 7, 10.1). */
export const officialPaper: DocumentDefinition = {
  id: 'officialPaper',
  label: '公文',
  group: '公文',
  layout: 'official',
  series: 'file',
  aliases: ['请示', '报告', '函', '通知', '红头文件', '联合行文', '上行文'],
  description: '从公文登记出请示、报告、函、通知：红头、文号、签发人、主送、正文、附件说明、署名、版记。',
  parameters: [
    { name: 'document', label: '公文', type: 'reference', targets: ['officialDocument'], required: true },
    {
      name: 'format',
      label: '格式',
      type: 'choice',
      options: FORMATS,
      initial: FORMATS[0],
      help: '按文种：函用信函格式，其他用公文格式',
    },
    numberParameter,
    { name: 'date', label: '成文日期', type: 'date', help: '留空用登记的；没有登记的用今天' },
    { name: 'mark', label: '红头', type: 'text', help: '留空为发文机关加“文件”；信函格式不加' },
    { name: 'seal', label: '印章', type: 'choice', options: SEALS, initial: SEALS[0] },
    { name: 'copyNumber', label: '份号', type: 'integer', help: '涉密公文才标注' },
    { name: 'urgency', label: '紧急程度', type: 'choice', options: URGENCIES, initial: URGENCIES[0] },
    { name: 'annotation', label: '附注', type: 'text', help: '请示写联系人和电话' },
  ],
  compose,
};

type Params = Readonly<Record<string, unknown>>;

function compose(params: Params, material: DocumentMaterial): Composed {
  const record = say.recordParam(params, 'document', '公文', ['officialDocument'], material);
  const { values } = record;
  const { settings } = material;
  const docType = textOf(values, 'docType');
  const format = say.choiceParam(params, 'format', '格式', FORMATS);
  const letter = format === '信函格式' || (format === '按文种' && docType === '函');
  const sealed = say.choiceParam(params, 'seal', '印章', SEALS) === SEALS[0];
  const written = say.dayParam(params, 'date', '成文日期') || textOf(values, 'writtenOn');
  const date = written || material.today;
  const issuers = issuersOf(record, material);
  const signers = splitNames(textOf(values, 'signer'));
  const numbered = numberOnPaper(
    say.textParam(params, 'number') || textOf(values, 'number'),
    letter ? 'letter' : (SIGNED_SERIES[docType] ?? 'file'),
    Number(date.slice(0, 4)),
    material,
    say.sourceOf(record, 'number'),
  );
  const title = textOf(values, 'title').trim() || '未命名的公文';
  const annotation = say.textParam(params, 'annotation').replace(/^[（(]|[）)]$/gu, '');
  const findings: Finding[] = [...numbered.findings, ...paperFindings(record, { issuers, annotation })];
  if (!written) {
    const message = '没有登记成文日期，先按今天写；印发前请核对。';
    findings.push({ severity: 'warning', message, source: say.sourceOf(record, 'writtenOn') });
  }
  const attachments = attachmentNames(textOf(values, 'attachmentNote'));
  if (attachments.length > 0) {
    const message = `附件说明列了${attachments.length}件附件，附件正文不在这份文件里，印发时请附在后面。`;
    findings.push({ severity: 'hint', message, source: say.sourceOf(record, 'attachmentNote') });
  }
  const model: DocumentModel = {
    document: 'officialPaper',
    title,
    fileName: `${title}（${say.chineseDay(date)}）`,
    page: pageOf(letter),
    masthead: mastheadOf(params, { letter, issuers, signers, docType, number: numbered.number }),
    blocks: [
      say.paragraph('title', title, say.sourceOf(record, 'title')),
      say.blank(),
      ...salutation(record),
      ...textOfPaper(record),
      ...attachmentNotes(attachments, record),
      say.blank(),
      ...issuers.map((issuer) => say.paragraph('signature', issuer, say.sourceOf(record, 'issuer'))),
      say.paragraph('date', say.chineseDay(date), say.sourceOf(record, 'writtenOn')),
      ...(annotation ? [say.paragraph('annotation', `（${annotation}）`)] : []),
    ],
    ...imprintOf(record, letter, date, material),
    ...(sealed ? { sealed } : {}),
  };
  return { model, findings: [...placed(findings, model), ...characterFindings(model, settings)] };
}

/** 联合行文: several bodies in one field, the leading one first. The office itself where none is entered. */
function issuersOf(record: StoredRecord, material: DocumentMaterial): string[] {
  const own = splitNames(textOf(record.values, 'issuer'));
  if (own.length > 0) return own;
  const { fullName, issuer } = material.settings;
  const usual = fullName || issuer;
  return usual ? [usual] : [];
}

export const splitNames = (text: string): string[] =>
  text
    .split(/[、，,;；\r\n]+/u)
    .map((name) => name.trim())
    .filter(Boolean);

/** The folio is hidden on the first page of a 信函 (10.1). */
const pageOf = (letter: boolean): PageSetup => ({
  orientation: 'portrait',
  grid: 'official',
  folio: 'outside',
  ...(letter ? { firstPageFolio: 'none' as const } : {}),
});

interface Head {
  readonly letter: boolean;
  readonly issuers: readonly string[];
  readonly signers: readonly string[];
  readonly docType: string;
  readonly number: string;
}

function mastheadOf(params: Params, { letter, issuers, signers, docType, number }: Head): Masthead {
  const own = say.textParam(params, 'mark');
  const [leading = ''] = issuers;
  const copy = say.integerParam(params, 'copyNumber', '份号');
  const urgency = say.choiceParam(params, 'urgency', '紧急程度', URGENCIES);
  const joint = !letter && issuers.length > 1 && !own;
  return {
    style: letter ? 'letter' : 'official',
    mark: own || (joint ? '文件' : `${headName(leading)}${letter ? '' : '文件'}`),
    ...(joint ? { issuers: issuers.map(headName) } : {}),
    ...(isUpward(docType) && !letter && signers.length > 0 ? { signers } : {}),
    ...(copy === undefined ? {} : { copyNumber: String(copy).padStart(6, '0') }),
    ...(urgency === URGENCIES[0] ? {} : { urgency }),
    ...(number ? { number } : {}),
  };
}

function salutation(record: StoredRecord): DocumentBlock[] {
  const receivers = textOf(record.values, 'mainReceivers')
    .trim()
    .replace(/[：:]+$/u, '');
  return receivers ? [say.paragraph('salutation', `${receivers}：`, say.sourceOf(record, 'mainReceivers'))] : [];
}

function textOfPaper(record: StoredRecord): DocumentBlock[] {
  const body = asBody(record.values.body);
  if (!body || isBlankBody(body)) return [say.paragraph('body', '____', say.sourceOf(record, 'body'))];
  return blocksFromBody(body, say.sourceOf(record, 'body'), { next: 1 });
}

/** Names without numbers, marks and “附件：”, one a line or one after a number. */
export function attachmentNames(note: string): string[] {
  return note
    .replace(/^\s*附件[：:]?/u, '')
    .split(/[\r\n；;]+|(?=(?:^|\s)\d{1,2}[.．、])/u)
    .map((line) =>
      line
        .trim()
        .replace(/^\d{1,2}[.．、]\s*/u, '')
        .replace(/[。；;，,]+$/u, ''),
    )
    .filter(Boolean);
}

/** 附件说明: a blank row, one name, or numbered names one under the other (7.3.4). */
function attachmentNotes(names: readonly string[], record: StoredRecord): DocumentBlock[] {
  const source = say.sourceOf(record, 'attachmentNote');
  const [only, second] = names;
  if (!only) return [];
  if (!second) return [say.blank(), say.paragraph('attachmentNote', `附件：${only}`, source)];
  return [
    say.blank(),
    ...names.map((name, index) =>
      say.paragraph('attachmentNote', `${index === 0 ? '附件：' : ''}${index + 1}.${name}`, source),
    ),
  ];
}

/** The office prints what the body and its 党组 issue; others print their own. */
function printerOf(record: StoredRecord, { settings }: DocumentMaterial): string {
  const [leading = ''] = splitNames(textOf(record.values, 'issuer'));
  const own = headName(settings.fullName);
  return !leading || leading === settings.issuer || (own && headName(leading).includes(own))
    ? settings.issuer
    : leading;
}

/** 版记; a 信函 has 抄送 alone and no 印发机关 (10.1). */
function imprintOf(
  record: StoredRecord,
  letter: boolean,
  date: string,
  material: DocumentMaterial,
): { imprint?: Imprint } {
  const { values } = record;
  const receivers = say.receiverLines(textOf(values, 'copyReceivers'), '抄送');
  if (letter) return receivers.length > 0 ? { imprint: { style: 'official', receivers } } : {};
  const issuer = textOf(values, 'printedBy').trim() || printerOf(record, material);
  const copies = numberOf(values, 'copies');
  return {
    imprint: {
      style: 'official',
      receivers,
      ...(issuer ? { issuer } : {}),
      issued: `${say.chineseDay(textOf(values, 'printedOn') || date)}印发`,
      ...(copies ? { remarks: `共印${copies}份` } : {}),
    },
  };
}
