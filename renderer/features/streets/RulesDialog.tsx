import { useQuery } from '@tanstack/react-query';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { type ComplianceRule, defaultComplianceRules } from '../../../shared/figures/compliance-rules.ts';
import { api, queries } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { onKeys } from '../../ui/keys.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { RuleForm } from './RuleForm.tsx';
import type { Compliance } from './types.ts';

interface RulesDialogProps {
  readonly rules: Compliance['rules'];
  readonly onClose: () => void;
}

/** Only what is kept: the words worked out for the page are left off. */
const kept = ({ id, label, subject, period, measure, atLeast }: ComplianceRule): ComplianceRule => ({
  id,
  label,
  subject,
  period,
  measure,
  atLeast,
});

const sent = (rule: ComplianceRule) => ({
  ...rule,
  label: rule.label.trim(),
  measure: {
    ...rule.measure,
    streetFields: [...rule.measure.streetFields],
    filters: rule.measure.filters
      .filter(({ type, values }) => type !== 'any' || (values ?? []).length > 0)
      .map(({ values, text, from, to, ...filter }) => ({
        ...filter,
        ...(values ? { values: [...values] } : {}),
        ...(text === undefined ? {} : { text }),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      })),
  },
});

const another = (): ComplianceRule => ({
  id: `rule-${crypto.randomUUID().slice(0, 8)}`,
  label: '',
  subject: 'street',
  period: 'quarter',
  measure: {
    kind: 'event',
    dayField: 'start',
    streetFields: ['subdistrictOffice', 'subdistrictOffices'],
    filters: [{ field: 'status', type: 'any', values: ['进行中', '已结束', '已归档'] }],
  },
  atLeast: 1,
});

/** The rules as the office keeps them: named, counted, put in order, saved together as one undo step. */
export function RulesDialog({ rules: saved, onClose }: RulesDialogProps) {
  const { message } = App.useApp();
  const settings = useQuery(queries.settings.get.queryOptions({ input: {} }));
  const [rules, setRules] = useState<readonly ComplianceRule[]>(() => saved.map(kept));
  const nameless = rules.some(({ label }) => label.trim() === '');
  const save = useCommand(async () => {
    await api.workStreets.saveRules({ rules: rules.map(sent) });
    message.success('达标规则已保存，各街道已重新计算。可按 Ctrl+Z 撤销。');
    onClose();
  });
  const submit = () => {
    if (!nameless) void save.run(undefined);
  };
  const change = (id: string, next: ComplianceRule) => setRules(rules.map((rule) => (rule.id === id ? next : rule)));
  return (
    <Modal open centered width={900} title="街道达标规则" footer={null} mask={{ closable: false }} onCancel={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears Ctrl+Enter of the controls inside it */}
      <div className="rules-dialog" onKeyDown={onKeys({ submit })}>
        <p className="quiet small">
          每条规则说清：多长时间、数哪种登记、哪些算、至少多少。改了马上对所有街道、所有年份重新算。
        </p>
        <div className="rules-list">
          {rules.map((rule, index) => (
            <RuleForm
              key={rule.id}
              rule={rule}
              number={index + 1}
              enumerations={settings.data?.enumerations ?? []}
              onChange={(next) => change(rule.id, next)}
              onRemove={() => setRules(rules.filter(({ id }) => id !== rule.id))}
            />
          ))}
          {rules.length === 0 && <p className="quiet">没有规则。可以加一条，或恢复默认的四条。</p>}
        </div>
        {nameless && <p className="field-problem small">每条规则都要有名称。</p>}
        <RefusalNote refusal={save.refusal} onClose={save.reset} />
        <div className="dialog-verbs">
          <Button onClick={() => setRules([...rules, another()])}>加一条</Button>
          <Button onClick={() => setRules(defaultComplianceRules)}>恢复默认</Button>
          <span className="rules-space" />
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={save.saving} disabled={nameless} title="Ctrl+Enter" onClick={submit}>
            保存
          </Button>
        </div>
      </div>
    </Modal>
  );
}
