import { Evidence, type EvidenceItem } from './Evidence.tsx';
import './work-figures.css';

interface FiguresProps {
  readonly figures: readonly {
    readonly id: string;
    readonly label: string;
    readonly unit: string;
    readonly rule: string;
    readonly items: readonly EvidenceItem[];
    readonly figure: number;
    /** Out of how many: 14/14. */
    readonly of?: number | undefined;
  }[];
}

/** A row of numbers, each opening onto its records. */
export function Figures({ figures }: FiguresProps) {
  return (
    <dl className="work-figures">
      {figures.map(({ id, label, unit, rule, items, figure, of }) => (
        <div key={id}>
          <dt>{label}</dt>
          <dd>
            <Evidence
              label={label}
              items={items}
              figure={of === undefined ? figure : `${figure}/${of}`}
              unit={unit}
              rule={rule}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}
