import {
  bulletinYears,
  formatSeriesNumber,
  type Gap,
  gapCount,
  type PublicationYear,
  publicationYears,
  type Register,
  type SeriesYear,
  seriesYear,
  yearsOf,
} from '../../shared/numbering/index.ts';
import { titleOf } from '../../shared/records/index.ts';
import { numberOf, textOf } from '../../shared/records/read-value.ts';
import { formatOfficialDate } from '../../shared/text/index.ts';
import type { Pace } from '../exporting/sheet/index.ts';
import type { Desk } from './desk.ts';
import { handOut, safeFileName } from './hand-out.ts';
import { os } from './implementer.ts';
import { runJob } from './job.ts';
import { registerOf, requireSeries, yearOfDesk } from './numbers-register.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface Wish {
  readonly year?: number | undefined;
  readonly series?: string | undefined;
}

/** The series of a year that have numbers or are in use, each with its papers, gaps and repeats. */
function shownSeries(
  desk: Desk,
  register: Register,
  wish: Wish,
): { year: number; years: number[]; parts: SeriesYear[] } {
  const now = yearOfDesk(desk);
  const years = [...new Set([now, ...yearsOf(register)])].sort((a, b) => b - a);
  // A register just opened shows a year in which there is something to see.
  const year = wish.year ?? (register.issued.some((one) => one.year === now) ? now : (yearsOf(register)[0] ?? now));
  const wanted = wish.series ? [requireSeries(register, wish.series)] : register.series;
  const parts = wanted
    .map((series) => seriesYear(register, series, year))
    .filter(({ series, issued }) => wish.series || issued.length > 0 || !series.retired);
  return { year, years, parts };
}

const spoken = (part: SeriesYear, register: Register, n: number): string =>
  formatSeriesNumber(part.series, part.year, n, register.naming);

function rowsOf(part: SeriesYear, register: Register, desk: Desk) {
  const repeated = new Set(part.repeats);
  const papers = part.issued.map((one) => ({
    type: one.void ? ('void' as const) : ('paper' as const),
    series: part.series.id,
    n: one.n,
    to: one.n,
    number: one.number,
    title: one.title,
    docType: one.docType,
    kind: one.record.kind,
    id: one.record.id,
    signer: one.signer,
    signedOn: one.signedOn,
    printedOn: one.printedOn,
    ...(one.copies === undefined ? {} : { copies: one.copies }),
    state: one.void ? '作废' : one.state,
    reason: one.void?.reason ?? '',
    repeated: repeated.has(one.n),
    cited: one.cited === true,
    also: one.also.slice(0, 20).map((record) => ({
      kind: record.kind,
      id: record.id,
      title: titleOf(record, desk.lookup),
    })),
  }));
  const gaps = part.gaps.map(({ from, to }) => ({
    type: 'gap' as const,
    series: part.series.id,
    n: from,
    to,
    number: spoken(part, register, from),
    title: '',
    docType: '',
    signer: '',
    signedOn: '',
    printedOn: '',
    state: '漏号',
    reason: '',
    repeated: false,
    cited: false,
    also: [],
  }));
  return [...papers, ...gaps].sort((a, b) => a.n - b.n);
}

const register = os.numbers.register.handler(({ input, context: { desk } }) => {
  const whole = registerOf(desk.opened.library);
  const { year, years, parts } = shownSeries(desk, whole, input);
  return {
    year,
    years,
    series: parts.map((part) => ({
      id: part.series.id,
      label: part.series.label,
      next: part.next,
      retired: part.series.retired === true,
      found: part.series.found === true,
      papers: part.issued.length - part.void,
      void: part.void,
      missing: part.missing,
      gaps: part.gaps.map((gap) => ({ ...gap })),
      repeats: part.repeats.map((n) => spoken(part, whole, n)),
    })),
    rows: parts.flatMap((part) => rowsOf(part, whole, desk)),
  };
});

const totalWords = (part: PublicationYear, id: string, total: number | undefined): string => {
  if (total !== undefined && part.totalRepeats.includes(total)) return '总期号重复';
  return part.disorder.includes(id) ? '总期号没有接着上一期' : '';
};

const without = ({ from, to }: Gap): string => (from === to ? `第${from}期` : `第${from}期至第${to}期`);

function issueRows(part: PublicationYear, desk: Desk) {
  const issues = part.issues.map((record) => {
    const { values } = record;
    const [n, total, copies] = ['number', 'totalNumber', 'copies'].map((field) => numberOf(values, field));
    return {
      type: 'issue' as const,
      ...(n === undefined ? {} : { n }),
      id: record.id,
      title: titleOf(record, desk.lookup),
      ...(total === undefined ? {} : { totalNumber: total }),
      signer: textOf(values, 'signer'),
      printedOn: textOf(values, 'printedOn'),
      ...(copies === undefined ? {} : { copies }),
      state: textOf(values, 'state'),
      repeated: n !== undefined && part.repeats.includes(n),
      totalWrong: totalWords(part, record.id, total),
    };
  });
  const gaps = part.gaps.map((gap) => ({
    type: 'gap' as const,
    n: gap.from,
    to: gap.to,
    title: without(gap),
    signer: '',
    printedOn: '',
    state: '漏号',
    repeated: false,
    totalWrong: '',
  }));
  const last = Number.MAX_SAFE_INTEGER;
  return [...issues, ...gaps].sort((a, b) => (a.n ?? last) - (b.n ?? last));
}

const issues = os.numbers.issues.handler(({ input, context: { desk } }) => {
  const list = (kind: string) => desk.opened.library.list(kind);
  const now = yearOfDesk(desk);
  const own = bulletinYears(list);
  const year = input.year ?? (own.includes(now) ? now : (own[0] ?? now));
  return {
    year,
    years: [...new Set([now, ...own])].sort((a, b) => b - a),
    publications: publicationYears(list, year).map((part) => ({
      publication: part.publication,
      supplement: part.supplement,
      issues: part.issues.length,
      missing: gapCount(part.gaps),
      repeats: [...part.repeats],
      totalGaps: part.totalGaps.map((gap) => ({ ...gap })),
      rows: issueRows(part, desk),
    })),
  };
});

const breath = () => new Promise((resolve) => setImmediate(resolve));

const exportRegister = os.numbers.export.handler(({ input: { out, ...wish }, context: { desk }, signal }) =>
  runJob(async (report, inner) => {
    const pace: Pace = async (done, total, label) => {
      report({ done, total, label });
      await breath();
      inner.throwIfAborted();
    };
    const whole = registerOf(desk.opened.library);
    const { year, parts } = shownSeries(desk, whole, wish);
    const { writeRegisterBook } = await import('../exporting/sheet/index.ts');
    const groups = parts
      .filter(({ issued }) => issued.length > 0)
      .map((part) => ({ label: part.series.label, rows: rowsOf(part, whole, desk) }));
    const title = `${year}年发文登记簿`;
    const note = `${formatOfficialDate(desk.today)}导出`;
    const bytes = await writeRegisterBook({ title, note, groups }, pace);
    const name = safeFileName(`${title}（${formatOfficialDate(desk.today)}）`, '发文登记簿', 'xlsx');
    const made = { name, bytes, type: XLSX, extension: 'xlsx', dialog: '导出 Excel', out, signal: inner } as const;
    const { file, ...handed } = await handOut(desk, made);
    return {
      ...handed,
      name,
      size: bytes.byteLength,
      ...(file ? { handle: desk.files.addMade(file) } : {}),
      rows: groups.reduce((sum, { rows }) => sum + rows.length, 0),
    };
  }, signal),
);

export const numbersShown = { register, issues, export: exportRegister };
