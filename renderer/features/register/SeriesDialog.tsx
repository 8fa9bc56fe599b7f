import { useQuery } from '@tanstack/react-query';
import { App, Button, Checkbox, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { api, queries } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { onKeys } from '../../ui/keys.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import type { SeriesList } from './types.ts';

interface SeriesDialogProps {
  /** Whose start may be set. */
  readonly year: number;
  readonly onClose: () => void;
}

type Line = SeriesList['series'][number];

/** 编号规则: how each series writes its numbers and where it starts in a year begun on paper. */
export function SeriesDialog({ year, onClose }: SeriesDialogProps) {
  const query = useQuery(queries.numbers.series.queryOptions({ input: {} }));
  return (
    <Modal open centered width={900} title="编号规则" footer={null} mask={{ closable: false }} onCancel={onClose}>
      {query.data && <SeriesForm saved={query.data} year={year} onClose={onClose} />}
    </Modal>
  );
}

function SeriesForm({ saved, year, onClose }: SeriesDialogProps & { readonly saved: SeriesList }) {
  const { message } = App.useApp();
  const [lines, setLines] = useState<readonly Line[]>(() => saved.series.filter(({ found }) => !found));
  const set = (index: number, change: Partial<Line>) =>
    setLines(lines.map((line, place) => (place === index ? { ...line, ...change } : line)));
  const save = useCommand(async () => {
    await api.numbers.saveSeries({
      series: lines.map(({ preset: _preset, example: _example, found: _found, ...line }) => line),
    });
    message.success('编号规则已保存，已发的文号不变。可按 Ctrl+Z 撤销。');
    onClose();
  });
  const submit = () => void save.run(undefined);
  const add = () => {
    const blank = { id: crypto.randomUUID(), label: '', pattern: '{代字}〔{年}〕{号}号', example: '', found: false };
    setLines([...lines, blank]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears Ctrl+Enter of the controls inside it
    <div onKeyDown={onKeys({ submit })}>
      <p className="quiet small">
        {'{代字}'} 是单位的发文代字{saved.code ? `“${saved.code}”` : '（还没有填，请到设置里填写）'}，{'{简字}'}{' '}
        是去掉“协”字的代字，{'{年}'} 年份，{'{号}'} 序号，其余照写。每个系列每年从 1 号编起；{year}{' '}
        年前面的号已在纸质登记簿上的，填起始号。
      </p>
      <div className="register-rules">
        <table className="work-table" aria-label="编号规则">
          <thead>
            <tr>
              <th>名称</th>
              <th>规则</th>
              <th className="number">{year} 年起始号</th>
              <th>停用</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <SeriesLine
                key={line.id}
                line={line}
                year={year}
                onChange={(change) => set(index, change)}
                {...(line.preset === undefined
                  ? { onRemove: () => setLines(lines.filter((one) => one !== line)) }
                  : {})}
              />
            ))}
          </tbody>
        </table>
      </div>
      <RefusalNote refusal={save.refusal} onClose={save.reset} />
      <div className="dialog-verbs">
        <Button onClick={add}>加一个系列</Button>
        <Button onClick={onClose}>取消</Button>
        <Button type="primary" loading={save.saving} title="Ctrl+Enter" onClick={submit}>
          保存规则
        </Button>
      </div>
    </div>
  );
}

interface SeriesLineProps {
  readonly line: Line;
  readonly year: number;
  readonly onChange: (change: Partial<Line>) => void;
  /** Given series cannot be removed, only put out of use. */
  readonly onRemove?: () => void;
}

function SeriesLine({ line, year, onChange, onRemove }: SeriesLineProps) {
  const name = line.label || '新系列';
  const { preset } = line;
  return (
    <tr>
      <td>
        <Input
          aria-label={`${name}的名称`}
          value={line.label}
          maxLength={40}
          onChange={(event) => onChange({ label: event.target.value })}
        />
      </td>
      <td>
        <Input
          aria-label={`${name}的规则`}
          value={line.pattern}
          maxLength={60}
          onChange={(event) => onChange({ pattern: event.target.value })}
        />
      </td>
      <td className="number">
        <InputNumber
          aria-label={`${name}的起始号`}
          min={1}
          max={999_999}
          precision={0}
          value={line.starts?.[String(year)] ?? 1}
          onChange={(start) => onChange({ starts: { ...line.starts, [String(year)]: start ?? 1 } })}
        />
      </td>
      <td>
        <Checkbox
          aria-label={`停用${name}`}
          checked={line.retired === true}
          onChange={(event) => onChange({ retired: event.target.checked })}
        />
      </td>
      <td className="register-verbs">
        {preset !== undefined && preset !== line.pattern && (
          <Button size="small" onClick={() => onChange({ pattern: preset })}>
            恢复原定
          </Button>
        )}
        {onRemove && (
          <Button size="small" aria-label={`删去${name}`} onClick={onRemove}>
            删去
          </Button>
        )}
      </td>
    </tr>
  );
}
