export { TEXT_ENCODINGS, type TextEncoding } from './encoding.ts';
export { LARGEST_FILE, type ReadOptions, readDocument } from './read-document.ts';
export type { ExtractedPicture, ReadDocument, ReadSheet, RefusedFile, SourceFile } from './types.ts';
