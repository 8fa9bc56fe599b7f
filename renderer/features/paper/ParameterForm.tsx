import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { DocumentParameter } from '../../../shared/documents/definition.ts';
import { DateInput } from '../../records/form/DateInput.tsx';
import { PickRecords } from './PickRecords.tsx';

export type Params = Readonly<Record<string, unknown>>;

interface ParameterFormProps {
  readonly parameters: readonly DocumentParameter[];
  readonly initial: Params;
  /** Problems by parameter name, from composing. */
  readonly problems?: Readonly<Record<string, string>>;
  readonly submit: string;
  readonly onSubmit: (params: Params) => void;
}

const isBlank = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** What has to be chosen before a document can be composed. */
export function ParameterForm({ parameters, initial, problems = {}, submit, onSubmit }: ParameterFormProps) {
  const [params, setParams] = useState<Params>(() => ({
    ...Object.fromEntries(
      parameters.flatMap(({ name, initial: value }) => (value === undefined ? [] : [[name, value]])),
    ),
    ...initial,
  }));
  const [asked, setAsked] = useState(false);
  const missing = parameters.filter(({ name, required }) => required && isBlank(params[name]));
  const send = () => {
    setAsked(true);
    if (missing.length === 0)
      onSubmit(Object.fromEntries(Object.entries(params).filter(([, value]) => !isBlank(value))));
  };
  return (
    <Form layout="vertical" onFinish={send} className="parameter-form">
      {parameters.map((parameter) => {
        const problem = asked && missing.includes(parameter) ? `请填写${parameter.label}` : problems[parameter.name];
        return (
          <Form.Item
            key={parameter.name}
            label={parameter.label}
            htmlFor={`parameter-${parameter.name}`}
            required={parameter.required ?? false}
            {...(problem
              ? { validateStatus: 'error' as const, help: problem }
              : parameter.help
                ? { extra: parameter.help }
                : {})}
          >
            <ParameterInput
              parameter={parameter}
              value={params[parameter.name]}
              onChange={(value) => setParams((before) => ({ ...before, [parameter.name]: value }))}
            />
          </Form.Item>
        );
      })}
      <Button type="primary" htmlType="submit">
        {submit}
      </Button>
    </Form>
  );
}

interface ParameterInputProps {
  readonly parameter: DocumentParameter;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

function ParameterInput({ parameter, value, onChange }: ParameterInputProps) {
  const { label } = parameter;
  switch (parameter.type) {
    case 'integer':
      return (
        <InputNumber
          aria-label={label}
          precision={0}
          min={0}
          value={value === undefined ? null : Number(value)}
          onChange={(next) => onChange(next ?? undefined)}
        />
      );
    case 'date':
      return (
        <DateInput
          id={`parameter-${parameter.name}`}
          type="date"
          value={typeof value === 'string' ? value : ''}
          onChange={onChange}
        />
      );
    case 'choice':
      return (
        <Select
          aria-label={label}
          allowClear={!parameter.required}
          value={value}
          options={(parameter.options ?? []).map((option) => ({ value: option, label: option }))}
          onChange={onChange}
        />
      );
    case 'reference':
    case 'references':
      return (
        <PickRecords
          label={label}
          kinds={parameter.targets ?? []}
          multiple={parameter.type === 'references'}
          value={Array.isArray(value) ? value.map(String) : isBlank(value) ? [] : [String(value)]}
          onChange={(ids) => onChange(parameter.type === 'references' ? ids : ids[0])}
        />
      );
    case 'longText':
      return (
        <Input.TextArea
          aria-label={label}
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={isBlank(value) ? '' : String(value)}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    default:
      return (
        <Input
          aria-label={label}
          value={isBlank(value) ? '' : String(value)}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}
