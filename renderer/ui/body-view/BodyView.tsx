import { memo, type ReactNode } from 'react';
import { type Body, type BodyBlock, type Span, spansText } from '../../../shared/text/body.ts';
import { Marked } from '../Marked.tsx';
import { StoredPicture } from '../StoredPicture.tsx';
import { findMarks } from './find-marks.ts';
import './body-view.css';

interface BodyViewProps {
  readonly body: Body;
  /** Folded words to mark: wordsOf(query). */
  readonly words: readonly string[];
  /** Block the reader was sent to: it is marked at the side. */
  readonly at?: number | undefined;
  /** Prefix of the anchors, so that several bodies can stand on one page: 'body' gives #body/12. */
  readonly prefix?: string;
}

/** A body to be read: comfortable lines, words marked, every block with an anchor. */
export const BodyView = memo(function BodyView({ body, words, at, prefix = 'body' }: BodyViewProps) {
  return (
    <div className="body-view">
      {body.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks are known by their place
        <div key={index} id={`${prefix}/${index}`} data-at={index === at || undefined} className="body-block">
          <Block block={block} words={words} />
        </div>
      ))}
    </div>
  );
});

function Block({ block, words }: { block: BodyBlock; words: readonly string[] }) {
  switch (block.type) {
    case 'heading': {
      const Tag = `h${block.level + 1}` as 'h2' | 'h3' | 'h4' | 'h5';
      return (
        <Tag>
          <Spans spans={block.text} words={words} />
        </Tag>
      );
    }
    case 'paragraph':
      return (
        <p data-role={block.role} data-align={block.align}>
          <Spans spans={block.text} words={words} />
        </p>
      );
    case 'list': {
      const Tag = block.ordered ? 'ol' : 'ul';
      return (
        <Tag>
          {block.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items are known by their place
            <li key={index}>
              <Spans spans={item} words={words} />
            </li>
          ))}
        </Tag>
      );
    }
    case 'table':
      return (
        <table>
          <tbody>
            {block.rows.map((row, rowIndex) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place
              <tr key={rowIndex}>
                {row.map((cell, index) => {
                  const Tag = rowIndex < block.headRows ? 'th' : 'td';
                  return (
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells are known by their place
                    <Tag key={index} colSpan={cell.colSpan} rowSpan={cell.rowSpan}>
                      <Spans spans={cell.text} words={words} />
                    </Tag>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'figure':
      return (
        <figure>
          <StoredPicture sha256={block.sha256} name={block.name} alt={block.caption ?? block.name} />
          {block.caption && (
            <figcaption>
              <Marked text={block.caption} marks={findMarks(block.caption, words)} />
            </figcaption>
          )}
        </figure>
      );
  }
}

/** Marks are found in the whole text of the block, so that a word that changes from bold to plain inside is marked too. */
function Spans({ spans, words }: { spans: readonly Span[]; words: readonly string[] }) {
  const marks = findMarks(spansText(spans), words);
  let offset = 0;
  return spans.map((span, index) => {
    const start = offset;
    const end = start + span.text.length;
    offset = end;
    const inside = marks
      .filter(([from, to]) => from < end && to > start)
      .map(([from, to]) => [Math.max(from, start) - start, Math.min(to, end) - start] as const);
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: spans are known by their place
      <span key={index}>
        {dressed(span, <Marked text={span.text} marks={inside} />)}
        {span.note && <NoteMark note={span.note} words={words} />}
      </span>
    );
  });
}

function dressed(span: Span, text: ReactNode): ReactNode {
  let result = text;
  if (span.underline) result = <u>{result}</u>;
  if (span.italic) result = <em>{result}</em>;
  if (span.bold) result = <strong>{result}</strong>;
  return result;
}

function NoteMark({ note, words }: { note: string; words: readonly string[] }) {
  return (
    <details className="body-note-mark">
      <summary title={note}>注</summary>
      <span>
        <Marked text={note} marks={findMarks(note, words)} />
      </span>
    </details>
  );
}
