import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { OfficeSettings } from '../../shared/documents/definition.ts';
import { isOutsideGb2312, isOutsideGbk } from '../../shared/documents/gb2312.ts';
import type { Face } from '../../shared/documents/page.ts';

/**
 * Which faces may stand for a role, the wished one first. A Chinese Windows has 仿宋, 楷体, 黑体 and 宋体 but not
 * 仿宋_GB2312, 楷体_GB2312 and 方正小标宋简体, which offices install; WPS brings some of its own.
 */
export const FONT_CHAINS: Readonly<Record<Face, readonly string[]>> = {
  body: ['仿宋_GB2312', '仿宋', '华文仿宋', '方正仿宋_GBK'],
  kai: ['楷体_GB2312', '楷体', '华文楷体', '方正楷体_GBK'],
  heading: ['黑体', '方正黑体_GBK', '华文黑体', '微软雅黑'],
  title: ['方正小标宋简体', '方正小标宋_GBK', '华文中宋', '宋体'],
  song: ['宋体', '新宋体', '方正书宋_GBK', '华文宋体'],
};

/** Names under which systems list the same face. */
const ALIASES: Readonly<Record<string, string>> = {
  FANGSONG_GB2312: '仿宋_GB2312',
  FANGSONG: '仿宋',
  SIMFANG: '仿宋',
  STFANGSONG: '华文仿宋',
  KAITI_GB2312: '楷体_GB2312',
  KAITI: '楷体',
  SIMKAI: '楷体',
  STKAITI: '华文楷体',
  SIMHEI: '黑体',
  STXIHEI: '华文黑体',
  SIMSUN: '宋体',
  NSIMSUN: '新宋体',
  STSONG: '华文宋体',
  STZHONGSONG: '华文中宋',
  'FZXIAOBIAOSONG-B05S': '方正小标宋简体',
  'FZXIAOBIAOSONG-B05': '方正小标宋_GBK',
  'MICROSOFT YAHEI': '微软雅黑',
};

/** What is written beside a face so that an office program without it takes a sibling (fontTable altName). */
const SIBLINGS: Readonly<Record<string, string>> = {
  仿宋_GB2312: '仿宋',
  仿宋: 'FangSong',
  楷体_GB2312: '楷体',
  楷体: 'KaiTi',
  黑体: 'SimHei',
  宋体: 'SimSun',
  新宋体: 'NSimSun',
  方正小标宋简体: '华文中宋',
  方正小标宋_GBK: '华文中宋',
  华文中宋: '宋体',
};

const GB2312_ONLY = /_GB2312$|^方正小标宋简体$/u;

export interface FontChoice {
  readonly faces: Readonly<Record<Face, string>>;
  /** Faces that are wished but not on this computer, with what stands for them. Empty when nothing is known. */
  readonly substitutes: readonly { readonly face: Face; readonly wished: string; readonly used: string }[];
}

const canonical = (name: string): string => ALIASES[name.trim().toUpperCase()] ?? name.trim();

/**
 * Settles a face for each role: the office's wish, else the first of the chain that is installed. Without knowledge of
 * the computer the first of the chain is written, with its sibling beside it: the file may be printed elsewhere.
 */
export function chooseFonts(wishes: OfficeSettings['fonts'], installed?: readonly string[]): FontChoice {
  const there = installed && installed.length > 0 ? new Set(installed.map(canonical)) : undefined;
  const faces: Record<Face, string> = { body: '', kai: '', heading: '', title: '', song: '' };
  const substitutes: { face: Face; wished: string; used: string }[] = [];
  for (const face of Object.keys(faces) as Face[]) {
    const wish =
      face === 'song'
        ? undefined
        : wishes[face]
            ?.replace(/[<>&"\u0000-\u001f]/gu, '')
            .trim()
            .slice(0, 31);
    const chain = FONT_CHAINS[face];
    const wished = wish || chain[0] || '宋体';
    const used = wish || (there ? (chain.find((name) => there.has(name)) ?? wished) : wished);
    faces[face] = used;
    if (there && (used !== wished || !there.has(canonical(used)))) substitutes.push({ face, wished, used });
  }
  return { faces, substitutes };
}

/** The face that has a rare character when `font` has not: 仿宋 for GBK, 宋体 for what lies beyond. */
export function fontForCharacter(character: string, face: Face, font: string): string {
  if (!isOutsideGb2312(character)) return font;
  if (isOutsideGbk(character)) return (character.codePointAt(0) ?? 0) > 0xffff ? 'SimSun-ExtB' : '宋体';
  if (!GB2312_ONLY.test(font)) return font;
  if (face === 'title') return '华文中宋';
  return face === 'kai' ? '楷体' : '仿宋';
}

/** Sibling of a face for the font table, if one is known. */
export function siblingOf(font: string): string | undefined {
  return SIBLINGS[font];
}

const run = promisify(execFile);
/** Milliseconds after which the system is asked again: somebody may have installed a face since. */
const FRESH = 20_000;
let detected: { readonly at: number; readonly families: Promise<readonly string[] | undefined> } | undefined;

/** Families installed on this computer, asked for once in a while; undefined when the system does not tell. */
export function installedFonts(): Promise<readonly string[] | undefined> {
  const now = Date.now();
  if (!detected || now - detected.at > FRESH) detected = { at: now, families: detect().catch(() => undefined) };
  return detected.families;
}

async function detect(): Promise<readonly string[] | undefined> {
  const options = { timeout: 5_000, windowsHide: true, maxBuffer: 8 << 20 } as const;
  if (process.platform === 'win32') {
    const lists = await Promise.all(
      ['HKLM', 'HKCU'].map((hive) =>
        run('reg', ['query', `${hive}\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Fonts`], {
          ...options,
          encoding: 'buffer',
        }).then(
          ({ stdout }) => readRegistry(stdout),
          () => [],
        ),
      ),
    );
    const names = lists.flat();
    return names.length > 0 ? names : undefined;
  }
  const { stdout } = await run('fc-list', [':', 'family'], options);
  const names = new Set(stdout.split(/[\n,]/).map((name) => name.replaceAll('\\', '').trim()));
  names.delete('');
  return names.size > 0 ? [...names] : undefined;
}

/** Lines such as `    仿宋 (TrueType)    REG_SZ    simfang.ttf`, in the code page of the console. */
export function readRegistry(output: Uint8Array): string[] {
  const names: string[] = [];
  for (const encoding of ['utf-8', 'gb18030']) {
    let text: string;
    try {
      text = new TextDecoder(encoding, { fatal: true }).decode(output);
    } catch {
      continue;
    }
    for (const line of text.split(/\r?\n/)) {
      const match = /^\s+(.+?)(?:\s+\((?:TrueType|OpenType|All res)\))?\s+REG_SZ\s+(\S+)/u.exec(line);
      if (!match) continue;
      for (const family of (match[1] ?? '').split(/\s*&\s*/)) names.push(family.trim());
      names.push((match[2] ?? '').replace(/\.\w+$/, ''));
    }
    break;
  }
  return names;
}
