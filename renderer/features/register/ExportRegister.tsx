import { App, Button } from 'antd';
import { api } from '../../app/api.ts';
import { deliver } from '../../app/deliver.ts';
import { useJob } from '../../app/use-job.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';

type ExportInput = Parameters<typeof api.numbers.export>[0];

/** The register as it stands on the screen, gaps and void numbers included. */
export function ExportRegister({ input }: { readonly input: ExportInput }) {
  const { message } = App.useApp();
  const job = useJob(api.numbers.export);
  const run = async () => {
    const made = await job.run(input);
    if (!made?.saved) return;
    if (made.path === undefined && made.handle !== undefined) {
      await deliver((await api.files.take({ handle: made.handle })).file);
    }
    message.success(`已导出 ${made.rows} 行：${made.path ?? made.name}`);
  };
  if (job.running) {
    return (
      <Button danger onClick={job.cancel} title={job.progress?.label}>
        取消导出
      </Button>
    );
  }
  return (
    <>
      <Button onClick={() => void run()}>导出 Excel</Button>
      {job.refusal?.code !== 'cancelled' && <RefusalNote refusal={job.refusal} />}
    </>
  );
}
