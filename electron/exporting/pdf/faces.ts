import { readFile } from 'node:fs/promises';
import * as fontkit from 'fontkit';
import type { Face } from '../../../shared/documents/page.ts';
import { FONT_CHAINS, fontForCharacter } from '../fonts.ts';
import { anyChineseFont, type FontFile, fontFileOf } from './font-files.ts';

/** A face that may be put into a PDF. */
export interface PdfFace {
  /** Name it is registered under. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Which face of the file, when it holds several. */
  readonly postscriptName?: string;
  readonly has: (codePoint: number) => boolean;
}

interface OpenFont {
  readonly postscriptName: string;
  readonly familyName: string;
  readonly fullName: string;
  readonly hasGlyphForCodePoint: (codePoint: number) => boolean;
  readonly 'OS/2'?: { readonly fsType?: Readonly<Record<string, boolean>> };
}

/**
 * Whether the maker of a face allows it to be put into documents (OpenType OS/2 fsType): not when embedding is forbidden
 * outright, and not when only the whole face may be put in, because only the characters of the paper are.
 */
function mayBeEmbedded(font: OpenFont): boolean {
  const rights = font['OS/2']?.fsType;
  if (!rights) return true;
  const some = rights.viewOnly === true || rights.editable === true;
  return (rights.noEmbedding !== true || some) && rights.noSubsetting !== true && rights.bitmapOnly !== true;
}

function facesIn(bytes: Uint8Array): readonly OpenFont[] {
  const opened = fontkit.create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) as unknown;
  if (typeof opened === 'object' && opened !== null && 'fonts' in opened)
    return (opened as { fonts: OpenFont[] }).fonts;
  return [opened as OpenFont];
}

async function open(file: FontFile): Promise<PdfFace | 'forbidden' | undefined> {
  const bytes = await readFile(file.path).catch(() => undefined);
  if (!bytes) return undefined;
  try {
    const fonts = facesIn(bytes);
    const named = fonts.find(({ familyName, fullName }) => familyName === file.family || fullName === file.family);
    const font = named ?? fonts[0];
    if (!font) return undefined;
    if (!mayBeEmbedded(font)) return 'forbidden';
    return {
      name: `${file.path}#${font.postscriptName}`,
      bytes,
      ...(fonts.length > 1 ? { postscriptName: font.postscriptName } : {}),
      has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
    };
  } catch {
    // A broken font file is as good as none.
    return undefined;
  }
}

const opened = new Map<string, Promise<PdfFace | 'forbidden' | undefined>>();

function faceOf(family: string): Promise<PdfFace | 'forbidden' | undefined> {
  const known = opened.get(family) ?? fontFileOf(family).then((file) => file && open(file));
  opened.set(family, known);
  return known;
}

export interface PdfFaces {
  /** The face a character of a role is set in; undefined when no face of this computer has it. */
  readonly pick: (character: string, face: Face) => PdfFace | undefined;
  /** Families that may not be put into documents; another one stands for them. */
  readonly forbidden: readonly string[];
}

/** Faces that may hold what the faces of the roles have not. */
const REMAINING = [
  '仿宋',
  '楷体',
  '宋体',
  '新宋体',
  'SimSun-ExtB',
  '微软雅黑',
  'Noto Serif CJK SC',
  'Noto Sans CJK SC',
];

/**
 * Faces for the roles of a paper, each with its siblings behind it.
 * @param faces families by role, as chosen for Word
 * @returns undefined when this computer has no Chinese face at all that may be put into a document
 */
export async function pdfFaces(faces: Readonly<Record<Face, string>>): Promise<PdfFaces | undefined> {
  const forbidden = new Set<string>();
  const load = async (families: readonly string[]): Promise<PdfFace[]> => {
    const loaded = await Promise.all(families.map(async (family) => [family, await faceOf(family)] as const));
    return loaded.flatMap(([family, face]) => {
      if (face === 'forbidden') forbidden.add(family);
      return face && face !== 'forbidden' ? [face] : [];
    });
  };
  const any = await anyChineseFont();
  const last = any ? await open(any) : undefined;
  const rest = [...(await load(REMAINING)), ...(last && last !== 'forbidden' ? [last] : [])];
  const chains = {} as Record<Face, readonly PdfFace[]>;
  for (const face of Object.keys(faces) as Face[])
    chains[face] = [...(await load([faces[face], ...FONT_CHAINS[face]])), ...rest];
  if (chains.body.length === 0) return undefined;
  const rare = new Map<string, readonly PdfFace[]>();
  for (const family of ['仿宋', '楷体', '宋体', '华文中宋', 'SimSun-ExtB']) rare.set(family, await load([family]));
  return {
    forbidden: [...forbidden],
    pick: (character, face) => {
      const codePoint = character.codePointAt(0) ?? 0;
      const wanted = fontForCharacter(character, face, faces[face]);
      const first = wanted === faces[face] ? [] : (rare.get(wanted) ?? []);
      return [...first, ...chains[face]].find(({ has }) => has(codePoint));
    },
  };
}
