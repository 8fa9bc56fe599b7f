import type { DocumentModel } from '../../../shared/documents/model.ts';
import { paperText } from '../../../shared/documents/paragraph-setting.ts';
import { ROLE_NAMES } from '../../../shared/documents/templates/index.ts';

/** As it is compared: how lines and gaps are set does not matter. */
export const bareText = (text: string): string => paperText(text).replace(/[\s\u3000\u00a0]/gu, '');

/** Every text of a document with what kind of text it is: 红头, 正文段, 表格1. */
export function textsOf(model: DocumentModel): { readonly what: string; readonly text: string }[] {
  const { masthead, imprint } = model;
  const texts: { what: string; text: string }[] = [];
  const add = (what: string, text: string | undefined) => {
    if (text && bareText(text)) texts.push({ what, text });
  };
  add('红头', masthead?.mark);
  for (const name of masthead?.issuers ?? []) add('联合行文', name);
  add('文号', masthead?.number);
  add('份号', masthead?.copyNumber);
  add('密级', masthead?.secrecy);
  add('紧急程度', masthead?.urgency);
  for (const name of masthead?.signers ?? []) add('签发人', name);
  add('编印单位', masthead?.issuer);
  add('编印日期', masthead?.date);
  add('内部资料', masthead?.notice);
  add('右上角', model.corner);
  let tables = 0;
  for (const block of model.blocks) {
    if (block.type === 'paragraph') add(ROLE_NAMES[block.role], block.runs.map(({ text }) => text).join(''));
    if (block.type === 'figure') add('图注', block.caption);
    if (block.type !== 'table') continue;
    tables += 1;
    for (const cell of block.rows.flat()) add(`表格${tables}`, cell.runs.map(({ text }) => text).join(''));
  }
  for (const { label, text } of imprint?.receivers ?? []) {
    add('版记', text);
    add('版记', label);
  }
  add('印发机关', imprint?.issuer);
  add('印发日期', imprint?.issued);
  add('版记备注', imprint?.remarks);
  return texts;
}

/** Kinds of text of which something is not in `written`, each once: 主送段, 表格2. */
export function droppedWords(model: DocumentModel, written: string): string[] {
  const all = bareText(written);
  // A footnote's words follow its run in the file, so a paragraph with notes is not there in one piece.
  const noted = new Set(
    model.blocks.flatMap((block) =>
      block.type === 'paragraph' && block.runs.some(({ note }) => note)
        ? [block.runs.map(({ text }) => text).join('')]
        : [],
    ),
  );
  const lost = textsOf(model).filter(
    ({ text }) => !noted.has(text) && !all.includes(bareText(text.replace(/[。．.]+$/u, ''))),
  );
  return [...new Set(lost.map(({ what }) => what))];
}
