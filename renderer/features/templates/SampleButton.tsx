import { DownloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useEffect } from 'react';
import { api } from '../../app/api.ts';
import { deliver } from '../../app/deliver.ts';
import { useCommand } from '../../app/use-command.ts';

interface SampleButtonProps {
  readonly document: string;
  readonly label: string;
  readonly size?: 'small' | 'middle';
  /** Absent: the sample with the built-in layout; kept: the office's own file again. */
  readonly what?: 'kept';
}

/** 下载样板, or the kept template as a file. */
export function SampleButton({ document, label, size = 'middle', what }: SampleButtonProps) {
  const { message } = App.useApp();
  const make = useCommand(what === 'kept' ? api.templates.download : api.templates.sample);
  const { refusal } = make;
  useEffect(() => {
    if (refusal) message.warning({ content: refusal.message, duration: 8 });
  }, [refusal, message]);
  const name = what === 'kept' ? '取回文件' : '下载样板';
  return (
    <Button
      size={size}
      icon={<DownloadOutlined />}
      loading={make.saving}
      aria-label={`${label}：${name}`}
      onClick={() =>
        void make.run({ document }).then(async (made) => {
          if (made?.file) await deliver(made.file);
          else if (made?.saved) message.success(`已存好：${made.name}`);
        })
      }
    >
      {name}
    </Button>
  );
}
