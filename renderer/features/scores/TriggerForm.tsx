import { InputNumber, Select } from 'antd';
import type { Settings } from '../../app/api.ts';
import { ConditionsEditor, RowConditionsEditor } from '../../records/conditions/ConditionsEditor.tsx';
import {
  countedKinds,
  dayPaths,
  freshSource,
  numberPaths,
  type SourceTrigger,
  type Trigger,
  whoPaths,
  withType,
} from './item-paths.ts';
import type { Scheme } from './types.ts';

const TYPES: readonly { readonly value: Trigger['type']; readonly label: string }[] = [
  { value: 'record', label: '每条记录计一笔' },
  { value: 'reach', label: '够了次数才计' },
  { value: 'share', label: '按占比计' },
  { value: 'average', label: '按平均数计' },
  { value: 'none', label: '几项都没有才计' },
  { value: 'manual', label: '人工记分' },
];

interface TriggerFormProps {
  readonly trigger: Trigger;
  readonly scheme: Scheme;
  readonly enumerations: Settings['enumerations'];
  readonly onChange: (trigger: Trigger) => void;
}

/** What is counted, of which records, for whom. */
export function TriggerForm({ trigger, scheme, enumerations, onChange }: TriggerFormProps) {
  const { audience } = scheme;
  return (
    <>
      <div className="score-line">
        <Select
          aria-label="怎么计"
          className="scheme-type"
          value={trigger.type}
          options={[...TYPES]}
          onChange={(type: Trigger['type']) => onChange(withType(trigger, type, audience))}
        />
        {trigger.type === 'none' && (
          <Select
            mode="multiple"
            aria-label="哪几项都没有"
            className="scheme-wide"
            value={[...trigger.of]}
            options={scheme.items.map(({ code, label }) => ({ value: code, label: `${code} ${label}` }))}
            onChange={(of: string[]) => onChange({ ...trigger, of })}
          />
        )}
        {'kind' in trigger && <SourceLine trigger={trigger} audience={audience} onChange={onChange} />}
      </div>
      {'kind' in trigger && (
        <>
          <More trigger={trigger} onChange={onChange} />
          <h3>哪些记录算</h3>
          <ConditionsEditor
            kind={trigger.kind}
            value={trigger.where}
            enumerations={enumerations}
            onChange={(where) => onChange({ ...trigger, where: [...where] })}
          />
          <WhoRows trigger={trigger} enumerations={enumerations} onChange={onChange} />
          {trigger.type === 'share' && (
            <>
              <h3>其中哪些算达到</h3>
              <ConditionsEditor
                kind={trigger.kind}
                about="达到"
                value={trigger.met}
                enumerations={enumerations}
                onChange={(met) => onChange({ ...trigger, met: [...met] })}
              />
            </>
          )}
        </>
      )}
    </>
  );
}

interface SourceProps {
  readonly trigger: SourceTrigger;
  readonly onChange: (trigger: Trigger) => void;
}

function SourceLine({ trigger, audience, onChange }: SourceProps & { readonly audience: Scheme['audience'] }) {
  const named = trigger.who.map(({ field }) => field);
  return (
    <>
      <Select
        aria-label="数哪种记录"
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        value={trigger.kind}
        options={countedKinds(audience, trigger.kind)}
        onChange={(kind: string) => onChange({ ...trigger, ...freshSource(kind, audience) })}
      />
      <span>按</span>
      <Select
        aria-label="按哪个日期归年度"
        popupMatchSelectWidth={false}
        value={trigger.day}
        options={dayPaths(trigger.kind, trigger.day)}
        onChange={(day: string) => onChange({ ...trigger, day })}
      />
      <span>归年度，计给</span>
      <Select
        mode="multiple"
        aria-label="计给谁"
        className="scheme-wide"
        popupMatchSelectWidth={false}
        value={named}
        options={named
          .flatMap((field) => whoPaths(trigger.kind, audience, field))
          .filter(({ value }, index, all) => all.findIndex((one) => one.value === value) === index)}
        onChange={(fields: string[]) =>
          onChange({
            ...trigger,
            who: fields.map((field) => trigger.who.find((one) => one.field === field) ?? { field }),
          })
        }
      />
    </>
  );
}

/** What the type asks for besides. */
function More({ trigger, onChange }: SourceProps) {
  switch (trigger.type) {
    case 'reach':
      return (
        <div className="score-line">
          <Select
            aria-label="多长时间"
            value={trigger.per}
            options={[
              { value: 'month', label: '每月' },
              { value: 'quarter', label: '每季' },
              { value: 'year', label: '全年' },
            ]}
            onChange={(per: 'month' | 'quarter' | 'year') => onChange({ ...trigger, per })}
          />
          <span>至少</span>
          <InputNumber
            aria-label="至少几次"
            min={1}
            precision={0}
            value={trigger.atLeast}
            onChange={(atLeast) => onChange({ ...trigger, atLeast: atLeast ?? 1 })}
          />
          <Below value={trigger.below} onChange={(below) => onChange({ ...trigger, below })} />
        </div>
      );
    case 'share':
      return (
        <div className="score-line">
          <span>达到</span>
          <InputNumber
            aria-label="达到百分之几得满分"
            min={1}
            max={100}
            value={trigger.full}
            onChange={(full) => onChange({ ...trigger, full: full ?? 100 })}
          />
          <span>% 得满分</span>
          <Below value={trigger.below} onChange={(below) => onChange({ ...trigger, below })} />
        </div>
      );
    case 'average':
      return (
        <div className="score-line">
          <Select
            aria-label="取哪个数的平均"
            popupMatchSelectWidth={false}
            value={trigger.value}
            options={numberPaths(trigger.kind, trigger.value)}
            onChange={(value: string) => onChange({ ...trigger, value })}
          />
          <span>的平均数，</span>
          <InputNumber
            aria-label="多少得满分"
            min={0}
            value={trigger.full}
            onChange={(full) => onChange({ ...trigger, full: full ?? 100 })}
          />
          <span>得满分</span>
        </div>
      );
    default:
      return null;
  }
}

interface BelowProps {
  readonly value: 'none' | 'share';
  readonly onChange: (value: 'none' | 'share') => void;
}

function Below({ value, onChange }: BelowProps) {
  return (
    <Select
      aria-label="不到怎么办"
      value={value}
      options={[
        { value: 'none', label: '不到不得分' },
        { value: 'share', label: '不到按比例' },
      ]}
      onChange={onChange}
    />
  );
}

interface WhoRowsProps extends SourceProps {
  readonly enumerations: Settings['enumerations'];
}

/** Where the subject stands in a row (出席情况), what that row must say. */
function WhoRows({ trigger, enumerations, onChange }: WhoRowsProps) {
  return trigger.who.map((who, index) => {
    const [rows = '', cell] = who.field.split('.');
    if (cell === undefined) return null;
    const about = `名单第 ${index + 1} 处`;
    return (
      <div key={who.field}>
        <h3>{about}：那一行还要符合</h3>
        <RowConditionsEditor
          kind={trigger.kind}
          rows={rows}
          about={about}
          value={who.where ?? []}
          enumerations={enumerations}
          onChange={(where) =>
            onChange({
              ...trigger,
              who: trigger.who.map((one, at) => (at === index ? { ...one, where: [...where] } : one)),
            })
          }
        />
      </div>
    );
  });
}
