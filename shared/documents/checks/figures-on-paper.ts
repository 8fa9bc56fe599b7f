import type { DocumentModel } from '../model.ts';
import type { CheckContext, DocumentRule, PaperFinding } from './document-rule.ts';
import { type Place, paragraphsOf, placesOf } from './places.ts';

const NUMBER = /\d+(?:\.\d+)?/u;
/** Characters on either side by which a number is found again in an edited text. */
const AROUND = 8;

interface Stated {
  readonly place: Place;
  readonly figure: string;
  /** As the ledgers give it now. */
  readonly value: string;
  readonly before: string;
  readonly after: string;
}

/** Every number on the freshly composed paper that stands for a figure. */
function statedIn(model: DocumentModel): Stated[] {
  return placesOf(model).flatMap((place) => {
    let at = 0;
    return (place.runs ?? []).flatMap((run) => {
      const start = at;
      at += run.text.length;
      const figure = run.source?.figure;
      const match = figure ? NUMBER.exec(run.text) : null;
      // A sentence that carries a figure says more than its number: only a number alone is certain.
      if (!figure || !match || run.text.replace(NUMBER, '').length > 3) return [];
      const from = start + match.index;
      const to = from + match[0].length;
      const before = place.text.slice(Math.max(0, from - AROUND), from);
      return [{ place, figure, value: match[0], before, after: place.text.slice(to, to + AROUND) }];
    });
  });
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** The number as it stands on the edited paper: in the same cell, or between the same words of a paragraph. */
function found({ place, before, after }: Stated, places: readonly Place[]) {
  const pattern = new RegExp(`${escaped(before)}(?<n>\\d+(?:\\.\\d+)?)${escaped(after)}`, 'du');
  if (place.at.cell) {
    const same = places.find(
      ({ at }) =>
        at.block === place.at.block && at.cell?.row === place.at.cell?.row && at.cell?.cell === place.at.cell?.cell,
    );
    const match = same ? pattern.exec(same.text) : null;
    return same && match ? { place: same, match } : undefined;
  }
  // Without words around it a number could be any.
  if (before.length + after.length < 4) return undefined;
  const near = [...places].sort(
    (a, b) => Math.abs((a.at.block ?? 0) - (place.at.block ?? 0)) - Math.abs((b.at.block ?? 0) - (place.at.block ?? 0)),
  );
  for (const candidate of near) {
    if (candidate.role !== place.role) continue;
    const match = pattern.exec(candidate.text);
    if (match) return { place: candidate, match };
  }
  return undefined;
}

/** Numbers that were typed over, or whose records have changed since the paper was edited. */
function changed(model: DocumentModel, { fresh }: CheckContext): PaperFinding[] {
  if (!fresh) return [];
  const places = placesOf(model);
  return statedIn(fresh).flatMap((stated) => {
    const now = found(stated, places);
    const written = now?.match.groups?.n;
    const range = now?.match.indices?.groups?.n;
    if (!now || !range || written === undefined || Number(written) === Number(stated.value)) return [];
    return [
      {
        ...now.place.at,
        range,
        replacement: stated.value,
        message: `纸上写${written}，台账现在是${stated.value}`,
        source: { kind: 'figure', id: stated.figure, figure: stated.figure },
      },
    ];
  });
}

/** Numbers of sentences, matched to figures by their words: the annual report and its like. */
function reconciled(model: DocumentModel, { reconcile, definition }: CheckContext): PaperFinding[] {
  if (!reconcile || definition?.group !== '成果') return [];
  const paragraphs = paragraphsOf(model);
  return reconcile(paragraphs.map(({ text }) => text)).flatMap((wrong) => {
    const place = paragraphs[wrong.paragraph];
    if (!place) return [];
    const written = place.text.slice(wrong.start, wrong.end);
    return [
      {
        block: place.block,
        range: [wrong.start, wrong.end] as const,
        message: `文中“${written}”，台账“${wrong.label}”是${wrong.there}${wrong.why ? `（${wrong.why}）` : ''}`,
        source: { kind: 'figure', id: wrong.figure, figure: wrong.figure },
      },
    ];
  });
}

export const ledgerRules: readonly DocumentRule[] = [
  {
    id: 'figure.changed',
    label: '纸上的数与台账不一致',
    group: '数据',
    severity: 'error',
    source: '与台账核对',
    find: changed,
  },
  {
    id: 'figure.sentence',
    label: '文中的数与指标不一致',
    group: '数据',
    severity: 'warning',
    source: '与年报数字核对（口径对账）',
    find: reconciled,
  },
];
