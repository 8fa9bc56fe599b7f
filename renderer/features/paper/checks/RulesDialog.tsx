import { useQuery } from '@tanstack/react-query';
import { Modal, Switch } from 'antd';
import { useState } from 'react';
import { CHECK_GROUPS } from '../../../../shared/documents/checks/index.ts';
import { api, queries } from '../../../app/api.ts';
import { useCommand } from '../../../app/use-command.ts';
import { RefusalNote } from '../../../ui/RefusalNote.tsx';

/** The rules of 体检, what each rests on, and which of them this office is asked by. */
export function RulesDialog({ onClose }: { onClose: () => void }) {
  const rules = useQuery(queries.documentsCheck.rules.queryOptions({ input: {} })).data?.rules;
  const [changed, setChanged] = useState<Readonly<Record<string, boolean>>>({});
  const save = useCommand(api.documentsCheck.saveRules);
  const isOff = (id: string, off: boolean) => changed[id] ?? off;
  const store = async () => {
    const off = (rules ?? []).filter((rule) => isOff(rule.id, rule.off)).map(({ id }) => id);
    if (await save.run({ off })) onClose();
  };
  return (
    <Modal
      open
      width={720}
      title="体检规则"
      okText="保存"
      cancelText="不改"
      okButtonProps={{ disabled: Object.keys(changed).length === 0, loading: save.saving }}
      onOk={() => void store()}
      onCancel={onClose}
    >
      <p className="quiet">关掉的规则，本单位所有文书都不再查；随时可以打开，也可以在历史里撤销。</p>
      <RefusalNote refusal={save.refusal} onClose={save.reset} />
      <div className="check-rules">
        {CHECK_GROUPS.map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            <ul>
              {(rules ?? [])
                .filter((rule) => rule.group === group)
                .map(({ id, label, source, examples, off }) => (
                  <li key={id}>
                    <Switch
                      size="small"
                      aria-label={`查：${label}`}
                      checked={!isOff(id, off)}
                      onChange={(on) => setChanged((before) => ({ ...before, [id]: !on }))}
                    />
                    <div>
                      {label}
                      <span className="quiet small"> {source}</span>
                      {examples[0] && (
                        <p className="quiet small">
                          例：{examples[0].text}
                          {examples[0].mended !== undefined && ` → ${examples[0].mended}`}
                        </p>
                      )}
                    </div>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Modal>
  );
}
