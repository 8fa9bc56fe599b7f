export { chooseFonts, type FontChoice, installedFonts } from './fonts.ts';
export { type WriteWordOptions, writeWord } from './word/write-word.ts';
