import { Checkbox, Select } from 'antd';
import { useState } from 'react';
import { kindOf } from '../../../shared/records/index.ts';
import { BatchMoves } from '../../records/process/BatchMoves.tsx';
import { RecordLink } from '../../ui/RecordLink.tsx';
import type { Overview } from './answers.ts';

/** What is adopted, instructed or transferred has been signed for. */
const OUT = ['签发', '已编发', '已报送', '市采用', '省采用', '全国采用', '转办'];
const EVERY = '全部';
const SHOWN = 200;

/** Several opinions at once: 报送, 采用, 批示, 转办 are moves, made of all that are ticked with one undo. */
export function Registering({ data }: { readonly data: Overview }) {
  const [state, setState] = useState(EVERY);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const kind = kindOf('opinion');
  const out = data.cases.filter((line) => OUT.includes(line.state));
  const fitting = out.filter((line) => state === EVERY || line.state === state);
  const shown = fitting.slice(0, SHOWN);
  const chosen = shown.filter(({ id }) => ticked.includes(id)).map(({ id }) => id);
  if (!kind) return null;
  if (out.length === 0) {
    return <p className="quiet">还没有签发的信息。签发以后，报送、采用、批示、转办都在这里成批登记。</p>;
  }
  return (
    <div className="work-page">
      <div className="registering-bar">
        <Select
          aria-label="状态"
          className="registering-state"
          value={state}
          onChange={(value: string) => {
            setState(value);
            setTicked([]);
          }}
          options={[EVERY, ...OUT].map((value) => ({
            value,
            label: `${value} ${value === EVERY ? out.length : out.filter((line) => line.state === value).length}`,
          }))}
        />
        <span className="quiet small">勾选同一状态的几条，从“办理”里选报送、采用、登记批示或转办，一次撤销。</span>
        <BatchMoves kind={kind} ids={chosen} />
      </div>
      <table className="work-table">
        <thead>
          <tr>
            <th className="tick">
              <Checkbox
                aria-label="全选"
                checked={shown.length > 0 && chosen.length === shown.length}
                indeterminate={chosen.length > 0 && chosen.length < shown.length}
                onChange={(event) => setTicked(event.target.checked ? shown.map(({ id }) => id) : [])}
              />
            </th>
            <th>信息</th>
            <th className="day">收稿</th>
            <th>状态</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <tr key={line.id}>
              <td>
                <Checkbox
                  aria-label={`选 ${line.title}`}
                  checked={ticked.includes(line.id)}
                  onChange={(event) =>
                    setTicked(event.target.checked ? [...ticked, line.id] : ticked.filter((id) => id !== line.id))
                  }
                />
              </td>
              <td>
                <RecordLink kind="opinion" id={line.id}>
                  {line.title}
                </RecordLink>
                <div className="quiet small">{line.note}</div>
              </td>
              <td>{line.on}</td>
              <td>{line.state}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {fitting.length > SHOWN && (
        <p className="quiet small">
          先列出 {SHOWN} 条，共 {fitting.length} 条；请用状态缩小范围，或到社情民意台账里成批办理。
        </p>
      )}
    </div>
  );
}
