import { execFile } from 'node:child_process';
import { isAbsolute, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const OPTIONS = { timeout: 5_000, windowsHide: true, maxBuffer: 8 << 20 } as const;

/** Where a family lies on this computer: the file, and which of its faces it is, when it holds several (.ttc). */
export interface FontFile {
  readonly path: string;
  readonly family: string;
}

/**
 * Finds the file of a family; undefined when this computer has no such face. Windows is asked for its registry of fonts,
 * other systems for fontconfig, which answers with some face for every question: only one that bears the name is taken.
 */
export function fontFileOf(family: string): Promise<FontFile | undefined> {
  const known = found.get(family) ?? (process.platform === 'win32' ? inRegistry(family) : byFontconfig(family));
  found.set(family, known);
  return known;
}

const found = new Map<string, Promise<FontFile | undefined>>();

/** Any face with Chinese characters, for characters that none of the chosen faces has. */
export function anyChineseFont(): Promise<FontFile | undefined> {
  if (process.platform === 'win32') return fontFileOf('宋体');
  return matched(':lang=zh-cn', () => true);
}

async function byFontconfig(family: string): Promise<FontFile | undefined> {
  // Blanks, dashes and colons have a meaning in a pattern.
  const pattern = family.replace(/[\\\-:,]/g, (mark) => `\\${mark}`);
  return matched(pattern, (families) => families.some((name) => name.toLowerCase() === family.toLowerCase()));
}

async function matched(
  pattern: string,
  accept: (families: readonly string[]) => boolean,
): Promise<FontFile | undefined> {
  const { stdout } = await run('fc-match', ['--format=%{file}\n%{family}', pattern], OPTIONS).catch(() => ({
    stdout: '',
  }));
  const [path = '', names = ''] = stdout.split('\n');
  const families = names.split(',').map((name) => name.replaceAll('\\', '').trim());
  return path && accept(families) ? { path, family: families[0] ?? '' } : undefined;
}

let registry: Promise<ReadonlyMap<string, string>> | undefined;

async function inRegistry(family: string): Promise<FontFile | undefined> {
  registry ??= readRegistryFiles();
  const path = (await registry).get(family.toLowerCase());
  return path === undefined ? undefined : { path, family };
}

async function readRegistryFiles(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const folder = join(process.env.WINDIR ?? 'C:\\Windows', 'Fonts');
  for (const hive of ['HKLM', 'HKCU']) {
    const key = `${hive}\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Fonts`;
    const { stdout } = await run('reg', ['query', key], { ...OPTIONS, encoding: 'buffer' }).catch(() => ({
      stdout: Buffer.alloc(0),
    }));
    for (const [name, file] of registryFiles(stdout)) files.set(name, isAbsolute(file) ? file : join(folder, file));
  }
  return files;
}

/** English names under which a Chinese Windows may list its faces. */
const CHINESE: Readonly<Record<string, string>> = {
  fangsong: '仿宋',
  kaiti: '楷体',
  simhei: '黑体',
  simsun: '宋体',
  nsimsun: '新宋体',
  stzhongsong: '华文中宋',
  stfangsong: '华文仿宋',
  stkaiti: '华文楷体',
  fangsong_gb2312: '仿宋_gb2312',
  kaiti_gb2312: '楷体_gb2312',
};

/** Lines such as `    仿宋 (TrueType)    REG_SZ    simfang.ttf`, in the code page of the console: lower-case family → file. */
export function registryFiles(output: Uint8Array): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const line of decoded(output).split(/\r?\n/)) {
    const match = /^\s+(.+?)(?:\s+\((?:TrueType|OpenType|All res)\))?\s+REG_SZ\s+(.+?)\s*$/u.exec(line);
    if (!match?.[1] || !match[2] || !/\.(?:tt[fc]|ot[fc])$/i.test(match[2])) continue;
    for (const part of match[1].split(/\s*&\s*/)) {
      const name = part.trim().toLowerCase();
      files.set(name, match[2]);
      const chinese = CHINESE[name];
      if (chinese) files.set(chinese, match[2]);
    }
  }
  return files;
}

function decoded(output: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(output);
  } catch {
    return new TextDecoder('gb18030').decode(output);
  }
}
