import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { RecordPicker } from '../../records/form/RecordPicker.tsx';
import { submitFirst } from '../../records/process/MoveDialog.tsx';
import { RecordLink } from '../../ui/RecordLink.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import type { PlanLine } from './types.ts';

interface AttachDialogProps {
  readonly line: PlanLine;
  readonly onClose: () => void;
}

/** Events that carry out a plan item: those that name it are there already, others are put here. */
export function AttachDialog({ line, onClose }: AttachDialogProps) {
  const { message } = App.useApp();
  const [events, setEvents] = useState<readonly string[]>(line.events);
  const linked = [...line.done, ...line.ahead].filter(({ id }) => !line.events.includes(id));
  const titles = Object.fromEntries(
    [...line.done, ...line.ahead].map(({ kind, id, title }) => [`${kind}/${id}`, { title }]),
  );
  const save = useCommand(async () => {
    const label = `给计划项“${line.title}”挂活动`.slice(0, 120);
    await api.records.save({
      kind: 'planItem',
      id: line.id,
      rev: line.rev,
      values: { events: events.length > 0 ? [...events] : null },
      label,
    });
    message.success('已挂上，完成次数已重新计算。可按 Ctrl+Z 撤销。');
    onClose();
  });
  const submit = () => void save.run(undefined);
  return (
    <Modal open centered width={640} title={`挂活动：${line.title}`} footer={null} onCancel={onClose}>
      <div className="plan-attach" onKeyDownCapture={(event) => submitFirst(event, submit)}>
        <p className="quiet">选哪些会议活动算是完成了这一项。状态是进行中、已结束、已归档的计入完成次数。</p>
        <label htmlFor="plan-events">完成的活动</label>
        <RecordPicker
          id="plan-events"
          kind="event"
          label="完成的活动"
          multiple
          autoFocus
          value={events}
          titles={titles}
          onChange={setEvents}
        />
        {linked.length > 0 && (
          <p className="small">
            这些活动自己选了这个计划项，不必再选：
            {linked.map(({ kind, id, title }, index) => (
              <span key={id}>
                {index > 0 && '、'}
                <RecordLink kind={kind} id={id}>
                  {title}
                </RecordLink>
              </span>
            ))}
          </p>
        )}
        <RefusalNote refusal={save.refusal} onClose={save.reset} />
        <div className="dialog-verbs">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={save.saving} title="Ctrl+Enter" onClick={submit}>
            保存
          </Button>
        </div>
      </div>
    </Modal>
  );
}
