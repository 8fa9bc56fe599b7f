import type { api, Output } from '../../app/api.ts';
import { type Cases, FigureButton } from '../../records/ChartEvidence.tsx';

type Figure = Output<typeof api.portraits.member>['counts'][number];

interface FigureGridProps {
  readonly figures: readonly Figure[];
  readonly cases: Cases;
  readonly label: string;
  readonly year: number;
}

/** Numbers in a row, each with last year's beside it; every one opens. */
export function FigureGrid({ figures, cases, label, year }: FigureGridProps) {
  return (
    <dl className="portrait-figures" aria-label={label}>
      {figures.map((figure) => (
        <div key={figure.id}>
          <dt title={`口径：${figure.rule}`}>{figure.label}</dt>
          <dd>
            <FigureButton
              label={figure.label}
              cell={figure.now}
              measure={figure.measure}
              cases={cases}
              unit={figure.unit}
              rule={figure.rule}
            />
          </dd>
          {figure.before && (
            <dd className="portrait-before">
              上年{' '}
              <FigureButton
                label={`${year - 1} 年${figure.label}`}
                cell={figure.before}
                measure={figure.measure}
                cases={cases}
                rule={figure.rule}
              />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
