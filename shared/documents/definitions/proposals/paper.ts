import type { Composed, DocumentMaterial, DocumentParameter } from '../../definition.ts';
import { placed } from '../../minutes.ts';
import type { DocumentBlock, DocumentModel, Finding, Masthead } from '../../model.ts';
import { characterFindings } from '../../rare-characters.ts';
import * as say from '../../wording.ts';
import { placeName } from './cases.ts';

type Params = Readonly<Record<string, unknown>>;

/** Series of the papers of the proposal office. */
export const PROPOSAL_SERIES = 'proposal';

export const issuingParameters: readonly DocumentParameter[] = [
  { name: 'number', label: '文号', type: 'text', help: '只写序号也可以；留空用下一个号' },
  { name: 'issueDate', label: '成文日期', type: 'date', help: '留空用今天' },
  { name: 'signature', label: '署名', type: 'text', help: '留空用资料库设置里的印发单位' },
  { name: 'receivers', label: '抄送', type: 'longText', help: '一行一项，例如“抄送：区政府督查室”' },
];

/** The number given, made whole from its last digits, or the one that comes next. */
export function paperNumber(
  params: Params,
  series: typeof PROPOSAL_SERIES | 'minutes',
  material: DocumentMaterial,
  findings: Finding[],
): string {
  const given = say.textParam(params, 'number');
  if (given && !/^\d+$/.test(given)) return say.documentNumber(given);
  const year = Number((say.dayParam(params, 'issueDate', '成文日期') || material.today).slice(0, 4));
  const next = material.nextNumber?.(series, year) ?? '';
  if (!given) {
    findings.push(
      next
        ? { severity: 'hint', message: '文号是预取的，正式印发前请取号。', part: 'masthead.number' }
        : { severity: 'warning', message: '没有文号，请填写或先取号。' },
    );
    return next;
  }
  const whole = /\d+(?=号$)/u.test(next)
    ? next.replace(/\d+(?=号$)/u, String(Number(given)))
    : `${series === 'minutes' ? `${material.settings.code}纪` : `${material.settings.code.replace(/协$/u, '')}提`}〔${year}〕${Number(given)}号`;
  return say.documentNumber(whole);
}

interface RedPaper {
  readonly document: string;
  readonly title: string;
  readonly fileName?: string;
  readonly blocks: readonly DocumentBlock[];
  readonly attachments?: readonly DocumentBlock[];
  readonly annotation?: string;
  readonly masthead?: Masthead;
}

/** A paper with a red head that the office issues: number, text, signature with seal, attachments, 版记. */
export function redPaper(params: Params, paper: RedPaper, material: DocumentMaterial, findings: Finding[]): Composed {
  const { settings } = material;
  const date = say.dayParam(params, 'issueDate', '成文日期') || material.today;
  const signature = say.textParam(params, 'signature') || settings.issuer;
  if (!signature) findings.push({ severity: 'error', message: '没有署名。请填写，或在资料库设置里写上印发单位。' });
  const number = paperNumber(params, PROPOSAL_SERIES, material, findings);
  const model: DocumentModel = {
    document: paper.document,
    title: paper.title,
    fileName: paper.fileName ?? `${paper.title}（${say.chineseDay(date)}）`,
    page: { orientation: 'portrait', grid: 'official', folio: 'outside' },
    masthead: paper.masthead ?? {
      style: 'official',
      mark: `${signature || placeName(material) || '政协'}文件`.slice(0, 40),
      ...(number ? { number } : {}),
    },
    blocks: [
      say.paragraph('title', paper.title),
      say.blank(),
      ...paper.blocks,
      say.blank(),
      ...(signature ? [say.paragraph('signature', signature)] : []),
      say.paragraph('date', say.chineseDay(date)),
      ...(paper.annotation ? [say.paragraph('annotation', paper.annotation)] : []),
      ...(paper.attachments ?? []),
    ],
    imprint: {
      style: 'official',
      receivers: say.receiverLines(say.textParam(params, 'receivers'), '抄送'),
      ...(settings.issuer ? { issuer: settings.issuer } : {}),
      issued: `${say.chineseDay(date)}印发`,
    },
    sealed: true,
  };
  return finished(model, findings, material);
}

/** Findings get their places; rare characters are looked for. */
export function finished(model: DocumentModel, findings: readonly Finding[], material: DocumentMaterial): Composed {
  return { model, findings: [...placed(findings, model), ...characterFindings(model, material.settings)] };
}

/** 附件, on a new page, in the order of the text: mark, title, content. `mark` is 附件 or 附件1. */
export function attachment(
  mark: string,
  title: string,
  content: readonly DocumentBlock[],
  orientation: 'portrait' | 'landscape' = 'portrait',
): readonly DocumentBlock[] {
  return [
    orientation === 'landscape'
      ? {
          type: 'sectionBreak',
          page: { orientation, grid: 'official', folio: 'outside' },
          start: 'nextPage',
        }
      : { type: 'pageBreak' },
    say.paragraph('attachmentMark', mark),
    say.blank(),
    say.paragraph('attachmentTitle', title),
    say.blank(),
    ...content,
  ];
}

/** Wide or narrow sheet without a red head: registers and forms. */
export function plainPaper(
  model: Omit<DocumentModel, 'page'> & {
    readonly orientation: 'portrait' | 'landscape';
    readonly folio?: 'center' | 'none';
  },
  findings: readonly Finding[],
  material: DocumentMaterial,
): Composed {
  const { orientation, folio, ...rest } = model;
  return finished({ ...rest, page: { orientation, grid: 'free', folio: folio ?? 'center' } }, findings, material);
}
