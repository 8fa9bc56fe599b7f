/** Public parts of shared/records/likeness: which records look like one thing, and how two become one. */
export * from './content-key.ts';
export * from './likeness.ts';
export * from './turn-over.ts';
export * from './unite.ts';
