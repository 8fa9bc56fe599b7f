import { Input, Radio } from 'antd';
import type { Field } from '../../../shared/records/field.ts';
import { quarterWords } from '../../../shared/records/quarter.ts';
import type { Titles } from '../../app/api.ts';
import { ChoiceInput, TagsInput } from './ChoiceInput.tsx';
import { DateInput } from './DateInput.tsx';
import { NumberInput } from './NumberInput.tsx';
import { RecordPicker } from './RecordPicker.tsx';

export interface FieldInputProps {
  readonly id: string;
  readonly field: Field;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly titles: Titles;
  readonly invalid: boolean;
  readonly describedBy?: string | undefined;
  /** In a cell of a table: takes the caret at once. */
  readonly autoFocus?: boolean;
}

const LONGEST_LINE = 2000;
const textOf = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const textsOf = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);

/** The control for one field, after its type. */
export function FieldInput(props: FieldInputProps) {
  const { id, field, value, onChange, titles, invalid, describedBy, autoFocus = false } = props;
  const status = invalid ? ('error' as const) : undefined;
  const common = {
    id,
    autoFocus,
    'aria-required': field.required ? true : undefined,
    'aria-invalid': invalid ? true : undefined,
    'aria-describedby': describedBy,
    ...(status ? { status } : {}),
  };
  switch (field.type) {
    case 'longText':
      return (
        <Input.TextArea
          {...common}
          value={textOf(value)}
          autoSize={{ minRows: 2, maxRows: 16 }}
          spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'integer':
    case 'decimal':
    case 'year':
      return <NumberInput {...common} field={field} value={value} onChange={onChange} />;
    case 'date':
    case 'month':
    case 'dateTime':
      return <DateInput {...common} type={field.type} value={textOf(value)} onChange={onChange} />;
    case 'boolean':
      return <YesNo id={id} field={field} value={value} onChange={onChange} />;
    case 'choice':
    case 'choices':
      return <ChoiceInput {...common} field={field} value={value} onChange={onChange} />;
    case 'tags':
      return <TagsInput {...common} field={field} value={textsOf(value)} onChange={onChange} />;
    case 'reference':
    case 'references':
      return (
        <RecordPicker
          {...common}
          kind={field.target ?? ''}
          label={field.label}
          multiple={field.type === 'references'}
          value={field.type === 'references' ? textsOf(value) : textOf(value) ? [textOf(value)] : []}
          titles={titles}
          onChange={(ids) => onChange(field.type === 'references' ? ids : ids[0])}
        />
      );
    default:
      return (
        <Input
          {...common}
          value={field.format === 'quarter' ? quarterWords(textOf(value)) : textOf(value)}
          maxLength={LONGEST_LINE}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}

interface YesNoProps {
  readonly id: string;
  readonly field: Field;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** 是, 否 and, where it may be left open, 未填: an unticked box would not tell 否 from 未填. */
function YesNo({ id, field, value, onChange }: YesNoProps) {
  const answer = value === true ? 'yes' : value === false ? 'no' : 'open';
  return (
    <Radio.Group
      id={id}
      optionType="button"
      aria-label={field.label}
      value={answer}
      onChange={(event) => {
        const chosen: unknown = event.target.value;
        onChange(chosen === 'yes' ? true : chosen === 'no' ? false : undefined);
      }}
      options={[
        { value: 'yes', label: '是' },
        { value: 'no', label: '否' },
        ...(field.required ? [] : [{ value: 'open', label: '未填' }]),
      ]}
    />
  );
}
