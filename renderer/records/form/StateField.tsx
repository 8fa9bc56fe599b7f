import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Select } from 'antd';
import type { Field } from '../../../shared/records/field.ts';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { queries, type StoredRecord } from '../../app/api.ts';
import { controlId } from './focus.ts';

interface StateFieldProps {
  readonly kind: RecordKind;
  readonly name: string;
  readonly field: Field;
  readonly value: unknown;
  readonly problem: string | undefined;
  readonly record: StoredRecord | undefined;
  readonly onChange: (name: string, value: unknown) => void;
}

/**
 * The state of a record with a process. Once there, it changes by moves alone and is only shown here; a new record may
 * begin in one of the states its process begins with.
 */
export function StateField({ kind, name, field, value, problem, record, onChange }: StateFieldProps) {
  const machines = useQuery(queries.workflow.machines.queryOptions({ input: {} }));
  const initial = machines.data?.machines.find((item) => item.id === kind.process?.machine)?.initial;
  const id = controlId(name);
  const note = `${id}-note`;
  const state = typeof value === 'string' ? value : undefined;
  const fixed = record !== undefined;
  return (
    <div className="form-field" data-problem={problem ? true : undefined}>
      {fixed ? <span className="form-name">{field.label}</span> : <label htmlFor={id}>{field.label}</label>}
      <div className="form-control">
        {fixed ? (
          <p className="form-fixed">
            <span className="tag" data-tone="quiet">
              {state ?? '没有状态'}
            </span>{' '}
            <span className="quiet small">
              用
              <Link to="/records/$kind/$id" params={{ kind: kind.id, id: record.id }}>
                “办理”
              </Link>
              改变
            </span>
          </p>
        ) : (
          <Select
            id={id}
            value={state}
            allowClear
            placeholder={initial?.[0] ?? '请选择'}
            aria-describedby={note}
            options={(initial ?? []).map((item) => ({ value: item, label: item }))}
            onChange={(next?: string) => onChange(name, next)}
          />
        )}
        {(problem || !fixed) && (
          <p id={note} className={problem ? 'field-problem small' : 'quiet small'}>
            {problem ?? '保存以后用“办理”一步步改变。'}
          </p>
        )}
      </div>
    </div>
  );
}
