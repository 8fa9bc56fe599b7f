/**
 * Public parts of shared/text: see each file.
 * pinyin.ts is not among them: its dictionary is large, and the page does not need it. Import it by its own name.
 */
export * from './body.ts';
export * from './calendar.ts';
export * from './date-format.ts';
export * from './dates.ts';
export * from './fold.ts';
export * from './numerals.ts';
export * from './stroke-order.ts';
