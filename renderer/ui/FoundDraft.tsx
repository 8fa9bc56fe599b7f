import { Alert, Button, Space } from 'antd';

interface FoundDraftProps {
  readonly found: { readonly at: string } | undefined;
  readonly onTake: () => void;
  readonly onDiscard: () => void | Promise<void>;
}

/** Text of an earlier sitting that never reached the library: offered, never put in unasked. */
export function FoundDraft({ found, onTake, onDiscard }: FoundDraftProps) {
  if (!found) return null;
  const at = new Date(found.at).toLocaleString('zh-CN', {
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (
    <Alert
      type="info"
      showIcon
      title={`${at} 有一份没来得及保存的文字，还在。`}
      action={
        <Space>
          <Button size="small" onClick={() => void onDiscard()}>
            丢弃
          </Button>
          <Button size="small" type="primary" onClick={onTake}>
            取回
          </Button>
        </Space>
      }
    />
  );
}
