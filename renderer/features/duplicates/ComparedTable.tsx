import { Radio } from 'antd';
import { useState } from 'react';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { RecordLink } from '../../ui/RecordLink.tsx';
import { type Choice, type ComparedRow, type Side, suggested } from './choices.ts';

interface ComparedTableProps {
  readonly kind: RecordKind;
  readonly ids: readonly [string, string];
  readonly links: Readonly<Record<Side, number>>;
  readonly rows: readonly ComparedRow[];
  readonly kept: Side;
  readonly chosen: Readonly<Record<string, Choice>>;
  readonly onKeep: (side: Side) => void;
  readonly onChoose: (field: string, choice: Choice) => void;
}

const SIDES: readonly Side[] = ['left', 'right'];

/** Field by field, what differs first; what is the same on both sides is folded. */
export function ComparedTable({ kind, ids, links, rows, kept, chosen, onKeep, onChoose }: ComparedTableProps) {
  const [unfolded, setUnfolded] = useState(false);
  const differing = rows.filter(({ same }) => !same);
  const same = rows.filter((row) => row.same);
  return (
    <table className="twin-table">
      <thead>
        <tr>
          <th scope="col">栏目</th>
          {SIDES.map((side, index) => (
            <th key={side} scope="col" data-kept={side === kept || undefined}>
              <Radio checked={side === kept} name="kept" onChange={() => onKeep(side)}>
                {side === 'left' ? '保留左边' : '保留右边'}
              </Radio>
              <span className="small quiet">
                {links[side] > 0 ? `被引用 ${links[side]} 处 · ` : ''}
                <RecordLink kind={kind.id} id={ids[index] ?? ''}>
                  打开
                </RecordLink>
              </span>
            </th>
          ))}
          <th scope="col">合并后取</th>
        </tr>
      </thead>
      <tbody>
        {differing.map((row) => (
          <FieldRow
            key={row.field}
            row={row}
            choice={chosen[row.field] ?? suggested(row, kept)}
            onChoose={(choice) => onChoose(row.field, choice)}
          />
        ))}
        {differing.length === 0 && (
          <tr>
            <td colSpan={4} className="quiet">
              各栏都相同，合并只会少一条。
            </td>
          </tr>
        )}
        {same.length > 0 && (
          <tr>
            <td colSpan={4}>
              <button
                type="button"
                className="plain-button"
                aria-expanded={unfolded}
                onClick={() => setUnfolded(!unfolded)}
              >
                {unfolded ? '收起' : '看'}相同的 {same.length} 栏
              </button>
            </td>
          </tr>
        )}
        {unfolded &&
          same.map((row) => (
            <tr key={row.field}>
              <th scope="row">{row.label}</th>
              <td colSpan={2} className="twin-value">
                {row.left}
              </td>
              <td className="quiet">相同</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

interface FieldRowProps {
  readonly row: ComparedRow;
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}

function FieldRow({ row, choice, onChoose }: FieldRowProps) {
  const taken = (side: Side) => choice === side || choice === 'both' || undefined;
  return (
    <tr>
      <th scope="row">{row.label}</th>
      {SIDES.map((side) => (
        <td key={side} className="twin-value" data-taken={taken(side)}>
          {row[side] || <span className="quiet">（空）</span>}
        </td>
      ))}
      <td>
        {row.fixed ? (
          <span className="quiet small">随保留的一条</span>
        ) : (
          <Radio.Group
            size="small"
            aria-label={`${row.label}取哪边`}
            value={choice}
            onChange={(event) => onChoose(event.target.value as Choice)}
            options={[
              { value: 'left', label: '左' },
              { value: 'right', label: '右' },
              ...(row.both ? [{ value: 'both', label: '都留' }] : []),
            ]}
          />
        )}
      </td>
    </tr>
  );
}
