/** Bringing material in: see each file. Inside the folder the files import each other, never this one. */
export { type DocumentOptions, planDocuments, shownDocumentPlan } from './documents/plan.ts';
export { importDocuments } from './documents/run.ts';
export { readTraced } from './docx/traced.ts';
export { knownOf } from './import-context.ts';
export { readDocument } from './read-document.ts';
export { readSheets } from './sheets/sheets.ts';
export { planTable, type TableImportPlan, type TableOptions } from './table/plan.ts';
export { documentReport, tableReport } from './table/report.ts';
export { importTable } from './table/run.ts';
export type { SourceFile } from './types.ts';
