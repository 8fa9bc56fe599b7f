import type { DocumentModel, Finding } from '../model.ts';
import { attachmentRules } from './attachments.ts';
import { checkText, textRules } from './check-text.ts';
import { completenessRules } from './completeness.ts';
import type { CheckContext, DocumentRule } from './document-rule.ts';
import { ledgerRules } from './figures-on-paper.ts';
import { headingRules } from './headings.ts';
import { rosterRules } from './names-on-roster.ts';
import { placesOf, sourceAt } from './places.ts';
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
  const off = context.off ?? new Set<string>();
  const findings = [...wordFindings(model, off), ...paperFindings(model, context, off)];
  return findings.sort(byPlace(model)).slice(0, MOST);
}

function wordFindings(model: DocumentModel, off: ReadonlySet<string>): Finding[] {
  return placesOf(model).flatMap((place) => {
    const own = checkText(place.text, place.kind, off).map((finding): Finding => {
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
  });
}

function paperFindings(model: DocumentModel, context: CheckContext, off: ReadonlySet<string>): Finding[] {
  return documentRules
    .filter(({ id }) => !off.has(id))
    .flatMap((rule) =>
      rule
        .find(model, context)
        .map((finding) => ({ ...finding, rule: rule.id, severity: finding.severity ?? rule.severity })),
    );
}

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
