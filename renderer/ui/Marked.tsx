import { Fragment } from 'react';

interface MarkedProps {
  readonly text: string;
  /** Half-open ranges [from, to) in UTF-16 units, sorted, not overlapping: as search answers them. */
  readonly marks: readonly (readonly [from: number, to: number])[];
}

/** Text with its hits marked. */
export function Marked({ text, marks }: MarkedProps) {
  let at = 0;
  const parts = marks.map(([from, to]) => {
    const before = text.slice(at, from);
    at = to;
    return (
      <Fragment key={from}>
        {before}
        <mark>{text.slice(from, to)}</mark>
      </Fragment>
    );
  });
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
