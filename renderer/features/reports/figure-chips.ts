import {
  type FigureById,
  type Form,
  joinedTo,
  judgePlace,
  type PlaceState,
  placeOf,
  type TakenFigure,
} from '../../../shared/figures/reports/index.ts';

interface Shown {
  readonly words: string;
  readonly state: PlaceState;
  readonly hint: string;
}

const HINTS: Readonly<Record<PlaceState, string>> = {
  fresh: '与台账一致',
  stale: '数已变',
  kept: '数已变，保留原数',
  new: '还没有取数',
  unknown: '没有这个指标或写法',
};

/** What the chips in the text show; they are drawn anew when numbers change, without touching the text. */
export class FigureChips {
  figures: FigureById = new Map();
  taken: readonly TakenFigure[] = [];
  /** A chip was pressed: which one of all in the text. */
  onOpen: (index: number) => void = () => undefined;
  readonly #views = new Set<() => void>();

  /** @param following text behind the chip, which may bring the unit itself */
  show(figure: string, form: Form, following: string): Shown {
    const place = { type: 'figure' as const, figure, form, start: 0, end: 0 };
    const { state, taken, now } = judgePlace(place, this.taken, this.figures);
    const label = this.figures.get(figure)?.label;
    const words = taken?.text ?? now?.text;
    if (words === undefined) return { words: placeOf(figure, form), state, hint: `${HINTS[state]}：${figure}` };
    const changed = state === 'stale' && now ? `：${words}→${now.text}` : '';
    const unit = /[^\d.]+$/u.exec(words)?.[0] ?? '';
    return { words: joinedTo(words, unit, following), state, hint: `${label ?? figure}，${HINTS[state]}${changed}` };
  }

  add(draw: () => void): () => void {
    this.#views.add(draw);
    return () => this.#views.delete(draw);
  }

  redraw(): void {
    for (const draw of this.#views) draw();
  }
}
