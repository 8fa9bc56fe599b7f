import { useQuery } from '@tanstack/react-query';
import { App, Button, InputNumber, Select } from 'antd';
import { useEffect, useState } from 'react';
import { api, type Output, queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { useCommand } from '../../app/use-command.ts';
import { useKeys } from '../../ui/keys.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { useUnsavedGuard } from '../../ui/use-unsaved-guard.tsx';
import { FormatsForm } from './FormatsForm.tsx';

type Period = Output<typeof api.rules.get>['periods'][number];

const UNITS = { month: '个月', day: '天', workingDay: '个工作日' } as const;
const MOST = 3650;

/** Terms of time: how long an answer may take, and from when on something is late. */
export function PeriodsTab() {
  const query = useQuery(queries.rules.get.queryOptions({ input: {} }));
  if (query.error) return <RefusalNote refusal={explain(query.error)} />;
  return query.data ? (
    <div className="settings-stack">
      <PeriodsForm saved={query.data.periods} />
      <FormatsForm saved={query.data.formats} />
    </div>
  ) : null;
}

const isPreset = (period: Period) => period.amount === period.preset && period.unit === period.presetUnit;

function PeriodsForm({ saved }: { readonly saved: readonly Period[] }) {
  const { message } = App.useApp();
  const [rows, setRows] = useState(saved);
  useEffect(() => setRows(saved), [saved]);
  const dirty = JSON.stringify(rows) !== JSON.stringify(saved);
  const save = useCommand(async () => {
    await api.rules.savePeriods({
      periods: rows.map(({ preset: _preset, presetUnit: _unit, ...period }) => period),
    });
    message.success('期限已保存，待办和办理页已按新期限重新计算。可按 Ctrl+Z 撤销。');
    return true;
  });
  const submit = async () => (dirty ? ((await save.run(undefined)) ?? false) : true);
  useUnsavedGuard(dirty, { save: submit });
  useKeys({ save: () => void submit() });
  const change = (id: string, next: Partial<Period>) =>
    setRows(rows.map((row) => (row.id === id ? { ...row, ...next } : row)));
  const changed = rows.filter((row) => !isPreset(row)).length;

  return (
    <section className="card settings-form">
      <p className="quiet">
        办理期限从这里来：改了以后，待办和各件的到期日马上按新的算，已办结的不受影响。工作日按“节假日”一页计算。
      </p>
      <RefusalNote refusal={save.refusal} onClose={save.reset} />
      <table className="rows settings-table">
        <thead>
          <tr>
            <th scope="col">事项</th>
            <th scope="col">期限</th>
            <th scope="col">原定</th>
            <th scope="col">依据</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="period-name">{row.label}</td>
              <td>
                <span className="period-span">
                  <InputNumber
                    aria-label={`${row.label} 期限`}
                    min={0}
                    max={MOST}
                    precision={0}
                    controls={false}
                    value={row.amount}
                    onChange={(amount) => amount !== null && change(row.id, { amount })}
                  />
                  <Select
                    aria-label={`${row.label} 单位`}
                    className="period-unit"
                    value={row.unit}
                    onChange={(unit) => change(row.id, { unit })}
                    options={Object.entries(UNITS).map(([value, label]) => ({ value, label }))}
                  />
                </span>
              </td>
              <td className="period-preset">
                {row.preset} {UNITS[row.presetUnit]}
                {!isPreset(row) && (
                  <>
                    {' '}
                    <span className="tag" data-tone="soon">
                      已改
                    </span>{' '}
                    <Button
                      size="small"
                      type="link"
                      aria-label={`${row.label} 恢复原定`}
                      onClick={() => change(row.id, { amount: row.preset, unit: row.presetUnit })}
                    >
                      恢复
                    </Button>
                  </>
                )}
              </td>
              <td className="quiet small">{row.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="dialog-verbs">
        <Button
          disabled={changed === 0}
          onClick={() => setRows(rows.map((row) => ({ ...row, amount: row.preset, unit: row.presetUnit })))}
        >
          全部恢复原定{changed > 0 && `（${changed} 项）`}
        </Button>
        <Button disabled={!dirty} onClick={() => setRows(saved)}>
          还原
        </Button>
        <Button type="primary" title="Ctrl+S" disabled={!dirty} loading={save.saving} onClick={() => void submit()}>
          保存
        </Button>
      </div>
    </section>
  );
}
