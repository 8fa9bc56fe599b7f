import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Path of a file that ships with the program, such as `resourcePath('sample')`. This file lies directly in electron/
 * and its bundle directly in dist/electron/, so that `../resources` is right in both, also inside an asar.
 */
export function resourcePath(...parts: string[]): string {
  return join(dirname(fileURLToPath(import.meta.url)), '..', 'resources', ...parts);
}
