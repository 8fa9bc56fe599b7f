import { edit } from '../../../shared/documents/edit.ts';
import type { DocumentModel, Run } from '../../../shared/documents/model.ts';
import { runsText, spliceRuns } from './splice-runs.ts';
import type { Target } from './target.ts';

type MastheadField = 'mark' | 'number' | 'issuer' | 'date' | 'notice' | 'copyNumber' | 'secrecy' | 'urgency';
/** Names one by one: bodies of a joint paper, people who sign. */
type MastheadList = 'issuers' | 'signers';
type ImprintField = 'issuer' | 'issued' | 'remarks';

/** The words at a place of the document, as the editing box shows them; undefined when nothing can be typed there. */
export function textAt(model: DocumentModel, target: Target): string | undefined {
  if (target.part !== undefined) return partText(model, target.part);
  const runs = runsAt(model, target);
  return runs && runsText(runs);
}

function runsAt(model: DocumentModel, { block, row, cell }: Target): readonly Run[] | undefined {
  const found = block === undefined ? undefined : model.blocks[block];
  if (found?.type === 'paragraph') return found.runs;
  if (found?.type === 'table' && row !== undefined && cell !== undefined) return found.rows[row]?.[cell]?.runs;
  return undefined;
}

function partText(model: DocumentModel, part: string): string | undefined {
  const [area, field = '', index] = part.split('.');
  if (area === 'corner') return model.corner ?? '';
  if (area === 'masthead' && index !== undefined) return model.masthead?.[field as MastheadList]?.[Number(index)] ?? '';
  if (area === 'masthead') return model.masthead?.[field as MastheadField] ?? '';
  if (field === 'receivers') return model.imprint?.receivers[Number(index)]?.text ?? '';
  return model.imprint?.[field as ImprintField] ?? '';
}

/**
 * The document with other words at a place. Line breaks in a paragraph make further paragraphs of the same kind.
 * @throws DocumentError when the words do not fit there.
 */
export function withText(model: DocumentModel, target: Target, text: string): DocumentModel {
  if (target.part !== undefined) return withPart(model, target.part, text.replace(/\s*\n\s*/g, '').trim());
  const { block, row, cell } = target;
  const runs = runsAt(model, target);
  if (block === undefined || !runs) return model;
  if (row !== undefined && cell !== undefined) {
    return edit(model, { type: 'replaceCell', block, row, cell, runs: spliceRuns(runs, text.trim()) });
  }
  const [first = '', ...more] = text.split('\n').map((line) => line.trim());
  const lines = [first, ...more].filter(Boolean);
  if (lines.length === 0) return edit(model, { type: 'remove', block });
  const paragraph = model.blocks[block];
  let next = edit(model, { type: 'replaceRuns', block, runs: spliceRuns(runs, lines[0] ?? '') });
  lines.slice(1).forEach((line, index) => {
    const role = paragraph?.type === 'paragraph' ? paragraph.role : 'body';
    next = edit(next, {
      type: 'insert',
      at: block + 1 + index,
      content: { type: 'paragraph', role, runs: [{ text: line }] },
    });
  });
  return next;
}

function withPart(model: DocumentModel, part: string, text: string): DocumentModel {
  const [area, field = '', index] = part.split('.');
  if (area === 'corner') {
    const { corner: _old, ...rest } = model;
    return text ? { ...rest, corner: text.slice(0, 4) } : rest;
  }
  if (area === 'masthead') {
    if (!model.masthead) return model;
    if (index !== undefined) {
      const list = field as MastheadList;
      const names = (model.masthead[list] ?? [])
        .map((name, at) => (at === Number(index) ? text : name))
        .filter(Boolean);
      const { [list]: _names, ...others } = model.masthead;
      return edit(model, { type: 'masthead', masthead: names.length > 0 ? { ...others, [list]: names } : others });
    }
    const { [field as MastheadField]: _old, ...rest } = model.masthead;
    const masthead = text || field === 'mark' ? { ...rest, [field]: text } : rest;
    return edit(model, { type: 'masthead', masthead: masthead as NonNullable<DocumentModel['masthead']> });
  }
  const { imprint } = model;
  if (!imprint) return model;
  if (field === 'receivers') {
    const receivers = imprint.receivers.map((receiver, at) =>
      at === Number(index) ? { ...receiver, text } : receiver,
    );
    return edit(model, {
      type: 'imprint',
      imprint: { ...imprint, receivers: receivers.filter((receiver) => receiver.text) },
    });
  }
  const { [field as ImprintField]: _old, ...rest } = imprint;
  return edit(model, { type: 'imprint', imprint: text ? { ...rest, [field]: text } : rest });
}
