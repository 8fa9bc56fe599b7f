/** 工作报告: text with live figures, what was put in and when, and the sentences to begin with. */
export * from './body-lines.ts';
export * from './figure-text.ts';
export * from './placeholder.ts';
export * from './report-sentence.ts';
export * from './sentences.ts';
export * from './taken.ts';
