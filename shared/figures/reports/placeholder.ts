/**
 * Places for figures in the text of a report: {SQ.IN} as it is worded, {SQ.IN:精确}, {SQ.IN:上年}, {SQ.IN:增减}. The
 * English names of the forms are understood as well.
 */
export const FORMS = ['', '精确', '上年', '增减'] as const;
export type Form = (typeof FORMS)[number];

const FORM_NAMES: Readonly<Record<string, Form>> = {
  精确: '精确',
  exact: '精确',
  上年: '上年',
  last: '上年',
  增减: '增减',
  change: '增减',
};

export const FORM_LABELS: Readonly<Record<Form, string>> = {
  '': '按表述',
  精确: '精确数',
  上年: '上年同期',
  增减: '比上年增减',
};

export interface PlacedFigure {
  readonly type: 'figure';
  readonly figure: string;
  readonly form: Form;
  /** What stands behind the colon and is no form: told to the clerk. */
  readonly strange?: string;
  readonly start: number;
  readonly end: number;
}

export interface PlainText {
  readonly type: 'text';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type Segment = PlainText | PlacedFigure;

const PLACE = /[{｛]\s{0,4}([^{}｛｝\s:：，。；]{1,40})\s{0,4}(?:[:：]\s{0,4}([^{}｛｝\s]{1,10})\s{0,4})?[}｝]/gu;

/** The text in pieces, in order; a brace that belongs to no place stays text. */
export function segmentsOf(text: string): readonly Segment[] {
  const segments: Segment[] = [];
  let done = 0;
  const plain = (to: number) => {
    if (to > done) segments.push({ type: 'text', text: text.slice(done, to), start: done, end: to });
  };
  for (const match of text.matchAll(PLACE)) {
    const [whole, figure = '', name] = match;
    plain(match.index);
    const form = name === undefined ? '' : FORM_NAMES[name];
    const strange = form === undefined ? { strange: name ?? '' } : {};
    done = match.index + whole.length;
    segments.push({ type: 'figure', figure, form: form ?? '', ...strange, start: match.index, end: done });
  }
  plain(text.length);
  return segments;
}

export const placeOf = (figure: string, form: Form): string => `{${figure}${form && `:${form}`}}`;

export const placesOf = (text: string): readonly PlacedFigure[] =>
  segmentsOf(text).filter((segment): segment is PlacedFigure => segment.type === 'figure');

/** 人民, 人大 … begin with a measure word and are none. */
const OTHER_WORDS =
  /^(?:人(?:民|大|员|才|士|口|物|们|均|力|文)|条(?:件|例|款)|项目|件(?:套)|家(?:庭|属|人)|名(?:单|称|额)|次(?:日|年))/u;

/**
 * `words` (294条) before `following`: a unit that the sentence writes itself is not written twice, so that {SQ.IN} and
 * {SQ.IN}条 read the same.
 * @param unit the unit `words` end with
 */
export function joinedTo(words: string, unit: string, following: string): string {
  if (OTHER_WORDS.test(following)) return words;
  for (let length = unit.length; length > 0; length -= 1) {
    const tail = unit.slice(unit.length - length);
    if (words.endsWith(tail) && following.startsWith(tail)) return words.slice(0, words.length - length);
  }
  return words;
}
