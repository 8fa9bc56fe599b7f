import { useQuery } from '@tanstack/react-query';
import { App, Button, Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { api, queries } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { submitFirst } from './MoveDialog.tsx';
import { useReturnFocus } from './use-return-focus.ts';
import './process.css';

interface CorrectDialogProps {
  readonly kind: RecordKind;
  readonly id: string;
  readonly machine: string;
  readonly state: string | undefined;
  readonly onClose: () => void;
}

/** 更正状态: for a slip. Sets a state without its moves, and says why in the log. */
export function CorrectDialog({ kind, id, machine, state, onClose }: CorrectDialogProps) {
  const { message } = App.useApp();
  const base = useId();
  const machines = useQuery(queries.workflow.machines.queryOptions({ input: {} }));
  const states = machines.data?.machines.find((item) => item.id === machine)?.states ?? [];
  const [chosen, setChosen] = useState<string>();
  const [reason, setReason] = useState('');
  useReturnFocus();
  const run = useCommand((input: { state: string; reason: string }) =>
    api.workflow.correct({ kind: kind.id, id, ...input }),
  );
  const ready = chosen !== undefined && reason.trim() !== '';
  const submit = async () => {
    if (!ready || !(await run.run({ state: chosen, reason: reason.trim() }))) return;
    message.success(`状态已更正为“${chosen}”。可按 Ctrl+Z 撤销。`);
    onClose();
  };
  return (
    <Modal open centered width={560} title="更正状态" footer={null} mask={{ closable: false }} onCancel={onClose}>
      <div className="move-dialog" onKeyDownCapture={(event) => submitFirst(event, () => void submit())}>
        <p className="quiet">
          只用来改正点错的一步：状态直接改过去，不产生期限、文书，也不退回已记的内容。原因记入办理经过。
        </p>
        <RefusalNote refusal={run.refusal} onClose={run.reset} />
        <div className="form-field">
          <label htmlFor={`${base}-state`} data-required>
            改为
          </label>
          <Select
            id={`${base}-state`}
            value={chosen}
            onChange={setChosen}
            placeholder="请选择"
            showSearch
            aria-required
            options={states
              .filter((item) => item.state !== state)
              .map((item) => ({ value: item.state, label: item.state, title: item.meaning }))}
          />
          <label htmlFor={`${base}-reason`} data-required>
            原因
          </label>
          <Input.TextArea
            id={`${base}-reason`}
            value={reason}
            maxLength={200}
            aria-required
            autoSize={{ minRows: 2, maxRows: 6 }}
            placeholder="例如：点错了，尚未立案"
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        <div className="dialog-verbs">
          <Button onClick={onClose}>取消</Button>
          <Button
            type="primary"
            title="Ctrl+Enter"
            disabled={!ready}
            loading={run.saving}
            onClick={() => void submit()}
          >
            更正
          </Button>
        </div>
      </div>
    </Modal>
  );
}
