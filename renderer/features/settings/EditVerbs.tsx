import { Button } from 'antd';

interface EditVerbsProps {
  readonly dirty: boolean;
  /** Why what was typed cannot be saved; said only once something has been changed. */
  readonly problem: string | undefined;
  readonly saving: boolean;
  readonly onReset: () => void;
  readonly onSave: () => void;
}

/** 还原 and 保存 under a list that is edited as a whole. */
export function EditVerbs({ dirty, problem, saving, onReset, onSave }: EditVerbsProps) {
  return (
    <div className="dialog-verbs">
      {problem && dirty && (
        <span role="alert" className="options-problem">
          {problem}
        </span>
      )}
      <Button disabled={!dirty} onClick={onReset}>
        还原
      </Button>
      <Button
        type="primary"
        title="Ctrl+S"
        disabled={!dirty || problem !== undefined}
        loading={saving}
        onClick={onSave}
      >
        保存
      </Button>
    </div>
  );
}
