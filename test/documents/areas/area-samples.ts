import type { DocumentMaterial } from '../../../shared/documents/definition.ts';

/** Parameters to compose a document with. */
type Params = Readonly<Record<string, unknown>>;

/**
 * By id of a document: the sets of parameters it is exported with from the sample library, each under a short Chinese name
 * (the first is also drawn as a page image). Found by looking, never by fixed ids.
 */
export type AreaSamples = Readonly<Record<string, (material: DocumentMaterial) => Readonly<Record<string, Params>>>>;
