import { App, Button, Input } from 'antd';
import { useEffect, useId, useState } from 'react';
import { api, type Output } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { onKeys } from '../../ui/keys.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { useUnsavedGuard } from '../../ui/use-unsaved-guard.tsx';

type Format = Output<typeof api.rules.get>['formats'][number];

/** How the office writes the numbers it gives out. */
export function FormatsForm({ saved }: { readonly saved: readonly Format[] }) {
  const { message } = App.useApp();
  const [rows, setRows] = useState(saved);
  useEffect(() => setRows(saved), [saved]);
  const id = useId();
  const dirty = rows.some((row, index) => row.format !== saved[index]?.format);
  const save = useCommand(async () => {
    await api.rules.saveFormats({ formats: rows.map(({ id: name, format }) => ({ id: name, format })) });
    message.success('编号格式已保存，下一个编号起用。可按 Ctrl+Z 撤销。');
    return true;
  });
  const submit = async () => (dirty ? ((await save.run(undefined)) ?? false) : true);
  useUnsavedGuard(dirty, { save: submit });
  const set = (name: string, format: string) =>
    setRows(rows.map((row) => (row.id === name ? { ...row, format } : row)));

  return (
    <section className="card settings-form">
      <h2>编号格式</h2>
      <p className="quiet">
        {'{号:3}'} 是三位流水号，{'{年}'} 年份，{'{届}'} 第几届，{'{次}'} 第几次会议，其余照写。已编的号不变。
      </p>
      <RefusalNote refusal={save.refusal} onClose={save.reset} />
      {rows.map((row, index) => (
        <div key={row.id} className="settings-field">
          <label htmlFor={`${id}-${row.id}`}>{row.label}</label>
          <div>
            <Input
              id={`${id}-${row.id}`}
              value={row.format}
              maxLength={60}
              onChange={(event) => set(row.id, event.target.value)}
              onKeyDown={onKeys({ enter: () => void submit() })}
            />
            <p className="quiet small">
              {row.format === saved[index]?.format ? `例如 ${row.example}` : '保存后给出例子'}
              {row.format !== row.preset && (
                <>
                  {' · '}
                  <button type="button" className="plain-button" onClick={() => set(row.id, row.preset)}>
                    恢复原定 {row.preset}
                  </button>
                </>
              )}
            </p>
          </div>
        </div>
      ))}
      <div className="dialog-verbs">
        <Button disabled={!dirty} onClick={() => setRows(saved)}>
          还原
        </Button>
        <Button type="primary" disabled={!dirty} loading={save.saving} onClick={() => void submit()}>
          保存格式
        </Button>
      </div>
    </section>
  );
}
