import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useState } from 'react';
import { dayNumber } from '../../../shared/text/calendar.ts';
import { weekday } from '../../../shared/text/date-format.ts';
import { api, queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { useCommand } from '../../app/use-command.ts';
import { DateInput } from '../../records/form/DateInput.tsx';
import { useKeys } from '../../ui/keys.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { useUnsavedGuard } from '../../ui/use-unsaved-guard.tsx';
import { EditVerbs } from './EditVerbs.tsx';
import { SpecialDaysImport } from './SpecialDaysImport.tsx';
import { byDate, readSpecialDays, type SpecialDay, withDays } from './special-days.ts';

/** Holidays and weekends worked in exchange: what working days are counted by. */
export function SpecialDaysTab() {
  const query = useQuery(queries.rules.get.queryOptions({ input: {} }));
  if (query.error) return <RefusalNote refusal={explain(query.error)} />;
  return query.data ? <SpecialDaysForm saved={query.data.specialDays} /> : null;
}

interface Row extends SpecialDay {
  readonly key: string;
}

const rowsOf = (days: readonly SpecialDay[]): readonly Row[] =>
  [...days].sort(byDate).map((day, index) => ({ ...day, key: `${day.date}/${index}` }));
const daysOf = (rows: readonly Row[]): SpecialDay[] => rows.map(({ date, type, name }) => ({ date, type, name }));

function SpecialDaysForm({ saved }: { readonly saved: readonly SpecialDay[] }) {
  const { message } = App.useApp();
  const [rows, setRows] = useState(() => rowsOf(saved));
  const [year, setYear] = useState(String(dayjs().year()));
  const [importing, setImporting] = useState(false);
  useEffect(() => setRows(rowsOf(saved)), [saved]);

  const days = daysOf(rows);
  const dirty = JSON.stringify(days) !== JSON.stringify([...saved].sort(byDate));
  const bad = rows.find((row) => dayNumber(row.date) === undefined);
  const twin = rows.find((row, index) => rows.findIndex((other) => other.date === row.date) !== index);
  const problem = bad
    ? `有一行的日期没有写对：${bad.date || '（空）'}`
    : twin
      ? `${twin.date} 出现了两次。`
      : undefined;
  const save = useCommand(async () => {
    await api.rules.saveSpecialDays({ specialDays: [...days].sort(byDate) });
    message.success('节假日已保存，工作日期限已重新计算。可按 Ctrl+Z 撤销。');
    return true;
  });
  const submit = async () => (!dirty ? true : problem ? false : ((await save.run(undefined)) ?? false));
  useUnsavedGuard(dirty, { save: submit });
  useKeys({ save: () => void submit() });

  const change = (key: string, next: Partial<SpecialDay>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...next } : row)));
  const take = (added: readonly SpecialDay[]) => {
    const merged = withDays(days, added);
    setRows(rowsOf(merged.days));
    const [first] = added;
    if (first) setYear(first.date.slice(0, 4));
    message.info(`放进来 ${merged.fresh} 天，改了 ${merged.changed} 天。看过后请保存。`);
  };
  const add = () => {
    const key = `new/${Date.now()}`;
    setRows([...rows, { key, date: '', type: 'off', name: '' }]);
    requestAnimationFrame(() => document.getElementById(`day-${key}`)?.focus());
  };

  const years = [...new Set([String(dayjs().year()), ...days.map((day) => day.date.slice(0, 4))])]
    .filter((item) => /^\d{4}$/.test(item))
    .sort();
  const shown = rows.filter((row) => row.date.startsWith(year) || !/^\d{4}/.test(row.date));
  return (
    <section className="card settings-form">
      <p className="quiet">
        周六、周日以外放假的日子记“休”，周末要上班的记“班”。每年国务院通知下来后，把通知里那几行贴进来即可。
      </p>
      <RefusalNote refusal={save.refusal} onClose={save.reset} />
      <div className="settings-row">
        <Select
          aria-label="年份"
          className="settings-short"
          value={year}
          onChange={setYear}
          options={years.map((item) => ({ value: item, label: `${item}年` }))}
        />
        <Button onClick={() => setImporting(true)}>粘贴通知或表格…</Button>
        <span className="quiet">
          {shown.filter((row) => row.type === 'off').length} 天休、{shown.filter((row) => row.type === 'work').length}{' '}
          天班
        </span>
      </div>
      <div
        className="rows-box"
        onPaste={(event) => {
          const text = event.clipboardData.getData('text/plain');
          if (!/[\t\n]/.test(text.trim())) return;
          event.preventDefault();
          const read = readSpecialDays(text, Number(year));
          if (read.problems.length > 0) message.warning(`有 ${read.problems.length} 行没有看懂，没有放进来。`, 6);
          if (read.days.length > 0) take(read.days);
        }}
      >
        <table className="rows settings-table">
          <thead>
            <tr>
              <th scope="col">日期</th>
              <th scope="col">星期</th>
              <th scope="col">休或班</th>
              <th scope="col">名称</th>
              <th scope="col">
                <span className="visually-hidden">行操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              <tr key={row.key} aria-label={row.date}>
                <td>
                  <DateInput
                    id={`day-${row.key}`}
                    type="date"
                    value={row.date}
                    aria-label={`第 ${index + 1} 行 日期`}
                    onChange={(date) => change(row.key, { date: typeof date === 'string' ? date : '' })}
                  />
                </td>
                <td className="day-week">{weekday(row.date)}</td>
                <td>
                  <Select
                    aria-label={`第 ${index + 1} 行 休或班`}
                    className="settings-short"
                    value={row.type}
                    onChange={(type) => change(row.key, { type })}
                    options={[
                      { value: 'off', label: '休' },
                      { value: 'work', label: '班' },
                    ]}
                  />
                </td>
                <td>
                  <Input
                    aria-label={`第 ${index + 1} 行 名称`}
                    value={row.name}
                    maxLength={20}
                    onChange={(event) => change(row.key, { name: event.target.value })}
                  />
                </td>
                <td>
                  <Button
                    type="text"
                    size="small"
                    icon={<DeleteOutlined />}
                    aria-label={`删除第 ${index + 1} 行`}
                    onClick={() => setRows(rows.filter((other) => other.key !== row.key))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {shown.length === 0 && <p className="quiet days-empty">{year}年还没有登记节假日，工作日只按周一至周五计算。</p>}
      </div>
      <p>
        <Button icon={<PlusOutlined />} onClick={add}>
          添加一天
        </Button>
      </p>
      <EditVerbs
        dirty={dirty}
        problem={problem}
        saving={save.saving}
        onReset={() => setRows(rowsOf(saved))}
        onSave={() => void submit()}
      />
      {importing && <SpecialDaysImport year={Number(year)} onTake={take} onClose={() => setImporting(false)} />}
    </section>
  );
}
