import type { RecordKind } from '../../../shared/records/kind.ts';
import { kindsOf, SECTIONS } from '../../app/navigation-entries.ts';
import { isDocumentKind } from './import-types.ts';

interface KindChoiceProps {
  readonly value: string | undefined;
  /** Only kinds that come as rows of a sheet: the file at hand is one. */
  readonly sheets: boolean;
  readonly onChange: (kind: string) => void;
}

const wordsFor = ({ id, label }: RecordKind): string =>
  id === 'material' ? `${label}（一个文件一篇）` : id === 'book' ? `${label}（按章拆开）` : label;

/** What the file is to become, in the groups of the navigation. */
export function KindChoice({ value, sheets, onChange }: KindChoiceProps) {
  return (
    <div className="card kind-choice" role="radiogroup" aria-label="导入成什么">
      {SECTIONS.map((section) => {
        const offered = kindsOf(section).filter((kind) => !(sheets && isDocumentKind(kind.id)));
        if (offered.length === 0) return null;
        return (
          <div key={section.label} className="kind-choice-group">
            <span className="quiet small">{section.label}</span>
            <div className="kind-choice-kinds">
              {offered.map((kind) => (
                <label key={kind.id} className="kind-choice-kind" data-chosen={value === kind.id || undefined}>
                  <input
                    type="radio"
                    name="import-kind"
                    className="visually-hidden"
                    checked={value === kind.id}
                    onChange={() => onChange(kind.id)}
                  />
                  {wordsFor(kind)}
                </label>
              ))}
            </div>
          </div>
        );
      })}
    </div>
  );
}
