import { Radio } from 'antd';
import type { FigureWhen } from '../../../shared/figures/definition.ts';
import { fieldOnPath } from '../../../shared/records/conditions/index.ts';
import { pathGroupsOf } from '../../records/conditions/condition-paths.ts';
import { PathSelect } from '../../records/conditions/FieldConditionLine.tsx';
import { firstPath, isDay, usualWhen } from './definition-draft.ts';

interface WhenFieldsProps {
  readonly kind: string;
  readonly when: FigureWhen;
  readonly onChange: (when: FigureWhen) => void;
}

/** Which day puts a record into a year; or what is simply there at the end of it. */
export function WhenFields({ kind, when, onChange }: WhenFieldsProps) {
  const groups = pathGroupsOf(kind, isDay);
  const usual = usualWhen(kind);
  const dated = usual.type === 'day' ? usual : undefined;
  const first = dated?.field ?? firstPath(kind, isDay);
  return (
    <>
      <Radio.Group
        aria-label="按什么归到年度"
        value={when.type}
        onChange={({ target }) => {
          if (target.value === 'standing') onChange({ type: 'standing' });
          else if (first !== undefined) onChange({ type: 'day', field: first });
        }}
        options={[
          { value: 'day', label: '期内发生的', disabled: first === undefined },
          { value: 'standing', label: '期末在的（存量）' },
        ]}
      />
      {when.type === 'day' ? (
        <div className="figure-details">
          <span>按</span>
          <PathSelect
            label="按哪个日期"
            groups={groups}
            value={when.field}
            onChange={(field) => onChange({ type: 'day', field })}
          />
          {fieldOnPath(kind, when.field)?.type === 'year' && (
            <>
              <span>看半年、季度时按</span>
              <PathSelect
                label="看半年、季度时按哪个日期"
                allowClear
                placeholder="不选：只数整年"
                groups={groups}
                value={when.day}
                onChange={(day) =>
                  onChange({
                    type: 'day',
                    field: when.field,
                    ...(when.also ? { also: when.also } : {}),
                    ...(day ? { day } : {}),
                  })
                }
              />
            </>
          )}
        </div>
      ) : (
        <div className="figure-details">
          <span>从</span>
          <PathSelect
            label="从哪个日期起在"
            allowClear
            placeholder="不选：一直在"
            groups={groups}
            value={when.from}
            onChange={(from) => onChange(standing(from, when.until))}
          />
          <span>到</span>
          <PathSelect
            label="到哪个日期不在"
            allowClear
            placeholder="不选：还在"
            groups={groups}
            value={when.until}
            onChange={(until) => onChange(standing(when.from, until))}
          />
        </div>
      )}
    </>
  );
}

const standing = (from: string | undefined, until: string | undefined): FigureWhen => ({
  type: 'standing',
  ...(from ? { from } : {}),
  ...(until ? { until } : {}),
});
