import type { api, Output } from '../../app/api.ts';

type Compared = Output<typeof api.workRegulations.compare>;
type Line = Compared['lines'][number];

interface ComparisonProps {
  readonly data: Compared;
  /** Paragraphs that are the same are left out, but for the one before and after a change. */
  readonly folded: boolean;
}

const WORDS = { same: '', changed: '改', added: '增', removed: '删' } as const;

/** Two texts side by side; what was taken out is struck through, what was put in is underlined. */
export function Comparison({ data, folded }: ComparisonProps) {
  const { lines, counts, without } = data;
  if (without.length > 0) {
    return <p className="warn">{without.join('、')}没有登记全文，无法对照。请打开那个版本，把全文贴进去。</p>;
  }
  const told = counts.changed + counts.added + counts.removed;
  return (
    <section aria-label="逐字对照">
      <p>
        {told === 0
          ? '两个版本的文字完全相同。'
          : `改动 ${counts.changed} 段，新增 ${counts.added} 段，删去 ${counts.removed} 段；${counts.same} 段没有变。`}
      </p>
      {told > 0 && (
        <table className="work-table version-table">
          <thead>
            <tr>
              <td className="version-word" />
              <th>左边</th>
              <th>右边</th>
            </tr>
          </thead>
          <tbody>
            {shown(lines, folded).map((line, index) =>
              typeof line === 'number' ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: a comparison is drawn whole, its lines have no names
                <tr key={index} className="version-gap">
                  <td />
                  <td colSpan={2}>…… {line} 段相同 ……</td>
                </tr>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: a comparison is drawn whole, its lines have no names
                <tr key={index} data-type={line.type}>
                  <td className="version-word">{WORDS[line.type]}</td>
                  <td>
                    {line.before?.map((piece, at) =>
                      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no names
                      piece.changed ? <del key={at}>{piece.text}</del> : <span key={at}>{piece.text}</span>,
                    )}
                  </td>
                  <td>
                    {line.after?.map((piece, at) =>
                      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no names
                      piece.changed ? <ins key={at}>{piece.text}</ins> : <span key={at}>{piece.text}</span>,
                    )}
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Lines to draw; a number stands for so many equal ones left out. */
function shown(lines: readonly Line[], folded: boolean): readonly (Line | number)[] {
  if (!folded) return lines;
  const near = (index: number) =>
    [index - 1, index, index + 1].some((at) => lines[at] !== undefined && lines[at]?.type !== 'same');
  const found: (Line | number)[] = [];
  let left = 0;
  lines.forEach((line, index) => {
    if (!near(index)) {
      left += 1;
      return;
    }
    if (left > 0) found.push(left);
    left = 0;
    found.push(line);
  });
  if (left > 0) found.push(left);
  return found;
}
