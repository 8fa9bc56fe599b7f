import type { api, Output } from '../../app/api.ts';

export type FigureList = Output<typeof api.figures.list>;
export type Figure = FigureList['groups'][number]['figures'][number];
export type FigureEvidence = Output<typeof api.figures.evidence>;
export type EvidenceGroup = FigureEvidence['groups'][number];
export type EvidenceItem = EvidenceGroup['items'][number];
export type Differences = Output<typeof api.figures.differences>;
export type Difference = Differences['items'][number];
type FreezeHead = NonNullable<Differences['freeze']>;
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
