export { createLibrary, isLibrary, libraryName, openLibrary } from './opening.ts';
