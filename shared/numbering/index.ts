/** 发文字号 and 期号: see each file. Inside the folder the files import each other, never this one. */
export * from './counting.ts';
export * from './issued.ts';
export * from './issues.ts';
export * from './register.ts';
export * from './series.ts';
