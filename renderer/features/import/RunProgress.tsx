import { Button, Progress } from 'antd';
import type { Progress as Step } from '../../app/use-job.ts';

/** An import under way; cancelled before its one write, nothing of it stays. */
export function RunProgress({ progress, onCancel }: { progress: Step | undefined; onCancel: () => void }) {
  return (
    <div className="card import-progress" role="status">
      <p>{progress?.label ?? '正在准备…'}</p>
      <Progress percent={progress?.total ? Math.round((100 * progress.done) / progress.total) : 0} />
      <Button onClick={onCancel}>取消（不写入任何内容）</Button>
    </div>
  );
}
