import { Evidence, type EvidenceItem } from '../../records/Evidence.tsx';

interface FiguresProps {
  readonly figures: readonly {
    readonly id: string;
    readonly label: string;
    readonly unit: string;
    readonly rule: string;
    readonly items: readonly EvidenceItem[];
    readonly figure: number;
  }[];
}

/** The year in numbers; each opens onto its records. */
export function Figures({ figures }: FiguresProps) {
  return (
    <dl className="round-figures">
      {figures.map(({ id, label, unit, rule, items, figure }) => (
        <div key={id}>
          <dt>{label}</dt>
          <dd>
            <Evidence label={label} items={items} figure={figure} unit={unit} rule={rule} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** How the numbers above are counted, for the foot of the page and of the print. */
export function Rules({ figures }: FiguresProps) {
  return (
    <footer className="quiet small">口径：{figures.map(({ label, rule }) => `${label}——${rule}`).join('；')}。</footer>
  );
}
