import { useMemo } from 'react';
import { type Body, spansText } from '../../../shared/text/body.ts';

interface OutlineProps {
  readonly body: Body;
  readonly at: number | undefined;
  readonly onGo: (block: number) => void;
}

/** The headings of a text, to jump by. A text without headings has none and takes no room. */
export function Outline({ body, at, onGo }: OutlineProps) {
  const headings = useMemo(
    () =>
      body.blocks.flatMap((block, index) =>
        block.type === 'heading' ? [{ index, level: block.level, text: spansText(block.text) }] : [],
      ),
    [body],
  );
  if (headings.length === 0) return <div />;
  const current = headings.filter(({ index }) => index <= (at ?? 0)).at(-1)?.index;
  return (
    <nav className="reader-outline" aria-label="标题">
      <ul>
        {headings.map(({ index, level, text }) => (
          <li key={index} style={{ paddingLeft: `${(level - 1) * 0.9}em` }}>
            <button
              type="button"
              className="plain-button clip"
              title={text}
              aria-current={index === current || undefined}
              onClick={() => onGo(index)}
            >
              {text}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
