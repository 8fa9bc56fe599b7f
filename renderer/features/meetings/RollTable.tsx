import { Button, Input } from 'antd';
import { memo, useMemo } from 'react';
import { type RollRow, withState } from '../../../shared/figures/roll-call.ts';
import { isOnLeave } from '../../../shared/records/attendance.ts';
import { matchesPinyin } from '../../../shared/text/pinyin.ts';
import { onKeys } from '../../ui/keys.ts';
import { spacedName } from '../../ui/spaced-name.ts';
import { LeaveLine } from './LeaveLine.tsx';

interface RollTableProps {
  readonly rows: readonly RollRow[];
  /** Problems of the last save by field path: 'attendance.3.approver'. */
  readonly problems: Readonly<Record<string, string>>;
  readonly sought: string;
  readonly onSought: (text: string) => void;
  readonly nameOf: (row: RollRow) => string;
  readonly onChange: (next: (before: readonly RollRow[]) => readonly RollRow[]) => void;
}

/** What is pressed at the door, with the state it stands for. */
const STATES: readonly (readonly [label: string, state: string])[] = [
  ['出席', '出席'],
  ['迟到', '迟到'],
  ['早退', '早退'],
  ['请假', '请假（已批）'],
  ['缺席', '缺席'],
];

/** The list at the door: type a name or initials, Enter, and the one found is present. */
export function RollTable({ rows, problems, sought, onSought, nameOf, onChange }: RollTableProps) {
  const shown = useMemo(
    () =>
      rows
        .map((row, index) => ({ row, index, name: nameOf(row) }))
        .filter(({ name }) => {
          const text = sought.trim();
          return text === '' || name.includes(text) || matchesPinyin(text, name);
        }),
    [rows, nameOf, sought],
  );
  const set = (index: number, next: (row: RollRow) => RollRow) =>
    onChange((before) => before.map((row, at) => (at === index ? next(row) : row)));
  const first = shown.find(({ row }) => row.state !== '出席') ?? shown[0];
  const enter = () => {
    if (!first || sought.trim() === '') return;
    set(first.index, (row) => withState(row, '出席'));
    onSought('');
  };
  return (
    <section className="roll-list" aria-label="名单">
      <Input.Search
        id="list-text"
        aria-label="找人，回车记为出席"
        placeholder="打姓名或拼音首字母，回车记为出席"
        enterButton="记为出席"
        value={sought}
        allowClear
        onChange={(event) => onSought(event.target.value)}
        onSearch={(_text, _event, info) => {
          if (info?.source === 'input') enter();
        }}
        onKeyDown={onKeys({ escape: () => onSought('') })}
      />
      {sought.trim() !== '' && (
        <p role="status" className="small quiet">
          {shown.length === 0 ? '名单里没有这个人。' : `找到 ${shown.length} 人，回车记 ${first?.name ?? ''} 出席。`}
        </p>
      )}
      <ol className="roll-rows">
        {shown.map(({ row, index, name }) => (
          <RollLine
            key={typeof row.member === 'string' ? row.member : `${index} ${name}`}
            row={row}
            index={index}
            name={name}
            problem={problems[`attendance.${index}.member`] ?? problems[`attendance.${index}.state`]}
            onSet={set}
          />
        ))}
      </ol>
      {rows.length > 0 && shown.length < rows.length && (
        <Button type="link" onClick={() => onSought('')}>
          显示全部 {rows.length} 人
        </Button>
      )}
    </section>
  );
}

interface RollLineProps {
  readonly row: RollRow;
  readonly index: number;
  readonly name: string;
  readonly problem: string | undefined;
  readonly onSet: (index: number, next: (row: RollRow) => RollRow) => void;
}

const RollLine = memo(function RollLine({ row, index, name, problem, onSet }: RollLineProps) {
  const state = String(row.state ?? '');
  const leave = isOnLeave(state);
  return (
    <li className="roll-row" data-state={state}>
      <span className="roll-name">
        {spacedName(name)}
        {row.role !== '应出席' && <span className="roll-role">{String(row.role ?? '')}</span>}
      </span>
      <fieldset className="roll-states" aria-label={`${name}的状态`}>
        {STATES.map(([label, value]) => (
          <button
            key={value}
            type="button"
            aria-pressed={state === value || (label === '请假' && leave)}
            onClick={() => onSet(index, (before) => withState(before, value))}
          >
            {label}
          </button>
        ))}
      </fieldset>
      {!STATES.some(([, value]) => value === state) && !leave && <span className="quiet small">{state}</span>}
      <button
        type="button"
        className="roll-turn"
        aria-label={`把${name}${row.role === '列席' ? '改为应出席' : '改为列席'}`}
        onClick={() => onSet(index, (before) => ({ ...before, role: before.role === '列席' ? '应出席' : '列席' }))}
      >
        {row.role === '列席' ? '改为应出席' : '改为列席'}
      </button>
      {leave && <LeaveLine row={row} name={name} onChange={(next) => onSet(index, () => next)} />}
      {problem && <p className="field-problem">{problem}</p>}
    </li>
  );
});
