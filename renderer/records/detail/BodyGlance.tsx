import { Link } from '@tanstack/react-router';
import { asBody } from '../../../shared/records/body-shape.ts';
import { blockTexts, countCharacters } from '../../../shared/text/body.ts';

interface BodyGlanceProps {
  readonly kind: string;
  readonly id: string;
  readonly field: string;
  readonly value: unknown;
  /** The book of a chapter. */
  readonly book: unknown;
}

const PARAGRAPHS = 3;

/** The first paragraphs of a text, and the way to where it is read and written. */
export function BodyGlance({ kind, id, field, value, book }: BodyGlanceProps) {
  const body = asBody(value);
  if (!body) return null;
  const paragraphs = blockTexts(body).filter((text) => text.trim() !== '');
  return (
    <div className="body-glance">
      {paragraphs.slice(0, PARAGRAPHS).map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no name and do not move here
        <p key={index}>{text}</p>
      ))}
      <p className="quiet small">
        共 {paragraphs.length} 段、{countCharacters(body)} 字 ·{' '}
        <BodyLink kind={kind} id={id} field={field} book={book} />
      </p>
    </div>
  );
}

/** Where a text of this kind is read and written. */
export function BodyLink({ kind, id, field, book }: Omit<BodyGlanceProps, 'value'>) {
  if (kind === 'event') {
    return (
      <Link to="/minutes/$id" params={{ id }}>
        在纪要页编辑
      </Link>
    );
  }
  if (kind === 'book' || (kind === 'chapter' && typeof book === 'string')) {
    return (
      <Link to="/books/$id" params={{ id: kind === 'book' ? id : String(book) }}>
        在编书页编辑
      </Link>
    );
  }
  return (
    <Link to="/read/$kind/$id" params={{ kind, id }} search={{ place: field }}>
      打开阅读
    </Link>
  );
}
