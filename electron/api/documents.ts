import { createHash } from 'node:crypto';
import { AntouError } from '../../shared/api/errors.ts';
import { documents as definitions } from '../../shared/documents/index.ts';
import type { Finding } from '../../shared/documents/model.ts';
import type { Desk } from './desk.ts';
import { composeFrom, editedModel } from './document-material.ts';
import { trace } from './documents-trace.ts';
import { handOut } from './hand-out.ts';
import { os } from './implementer.ts';
import { PaperKeeper, type WrittenPaper } from './paper-keeping.ts';
import { makePaper } from './paper-making.ts';

const list = os.documents.list.handler(() => ({
  documents: definitions.map(({ id, label, group, description, aliases, series, layout, parameters }) => ({
    id,
    label,
    group,
    description,
    aliases: [...(aliases ?? [])],
    ...(series ? { series } : {}),
    layout,
    parameters: [...parameters],
  })),
}));

const writable = (finding: Finding) => {
  const { range, ...rest } = finding;
  return { ...rest, ...(range ? { range: [range[0], range[1]] as [number, number] } : {}) };
};

const compose = os.documents.compose.handler(({ input, context: { desk } }) => {
  const { model, findings } = composeFrom(desk, input.document, input.params ?? {});
  return { model, findings: findings.map(writable) };
});

const NOT_KEPT: Finding = {
  severity: 'hint',
  message: '资料库是只读的，文书已导出，但没有留底。',
};

/** The file is out: that it could not be kept is said, and is no failure of the export. */
async function keep(desk: Desk, written: WrittenPaper): Promise<{ paper?: string; finding?: Finding }> {
  try {
    const keeper = new PaperKeeper(desk);
    await keeper.add(written);
    const [paper] = (await keeper.enter()) ?? [];
    return paper === undefined ? { finding: NOT_KEPT } : { paper };
  } catch (error) {
    if (!(error instanceof AntouError)) throw error;
    return { finding: { severity: 'warning', message: `文书已导出，但留底没有写成：${error.message}` } };
  }
}

const exportDocument = os.documents.export.handler(async ({ input, signal, context: { desk } }) => {
  const { document, params = {}, content, format, template } = input;
  const composed = content ? undefined : composeFrom(desk, document, params);
  const model = content ? editedModel(content) : composed?.model;
  if (!model) throw new AntouError('invalid', '没有可导出的内容。');
  const paper = { document, params, model, edited: content !== undefined };
  const { written, findings } = await makePaper(desk, paper, { format, template, signal });
  const { name, bytes, type } = written;
  const handed = await handOut(desk, {
    name,
    bytes,
    type,
    extension: format ?? 'docx',
    dialog: format === 'pdf' ? '导出 PDF' : '导出 Word',
    out: input.out,
    ...(signal ? { signal } : {}),
  });
  // What the clerk decided not to save has not gone out.
  const kept = handed.saved ? await keep(desk, written) : {};
  const all = [...(composed?.findings ?? []), ...findings, ...(kept.finding ? [kept.finding] : [])];
  return {
    name,
    size: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    findings: all.map(writable),
    ...(kept.paper ? { paper: kept.paper } : {}),
    ...handed,
  };
});

export const documents = { list, compose, export: exportDocument, trace };
