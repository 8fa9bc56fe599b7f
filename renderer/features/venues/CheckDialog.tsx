import { App, Button, Input, Modal, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { Values } from '../../../shared/records/record.ts';
import { dayNumber } from '../../../shared/text/calendar.ts';
import { api } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { DateInput } from '../../records/form/DateInput.tsx';
import { FilesInput } from '../../records/form/FilesInput.tsx';
import { onKeys } from '../../ui/keys.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import type { Venue } from './types.ts';

interface CheckDialogProps {
  readonly venues: readonly Venue[];
  readonly onClose: () => void;
}

type Answer = 'passed' | 'failed' | 'skipped';
const ANSWERS: { value: Answer; label: string }[] = [
  { value: 'passed', label: '✓ 达标' },
  { value: 'failed', label: '✗ 不达标' },
  { value: 'skipped', label: '这次不核' },
];

/** One look at the six of several venues: a row for each item is put under those that are there; one undo. */
export function CheckDialog({ venues, onClose }: CheckDialogProps) {
  const { message } = App.useApp();
  const items = venues[0]?.marks.map(({ item }) => item) ?? [];
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({});
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({});
  const [on, setOn] = useState(dayjs().format('YYYY-MM-DD'));
  const [evidence, setEvidence] = useState<unknown>();
  const answerOf = (item: string): Answer => answers[item] ?? 'passed';
  const asked = items.filter((item) => answerOf(item) !== 'skipped');
  const problem =
    dayNumber(on) === undefined
      ? '核验日期没有写对。'
      : asked.length === 0
        ? '六项都选了“这次不核”，没有可登记的。'
        : '';

  const save = useCommand(async () => {
    const rows = asked.map(
      (item): Values => ({
        item,
        passed: answerOf(item) === 'passed',
        checkedOn: on,
        ...(notes[item]?.trim() ? { note: notes[item].trim() } : {}),
        ...(Array.isArray(evidence) && evidence.length > 0 ? { evidence } : {}),
      }),
    );
    const records = await Promise.all(venues.map(({ id }) => api.records.get({ kind: 'venue', id })));
    await api.batch.run({
      label: `登记 ${venues.length} 个阵地的“六有”核验`,
      update: records.map(({ record }) => ({
        kind: 'venue',
        id: record.id,
        rev: record.rev,
        values: { checks: [...(Array.isArray(record.values.checks) ? record.values.checks : []), ...rows] },
      })),
    });
    message.success(`已登记 ${venues.length} 个阵地的核验。可按 Ctrl+Z 一次撤销。`);
    onClose();
  });
  const submit = () => {
    if (!problem) void save.run(undefined);
  };
  return (
    <Modal
      open
      centered
      width={760}
      title={`登记“六有”核验：${venues.length} 个阵地`}
      footer={null}
      mask={{ closable: false }}
      onCancel={onClose}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears Ctrl+Enter of the controls inside it */}
      <div className="check-dialog" onKeyDown={onKeys({ submit })}>
        <p className="quiet small clip" title={venues.map(({ title }) => title).join('、')}>
          {venues.map(({ title }) => title).join('、')}
        </p>
        <div className="check-day">
          <label htmlFor="check-on">核验日期</label>
          <DateInput id="check-on" type="date" value={on} onChange={(value) => setOn(String(value ?? ''))} />
        </div>
        <table className="work-table">
          <thead>
            <tr>
              <th>项目</th>
              <th>结果</th>
              <th>说明</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item}>
                <th scope="row">{item}</th>
                <td>
                  <Segmented
                    aria-label={item}
                    options={ANSWERS}
                    value={answerOf(item)}
                    onChange={(value: Answer) => setAnswers({ ...answers, [item]: value })}
                  />
                </td>
                <td>
                  <Input
                    aria-label={`${item}说明`}
                    placeholder={answerOf(item) === 'failed' ? '差在哪里' : ''}
                    value={notes[item] ?? ''}
                    onChange={(event) => setNotes({ ...notes, [item]: event.target.value })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <div>
          <span className="quiet small">佐证（每一项、每个阵地都附上）</span>
          <FilesInput id="check-evidence" label="佐证" value={evidence} onChange={setEvidence} />
        </div>
        {problem && <p className="field-problem small">{problem}</p>}
        <RefusalNote refusal={save.refusal} onClose={save.reset} />
        <div className="dialog-verbs">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" disabled={problem !== ''} loading={save.saving} title="Ctrl+Enter" onClick={submit}>
            登记
          </Button>
        </div>
      </div>
    </Modal>
  );
}
