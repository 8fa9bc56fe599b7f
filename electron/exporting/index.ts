export { chooseFonts, installedFonts } from './fonts.ts';
export { type WriteWordOptions, writeWord } from './word/write-word.ts';
