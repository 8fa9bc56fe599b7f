import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Select } from 'antd';
import type { ComplianceRule } from '../../../shared/figures/compliance-rules.ts';
import { measurable, ruleSentence } from '../../../shared/figures/compliance-words.ts';
import { kindOf, kinds } from '../../../shared/records/index.ts';
import type { Settings } from '../../app/api.ts';

const MEASURABLE = kinds.flatMap((kind) => measurable(kind) ?? []);
const PERIODS = [
  { value: 'month', label: '每月' },
  { value: 'quarter', label: '每季' },
  { value: 'year', label: '全年' },
] as const;

interface RuleFormProps {
  readonly rule: ComplianceRule;
  readonly number: number;
  readonly enumerations: Settings['enumerations'];
  readonly onChange: (rule: ComplianceRule) => void;
  readonly onRemove: () => void;
}

/** One rule as a sentence with its parts to choose. */
export function RuleForm({ rule, number, enumerations, onChange, onRemove }: RuleFormProps) {
  const { measure } = rule;
  const counted = MEASURABLE.find(({ id }) => id === measure.kind);
  const about = `第 ${number} 条`;
  const changeKind = (id: string) => {
    const next = MEASURABLE.find((one) => one.id === id);
    const dayField = next?.days[0]?.field;
    if (!next || !dayField) return;
    onChange({ ...rule, measure: { kind: id, dayField, streetFields: next.streetFields, filters: [] } });
  };
  const setFilters = (filters: ComplianceRule['measure']['filters']) =>
    onChange({ ...rule, measure: { ...measure, filters } });
  const unused = (counted?.conditions ?? []).filter(
    ({ field }) => !measure.filters.some((filter) => filter.field === field),
  );
  return (
    <section className="rule-form" aria-label={about}>
      <div className="rule-line">
        <Input
          aria-label={`${about}名称`}
          placeholder="名称，如 微协商"
          className="rule-name"
          maxLength={30}
          value={rule.label}
          status={rule.label.trim() === '' ? 'error' : ''}
          onChange={(event) => onChange({ ...rule, label: event.target.value })}
        />
        <Select
          aria-label={`${about}多长时间`}
          value={rule.period}
          options={[...PERIODS]}
          onChange={(period: ComplianceRule['period']) => onChange({ ...rule, period })}
        />
        <span>至少</span>
        <InputNumber
          aria-label={`${about}至少多少`}
          min={1}
          max={999}
          precision={0}
          value={rule.atLeast}
          onChange={(value) => onChange({ ...rule, atLeast: value ?? 1 })}
        />
        <span>{kindOf(measure.kind)?.unit ?? '条'}</span>
        <Select
          aria-label={`${about}数哪种登记`}
          className="rule-kind"
          value={measure.kind}
          options={MEASURABLE.map(({ id, label }) => ({ value: id, label }))}
          onChange={changeKind}
        />
        <span>按</span>
        <Select
          aria-label={`${about}按哪个日期`}
          className="rule-day"
          value={measure.dayField}
          options={(counted?.days ?? []).map(({ field, label }) => ({ value: field, label }))}
          onChange={(dayField: string) => onChange({ ...rule, measure: { ...measure, dayField } })}
        />
        <Button type="text" icon={<DeleteOutlined />} aria-label={`删除${about}`} onClick={onRemove} />
      </div>
      {measure.filters.map((filter, index) => {
        const condition = counted?.conditions.find(({ field }) => field === filter.field);
        // Other conditions were set by hand: they stand in the sentence below and can only be taken away.
        if (!condition || filter.type !== 'any') return null;
        const options = enumerations.find(({ id }) => id === condition.enumeration)?.values ?? [];
        return (
          <div key={filter.field} className="rule-line">
            <span className="rule-condition">{condition.label}是</span>
            <Select
              mode="multiple"
              aria-label={`${about}${condition.label}`}
              className="rule-values"
              value={(filter.values ?? []).map(String)}
              options={options.filter(({ retired }) => !retired).map(({ value }) => ({ value, label: value }))}
              onChange={(values: string[]) =>
                setFilters(measure.filters.map((one, at) => (at === index ? { ...one, values } : one)))
              }
            />
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={`去掉${about}的${condition.label}`}
              onClick={() => setFilters(measure.filters.filter((_, at) => at !== index))}
            />
          </div>
        );
      })}
      {unused.length > 0 && (
        <Select
          aria-label={`${about}加一个条件`}
          className="rule-more"
          placeholder="加一个条件…"
          value={null}
          options={unused.map(({ field, label }) => ({ value: field, label }))}
          onChange={(field: string | null) =>
            field && setFilters([...measure.filters, { field, type: 'any', values: [] }])
          }
        />
      )}
      <p className="quiet small">{ruleSentence(rule)}</p>
    </section>
  );
}
