import { zipSync } from 'fflate';
import type { ReadDocument, SourceFile } from '../../../electron/importing/types.ts';
import { type BodyBlock, blockText } from '../../../shared/text/body.ts';

export function source(name: string, bytes: Uint8Array | string): SourceFile {
  const data = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  return { name, size: data.length, read: async () => data };
}

/** A file of a given size that must not be read at all. */
export function unreadable(name: string, size: number): SourceFile {
  return {
    name,
    size,
    read: () => {
      throw new Error('这个文件不该被读取');
    },
  };
}

const tables = new Map<string, Map<string, number[]>>();

/** Bytes of a text in GB18030 or Big5: Node only decodes them, so the table is turned round. */
export function encoded(text: string, encoding: 'gb18030' | 'big5'): Uint8Array {
  let table = tables.get(encoding);
  if (!table) {
    table = new Map();
    const decoder = new TextDecoder(encoding);
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const character = decoder.decode(new Uint8Array([lead, trail]));
        if (character.length === 1 && character !== '\ufffd' && !table.has(character))
          table.set(character, [lead, trail]);
      }
    }
    tables.set(encoding, table);
  }
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code >= 0x10000 && encoding === 'gb18030') {
      const index = code - 0x10000;
      bytes.push(
        0x90 + Math.floor(index / 12600),
        0x30 + (Math.floor(index / 1260) % 10),
        0x81 + (Math.floor(index / 10) % 126),
        0x30 + (index % 10),
      );
    } else bytes.push(...(table.get(character) ?? [0x3f]));
  }
  return new Uint8Array(bytes);
}

/** One line a block: # heading, [role] paragraph, the rest by its text. */
export function outline(read: Pick<ReadDocument, 'body'>): string[] {
  return read.body.blocks.map(line);
}

function line(block: BodyBlock): string {
  const text = blockText(block);
  if (block.type === 'heading') return `${'#'.repeat(block.level)} ${text}`;
  if (block.type === 'paragraph') return block.role ? `[${block.role}] ${text}` : text;
  return `<${block.type}> ${text}`;
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The smallest package Word opens, with any parts replaced, added or (undefined) left out. */
export function rawDocx(body: string, parts: Record<string, string | Uint8Array | undefined> = {}): Uint8Array {
  const all: Record<string, string | Uint8Array | undefined> = {
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': documentXml(body),
    ...parts,
  };
  const files: Record<string, Uint8Array> = {};
  for (const [name, part] of Object.entries(all)) {
    if (part !== undefined) files[name] = typeof part === 'string' ? new TextEncoder().encode(part) : part;
  }
  return zipSync(files);
}

export function documentXml(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>${body}</w:body></w:document>`;
}

export const paragraphXml = (text: string, run = '', paragraph = ''): string =>
  `<w:p><w:pPr>${paragraph}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A red 2×1 PNG. */
export const PNG = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAEElEQVR4nGP4z8DAxMDAAAAHCQEClNBcOwAAAABJRU5ErkJggg==',
    'base64',
  ),
);
