import type { OfficeSettings } from '../definition.ts';
import type { DocumentModel, ParagraphRole } from '../model.ts';
import type { CheckContext, DocumentRule, PaperFinding } from './document-rule.ts';
import { type Place, paragraphsOf, placesOf } from './places.ts';

const TITLES: ReadonlySet<ParagraphRole> = new Set<ParagraphRole>([
  'title',
  'articleTitle',
  'formTitle',
  'coverTitle',
  'chapterTitle',
  'partTitle',
]);

function missing(model: DocumentModel, context: CheckContext): PaperFinding[] {
  const paragraphs = paragraphsOf(model).filter(({ text }) => text.trim() !== '');
  const has = (role: ParagraphRole) => paragraphs.some((paragraph) => paragraph.role === role);
  const layout = context.definition?.layout ?? 'plain';
  const findings: PaperFinding[] = [];
  // Cards and slips may do without.
  if (layout !== 'plain' && !paragraphs.some(({ role }) => TITLES.has(role))) findings.push({ message: '没有标题' });
  if (paragraphs.length === 0 && !model.blocks.some(({ type }) => type === 'table' || type === 'figure'))
    findings.push({ message: '没有内容' });
  if (context.definition?.series && model.masthead && !model.masthead.number?.trim())
    findings.push({ message: '没有文号', part: 'masthead.number', severity: 'warning' });
  if (layout !== 'official' && layout !== 'letter') return findings;
  // Without a head it is an inner paper, such as a speech or a catalogue.
  if (!model.masthead) return findings;
  if (!has('date')) findings.push({ message: '没有成文日期' });
  if (!has('signature')) findings.push({ message: '没有发文机关署名', severity: 'warning' });
  if (!has('salutation')) findings.push({ message: '没有主送机关；公布性的公文不写，请核对', severity: 'hint' });
  return findings;
}

/** The names of the office that may stand in a red head or as the issuing body. */
export function authorisedNames({ fullName, shortName, issuer }: OfficeSettings): readonly string[] {
  const area = /中国人民政治协商会议(.+)/u.exec(fullName)?.[1];
  const names = [fullName, shortName, issuer, issuer.replace(/办公室$/u, ''), area ? `政协${area}` : ''];
  const body = [...new Set(names.map((name) => name.trim()).filter(Boolean))];
  return body;
}

function redHead(model: DocumentModel, { settings }: CheckContext): PaperFinding[] {
  const { masthead } = model;
  const names = authorisedNames(settings);
  if (!masthead || names.length === 0 || masthead.style === 'briefing') return [];
  const isOurs = (name: string) => names.some((own) => name === own || name.startsWith(own));
  if (masthead.issuers && masthead.issuers.length > 0) {
    if (masthead.issuers.some(isOurs)) return [];
    return [{ part: 'masthead.issuers.0', message: '联合行文的机关里没有本单位的规范名称' }];
  }
  // 纪要 have the name of the meeting, 命令 none at all.
  if (/纪要$/u.test(masthead.mark)) return [];
  const mark = masthead.mark.replace(/文件$/u, '').trim();
  // Drawn up for another body, which signs it as well: a reply of the department in charge.
  const signed = paragraphsOf(model).some(({ role, text }) => role === 'signature' && text.trim() === mark);
  if (isOurs(mark) || signed) return [];
  const range = [0, masthead.mark.length] as const;
  const message = `红头“${masthead.mark}”不是资料库设置里的单位名称（${names.join('、')}）`;
  return [{ part: 'masthead.mark', range, message }];
}

function salutations(model: DocumentModel): PaperFinding[] {
  return paragraphsOf(model)
    .filter(({ role, text }) => role === 'salutation' && text.trim() !== '' && !text.trim().endsWith('：'))
    .map(({ block, text }) => {
      const end = text.trimEnd();
      const from = end.replace(/[:，。；、,.;]+$/u, '').length;
      return { block, range: [from, end.length], replacement: '：', message: '主送机关之后用全角冒号' };
    });
}

/** What was to be filled in and was not. A form is filled in by hand: its lines are no slip. */
const BLANKS: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/[_＿]{2,}/gu, '留空没有填'],
  [/【缺[：:][^】]{0,60}】|【(?:待[^】]{0,20}|此处[^】]{0,40}|请[^】]{0,40})】/gu, '占位没有换掉'],
  [/\{[A-Za-z\u4e00-\u9fff#/][^{}\n]{0,60}\}/gu, '占位没有换掉'],
  [/[×✕]{2,}|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|[○◯]{2,}|某某|[？?]{3,}/gu, '占位没有换掉'],
];

function placeholders(model: DocumentModel, { definition }: CheckContext): PaperFinding[] {
  const book = definition?.layout === 'book' || model.page.grid === 'book';
  return placesOf(model).flatMap((place) =>
    BLANKS.flatMap(([pattern, what]) =>
      [...place.text.matchAll(pattern)].flatMap((match): PaperFinding[] => {
        const words = match[0];
        const severity = weight(place, words, book, definition?.layout === 'plain');
        const range = [match.index, match.index + words.length] as const;
        const message = `“${words.slice(0, 20)}”${what}`;
        return severity === 'none' ? [] : [{ ...place.at, range, severity, message }];
      }),
    ),
  );
}

function weight({ kind }: Place, words: string, book: boolean, plain: boolean): 'error' | 'hint' | 'none' {
  // 史料 leave out names and illegible characters on purpose.
  if (book && !/[{【]/u.test(words)) return 'hint';
  if (!/^[_＿]/u.test(words)) return 'error';
  return kind === 'cell' ? 'none' : plain ? 'hint' : 'error';
}

export const completenessRules: readonly DocumentRule[] = [
  {
    id: 'missing.parts',
    label: '缺少应有的要素',
    group: '完整',
    severity: 'error',
    source: 'GB/T 9704—2012 7.2、7.3',
    find: missing,
  },
  {
    id: 'missing.placeholders',
    label: '占位、留空没有填',
    group: '完整',
    severity: 'error',
    source: '印发前核对',
    find: placeholders,
  },
  {
    id: 'salutation.colon',
    label: '主送机关之后用全角冒号',
    group: '公文格式',
    severity: 'warning',
    source: 'GB/T 9704—2012 7.3.2',
    find: salutations,
  },
  {
    id: 'redHead.name',
    label: '红头不是规范名称',
    group: '公文格式',
    severity: 'warning',
    source: 'GB/T 9704—2012 7.2.4（发文机关全称或规范化简称）',
    find: redHead,
  },
];
