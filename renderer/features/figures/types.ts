import type { api, Output } from '../../app/api.ts';

export type FigureList = Output<typeof api.figures.list>;
export type Figure = FigureList['groups'][number]['figures'][number];
export type Differences = Output<typeof api.figures.differences>;
export type Difference = Differences['items'][number];
export type Findings = Output<typeof api.figures.checks>['findings'];

/** What can be done with a figure of the page. */
export type FigureDeed =
  | 'evidence'
  | 'copyNumber'
  | 'copySentence'
  | 'correct'
  | 'uncorrect'
  | 'edit'
  | 'reset'
  | 'remove';
