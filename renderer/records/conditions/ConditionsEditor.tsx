import { PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown, Select } from 'antd';
import { useMemo } from 'react';
import { NAMED_RULES } from '../../../shared/figures/named-rules.ts';
import type { Condition, FieldCondition } from '../../../shared/records/conditions/condition.ts';
import type { Settings } from '../../app/api.ts';
import { ConditionBlock, RemoveCondition, Turned } from './ConditionBlock.tsx';
import {
  fieldAtPath,
  freshCondition,
  type PathGroup,
  pathGroups,
  pointersAt,
  rowPathGroups,
  rowsFieldsOf,
} from './condition-paths.ts';
import { FieldConditionLine } from './FieldConditionLine.tsx';
import './conditions.css';

interface ConditionsEditorProps {
  /** Kind of the records the conditions are put to. */
  readonly kind: string;
  readonly value: readonly Condition[];
  readonly onChange: (conditions: readonly Condition[]) => void;
  readonly enumerations: Settings['enumerations'];
  /** Put before the labels of the controls where several editors stand in one form: 算上的 */
  readonly about?: string;
}

/** Levels of conditions inside conditions: a sentence deeper than that nobody reads. */
const DEEPEST = 3;

/** Conditions that must all hold, built without programming; the order does not matter. */
export function ConditionsEditor(props: ConditionsEditorProps) {
  return <Conditions {...props} depth={1} />;
}

interface ConditionsProps extends ConditionsEditorProps {
  readonly depth: number;
}

function Conditions({ kind, value, onChange, enumerations, about = '', depth }: ConditionsProps) {
  const groups = useMemo(() => pathGroups(kind), [kind]);
  const put = (index: number, next: Condition) => onChange(value.map((one, at) => (at === index ? next : one)));
  return (
    <div className="conditions" data-depth={depth}>
      {value.map((condition, index) => (
        <OneCondition
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no names of their own; each control is told its whole value
          key={`${index} ${condition.type} ${value.length}`}
          kind={kind}
          groups={groups}
          condition={condition}
          about={`${about}第 ${index + 1} 条`}
          enumerations={enumerations}
          depth={depth}
          onChange={(next) => put(index, next)}
          onRemove={() => onChange(value.filter((_, at) => at !== index))}
        />
      ))}
      <AddCondition
        kind={kind}
        groups={groups}
        about={about}
        depth={depth}
        onAdd={(one) => onChange([...value, one])}
      />
    </div>
  );
}

interface OneConditionProps {
  readonly kind: string;
  readonly groups: readonly PathGroup[];
  readonly condition: Condition;
  readonly about: string;
  readonly enumerations: Settings['enumerations'];
  readonly depth: number;
  readonly onChange: (condition: Condition) => void;
  readonly onRemove: () => void;
}

function OneCondition(props: OneConditionProps) {
  const { kind, groups, condition, about, enumerations, onChange, onRemove } = props;
  switch (condition.type) {
    case 'rule':
      return (
        <div className="condition-line">
          <Turned about={about} words={['符合', '不符合']} condition={condition} onChange={onChange} />
          <Select
            aria-label={`${about}：规则`}
            className="condition-value"
            value={condition.rule}
            options={NAMED_RULES.filter((rule) => rule.kind === kind).map(({ id, words }) => ({
              value: id,
              label: words,
            }))}
            onChange={(rule: string) => onChange({ ...condition, rule })}
          />
          <RemoveCondition about={about} onRemove={onRemove} />
        </div>
      );
    case 'either':
      return <Either {...props} condition={condition} />;
    case 'pointed':
      return <Pointed {...props} condition={condition} />;
    case 'row':
      return <OneRow {...props} condition={condition} />;
    default:
      return (
        <FieldConditionLine
          kind={kind}
          groups={groups}
          condition={condition}
          about={about}
          enumerations={enumerations}
          onChange={onChange}
          onRemove={onRemove}
        />
      );
  }
}

type Of<T extends Condition['type']> = Omit<OneConditionProps, 'condition'> & {
  readonly condition: Extract<Condition, { type: T }>;
};

function Either({ kind, condition, about, enumerations, depth, onChange, onRemove }: Of<'either'>) {
  const words = ['至少符合', '一条也不符合'] as const;
  const head = (
    <>
      <Turned about={about} words={words} condition={condition} onChange={onChange} />
      <span>下面这几条{condition.not ? '' : '中的一条'}</span>
    </>
  );
  return (
    <ConditionBlock about={about} onRemove={onRemove} head={head}>
      <Conditions
        kind={kind}
        enumerations={enumerations}
        about={`${about}内`}
        depth={depth + 1}
        value={condition.of}
        onChange={(of) => onChange({ ...condition, of })}
      />
    </ConditionBlock>
  );
}

