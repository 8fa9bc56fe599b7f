import type { Scheme } from '../../../shared/scoring/scheme.ts';
import type { api, Output } from '../../app/api.ts';

export type Ranking = Output<typeof api.scores.ranking>;
export type RankLine = Ranking['lines'][number];
export type Statement = Output<typeof api.scores.statement>;
export type StatementSection = Statement['sections'][number];
export type Entry = StatementSection['entries'][number];
export type SchemeList = Output<typeof api.scores.schemes>['schemes'];
export type WhatIf = Output<typeof api.scores.whatIf>;
export type { Scheme };

/** Which result is looked at; without a version the one in force for the year. */
export interface Which {
  readonly scheme: string;
  readonly year: number;
  readonly version?: number;
}

export type Item = Scheme['items'][number];

/** 委员, 街道政协工委 …: whom the schemes are for. */
export const AUDIENCES: readonly { readonly id: Scheme['audience']; readonly label: string; readonly unit: string }[] =
  [
    { id: 'member', label: '委员', unit: '名' },
    { id: 'street', label: '街道政协工委', unit: '个' },
    { id: 'unit', label: '承办单位', unit: '家' },
    { id: 'proposalQuality', label: '提案质量', unit: '件' },
    { id: 'handlingQuality', label: '办理质量', unit: '件' },
  ];

export const STATUS_WORDS = { draft: '草稿', inForce: '施行', archived: '停用' } as const;
export const STEP_WORDS = { trial: '年度试算', published: '公示', confirmed: '审定' } as const;

/** Points as the office writes them: at most two digits after the point, a minus that cannot be overlooked. */
export function points(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 ? 0 : rounded).replace('-', '－');
}

/** The same with its sign, for a line of a ledger. */
export const signed = (value: number): string => (value > 0 ? `＋${points(value)}` : points(value));
