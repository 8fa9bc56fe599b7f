export { chooseFonts, installedFonts } from './fonts.ts';
export { writeWord } from './word/write-word.ts';
