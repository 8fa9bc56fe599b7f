/** Bringing material in: see each file. Inside the folder the files import each other, never this one. */
export { type DocumentOptions, planDocuments, shownDocumentPlan } from './documents/plan.ts';
export { importDocuments } from './documents/run.ts';
export { knownOf } from './import-context.ts';
export { readDocument } from './read-document.ts';
export { planRoster, type RosterImportPlan, type RosterOptions } from './roster/plan.ts';
export { documentReport, rosterReport } from './roster/report.ts';
export { importRoster } from './roster/run.ts';
export { rosterTemplate } from './roster/template.ts';
export { readSheets } from './sheets/sheets.ts';
export type { SourceFile } from './types.ts';
