import { App, Button } from 'antd';
import { api } from '../../app/api.ts';
import { deliver } from '../../app/deliver.ts';
import { useCommand } from '../../app/use-command.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';

type ExportInput = Parameters<typeof api.scores.export>[0];

/** The ranking as it stands, with a sheet of every entry behind it. */
export function ExportRanking({ input }: { readonly input: ExportInput }) {
  const { message } = App.useApp();
  const save = useCommand(async () => {
    const made = await api.scores.export(input);
    if (!made.saved) return;
    if (made.file) await deliver(made.file);
    message.success(`已导出 ${made.rows} 行：${made.path ?? made.name}`);
  });
  return (
    <>
      <Button loading={save.saving} onClick={() => void save.run(undefined)}>
        导出 Excel
      </Button>
      <RefusalNote refusal={save.refusal} onClose={save.reset} />
    </>
  );
}
