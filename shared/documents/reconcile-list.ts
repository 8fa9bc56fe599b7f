import { placeKey, type ReconciledNumber, VERDICT_WORDS } from '../figures/reconcile/index.ts';
import type { DocumentCell, DocumentModel, Run } from './model.ts';
import * as say from './wording.ts';

export interface ReconcileList {
  /** What was held against the ledgers: 2024年工作报告.docx */
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly paragraphs: readonly string[];
  /** Those that are listed. */
  readonly numbers: readonly ReconciledNumber[];
  /** By place (placeKey): what the ledgers say and by which figure. */
  readonly answers: ReadonlyMap<string, { readonly label: string; readonly there: string }>;
  readonly onlyDifferent: boolean;
  /** 'YYYY-MM-DD' */
  readonly today: string;
}

/** Characters of the text shown before and behind a number. */
const AROUND = 18;

const COLUMNS: readonly { readonly label: string; readonly width: number; readonly align: 'left' | 'center' }[] = [
  { label: '序号', width: 12, align: 'center' },
  { label: '原文', width: 92, align: 'left' },
  { label: '写的数', width: 30, align: 'center' },
  { label: '指标', width: 44, align: 'left' },
  { label: '台账数', width: 27, align: 'center' },
  { label: '结论', width: 48, align: 'left' },
];

/** 口径对账清单: the numbers of a text in its order, what the ledgers say, and the conclusion. */
export function reconcileList(list: ReconcileList): DocumentModel {
  const title = '口径对账清单';
  const span = `${say.chineseDay(list.from)}至${say.chineseDay(list.to)}`;
  const what = list.onlyDifferent ? '只列不一致和未对上的' : '按原文先后';
  const note = `（${list.name}，按${span}的台账，${what}，共${list.numbers.length}处）`;
  const head: DocumentCell[] = COLUMNS.map(({ label }) => ({ runs: [{ text: label }], align: 'center' }));
  const rows = list.numbers.map((number, index) => rowOf(list, number, index));
  return {
    document: 'reconcile',
    title,
    fileName: `${title}（${say.chineseDay(list.today)}）`,
    page: { orientation: 'landscape', grid: 'free', folio: 'center' },
    blocks: [
      say.paragraph('title', title),
      say.paragraph('subtitle', note),
      say.paragraph('tableNote', ''),
      rows.length > 0
        ? {
            type: 'table',
            columns: COLUMNS.map(({ width, align }) => ({ width, align })),
            headRows: 1,
            rows: [head, ...rows],
          }
        : say.paragraph('body', list.onlyDifferent ? '没有不一致的数。' : '文中没有数。'),
    ],
  };
}

function rowOf(list: ReconcileList, number: ReconciledNumber, index: number): DocumentCell[] {
  const answer = list.answers.get(placeKey(number));
  const verdict = `${VERDICT_WORDS[number.verdict]}${number.why ? `：${number.why}` : ''}`;
  const cell = (text: string, align: 'left' | 'center'): DocumentCell => ({ runs: text ? [{ text }] : [], align });
  return [
    cell(String(index + 1), 'center'),
    { runs: around(list.paragraphs[number.paragraph] ?? '', number), align: 'left' },
    cell(number.written, 'center'),
    cell(answer?.label ?? '', 'left'),
    cell(answer?.there ?? '', 'center'),
    cell(verdict, 'left'),
  ];
}

function around(text: string, { start, end }: ReconciledNumber): Run[] {
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  return [
    { text: `${from > 0 ? '…' : ''}${text.slice(from, start)}` },
    { text: text.slice(start, end), bold: true },
    { text: `${text.slice(end, to)}${to < text.length ? '…' : ''}` },
  ].filter((run) => run.text !== '');
}
