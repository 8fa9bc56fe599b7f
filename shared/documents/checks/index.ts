/** 体检: see each file. Inside the folder the files import each other, never this one. */
export * from './apply-finding.ts';
export * from './check-document.ts';
export * from './check-text.ts';
export * from './document-rule.ts';
export * from './rule.ts';
export * from './settings.ts';
