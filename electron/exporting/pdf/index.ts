export { type WrittenPdf, writePdf } from './write-pdf.ts';
