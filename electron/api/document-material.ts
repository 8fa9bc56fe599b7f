import { AntouError } from '../../shared/api/errors.ts';
import { type Composed, DocumentError, type DocumentMaterial } from '../../shared/documents/definition.ts';
import { checkModel, documents as definitions, documentOf } from '../../shared/documents/index.ts';
import type { DocumentModel } from '../../shared/documents/model.ts';
import type { Desk } from './desk.ts';
import { suggestedNumber } from './numbers-register.ts';
import { officeSettings } from './settings.ts';

/** What documents of the open library are made of. */
export function materialOf(desk: Desk): DocumentMaterial {
  const { library, counting } = desk.opened;
  return {
    schemes: counting.schemes,
    scores: (scheme, year) => counting.scores(scheme, year),
    figure: (id, period) => counting.figures.result(id, period),
    lookup: desk.lookup,
    list: (kind) => library.list(kind),
    settings: officeSettings(library),
    today: desk.today,
    nextNumber: suggestedNumber(library),
  };
}

/** @throws AntouError notFound naming the documents there are; invalid when a parameter is missing or wrong */
export function composeFrom(desk: Desk, id: string, params: Readonly<Record<string, unknown>>): Composed {
  const definition = documentOf(id);
  if (!definition) {
    const known = definitions.map((entry) => `${entry.id}（${entry.label}）`).join('、');
    throw new AntouError('notFound', `没有“${id}”这种文书。现有：${known}。`);
  }
  try {
    return definition.compose(params, materialOf(desk));
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
export function editedModel(content: unknown): DocumentModel {
  try {
    return checkModel(content);
  } catch (error) {
    throw refusalFor(error);
  }
}
