import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { FigureDefinition } from '../../../shared/figures/definition.ts';
import type { FigurePeriod } from '../../../shared/figures/figure-result.ts';
import { periodWords } from '../../../shared/figures/period-words.ts';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { EvidenceGroups } from '../../records/EvidenceGroups.tsx';
import { triable, unfinished } from './definition-draft.ts';
import { numberWords } from './number-words.ts';

interface DefinitionPreviewProps {
  readonly draft: FigureDefinition;
  readonly period: FigurePeriod;
  /** Takes the query in words as the rule. */
  readonly onRule: (rule: string) => void;
}

/** Typing is not counted at every key. */
const REST_MS = 250;

/** What the definition gives before it is saved: the number, the wording, the query in words, the records. */
export function DefinitionPreview({ draft, period, onRule }: DefinitionPreviewProps) {
  const [asked, setAsked] = useState(draft);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(draft), REST_MS);
    return () => clearTimeout(timer);
  }, [draft]);
  const waiting = unfinished(asked);
  const query = useQuery({
    ...queries.figures.preview.queryOptions({
      input: { definition: triable(asked), period: { from: period.from, to: period.to } },
    }),
    enabled: waiting === undefined,
    placeholderData: keepPreviousData,
  });
  const tried = query.data;
  const problem = waiting ?? (query.error ? explain(query.error).message : tried?.problem);
  return (
    <section className="figure-preview" aria-label="试算" aria-live="polite">
      <h3>{periodWords(period)}试算</h3>
      {problem && <p className="figure-warn">还数不出来：{problem}</p>}
      {!problem && tried?.figure && (
        <p className="figure-preview-number">
          <strong className="figure-preview-value">{numberWords(tried.figure, tried.figure.isPercent)}</strong>
          <span className="quiet">
            写成“{draft.label.trim()}
            {tried.figure.text}”，{tried.figure.count} 条记录
          </span>
        </p>
      )}
      {tried && !waiting && (
        <p className="quiet small">
          怎样数：{tried.query}{' '}
          <Button type="link" size="small" onClick={() => onRule(tried.query.slice(0, 300))}>
            用作口径
          </Button>
        </p>
      )}
      {!problem && tried && (
        <div className="figure-preview-records">
          <EvidenceGroups groups={tried.groups} />
        </div>
      )}
    </section>
  );
}
