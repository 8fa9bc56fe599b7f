import { memo, useState } from 'react';
import type { Field } from '../../../shared/records/field.ts';
import type { Titles } from '../../app/api.ts';
import { onKeys } from '../../ui/keys.ts';
import { formatLong } from '../format-value.ts';
import { FieldInput } from './FieldInput.tsx';
import { useTitle } from './use-title.ts';

interface RowCellProps {
  readonly id: string;
  readonly label: string;
  readonly field: Field;
  readonly value: unknown;
  readonly titles: Titles;
  readonly problem: string | undefined;
  readonly onChange: (value: unknown) => void;
  readonly onNext: () => void;
  readonly onPaste: (text: string) => void;
}

/** Enter belongs to these controls themselves. */
const OWN_ENTER: readonly Field['type'][] = ['choice', 'choices', 'tags', 'reference', 'references', 'longText'];

/** Text until the caret comes; then the field's own control, until it leaves. */
export const RowCell = memo(
  function RowCell({ id, label, field, value, titles, problem, onChange, onNext, onPaste }: RowCellProps) {
    const [active, setActive] = useState(false);
    const named = useTitle(field.type === 'reference' ? field.target : undefined, value, titles);
    if (!active) {
      const text = named ?? formatLong(field, value, titles);
      return (
        <td data-problem={problem ? true : undefined} title={problem ?? undefined}>
          <button
            type="button"
            id={id}
            className="cell"
            data-numeric={field.type === 'integer' || field.type === 'decimal' || undefined}
            aria-label={`${label}：${text || '空'}${problem ? `，${problem}` : ''}`}
            onFocus={() => setActive(true)}
          >
            {text || '\u00a0'}
          </button>
        </td>
      );
    }
    return (
      <td
        className="cell-active"
        data-problem={problem ? true : undefined}
        title={problem ?? undefined}
        onBlur={(event) => {
          // A list or calendar of the control hangs elsewhere in the page; the caret itself stays in the cell.
          if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) setActive(false);
        }}
        onPaste={(event) => {
          const text = event.clipboardData.getData('text/plain');
          if (!/[\t\n]/.test(text.trim())) return;
          event.preventDefault();
          onPaste(text);
        }}
        onKeyDown={onKeys(OWN_ENTER.includes(field.type) ? {} : { enter: onNext })}
      >
        <FieldInput
          id={id}
          field={{ ...field, label }}
          value={value}
          onChange={onChange}
          titles={titles}
          invalid={problem !== undefined}
          autoFocus
        />
      </td>
    );
  },
  (a, b) =>
    a.value === b.value && a.problem === b.problem && a.id === b.id && a.titles === b.titles && a.field === b.field,
);
