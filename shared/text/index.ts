/** Public parts of shared/text: see each file. */
export * from './body.ts';
