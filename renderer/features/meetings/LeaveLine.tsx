import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import type { RollRow } from '../../../shared/figures/roll-call.ts';
import { queries } from '../../app/api.ts';

interface LeaveLineProps {
  readonly row: RollRow;
  readonly name: string;
  readonly onChange: (row: RollRow) => void;
}

const GRANTED: readonly string[] = ['请假（已批）', '请假（未批）', '请假待批'];

/** Leave is granted by somebody, for a reason of a kind: without these the yearly scoring cannot tell it from absence. */
export function LeaveLine({ row, name, onChange }: LeaveLineProps) {
  const settings = useQuery(queries.settings.get.queryOptions({ input: {} }));
  const types = settings.data?.enumerations.find(({ id }) => id === 'leaveType')?.values ?? [];
  const text = (field: string) => (typeof row[field] === 'string' ? String(row[field]) : '');
  return (
    <div className="roll-leave">
      <Select
        aria-label={`${name}的请假是否批准`}
        value={text('state')}
        onChange={(state: string) => onChange({ ...row, state })}
        options={GRANTED.map((value) => ({ value, label: value }))}
      />
      <Select
        aria-label={`${name}的请假类型`}
        placeholder="请假类型"
        value={text('leaveType') || undefined}
        onChange={(leaveType?: string) => onChange({ ...row, leaveType })}
        options={types.filter(({ retired }) => !retired).map(({ value }) => ({ value, label: value }))}
      />
      <Input
        aria-label={`${name}的请假事由`}
        placeholder="事由"
        value={text('reason')}
        onChange={(event) => onChange({ ...row, reason: event.target.value })}
      />
      <Input
        aria-label={`${name}的请假批准人`}
        placeholder="批准人"
        value={text('approver')}
        onChange={(event) => onChange({ ...row, approver: event.target.value })}
      />
    </div>
  );
}
