import {
  type FileChild,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  Tab,
  TextRun,
  XmlAttributeComponent,
  XmlComponent,
} from 'docx';
import { contentsEntries, contentsStyle, entryLines } from '../../../shared/documents/contents.ts';
import type { StyleSheet } from '../../../shared/documents/layout.ts';
import type { ContentsList, DocumentModel, ParagraphRole } from '../../../shared/documents/model.ts';
import type { Face } from '../../../shared/documents/page.ts';
import { type Ink, textRuns } from './runs.ts';
import { contentsStyleId } from './section-styles.ts';
import { STYLE, styleIdOf, styleNameOf } from './styles.ts';

class Attributes extends XmlAttributeComponent<Readonly<Record<string, string | number>>> {
  protected override readonly xmlKeys = {
    type: 'w:fldCharType',
    space: 'xml:space',
    anchor: 'w:anchor',
    history: 'w:history',
    id: 'w:id',
    name: 'w:name',
  };
}

/** An element the library has no class for. */
class Element extends XmlComponent {
  constructor(name: string, attributes: Readonly<Record<string, string | number>>, children: readonly unknown[] = []) {
    super(name);
    if (Object.keys(attributes).length > 0) this.root.push(new Attributes(attributes));
    for (const child of children) this.root.push(child as XmlComponent | string);
  }
}

const run = (...children: readonly unknown[]) => new Element('w:r', {}, children);
const mark = (type: 'begin' | 'separate' | 'end') => run(new Element('w:fldChar', { type }));
const instruction = (words: string) => run(new Element('w:instrText', { space: 'preserve' }, [words]));

/** Name of the place a line of contents leads to; Word makes such names itself and hides them. */
export const anchorOf = (block: number): string => `_Toc${String(100_000 + block)}`;

/** Children of a heading with the place around them. Ids are given, not counted: the same model gives the same file. */
export function anchored(block: number, children: readonly ParagraphChild[]): ParagraphChild[] {
  const start = new Element('w:bookmarkStart', { id: block + 1, name: anchorOf(block) });
  const end = new Element('w:bookmarkEnd', { id: block + 1 });
  return [start as unknown as ParagraphChild, ...children, end as unknown as ParagraphChild];
}

/**
 * A table of contents as a field with its lines in it: Word shows them as they are and renews them on 更新域; nothing is
 * marked dirty, so that it asks nothing on opening. Page numbers come from our own pages.
 * Long names are turned here, before the room of the numbers: an indent on the right would take it from the numbers.
 * @param labels what is printed on the page of each block.
 * @param textWidth points.
 */
export function contentsParagraphs(
  model: DocumentModel,
  list: ContentsList,
  at: number,
  labels: ReadonlyMap<number, string>,
  styles: StyleSheet,
  textWidth: number,
  ink: Ink,
): FileChild[] {
  const entries = contentsEntries(model, list, at);
  if (entries.length === 0) return [];
  const last = entries.length - 1;
  const lines = entries.map((entry, index) => {
    const opening = index === 0 ? [mark('begin'), instruction(fieldOf(list.roles)), mark('separate')] : [];
    const closing = index === last ? [mark('end')] : [];
    const style = contentsStyle(styles, entry.level);
    const lines = entryLines(entry.text, style, textWidth).map((line) => line.map(({ text }) => text).join(''));
    const link = linkOf(entry.block, lines.join('\n'), labels.get(entry.block) ?? '', style.face, ink);
    return new Paragraph({
      style: contentsStyleId(entry.level),
      children: [...opening, link, ...closing] as ParagraphChild[],
    });
  });
  return [...lines, afterField()];
}

/**
 * The set-up of a section stands at the head of its last paragraph: were that the last line of the field, LibreOffice
 * would read the footers inside of the open field and lose their page numbers. Half a point keeps a full page full.
 */
function afterField(): Paragraph {
  return new Paragraph({ style: STYLE.plain, spacing: { line: 10, lineRule: LineRuleType.EXACT } });
}

function linkOf(block: number, text: string, label: string, face: Face, ink: Ink): XmlComponent {
  const anchor = anchorOf(block);
  return new Element('w:hyperlink', { anchor, history: '1' }, [
    ...textRuns(text, { face }, ink),
    new TextRun({ children: [new Tab()] }),
    mark('begin'),
    instruction(` PAGEREF ${anchor} \\h `),
    mark('separate'),
    ...textRuns(label, { face }, ink),
    mark('end'),
  ]);
}

/** TOC \h \z \t "编名,1,章名,2": the styles of the roles by name; built-in headings by their range where they are one. */
function fieldOf(roles: readonly ParagraphRole[]): string {
  const named = roles.map((role, level) => `${styleNameOf(role)},${level + 1}`).join(',');
  const headings = roles.every((role, level) => styleIdOf(role) === `Heading${level + 1}`);
  return headings ? ` TOC \\o "1-${roles.length}" \\h \\z ` : ` TOC \\h \\z \\t "${named}" `;
}
