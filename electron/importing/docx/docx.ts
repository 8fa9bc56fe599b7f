import mammoth from 'mammoth';
import { AntouError } from '../../../shared/api/errors.ts';
import { type BodyBlock, blockText } from '../../../shared/text/body.ts';
import type { Draft, DraftBlock } from '../draft.ts';
import { readHtml } from '../html.ts';
import { recognisePicture } from '../picture.ts';
import { applyRanks, boldRanks, numberedRanks } from '../ranks.ts';
import type { ExtractedPicture } from '../types.ts';
import { inspectZip, unpack, type ZipEntry } from '../zip.ts';
import { guessRanks, type LayoutParagraph, readLayout } from './layout.ts';

export interface ReadDocx {
  readonly draft: Draft;
  readonly pictures: readonly ExtractedPicture[];
}

const STYLE_MAP = [
  "p[style-name='Title'] => p.document-title:fresh",
  "p[style-name='title'] => p.document-title:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='caption'] => p:fresh",
  "p[style-name='Caption'] => p:fresh",
  'u => u',
  'br[type="page"] =>',
];

/**
 * Reads a Word file: headings (by style, or guessed from type and size where the writer used no styles), paragraphs,
 * lists, tables, footnotes and pictures. Tracked deletions and comments are left out.
 * @throws AntouError invalid for packages that are unsafe, locked, broken or no Word file.
 */
export async function readDocx(bytes: Uint8Array): Promise<ReadDocx> {
  const entries = inspectZip(bytes, 'Word');
  const main = requireWordParts(entries);
  const part = (name: string): string => {
    const entry = entries.get(name);
    return entry ? new TextDecoder().decode(unpack(bytes, entry, 'Word')) : '';
  };
  const layout = readLayout(part(main), part('word/styles.xml'));
  const { html, pictures, outside } = await convert(bytes);
  const page = readHtml(html, { pictures, notes: true });
  const notes = [...page.notes];
  if (outside > 0) notes.push(`${outside} 个链接图片未取（图片不在文件里，程序不读外部文件）`);
  const draft: Draft = {
    blocks: dress(page.blocks, layout),
    notes: [...notes, ...remarks(entries, part(main))],
    given: {},
  };
  return { draft, pictures: page.pictures };
}

/**
 * Name of the main part.
 * @throws AntouError invalid saying what the file is instead of a Word file
 */
export function requireWordParts(entries: ReadonlyMap<string, ZipEntry>): string {
  if (entries.has('word/document.xml') && entries.has('[Content_Types].xml')) return 'word/document.xml';
  const names = [...entries.keys()];
  const is = (prefix: string): boolean => names.some((name) => name.startsWith(prefix));
  let message =
    '这个文件不是完整的 Word 文件（缺少正文部分），没有导入。请用 Word/WPS 打开看看，能打开就另存一份再导入。';
  if (is('xl/')) message = '这是 Excel 表格，不是文稿，没有导入。委员名册等表格请从“导入名册”进入。';
  else if (is('ppt/')) message = '这是演示文稿（.pptx），没有导入。请把文字另存为 .docx 或 .txt 再导入。';
  else if (entries.has('OFD.xml')) message = '这是 OFD 版式文件，目前还不能读取，没有导入。请另存为 .docx 再导入。';
  else if (entries.has('mimetype'))
    message = '这是 OpenDocument 文件（.odt），没有导入。请用 Word/WPS 另存为 .docx 再导入。';
  else if (!is('word/') && !entries.has('[Content_Types].xml'))
    message = '这是压缩包，不是 Word 文件，没有导入。请先解压，再导入里面的文件。';
  throw new AntouError('invalid', message);
}

interface Converted {
  readonly html: string;
  readonly pictures: ReadonlyMap<string, ExtractedPicture>;
  readonly outside: number;
}

async function convert(bytes: Uint8Array): Promise<Converted> {
  const pictures = new Map<string, ExtractedPicture>();
  let outside = 0;
  const convertImage = mammoth.images.imgElement(async (image) => {
    let data: Uint8Array;
    try {
      data = new Uint8Array(await image.readAsBuffer());
    } catch {
      // A picture that is only linked: mammoth refuses to read outside the file, which is what we want.
      outside++;
      return { src: '' };
    }
    const picture = recognisePicture(data, `图片${pictures.size + 1}`);
    if (!picture) return { src: 'unshown:' };
    const src = `picture:${picture.sha256}`;
    if (!pictures.has(src)) pictures.set(src, picture);
    return { src };
  });
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const result = await mammoth.convertToHtml(
      { buffer },
      { styleMap: STYLE_MAP, convertImage, externalFileAccess: false, includeEmbeddedStyleMap: false },
    );
    return { html: result.value, pictures, outside };
  } catch (cause) {
    throw new AntouError(
      'invalid',
      '这个 Word 文件的内部结构有错，读不出来，没有导入。请用 Word/WPS 打开后另存一份再导入。',
      undefined,
      cause,
    );
  }
}

/** Gives the blocks back what mammoth drops: alignment, and the headings of writers who set type instead of styles. */
function dress(blocks: readonly DraftBlock[], layout: readonly LayoutParagraph[]): DraftBlock[] {
  const byText = new Map<string, LayoutParagraph>();
  for (const paragraph of layout)
    if (paragraph.text && !byText.has(paragraph.text)) byText.set(paragraph.text, paragraph);
  const key = (block: BodyBlock): string => blockText(block).split('\n')[0]?.replace(/\s+/g, '') ?? '';
  const guesses = guessRanks(layout);
  const ranks = new Map([...boldRanks(blocks), ...numberedRanks(blocks)]);
  let titleSeen = false;
  const dressed = blocks.map((entry, index): DraftBlock => {
    const { block } = entry;
    if (block.type !== 'paragraph' && block.type !== 'heading') return entry;
    const found = byText.get(key(block));
    if (!found) return entry;
    const rank = guesses.get(found);
    if (rank === 0 && !titleSeen && index < 8) {
      titleSeen = true;
      ranks.delete(index);
      return { ...entry, title: true };
    }
    if (rank !== undefined && rank > 0) ranks.set(index, rank);
    return block.type === 'paragraph' && found.align ? { ...entry, block: { ...block, align: found.align } } : entry;
  });
  return applyRanks(dressed, ranks);
}

/** What a reader of the body should know about the original. */
function remarks(entries: ReadonlyMap<string, ZipEntry>, xml: string): string[] {
  const notes: string[] = [];
  if (entries.has('word/comments.xml')) notes.push('原件有批注，没有取入正文；原件中仍有');
  if (/<w:(?:ins|del) /.test(xml)) notes.push('原件有修订标记：插入的文字已取，删除的文字未取');
  if (/<m:oMath[ >]/.test(xml)) notes.push('原件有数学公式，未取；原件中仍有');
  if ([...entries.keys()].some((name) => name.startsWith('word/embeddings/')))
    notes.push('原件嵌有其他文件（如 Excel 表），未取；原件中仍有');
  return notes;
}
