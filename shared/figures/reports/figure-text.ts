import type { Form } from './placeholder.ts';

/** A figure of the period as a report can write it. */
export interface ReportFigure {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly unit: string;
  readonly rule: string;
  /** As the office gives it: corrected by hand, or as it was frozen; otherwise as counted. */
  readonly value: number;
  /** As it is worded, without unit: 50多, 超2亿. */
  readonly text: string;
  /** The same period a year before, as counted. */
  readonly last: number;
  /** A correction or a frozen year stands behind the value. */
  readonly source?: '校正' | '定稿';
  readonly met?: number | undefined;
  readonly of?: number | undefined;
}

export interface WrittenFigure {
  readonly value: number;
  /** With its unit: 50多次. */
  readonly text: string;
  /** The unit `text` ends with; '' when it ends otherwise. */
  readonly unit: string;
}

/** What stands in the report at a place of this form. */
export function written(figure: ReportFigure, form: Form): WrittenFigure {
  const { unit } = figure;
  switch (form) {
    case '':
      return worded(figure);
    case '精确':
      return { value: figure.value, text: `${plain(figure.value)}${unit}`, unit };
    case '上年':
      return { value: figure.last, text: `${plain(figure.last)}${unit}`, unit };
    case '增减':
      return change(figure);
  }
}

function worded({ value, text, unit }: ReportFigure): WrittenFigure {
  // 超2亿 of 万元: the words carry their own magnitude, only what is behind it follows.
  const magnitude = /[万亿]/u.test(text);
  const rest = magnitude ? unit.replace(/^(?:万亿|万|亿)/u, '') : unit;
  return { value, text: `${text}${rest}`, unit: rest };
}

function change({ value, last, unit }: ReportFigure): WrittenFigure {
  const difference = Math.round((value - last) * 1e6) / 1e6;
  if (difference === 0) return { value: 0, text: '与上年持平', unit: '' };
  const size = plain(Math.abs(difference));
  if (unit === '%') return { value: difference, text: `${difference > 0 ? '提高' : '下降'}${size}个百分点`, unit: '' };
  return { value: difference, text: `${difference > 0 ? '增加' : '减少'}${size}${unit}`, unit };
}

/** Without trailing noughts of a sum: 366.8. */
const plain = (value: number): string => String(Math.round(value * 1e4) / 1e4);
