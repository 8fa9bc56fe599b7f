import { Fragment, type ReactNode } from 'react';
import type { Attachment, Field } from '../../../shared/records/field.ts';
import { shownGroups } from '../../../shared/records/form-groups.ts';
import type { RecordKind } from '../../../shared/records/kind.ts';
import type { StoredRecord, Titles } from '../../app/api.ts';
import { formatLong } from '../format-value.ts';
import { Attachments } from './Attachments.tsx';
import { BodyGlance } from './BodyGlance.tsx';
import { Reference } from './Reference.tsx';
import { RowsTable } from './RowsTable.tsx';
import './detail.css';

interface FieldListProps {
  readonly kind: RecordKind;
  readonly record: StoredRecord;
  readonly titles: Titles;
  /** Beside the list: what the list shows and a little more, without tables and texts. */
  readonly brief?: boolean;
}

const WIDE: readonly Field['type'][] = ['longText', 'body', 'rows', 'files'];
const isBlank = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** The record in the groups of its form. Blanks are left out; a group of blanks too. */
export function FieldList({ kind, record, titles, brief }: FieldListProps) {
  const groups = groupsOf(kind, record)
    .map(({ label, fields }) => ({
      label,
      fields: fields.filter((name) => {
        const field = kind.fields[name];
        return field && !isBlank(record.values[name]) && !(brief && WIDE.includes(field.type));
      }),
    }))
    .filter(({ fields }) => fields.length > 0);

  return (
    <div className={brief ? 'field-groups brief' : 'field-groups'}>
      {groups.map((group) => (
        <section key={group.label} className={brief ? '' : 'card'}>
          {!brief && <h2>{group.label}</h2>}
          <dl className="field-list">
            {group.fields.map((name) => {
              const field = kind.fields[name];
              if (!field) return null;
              return (
                <Fragment key={name}>
                  <dt
                    id={`at-${name}`}
                    data-table={field.type === 'rows' || undefined}
                    className={field.type === 'rows' && field.label === group.label ? 'visually-hidden' : undefined}
                  >
                    {field.label}
                  </dt>
                  <dd
                    data-wide={WIDE.includes(field.type) || undefined}
                    data-table={field.type === 'rows' || undefined}
                  >
                    <FieldValue field={field} name={name} record={record} titles={titles} />
                  </dd>
                </Fragment>
              );
            })}
          </dl>
        </section>
      ))}
    </div>
  );
}

/** The form's groups, and what the program works out by itself as a group of its own. */
function groupsOf(kind: RecordKind, { values }: StoredRecord) {
  const placed = new Set(kind.form.flatMap((group) => group.fields));
  // The way through the office is told by ProcessPanel, above.
  const computed = Object.keys(kind.fields).filter((name) => !placed.has(name) && name !== kind.process?.log);
  return [...shownGroups(kind, values), ...(computed.length > 0 ? [{ label: '自动汇总', fields: computed }] : [])];
}

interface FieldValueProps {
  readonly field: Field;
  readonly name: string;
  readonly record: StoredRecord;
  readonly titles: Titles;
}

function FieldValue({ field, name, record, titles }: FieldValueProps): ReactNode {
  const value = record.values[name];
  switch (field.type) {
    case 'reference':
      return <Reference field={field} id={String(value)} titles={titles} />;
    case 'references':
      return (Array.isArray(value) ? value : []).map((id, index) => (
        <Fragment key={String(id)}>
          {index > 0 && '、'}
          <Reference field={field} id={String(id)} titles={titles} />
        </Fragment>
      ));
    case 'longText':
      return <p className="long-text">{String(value)}</p>;
    case 'files':
      return <Attachments files={Array.isArray(value) ? (value as readonly Attachment[]) : []} />;
    case 'rows':
      return (
        <RowsTable
          label={field.label}
          row={field.row ?? {}}
          rows={Array.isArray(value) ? (value as readonly Record<string, unknown>[]) : []}
          titles={titles}
        />
      );
    case 'body':
      return <BodyGlance kind={record.kind} id={record.id} field={name} value={value} book={record.values.book} />;
    case 'tags':
    case 'choices':
      return (Array.isArray(value) ? value : []).map((item) => (
        <span key={String(item)} className="tag" data-tone="quiet">
          {String(item)}
        </span>
      ));
    default:
      return formatLong(field, value, titles);
  }
}
