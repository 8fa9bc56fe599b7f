import type { ScoreEngine } from '../scoring/engine.ts';
import type { Scheme } from '../scoring/scheme.ts';
import { DocumentError, type DocumentMaterial, type DocumentParameter } from './definition.ts';
import { integerParam, textParam } from './wording.ts';

/** The scores a paper is made of. */
export interface Scored {
  readonly scheme: Scheme;
  readonly year: number;
  readonly engine: ScoreEngine;
}

/** What every paper on scores asks for. */
export const scoredParams: readonly DocumentParameter[] = [
  { name: 'year', label: '年度', type: 'integer', help: '例如 2024；留空用今年' },
  { name: 'scheme', label: '计分方案', type: 'text', help: '方案的名称；留空用施行的委员方案' },
];

/** @throws DocumentError when there is no such scheme, or none in force for the year */
export function scoredYear(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Scored {
  const year = integerParam(params, 'year', '年度') ?? Number(material.today.slice(0, 4));
  const named = textParam(params, 'scheme');
  const schemes = (material.schemes ?? []).filter(({ audience }) => audience === 'member');
  const able = schemes.filter(({ id, label }) => (named ? id === named || label === named : true));
  if (able.length === 0)
    throw new DocumentError(`没有“${named}”这个委员计分方案，请照“履职计分”页上的名称写。`, 'scheme');
  for (const { id } of able) {
    const engine = material.scores?.(id, year);
    if (engine) return { scheme: engine.scheme, year, engine };
  }
  throw new DocumentError(`${year}年没有施行的委员计分方案，请先在“履职计分”里施行。`, 'year');
}