function Pointed({ kind, condition, about, enumerations, depth, onChange, onRemove }: Of<'pointed'>) {
  const head = (
    <>
      <Turned about={about} words={['有', '没有']} condition={condition} onChange={onChange} />
      <Select
        aria-label={`${about}：谁写着它`}
        className="condition-field"
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        value={`${condition.kind} ${condition.field}`}
        options={pointersAt(kind).map(({ value, label }) => ({ value, label }))}
        onChange={(chosen: string) => {
          const [from = '', field = ''] = chosen.split(' ');
          // Conditions on another kind would name fields it does not have.
          onChange({ ...condition, field, kind: from, ...(from === condition.kind ? {} : { where: [] }) });
        }}
      />
      <span>写着它，并且</span>
    </>
  );
  return (
    <ConditionBlock about={about} onRemove={onRemove} head={head}>
      <Conditions
        kind={condition.kind}
        enumerations={enumerations}
        about={`${about}内`}
        depth={depth + 1}
        value={condition.where ?? []}
        onChange={(where) => onChange({ ...condition, where })}
      />
    </ConditionBlock>
  );
}

function OneRow({ kind, condition, about, enumerations, onChange, onRemove }: Of<'row'>) {
  const head = (
    <>
      <Turned about={about} words={['有一行', '没有一行']} condition={condition} onChange={onChange} />
      <Select
        aria-label={`${about}：哪张表`}
        className="condition-field"
        value={condition.field}
        options={rowsFieldsOf(kind).map(({ value, label }) => ({ value, label }))}
        onChange={(field: string) => onChange({ ...condition, field, where: [] })}
      />
      <span>同时符合</span>
    </>
  );
  return (
    <ConditionBlock about={about} onRemove={onRemove} head={head}>
      <RowConditionsEditor
        kind={kind}
        rows={condition.field}
        enumerations={enumerations}
        about={`${about}内`}
        value={condition.where}
        onChange={(where) => onChange({ ...condition, where })}
      />
    </ConditionBlock>
  );
}

interface RowConditionsEditorProps {
  readonly kind: string;
  /** The table. */
  readonly rows: string;
  readonly value: readonly FieldCondition[];
  readonly onChange: (conditions: readonly FieldCondition[]) => void;
  readonly enumerations: Settings['enumerations'];
  readonly about?: string;
}

/** Conditions that one row of a table must fulfil, all of them. */
export function RowConditionsEditor(props: RowConditionsEditorProps) {
  const { kind, rows, value, onChange, enumerations, about = '' } = props;
  const groups = useMemo(() => rowPathGroups(kind, rows), [kind, rows]);
  const first = groups[0]?.options[0]?.value;
  return (
    <div className="conditions" data-depth={2}>
      {value.map((condition, index) => (
        <FieldConditionLine
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          key={`${index} ${value.length}`}
          kind={kind}
          rows={rows}
          groups={groups}
          condition={condition}
          about={`${about}第 ${index + 1} 条`}
          enumerations={enumerations}
          onChange={(next) => onChange(value.map((one, at) => (at === index ? next : one)))}
          onRemove={() => onChange(value.filter((_, at) => at !== index))}
        />
      ))}
      <Button
        size="small"
        icon={<PlusOutlined />}
        aria-label={`${about}加一条这一行的条件`}
        disabled={first === undefined}
        onClick={() => first && onChange([...value, freshCondition(first, fieldAtPath(kind, rows, first))])}
      >
        加一条
      </Button>
    </div>
  );
}

interface AddConditionProps {
  readonly kind: string;
  readonly groups: readonly PathGroup[];
  readonly about: string;
  readonly depth: number;
  readonly onAdd: (condition: Condition) => void;
}

/** The five sorts of conditions; those the kind has no use for are not offered. */
function AddCondition({ kind, groups, about, depth, onAdd }: AddConditionProps) {
  const field = groups[0]?.options[0]?.value;
  const [rows] = rowsFieldsOf(kind);
  const [pointer] = pointersAt(kind);
  const rule = NAMED_RULES.find((one) => one.kind === kind);
  const fresh = () => field && onAdd(freshCondition(field, fieldAtPath(kind, undefined, field)));
  const items = [
    ...(rows && depth < DEEPEST
      ? [{ key: 'row', label: '表里有一行同时符合…', add: { type: 'row', field: rows.value, where: [] } as const }]
      : []),
    ...(pointer && depth < DEEPEST
      ? [
          {
            key: 'pointed',
            label: '有别的记录写着它…',
            add: { type: 'pointed', kind: pointer.kind, field: pointer.field, where: [] } as const,
          },
        ]
      : []),
    ...(rule ? [{ key: 'rule', label: '符合一条规则…', add: { type: 'rule', rule: rule.id } as const }] : []),
    ...(depth < DEEPEST
      ? [{ key: 'either', label: '几条里符合一条就行…', add: { type: 'either', of: [] } as const }]
      : []),
  ];
  return (
    <div className="condition-verbs">
      <Button size="small" icon={<PlusOutlined />} aria-label={`${about}加一条`} onClick={fresh} disabled={!field}>
        加一条
      </Button>
      {items.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: items.map(({ key, label }) => ({ key, label })),
            onClick: ({ key }) => {
              const item = items.find((one) => one.key === key);
              if (item) onAdd(item.add);
            },
          }}
        >
          <Button size="small" aria-label={`${about}别的条件`}>
            别的条件…
          </Button>
        </Dropdown>
      )}
    </div>
  );
}
