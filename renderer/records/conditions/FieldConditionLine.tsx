import { DeleteOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { FieldCondition } from '../../../shared/records/conditions/condition.ts';
import type { Settings } from '../../app/api.ts';
import { ConditionValue } from './ConditionValue.tsx';
import {
  fieldAtPath,
  freshCondition,
  OPERATOR_WORDS,
  type Operator,
  operatorOf,
  operatorsOf,
  type PathGroup,
  withOperator,
} from './condition-paths.ts';

interface FieldConditionLineProps {
  readonly kind: string;
  /** Given when the path begins at a row of this table. */
  readonly rows?: string | undefined;
  readonly groups: readonly PathGroup[];
  readonly condition: FieldCondition;
  /** 第 2 条, 第 2 条内第 1 条 */
  readonly about: string;
  readonly enumerations: Settings['enumerations'];
  readonly onChange: (condition: FieldCondition) => void;
  readonly onRemove: () => void;
}

/** Which field, how, and what: one line. */
export function FieldConditionLine(props: FieldConditionLineProps) {
  const { kind, rows, groups, condition, about, enumerations, onChange, onRemove } = props;
  const field = fieldAtPath(kind, rows, condition.field);
  const operator = operatorOf(condition);
  const usual = operatorsOf(field);
  const operators = usual.includes(operator) ? usual : [operator, ...usual];
  return (
    <div className="condition-line">
      <PathSelect
        label={`${about}：栏目`}
        groups={groups}
        value={condition.field}
        unknown={field === undefined}
        onChange={(path) => onChange(freshCondition(path, fieldAtPath(kind, rows, path)))}
      />
      <Select
        aria-label={`${about}：怎样`}
        className="condition-operator"
        value={operator}
        options={operators.map((value) => ({ value, label: OPERATOR_WORDS[value] }))}
        onChange={(next: Operator) => onChange(withOperator(condition, next))}
      />
      {field && (
        <ConditionValue
          // The texts of from and to are kept in the control: another field begins anew.
          key={`${condition.field} ${condition.type}`}
          condition={condition}
          field={field}
          about={`${about}：值`}
          enumerations={enumerations}
          onChange={onChange}
        />
      )}
      <Button type="text" icon={<DeleteOutlined />} aria-label={`去掉${about}`} onClick={onRemove} />
    </div>
  );
}

interface PathSelectProps {
  readonly label: string;
  readonly groups: readonly PathGroup[];
  readonly value: string | undefined;
  /** The field it names is not there (any more). */
  readonly unknown?: boolean;
  readonly placeholder?: string;
  readonly allowClear?: boolean;
  readonly onChange: (path: string) => void;
}

/** Chooses a field: found by any part of its name; own fields first, then those of tables and of what is pointed at. */
export function PathSelect({ label, groups, value, unknown, placeholder, allowClear, onChange }: PathSelectProps) {
  const known = value === undefined || groups.some(({ options }) => options.some((option) => option.value === value));
  return (
    <Select
      aria-label={label}
      className="condition-field"
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      placeholder={placeholder ?? '选栏目'}
      status={unknown ? 'error' : ''}
      allowClear={allowClear === true}
      value={value}
      options={[
        ...(known ? [] : [{ value, label: value }]),
        ...groups.map((group) => ({ label: group.label, options: [...group.options] })),
      ]}
      onChange={(path?: string) => onChange(path ?? '')}
    />
  );
}
