import { createHash } from 'node:crypto';
import { AntouError } from '../../shared/api/errors.ts';
import { type Composed, DocumentError } from '../../shared/documents/definition.ts';
import { checkModel, documents as definitions, documentOf } from '../../shared/documents/index.ts';
import type { DocumentModel, Finding } from '../../shared/documents/model.ts';
import type { Desk } from './desk.ts';
import { handOut, safeFileName } from './hand-out.ts';
import { os } from './implementer.ts';
import { officeSettings } from './settings.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const list = os.documents.list.handler(() => ({
  documents: definitions.map(({ id, label, description, parameters }) => ({
    id,
    label,
    description,
    parameters: [...parameters],
  })),
}));

function composeFrom(desk: Desk, id: string, params: Readonly<Record<string, unknown>>): Composed {
  const definition = documentOf(id);
  if (!definition) {
    const known = definitions.map((entry) => `${entry.id}（${entry.label}）`).join('、');
    throw new AntouError('notFound', `没有“${id}”这种文书。现有：${known}。`);
  }
  const { library, counting } = desk.opened;
  try {
    return definition.compose(params, {
      schemes: counting.schemes,
      scores: (scheme, year) => counting.scores(scheme, year),
      lookup: desk.lookup,
      list: (kind) => library.list(kind),
      settings: officeSettings(library),
      today: desk.today,
    });
  } catch (error) {
    throw refusalFor(error);
  }
}

function refusalFor(error: unknown): unknown {
  if (!(error instanceof DocumentError)) return error;
  const fields = error.parameter ? { [error.parameter]: error.message } : undefined;
  return new AntouError('invalid', error.message, fields, error);
}

/** @throws AntouError invalid when what came back from the page is no document. */
function editedModel(content: unknown): DocumentModel {
  try {
    return checkModel(content);
  } catch (error) {
    throw refusalFor(error);
  }
}

const compose = os.documents.compose.handler(({ input, context: { desk } }) => {
  const { model, findings } = composeFrom(desk, input.document, input.params ?? {});
  return { model, findings: findings.map((finding) => ({ ...finding })) };
});

/** Nothing is embedded: a machine without the face shows another one, and whoever prints should know. */
function fontHint({ wished, used }: { wished: string; used: string }): Finding {
  const instead = used === wished ? '由 Word 或 WPS 另选相近的字体' : `以${used}代替`;
  return { severity: 'hint', message: `本机没有字体“${wished}”，${instead}。` };
}

const exportDocument = os.documents.export.handler(async ({ input, context: { desk } }) => {
  const composed = input.content ? undefined : composeFrom(desk, input.document, input.params ?? {});
  const model = input.content ? editedModel(input.content) : composed?.model;
  if (!model) throw new AntouError('invalid', '没有可导出的内容。');
  const { library } = desk.opened;
  // The Word writer is large and most starts never need it.
  const { chooseFonts, installedFonts, writeWord } = await import('../exporting/index.ts');
  const fonts = await installedFonts();
  const bytes = await writeWord(model, {
    settings: officeSettings(library),
    readFile: (sha256) => library.readFile(sha256),
    ...(fonts ? { installedFonts: fonts } : {}),
    now: desk.now(),
  });
  const name = safeFileName(model.fileName, model.title || '文书', 'docx');
  const written = {
    name,
    size: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    findings: [
      ...(composed?.findings ?? []),
      ...chooseFonts(officeSettings(library).fonts, fonts).substitutes.map(fontHint),
    ],
  };
  const handed = await handOut(desk, {
    name,
    bytes,
    type: DOCX,
    extension: 'docx',
    dialog: '导出 Word',
    out: input.out,
  });
  return { ...written, ...handed };
});

export const documents = { list, compose, export: exportDocument };
