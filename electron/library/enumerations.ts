import { type Enumeration, effectiveEnumerations } from '../../shared/records/index.ts';
import type { Library } from './types.ts';

/** Setting under which the office's own lists of choices are kept. */
export const ENUMERATIONS_SETTING = 'enumerations';

/** The lists of choices in force: the program's defaults with what the office changed. */
export function enumerationsOf(library: Library): readonly Enumeration[] {
  return effectiveEnumerations(library.setting<readonly Enumeration[]>(ENUMERATIONS_SETTING));
}
