import type { DocumentModel, Finding, ParagraphRole, Run, Source } from '../model.ts';
import { runsText } from '../wording.ts';
import type { TextKind } from './rule.ts';

/** A stretch of words on the paper with where it stands. */
export interface Place {
  readonly at: Pick<Finding, 'block' | 'cell' | 'part'>;
  readonly kind: TextKind;
  /** Absent: a cell, or a part of head or foot. */
  readonly role?: ParagraphRole;
  readonly text: string;
  /** Absent: a part of head or foot. */
  readonly runs?: readonly Run[];
  readonly source?: Source;
}

const HEADINGS: ReadonlySet<ParagraphRole> = new Set<ParagraphRole>([
  'title',
  'subtitle',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'articleTitle',
  'tableTitle',
  'attachmentMark',
  'attachmentTitle',
  'attachmentNote',
  'formTitle',
  'coverTitle',
  'coverSubtitle',
  'partTitle',
  'chapterTitle',
  'contentsTitle',
]);
const NAMES: ReadonlySet<ParagraphRole> = new Set<ParagraphRole>(['nameList', 'signature', 'byline', 'coverNote']);

const kindOfRole = (role: ParagraphRole): TextKind =>
  HEADINGS.has(role) ? 'heading' : NAMES.has(role) ? 'names' : 'running';

/** Every stretch of words of a paper: head, paragraphs and cells in their order, foot. */
export function placesOf(model: DocumentModel): readonly Place[] {
  const places: Place[] = headParts(model);
  let before = '';
  model.blocks.forEach((content, block) => {
    if (content.type === 'paragraph') {
      const { role, runs, source } = content;
      const text = runsText(runs);
      // 一、……； 二、……。 are the items of one sentence, though they are set as headings.
      const item = /^heading\d$/u.test(role) && (text.endsWith('；') || before.endsWith('；'));
      const place = { at: { block }, kind: item ? ('running' as const) : kindOfRole(role), role, text, runs };
      places.push(source ? { ...place, source } : place);
      before = text;
    } else if (content.type === 'table') {
      content.rows.forEach((cells, row) => {
        cells.forEach(({ runs, source }, cell) => {
          const place = { at: { block, cell: { row, cell } }, kind: 'cell' as const, text: runsText(runs), runs };
          places.push(source ? { ...place, source } : place);
        });
      });
    }
  });
  return [...places, ...footParts(model)];
}

const part = (name: string, text: string | undefined): Place[] =>
  text ? [{ at: { part: name }, kind: 'cell', text }] : [];

function headParts({ masthead }: DocumentModel): Place[] {
  if (!masthead) return [];
  return [
    ...part('masthead.mark', masthead.mark),
    ...(masthead.issuers ?? []).flatMap((issuer, index) => part(`masthead.issuers.${index}`, issuer)),
    ...part('masthead.number', masthead.number),
    ...part('masthead.issuer', masthead.issuer),
    ...part('masthead.date', masthead.date),
    ...part('masthead.notice', masthead.notice),
  ];
}

function footParts({ imprint }: DocumentModel): Place[] {
  if (!imprint) return [];
  return [
    ...imprint.receivers.flatMap(({ text }, index) => part(`imprint.receivers.${index}`, text)),
    ...part('imprint.issuer', imprint.issuer),
    ...part('imprint.issued', imprint.issued),
    ...part('imprint.remarks', imprint.remarks),
  ];
}

/** The record that the words at an offset were taken from. */
export function sourceAt({ runs, source }: Place, offset: number): Source | undefined {
  let at = 0;
  for (const run of runs ?? []) {
    at += run.text.length;
    // Words typed among those of a record are nobody's.
    if (offset < at) return run.source ?? (runs?.some((other) => other.source) ? undefined : source);
  }
  return source;
}

/** Paragraphs only, with their index among the blocks. */
export function paragraphsOf(model: DocumentModel) {
  return model.blocks.flatMap((content, block) =>
    content.type === 'paragraph'
      ? [{ block, role: content.role, text: runsText(content.runs), source: content.source }]
      : [],
  );
}
