import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useId, useState } from 'react';
import { api, queries, type Settings } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { useCommand } from '../../app/use-command.ts';
import { useKeys } from '../../ui/keys.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { useUnsavedGuard } from '../../ui/use-unsaved-guard.tsx';

type Office = Settings['office'];

/** The names that stand on every paper. */
export function OfficeTab() {
  const query = useQuery(queries.settings.get.queryOptions({ input: {} }));
  if (query.error) return <RefusalNote refusal={explain(query.error)} />;
  return query.data ? <OfficeForm key={JSON.stringify(query.data.office)} office={query.data.office} /> : null;
}

const TEXTS = [
  { name: 'fullName', label: '单位全称', hint: '中国人民政治协商会议示例区委员会', max: 100 },
  { name: 'shortName', label: '简称', hint: '示例区政协', max: 60 },
  { name: 'code', label: '发文代字', hint: '示政协', max: 30 },
  { name: 'issuer', label: '印发机关', hint: '政协示例区委员会办公室', max: 100 },
] as const;

function OfficeForm({ office }: { readonly office: Office }) {
  const { message } = App.useApp();
  const [draft, setDraft] = useState<Office>(office);
  const id = useId();
  const dirty = JSON.stringify(draft) !== JSON.stringify(office);
  const save = useCommand(async () => {
    await api.settings.saveOffice({ office: draft });
    message.success('单位设置已保存。');
    return true;
  });
  const submit = async () => (dirty ? ((await save.run(undefined)) ?? false) : true);
  useUnsavedGuard(dirty, { save: submit });
  useKeys({ save: () => void submit() });

  const receivers = draft.briefingReceivers;
  const setReceivers = (next: Office['briefingReceivers']) => setDraft({ ...draft, briefingReceivers: next });
  const setReceiver = (index: number, change: Partial<Office['briefingReceivers'][number]>) =>
    setReceivers(receivers.map((item, at) => (at === index ? { ...item, ...change } : item)));

  return (
    <section className="card settings-form">
      <RefusalNote refusal={save.refusal} onClose={save.reset} />
      {TEXTS.map(({ name, label, hint, max }) => (
        <div key={name} className="settings-field">
          <label htmlFor={`${id}-${name}`}>{label}</label>
          <Input
            id={`${id}-${name}`}
            value={draft[name]}
            maxLength={max}
            placeholder={`例如：${hint}`}
            onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
          />
        </div>
      ))}
      <div className="settings-field">
        <span className="settings-label">简报报送栏</span>
        <div className="settings-rows">
          {receivers.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place
            <div key={index} className="settings-row">
              <Input
                className="settings-short"
                aria-label={`第 ${index + 1} 行 类别`}
                placeholder="报"
                maxLength={10}
                value={item.label}
                onChange={(event) => setReceiver(index, { label: event.target.value })}
              />
              <Input
                aria-label={`第 ${index + 1} 行 单位`}
                placeholder="市政协办公室"
                maxLength={500}
                value={item.text}
                onChange={(event) => setReceiver(index, { text: event.target.value })}
              />
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={`删除第 ${index + 1} 行`}
                onClick={() => setReceivers(receivers.filter((_, at) => at !== index))}
              />
            </div>
          ))}
          <Button
            icon={<PlusOutlined />}
            disabled={receivers.length >= 10}
            onClick={() => setReceivers([...receivers, { label: '', text: '' }])}
          >
            添加一行
          </Button>
        </div>
      </div>
      <div className="dialog-verbs">
        <Button disabled={!dirty} onClick={() => setDraft(office)}>
          还原
        </Button>
        <Button type="primary" title="Ctrl+S" disabled={!dirty} loading={save.saving} onClick={() => void submit()}>
          保存
        </Button>
      </div>
    </section>
  );
}
