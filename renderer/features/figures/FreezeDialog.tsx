import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { onKeys } from '../../ui/keys.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';

interface FreezeDialogProps {
  readonly year: number;
  /** Versions there are; 0 for a year that was never handed in. */
  readonly versions: number;
  /** Findings of the checks between figures that are still open. */
  readonly findings: number;
  readonly onClose: () => void;
}

/** 定稿: keeps values, wording and records of the year as they are now. A second time needs a reason. */
export function FreezeDialog({ year, versions, findings, onClose }: FreezeDialogProps) {
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const again = versions > 0;
  const good = !again || reason.trim() !== '';
  const save = useCommand(async () => {
    const made = await api.figures.freeze({ year, ...(again ? { reason: reason.trim() } : {}) });
    message.success(`${made.label}。以后记录再改，只作为差异显示，定稿数不变。`);
    onClose();
  });
  const submit = () => {
    if (good) void save.run(undefined);
  };
  const running = new Date().getFullYear() <= year;
  return (
    <Modal open centered width={520} title={`${year} 年数字定稿`} footer={null} onCancel={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears Ctrl+Enter of the controls inside it */}
      <div className="figure-form" onKeyDown={onKeys({ submit })}>
        <p>
          把 {year} 年每个数字、写法和它的记录清单按现在的样子存下来，并算出校验值。以后记录再有增删改，定稿数不变，
          这里逐项显示差异。
        </p>
        {running && <p className="figure-warn">{year} 年还没有结束，年底可能要重新定稿。</p>}
        {findings > 0 && (
          <p className="figure-warn">数字之间还有 {findings} 处对不上（页面上方），建议先改好再定稿。</p>
        )}
        {again && (
          <>
            <label htmlFor="freeze-reason">已有第 {versions} 次定稿。为什么重新定稿（必填）</label>
            <Input.TextArea
              id="freeze-reason"
              rows={3}
              maxLength={300}
              placeholder="例如：补登了 12 月的两次协商；以前的定稿仍可查看"
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          </>
        )}
        <RefusalNote refusal={save.refusal} onClose={save.reset} />
        <div className="dialog-verbs">
          <Button onClick={onClose}>取消</Button>
          <Button
            type="primary"
            autoFocus={!again}
            loading={save.saving}
            disabled={!good}
            title="Ctrl+Enter"
            onClick={submit}
          >
            {again ? '重新定稿' : '定稿'}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
