import { type Issued, issuedIn, nextNumber, placeIn, type Register, type Series } from '../../numbering/index.ts';
import type { DocumentModel } from '../model.ts';
import { modelSources } from '../model-text.ts';
import type { CheckContext, DocumentRule, PaperFinding } from './document-rule.ts';

interface Numbered {
  readonly series: Series;
  readonly year: number;
  readonly n: number;
}

/** The series the number of a paper belongs to. */
function numberedBy(number: string, { series, naming }: Register): Numbered | undefined {
  for (const one of series) {
    const place = placeIn(one, number, naming);
    if (place) return { series: one, year: place.year, n: place.n };
  }
  return undefined;
}

/** Looks at the number on the paper with the register beside it. */
const withNumber =
  (look: (numbered: Numbered, register: Register, isOwn: (issued: Issued) => boolean) => readonly PaperFinding[]) =>
  (model: DocumentModel, { register, about }: CheckContext): PaperFinding[] => {
    const number = model.masthead?.number ?? '';
    const numbered = register && number.trim() ? numberedBy(number.trim(), register) : undefined;
    if (!numbered || !register) return [];
    const own = new Set([...(about ?? []), ...modelSources(model).map(({ id }) => id)]);
    const isOwn = ({ record, also }: Issued) => own.has(record.id) || also.some(({ id }) => own.has(id));
    const place = { part: 'masthead.number', range: [0, number.length] as const };
    return look(numbered, register, isOwn).map((finding) => ({ ...place, ...finding }));
  };

/** Another paper bears the number, or it was given up. */
const taken = withNumber(({ series, year, n }, register, isOwn) =>
  issuedIn(register, series.id, year)
    .filter((issued) => issued.n === n && (issued.void !== undefined || !isOwn(issued)))
    .map(({ number, title, record, void: given }) => ({
      message: given ? `${number}已经作废，不能再用` : `${number}已用于“${title}”`,
      source: { kind: record.kind, id: record.id },
    })),
);

/** Numbers before it that nobody has. */
const gap = withNumber(({ series, year, n }, register) => {
  if (issuedIn(register, series.id, year).some((issued) => issued.n === n)) return [];
  const next = nextNumber(register, series, year);
  return n > next.n ? [{ message: `登记簿的下一个号是${next.number}，用这个号会漏号` }] : [];
});

export const seriesRules: readonly DocumentRule[] = [
  {
    id: 'number.taken',
    label: '文号重复或已作废',
    group: '编号',
    severity: 'error',
    source: '与发文登记簿核对',
    find: taken,
  },
  {
    id: 'number.gap',
    label: '文号跳号',
    group: '编号',
    severity: 'warning',
    source: '与发文登记簿核对',
    find: gap,
  },
];
