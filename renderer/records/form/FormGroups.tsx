import { Fragment, memo, useRef } from 'react';
import type { Field } from '../../../shared/records/field.ts';
import { decidingFields, shownGroups } from '../../../shared/records/form-groups.ts';
import type { FormGroup, RecordKind } from '../../../shared/records/kind.ts';
import type { StoredRecord, Titles } from '../../app/api.ts';
import { BodyLink } from '../detail/BodyGlance.tsx';
import { FieldInput } from './FieldInput.tsx';
import { FilesInput } from './FilesInput.tsx';
import { controlId } from './focus.ts';
import { MayExist, tellingField } from './MayExist.tsx';
import { RowsInput } from './RowsInput.tsx';
import { StateField } from './StateField.tsx';
import type { RecordForm } from './use-record-form.ts';

interface FormGroupsProps {
  readonly kind: RecordKind;
  readonly form: RecordForm;
  readonly titles: Titles;
  readonly record?: StoredRecord;
}

const WIDE: readonly Field['type'][] = ['longText', 'body', 'rows', 'files'];
const LONG_TITLE = 260;
const LEAVE_MS = 250;

/** The fields in the groups the record has use for, each with its label, its help and its problem under it. */
export function FormGroups({ kind, form, titles, record }: FormGroupsProps) {
  const groups = useGroups(kind, form);
  const telling = tellingField(kind);
  return groups.map((group) => (
    <section key={group.label} className="card form-group">
      <h2>{group.label}</h2>
      <div className="form-fields">
        {group.fields.map((name) => {
          const field = kind.fields[name];
          if (!field) return null;
          if (name === kind.process?.field) {
            return (
              <StateField
                key={name}
                kind={kind}
                name={name}
                field={field}
                value={form.values[name]}
                problem={form.problems[name]}
                record={record}
                onChange={form.set}
              />
            );
          }
          return (
            <Fragment key={name}>
              <FormField
                name={name}
                field={field}
                value={form.values[name]}
                problems={form.problems}
                problem={form.problems[name]}
                warning={form.warnings[name]}
                titles={titles}
                onChange={form.set}
                onLeave={form.check}
                record={record}
                titled={field.label === group.label}
              />
              {name === telling && <MayExist kind={kind} id={record?.id} values={form.values} />}
            </Fragment>
          );
        })}
      </div>
    </section>
  ));
}

/**
 * The groups to show. A group with a problem is among them in any case: what has to be mended must be in sight. One that
 * stands there for what is filled in stays until a deciding field changes: it must not vanish from under the caret of a
 * clerk who clears a field to write it anew.
 */
function useGroups(kind: RecordKind, form: RecordForm): readonly FormGroup[] {
  const deciding = JSON.stringify(decidingFields(kind).map((name) => form.values[name] ?? null));
  const seen = useRef({ deciding, groups: new Set<FormGroup>() });
  if (seen.current.deciding !== deciding) seen.current = { deciding, groups: new Set() };
  for (const group of shownGroups(kind, form.values)) seen.current.groups.add(group);
  const inTrouble = new Set(Object.keys(form.problems).map((path) => path.split('.')[0]));
  return kind.form.filter(
    (group) => seen.current.groups.has(group) || group.fields.some((name) => inTrouble.has(name)),
  );
}

interface FormFieldProps {
  readonly name: string;
  readonly field: Field;
  readonly value: unknown;
  readonly problem: string | undefined;
  readonly problems: RecordForm['problems'];
  readonly warning: string | undefined;
  readonly titles: Titles;
  readonly onChange: (name: string, value: unknown) => void;
  readonly onLeave: (name: string) => void;
  readonly record: StoredRecord | undefined;
  /** The heading of the group already says what this table is. */
  readonly titled?: boolean;
}

/** Drawn again only when something of its own changed: a meeting with 200 rows must not follow every key elsewhere. */
export const FormField = memo(function FormField(props: FormFieldProps) {
  const { name, field, value, problem, warning, titles } = props;
  const wide = WIDE.includes(field.type) || (field.width ?? 0) >= LONG_TITLE;
  const id = controlId(name);
  const note = `${id}-note`;
  const set = (next: unknown) => props.onChange(name, next);
  const described = problem || warning || field.help ? note : undefined;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears when the caret leaves the control inside it
    <div
      className="form-field"
      data-wide={wide || undefined}
      data-table={field.type === 'rows' || undefined}
      data-problem={problem ? true : undefined}
      onBlur={(event) => {
        // A little later: a note that appears between press and release would move the button away from the mouse.
        if (!event.currentTarget.contains(event.relatedTarget)) setTimeout(() => props.onLeave(name), LEAVE_MS);
      }}
    >
      <label
        htmlFor={id}
        id={`${id}-label`}
        data-required={field.required || undefined}
        className={props.titled && field.type === 'rows' ? 'visually-hidden' : undefined}
      >
        {field.label}
      </label>
      <div className="form-control">
        {field.type === 'rows' ? (
          <RowsInput name={name} field={field} value={value} problems={props.problems} titles={titles} onChange={set} />
        ) : field.type === 'files' ? (
          <FilesInput id={id} label={field.label} value={value} onChange={set} />
        ) : field.type === 'body' ? (
          <p className="quiet">
            {props.record ? (
              <BodyLink kind={props.record.kind} id={props.record.id} field={name} book={props.record.values.book} />
            ) : (
              `保存后，在${field.label === '纪要正文' ? '纪要页' : '阅读页'}里写${field.label}。`
            )}
          </p>
        ) : (
          <FieldInput
            id={id}
            field={field}
            value={value}
            onChange={set}
            titles={titles}
            invalid={problem !== undefined}
            describedBy={described}
          />
        )}
        {described && (
          <p id={note} className={problem ? 'field-problem small' : warning ? 'field-warning small' : 'quiet small'}>
            {problem ?? warning ?? field.help}
          </p>
        )}
      </div>
    </div>
  );
}, sameField);

function sameField(a: FormFieldProps, b: FormFieldProps): boolean {
  if (a.field.type === 'rows' && a.problems !== b.problems) return false;
  return (
    a.value === b.value &&
    a.problem === b.problem &&
    a.warning === b.warning &&
    a.field === b.field &&
    a.titles === b.titles &&
    a.onLeave === b.onLeave
  );
}
