import { edit } from '../edit.ts';
import type { DocumentModel, Finding, Run } from '../model.ts';

/** Whether a finding offers a text to put in the place of its slip. */
export const isOffered = (finding: Finding): boolean =>
  finding.replacement !== undefined &&
  finding.range !== undefined &&
  (finding.block !== undefined || finding.part !== undefined);

/**
 * The paper with one offer taken; one that no longer fits leaves it as it is. Looks, notes and sources of the words
 * around stay.
 */
export function applyFinding(model: DocumentModel, finding: Finding): DocumentModel {
  const { block, cell, part, range, replacement } = finding;
  if (range === undefined || replacement === undefined) return model;
  if (part !== undefined) return replacePart(model, part, range, replacement);
  const content = block === undefined ? undefined : model.blocks[block];
  if (block === undefined || !content) return model;
  if (content.type === 'paragraph' && !cell) {
    const runs = replaceInRuns(content.runs, range, replacement);
    return runs ? edit(model, { type: 'replaceRuns', block, runs }) : model;
  }
  const old = content.type === 'table' && cell ? content.rows[cell.row]?.[cell.cell] : undefined;
  const runs = old && replaceInRuns(old.runs, range, replacement);
  return cell && runs ? edit(model, { type: 'replaceCell', block, row: cell.row, cell: cell.cell, runs }) : model;
}

/** All offers together, the last on the paper first so that the places of the others hold; of two that overlap one. */
export function applyFindings(model: DocumentModel, findings: readonly Finding[]): DocumentModel {
  const offers = findings.filter(isOffered).sort((a, b) => (b.range?.[0] ?? 0) - (a.range?.[0] ?? 0));
  const reached = new Map<string, number>();
  return offers.reduce((now, finding) => {
    const [from = 0, to = 0] = finding.range ?? [];
    const key = JSON.stringify([finding.block, finding.cell, finding.part]);
    if (to > (reached.get(key) ?? Number.POSITIVE_INFINITY)) return now;
    reached.set(key, from);
    return applyFinding(now, finding);
  }, model);
}

/** The words now at the place of a finding; undefined when the place is gone. */
export function wordsAt(model: DocumentModel, { block, cell, part }: Finding): string | undefined {
  if (part !== undefined) return partText(model, part);
  const content = block === undefined ? undefined : model.blocks[block];
  if (content?.type === 'paragraph') return content.runs.map((run) => run.text).join('');
  if (content?.type !== 'table' || !cell) return undefined;
  return content.rows[cell.row]?.[cell.cell]?.runs.map((run) => run.text).join('');
}

/** @returns undefined when the text is shorter than the range. */
function replaceInRuns(
  runs: readonly Run[],
  [from, to]: readonly [number, number],
  replacement: string,
): readonly Run[] | undefined {
  const length = runs.reduce((sum, run) => sum + run.text.length, 0);
  if (from < 0 || to > length || from > to) return undefined;
  if (runs.length === 0) return [{ text: replacement }];
  let at = 0;
  let placed = false;
  return runs.map((run, index) => {
    const start = at;
    at += run.text.length;
    const [first, last] = [Math.max(from, start), Math.min(to, at)];
    const holds = !placed && from <= at && (from < at || index === runs.length - 1 || from === to);
    if (!holds && first >= last) return run;
    const head = run.text.slice(0, Math.max(0, Math.min(run.text.length, from - start)));
    const tail = run.text.slice(Math.max(0, Math.min(run.text.length, to - start)));
    const middle = holds ? replacement : '';
    placed ||= holds;
    return { ...run, text: `${head}${middle}${tail}` };
  });
}

type HeadField = 'mark' | 'number' | 'issuer' | 'date' | 'notice';
type FootField = 'issuer' | 'issued' | 'remarks';

function partText(model: DocumentModel, name: string): string | undefined {
  const [area, field = '', index] = name.split('.');
  if (area === 'masthead') {
    if (field === 'issuers') return model.masthead?.issuers?.[Number(index)];
    return model.masthead?.[field as HeadField];
  }
  if (field === 'receivers') return model.imprint?.receivers[Number(index)]?.text;
  return model.imprint?.[field as FootField];
}

function replacePart(
  model: DocumentModel,
  name: string,
  [from, to]: readonly [number, number],
  replacement: string,
): DocumentModel {
  const old = partText(model, name);
  if (old === undefined || to > old.length) return model;
  const text = `${old.slice(0, from)}${replacement}${old.slice(to)}`;
  const [area, field = '', index] = name.split('.');
  const { masthead, imprint } = model;
  if (area === 'masthead' && masthead) {
    const next =
      field === 'issuers'
        ? { ...masthead, issuers: (masthead.issuers ?? []).with(Number(index), text) }
        : { ...masthead, [field]: text };
    return edit(model, { type: 'masthead', masthead: next });
  }
  if (!imprint) return model;
  const next =
    field === 'receivers'
      ? { ...imprint, receivers: imprint.receivers.map((one, at) => (at === Number(index) ? { ...one, text } : one)) }
      : { ...imprint, [field]: text };
  return edit(model, { type: 'imprint', imprint: next });
}
