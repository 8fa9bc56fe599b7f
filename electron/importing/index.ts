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
export { type ImportContext, type Known, knownOf } from './import-context.ts';
export { LARGEST_FILE, type ReadOptions, readDocument } from './read-document.ts';
export { planRoster, planRows, type RosterImportPlan, type RosterOptions, type RosterPlan } from './roster/plan.ts';
export { ACTION_LABELS, documentReport, rosterReport } from './roster/report.ts';
export { commitRoster, importRoster } from './roster/run.ts';
export { rosterTemplate } from './roster/template.ts';
export { readSheets, type SheetOptions } from './sheets/sheets.ts';
export type { ExtractedPicture, ReadDocument, ReadSheet, RefusedFile, SourceFile } from './types.ts';
