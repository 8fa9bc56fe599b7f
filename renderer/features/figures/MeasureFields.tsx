import { Checkbox, InputNumber, Select } from 'antd';
import type { Measure } from '../../../shared/figures/definition.ts';
import { fieldOnPath } from '../../../shared/records/conditions/index.ts';
import { kindOf } from '../../../shared/records/index.ts';
import type { Settings } from '../../app/api.ts';
import { ConditionsEditor, RowConditionsEditor } from '../../records/conditions/ConditionsEditor.tsx';
import { pathGroupsOf, rowsFieldsOf } from '../../records/conditions/condition-paths.ts';
import { PathSelect } from '../../records/conditions/FieldConditionLine.tsx';
import { freshMeasure, isAmount, isNameable } from './definition-draft.ts';

interface MeasureFieldsProps {
  readonly kind: string;
  readonly measure: Measure;
  readonly enumerations: Settings['enumerations'];
  readonly onChange: (measure: Measure) => void;
}

/** How the number comes out of the records: counted, rows counted, added up, told apart, as a share. */
export function MeasureFields(props: MeasureFieldsProps) {
  const { kind, measure, onChange } = props;
  const unit = kindOf(kind)?.unit ?? '条';
  const sorts: readonly { readonly value: Measure['type']; readonly label: string }[] = [
    { value: 'count', label: `有几${unit}（一条记录算一个）` },
    { value: 'rows', label: '表里有几行' },
    { value: 'sum', label: '把一个数字栏目加起来' },
    { value: 'distinct', label: '有几个不同的（同一个只算一次）' },
    { value: 'share', label: '符合的占多少' },
  ];
  return (
    <>
      <Select
        aria-label="怎么算"
        value={measure.type}
        options={sorts.map((sort) => ({ ...sort, disabled: freshMeasure(kind, sort.value) === undefined }))}
        onChange={(type: Measure['type']) => {
          const next = freshMeasure(kind, type);
          if (next) onChange(next);
        }}
      />
      <Details {...props} />
    </>
  );
}

function Details({ kind, measure, enumerations, onChange }: MeasureFieldsProps) {
  switch (measure.type) {
    case 'count':
      return null;
    case 'rows':
      return (
        <div className="figure-details">
          <Select
            aria-label="数哪张表的行"
            value={measure.field}
            options={rowsFieldsOf(kind).map(({ value, label }) => ({ value, label }))}
            onChange={(field: string) => onChange({ ...measure, field, where: [] })}
          />
          <span>只数符合这些的行：</span>
          <RowConditionsEditor
            kind={kind}
            rows={measure.field}
            about="行条件"
            value={measure.where}
            enumerations={enumerations}
            onChange={(where) => onChange({ ...measure, where })}
          />
        </div>
      );
    case 'sum':
      return <Sum kind={kind} measure={measure} onChange={onChange} />;
    case 'distinct':
      return <Distinct kind={kind} measure={measure} enumerations={enumerations} onChange={onChange} />;
    case 'share':
      return (
        <div className="figure-details">
          <Select
            aria-label="占比怎么写"
            value={measure.show}
            options={[
              { value: 'percent', label: '写成百分之几' },
              { value: 'met', label: '写成 14/14' },
            ]}
            onChange={(show: 'percent' | 'met') => onChange({ ...measure, show })}
          />
          <span>上面的记录是分母，其中符合下面这些的算上：</span>
          <ConditionsEditor
            kind={kind}
            about="算上的"
            value={measure.met}
            enumerations={enumerations}
            onChange={(met) => onChange({ ...measure, met: [...met] })}
          />
        </div>
      );
  }
}

type Of<T extends Measure['type']> = Omit<MeasureFieldsProps, 'measure' | 'enumerations'> & {
  readonly measure: Extract<Measure, { type: T }>;
};

function Sum({ kind, measure, onChange }: Of<'sum'>) {
  const { divide, decimals, once, ...plain } = measure;
  const put = (next: { divide?: number; decimals?: number; once?: string }) => {
    const all = { divide, decimals, once, ...next };
    onChange({
      ...plain,
      ...(all.divide && all.divide !== 1 ? { divide: all.divide } : {}),
      ...(all.decimals === undefined ? {} : { decimals: all.decimals }),
      ...(all.once ? { once: all.once } : {}),
    });
  };
  return (
    <div className="figure-details">
      <PathSelect
        label="加哪个数字栏目"
        groups={pathGroupsOf(kind, isAmount)}
        value={measure.field}
        onChange={(field) => onChange({ ...measure, field })}
      />
      <span>除以</span>
      <InputNumber
        aria-label="除以多少"
        min={1}
        value={divide ?? 1}
        onChange={(value) => put({ divide: value ?? 1 })}
      />
      <span>保留</span>
      <InputNumber
        aria-label="保留几位小数"
        min={0}
        max={4}
        precision={0}
        value={decimals ?? 2}
        onChange={(value) => put({ decimals: value ?? 2 })}
      />
      <span>位小数</span>
      <Checkbox
        checked={once !== undefined}
        onChange={({ target }) => put({ once: target.checked ? firstOnce(kind) : '' })}
      >
        同一个只加一次（最大的那次）
      </Checkbox>
      {once !== undefined && (
        <PathSelect
          label="同一个什么只加一次"
          groups={pathGroupsOf(kind, isNameable)}
          value={once}
          onChange={(path) => put({ once: path })}
        />
      )}
    </div>
  );
}

/** What a sum is usually counted once by: the project, where the kind has one. */
const firstOnce = (kind: string): string => {
  const options = pathGroupsOf(kind, isNameable)[0]?.options ?? [];
  return (options.find(({ value }) => fieldOnPath(kind, value)?.target === 'project') ?? options[0])?.value ?? '';
};

function Distinct({
  kind,
  measure,
  enumerations,
  onChange,
}: Of<'distinct'> & Pick<MeasureFieldsProps, 'enumerations'>) {
  const target = fieldOnPath(kind, measure.field)?.target;
  return (
    <div className="figure-details">
      <PathSelect
        label="数哪一栏有几个不同的"
        groups={pathGroupsOf(kind, isNameable)}
        value={measure.field}
        onChange={(field) => onChange({ type: 'distinct', field })}
      />
      {target !== undefined && (
        <>
          <span>只数符合这些的{kindOf(target)?.label}：</span>
          <ConditionsEditor
            kind={target}
            about={`${kindOf(target)?.label ?? ''}`}
            value={measure.where ?? []}
            enumerations={enumerations}
            onChange={(where) => onChange({ ...measure, where: [...where] })}
          />
        </>
      )}
    </div>
  );
}
