/** Bringing material in: see each file. Inside the folder the files import each other, never this one. */
export {
  type DocumentImportPlan,
  type DocumentItem,
  type DocumentOptions,
  type DocumentPlan,
  planDocuments,
  shownDocumentPlan,
} from './documents/plan.ts';
export { commitDocuments, type ImportResult, importDocuments } from './documents/run.ts';
export { TEXT_ENCODINGS, type TextEncoding } from './encoding.ts';
export type { ImportContext } from './import-context.ts';
export { LARGEST_FILE, type ReadOptions, readDocument } from './read-document.ts';
export type { ExtractedPicture, ReadDocument, ReadSheet, RefusedFile, SourceFile } from './types.ts';
