import { DeleteOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import type { Condition } from '../../../shared/records/conditions/condition.ts';

interface BlockProps {
  readonly about: string;
  readonly head: ReactNode;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

/** A condition that holds further ones. */
export function ConditionBlock({ about, head, onRemove, children }: BlockProps) {
  return (
    <fieldset className="condition-block" aria-label={about}>
      <div className="condition-line">
        {head}
        <RemoveCondition about={about} onRemove={onRemove} />
      </div>
      {children}
    </fieldset>
  );
}

export function RemoveCondition({ about, onRemove }: { readonly about: string; readonly onRemove: () => void }) {
  return <Button type="text" icon={<DeleteOutlined />} aria-label={`去掉${about}`} onClick={onRemove} />;
}

interface TurnedProps {
  readonly about: string;
  readonly words: readonly [yes: string, no: string];
  readonly condition: Condition;
  readonly onChange: (condition: Condition) => void;
}

/** Whether the condition must hold or must not. */
export function Turned({ about, words: [yes, no], condition, onChange }: TurnedProps) {
  return (
    <Select
      aria-label={`${about}：是否`}
      className="condition-operator"
      value={condition.not === true}
      options={[
        { value: false, label: yes },
        { value: true, label: no },
      ]}
      onChange={(not: boolean) => {
        const { not: _, ...plain } = condition;
        onChange(not ? { ...plain, not: true } : plain);
      }}
    />
  );
}
