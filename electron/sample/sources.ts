import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type ZodType, z } from 'zod';

/** One text of the sample: what its front matter says, its text, and the file as it lies there. */
export interface SourceText<T> {
  readonly name: string;
  readonly front: T;
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** All texts of a folder whose names fit, in the order of their names. */
export async function readTexts<T>(folder: string, fits: RegExp, front: ZodType<T>): Promise<SourceText<T>[]> {
  const names = (await readdir(folder)).filter((name) => fits.test(name)).sort();
  return Promise.all(names.map((name) => readText(folder, name, front)));
}

export async function readText<T>(folder: string, name: string, front: ZodType<T>): Promise<SourceText<T>> {
  const bytes = await readFile(join(folder, name));
  const text = bytes.toString('utf8').replaceAll('\r\n', '\n');
  const match = /^---\n([\s\S]*?)\n---\n/.exec(text);
  if (!match?.[1]) throw new Error(`sample text without front matter: ${name}`);
  const known = front.safeParse(parse(match[1]));
  if (!known.success) throw new Error(`sample text ${name}: ${z.prettifyError(known.error)}`);
  return { name, front: known.data, text: text.slice(match[0].length), bytes };
}

export async function readJson<T>(path: string, shape: ZodType<T>): Promise<T> {
  const known = shape.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (!known.success) throw new Error(`sample data ${path}: ${z.prettifyError(known.error)}`);
  return known.data;
}

/** 'a | b | c' of a list entry: YAML tables read badly, these lines read well. */
export const cells = (line: string): readonly string[] => line.split(' | ').map((cell) => cell.trim());
