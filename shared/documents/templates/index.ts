export { sufferers } from './faces.ts';
export { isNumbered, type KnownNames, knownNames, nearestName } from './known-names.ts';
export { OTHER_PARAGRAPHS, ROLE_NAMES } from './role-names.ts';
export { LIST_NAMES, RAW_NAMES, TEXT_NAMES } from './static-names.ts';
export type { NamedTable } from './table-names.ts';
export {
  contentsLines,
  HEAD_NAMES,
  headEnd,
  namedTables,
  onlyTable,
  type PaperPart,
  partsOf,
  type RawPart,
  type TemplateContext,
  type TemplateScope,
  templateData,
} from './template-data.ts';
