import type { DocumentModel, Finding } from '../model.ts';
import { attachmentRules } from './attachments.ts';
import { checkText, type TextFinding, textRules } from './check-text.ts';
import { completenessRules } from './completeness.ts';
import type { CheckContext, DocumentRule } from './document-rule.ts';
import { ledgerRules } from './figures-on-paper.ts';
import { headingRules } from './headings.ts';
import { rosterRules } from './names-on-roster.ts';
import { type Place, placesOf, sourceAt } from './places.ts';
import type { CheckRule } from './rule.ts';
import { sequenceRules } from './sequences.ts';
import { seriesRules } from './series-numbers.ts';
import { totalRules } from './totals.ts';

export const documentRules: readonly DocumentRule[] = [
  ...completenessRules,
  ...headingRules,
  ...sequenceRules,
  ...attachmentRules,
  ...rosterRules,
  ...totalRules,
  ...ledgerRules,
  ...seriesRules,
];

/** Every rule there is, those of texts and those of papers. */
export const checkRules: readonly CheckRule[] = [...textRules, ...documentRules];

const byId = new Map(checkRules.map((rule) => [rule.id, rule]));

export const checkRuleOf = (id: string | undefined): CheckRule | undefined =>
  id === undefined ? undefined : byId.get(id);

/** Most findings that are told of one paper: nobody reads more, and a pasted book must not flood the page. */
const MOST = 1000;

/**
 * 体检: everything on the paper that breaks a rule, in the order of the paper. Changes nothing.
 * Findings with `range` and `replacement` can be taken over with applyFinding.
 */
export function checkDocument(model: DocumentModel, context: CheckContext): readonly Finding[] {
  return inOrder(model, [...checkSteps(model, context)].flat());
}

/** The same bit by bit, for whoever has to let others in between: a whole book takes its time. */
export function* checkSteps(model: DocumentModel, context: CheckContext): Generator<readonly Finding[], void> {
  const off = context.off ?? new Set<string>();
  // Cells of a register say the same again and again.
  const known = new Map<string, readonly TextFinding[]>();
  for (const place of placesOf(model)) yield wordFindings(place, off, known);
  for (const rule of documentRules) if (!off.has(rule.id)) yield paperFindings(rule, model, context);
}

/** Findings in the order of the paper, no more than anybody reads. */
export const inOrder = (model: DocumentModel, findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort(byPlace(model)).slice(0, MOST);

function wordFindings(place: Place, off: ReadonlySet<string>, known: Map<string, readonly TextFinding[]>): Finding[] {
  const key = `${place.kind} ${place.text}`;
  const found = known.get(key) ?? checkText(place.text, place.kind, off);
  known.set(key, found);
  const own = found.map((finding): Finding => {
    const source = sourceAt(place, finding.range[0]);
    return { ...finding, ...place.at, ...(source ? { source } : {}) };
  });
  // A note has no place of its own on the paper: it is told where it is anchored.
  const notes = (place.runs ?? []).flatMap(({ note }) =>
    checkText(note ?? '', 'running', off).map(
      ({ severity, message, rule }): Finding => ({ severity, message: `注文：${message}`, rule, ...place.at }),
    ),
  );
  return [...own, ...notes];
}

const paperFindings = (rule: DocumentRule, model: DocumentModel, context: CheckContext): Finding[] =>
  rule
    .find(model, context)
    .map((finding) => ({ ...finding, rule: rule.id, severity: finding.severity ?? rule.severity }));

/** Head, blocks, foot; within a block from left to right. */
function byPlace(model: DocumentModel) {
  const after = model.blocks.length;
  const line = ({ block, part }: Finding) => block ?? (part?.startsWith('imprint') ? after : -1);
  return (a: Finding, b: Finding): number =>
    line(a) - line(b) ||
    (a.cell?.row ?? -1) - (b.cell?.row ?? -1) ||
    (a.cell?.cell ?? -1) - (b.cell?.cell ?? -1) ||
    (a.range?.[0] ?? 0) - (b.range?.[0] ?? 0);
}
