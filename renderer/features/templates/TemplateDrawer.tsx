import { App, Button, Drawer } from 'antd';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { chooseFiles, type FileHandle, uploadFiles } from '../../app/choose-files.ts';
import { formatTime } from '../../app/time.ts';
import { useCommand } from '../../app/use-command.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { useFileDrop } from '../../ui/use-file-drop.ts';
import { Faults } from './Faults.tsx';
import { PlaceholderList } from './PlaceholderList.tsx';
import { SampleButton } from './SampleButton.tsx';
import { StateTag } from './StateTag.tsx';
import type { Checked, TemplateRow } from './types.ts';

interface TemplateDrawerProps {
  readonly row: TemplateRow;
  readonly onClose: () => void;
}

/** What was found, in which file. */
interface Outcome extends Checked {
  readonly file: string;
  readonly saved: boolean;
}

/** One document: which layout is used, another one put in its place, and what can stand in it. */
export function TemplateDrawer({ row, onClose }: TemplateDrawerProps) {
  const { id, label, description, own } = row;
  const { message } = App.useApp();
  const [outcome, setOutcome] = useState<Outcome>();
  const upload = useCommand(async (file: FileHandle) => {
    const { saved, faults, example } = await api.templates.upload({ document: id, file: { handle: file.handle } });
    setOutcome({ faults, saved, file: file.name, ...(example ? { example } : {}) });
    if (saved) message.success(`“${label}”换用了自备模板，可以撤销。`);
  });
  const check = useCommand(async () => {
    const { faults, example } = await api.templates.check({ document: id });
    setOutcome({ faults, saved: true, file: own?.name ?? '', ...(example ? { example } : {}) });
  });
  const turn = useCommand(async (verb: 'activate' | 'disable' | 'remove') => {
    const done = await api.templates[verb]({ document: id });
    message.success(`已${done.label}，可以撤销。`);
    if (verb === 'remove') setOutcome(undefined);
  });
  const take = useCommand(async (choose: () => Promise<readonly FileHandle[]>) => {
    const [file] = await choose();
    if (!file) return;
    setOutcome(undefined);
    await upload.run(file);
  });
  const drop = useFileDrop((files) => void take.run(() => uploadFiles(files.slice(0, 1))));
  const busy = upload.saving || take.saving;
  return (
    <Drawer open size={680} onClose={onClose} title={`${label}：模板`} extra={<Button onClick={onClose}>关闭</Button>}>
      <div className="template-drawer">
        <p className="quiet">{description}</p>
        <div className="template-own">
          <StateTag own={own} />
          {own ? (
            <span className="template-own-name">
              {own.name}
              <span className="quiet small">
                {' '}
                {Math.max(1, Math.round(own.size / 1024))} KB · {own.who} · {formatTime(own.at)}
              </span>
            </span>
          ) : (
            <span className="quiet">照程序的排法，版心、字体、页码都合公文标准。</span>
          )}
        </div>
        {own && (
          <div className="template-verbs">
            <Button loading={check.saving} onClick={() => void check.run(undefined)}>
              体检
            </Button>
            <Button loading={turn.saving} onClick={() => void turn.run(own.active ? 'disable' : 'activate')}>
              {own.active ? '停用，改用内置' : '重新启用'}
            </Button>
            <SampleButton document={id} label={label} what="kept" />
            <Button danger onClick={() => void turn.run('remove')}>
              删除
            </Button>
          </div>
        )}
        <RefusalNote
          refusal={upload.refusal ?? check.refusal ?? turn.refusal ?? take.refusal}
          onClose={() => {
            for (const command of [upload, check, turn, take]) command.reset();
          }}
        />
        <div className="template-drop" data-over={drop.over || undefined} {...drop.target}>
          把改好的 .docx 拖到这里，或{' '}
          <Button
            type="primary"
            loading={busy}
            onClick={() => void take.run(() => chooseFiles({ title: `选择${label}的模板`, extensions: ['docx'] }))}
          >
            {own ? '换一个模板' : '选择模板'}
          </Button>
          <SampleButton document={id} label={label} />
        </div>
        {outcome && <Faults {...outcome} inUse={own?.active === true} />}
        <PlaceholderList document={id} />
      </div>
    </Drawer>
  );
}
