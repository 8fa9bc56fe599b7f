import type { z } from 'zod';
import type { portraits } from '../../shared/api/areas/portraits.ts';
import type { Cell, CellMeasure, ChartData, FigurePair, Piece } from '../../shared/figures/portrait.ts';
import { percent } from '../../shared/figures/share.ts';
import { titleOf } from '../../shared/records/index.ts';
import type { Desk } from './desk.ts';

type Dashboards = z.input<NonNullable<(typeof portraits.dashboards)['~orpc']['outputSchema']>>;
export type CaseOut = Dashboards['cases'][string];
export type CellOut = Dashboards['charts'][number]['lines'][number]['cells'][number];
export type ChartOut = Dashboards['charts'][number];
export type FigureOut = Dashboards['groups'][number]['figures'][number];

/**
 * The records behind all numbers of a page, each with what it says told once: a case that stands behind ten numbers
 * travels once, and only a note of its own makes it another.
 */
export class CaseBook {
  readonly cases: Record<string, CaseOut> = {};
  readonly #desk: Desk;
  readonly #keys = new Map<string, string>();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  keysOf(pieces: readonly Piece[]): string[] {
    return pieces.map((piece) => this.#keyOf(piece));
  }

  #keyOf({ kind, id, on = '', note = '' }: Piece): string {
    const whole = `${kind}/${id}/${on}/${note}`;
    const known = this.#keys.get(whole);
    if (known) return known;
    const key = `c${this.#keys.size.toString(36)}`;
    this.#keys.set(whole, key);
    const record = this.#desk.lookup(kind, id);
    this.cases[key] = {
      kind,
      id,
      title: record ? titleOf(record, this.#desk.lookup) : '已不在资料库中',
      ...(on ? { on } : {}),
      ...(note ? { note } : {}),
    };
    return key;
  }

  cell({ figure, pieces, of, counts }: Cell, measure: CellMeasure): CellOut {
    return {
      figure,
      shown: shownFigure({ figure, pieces, ...(of ? { of } : {}), ...(counts ? { counts } : {}) }, measure),
      keys: this.keysOf(pieces),
      ...(of ? { of: this.keysOf(of) } : {}),
      ...(counts ? { counts: { ...counts } } : {}),
    };
  }

  figure({ now, before, ...rest }: FigurePair): FigureOut {
    const { measure } = rest;
    return { ...rest, now: this.cell(now, measure), ...(before ? { before: this.cell(before, measure) } : {}) };
  }

  chart({ series, lines, ...rest }: ChartData): ChartOut {
    return {
      ...rest,
      series: series.map((one) => ({ ...one })),
      lines: lines.map(({ key, kind, label, most, cells }) => ({
        key,
        ...(kind ? { kind } : {}),
        label: label ?? this.#titleOf(kind, key),
        ...(most === undefined ? {} : { most }),
        cells: cells.map((cell, index) => this.cell(cell, series[index]?.measure ?? rest.measure)),
      })),
    };
  }

  #titleOf(kind: string | undefined, id: string): string {
    const record = kind === undefined ? undefined : this.#desk.lookup(kind, id);
    return record ? titleOf(record, this.#desk.lookup) : '未填';
  }
}

/** — where there is nothing to take a share of: 0% would say that all failed. */
function shownFigure({ figure, pieces, of, counts }: Cell, measure: CellMeasure): string {
  if (measure !== 'percent') return String(Math.round(figure * 100) / 100);
  return percent(counts?.met ?? pieces.length, counts?.of ?? of?.length ?? 0) || '—';
}
