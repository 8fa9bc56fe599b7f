import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FigurePeriod } from '../../../shared/figures/figure-result.ts';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { EvidenceGroups } from '../../records/EvidenceGroups.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';

interface FigureRecordsProps {
  readonly figure: string;
  readonly period: FigurePeriod;
}

/** How a figure is counted and exactly the records that make it. */
export function FigureRecords({ figure, period }: FigureRecordsProps) {
  const { data, error } = useQuery({
    ...queries.figures.evidence.queryOptions({ input: { id: figure, ...period } }),
    placeholderData: keepPreviousData,
  });
  if (error) return <RefusalNote refusal={explain(error)} />;
  if (!data) return null;
  return (
    <>
      <p className="quiet">口径：{data.figure.rule}</p>
      <EvidenceGroups groups={data.groups} />
    </>
  );
}
