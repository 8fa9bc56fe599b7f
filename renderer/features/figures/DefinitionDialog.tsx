import { useQuery } from '@tanstack/react-query';
import { App, AutoComplete, Button, Checkbox, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { FigureDefinition } from '../../../shared/figures/definition.ts';
import type { FigurePeriod } from '../../../shared/figures/figure-result.ts';
import { kindOf, kinds } from '../../../shared/records/index.ts';
import { api, queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { useCommand } from '../../app/use-command.ts';
import { ConditionsEditor } from '../../records/conditions/ConditionsEditor.tsx';
import { onKeys } from '../../ui/keys.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { DefinitionPreview } from './DefinitionPreview.tsx';
import { freshDefinition, freshQuery, missingWords, unfinished } from './definition-draft.ts';
import { MeasureFields } from './MeasureFields.tsx';
import type { Figure } from './types.ts';
import { WhenFields } from './WhenFields.tsx';
import { WordingFields } from './WordingFields.tsx';

interface DefinitionDialogProps {
  /** Absent: a new one. */
  readonly figure?: Figure | undefined;
  /** What it is tried out on. */
  readonly period: FigurePeriod;
  /** Groups there are, to choose from. */
  readonly groups: readonly string[];
  readonly onClose: () => void;
}

/** 口径: a figure defined or changed without programming, tried out while it is written. */
export function DefinitionDialog({ figure, ...props }: DefinitionDialogProps) {
  const known = useQuery({
    ...queries.figures.definition.queryOptions({ input: { id: figure?.id ?? '' } }),
    enabled: figure !== undefined,
  });
  const title = figure ? `改口径：${figure.label}` : '新增指标';
  const start = figure ? known.data?.definition : undefined;
  return (
    <Modal open centered width={1160} title={title} footer={null} mask={{ closable: false }} onCancel={props.onClose}>
      <RefusalNote refusal={known.error ? explain(known.error) : undefined} />
      {figure === undefined && <DefinitionForm {...props} start={undefined} />}
      {start && <DefinitionForm {...props} start={start} />}
    </Modal>
  );
}

interface DefinitionFormProps extends Omit<DefinitionDialogProps, 'figure'> {
  readonly start: FigureDefinition | undefined;
}

function DefinitionForm({ start, period, groups, onClose }: DefinitionFormProps) {
  const { message } = App.useApp();
  const settings = useQuery(queries.settings.get.queryOptions({ input: {} }));
  const enumerations = settings.data?.enumerations ?? [];
  const [draft, setDraft] = useState<FigureDefinition>(() => start ?? freshDefinition());
  const put = (next: Partial<FigureDefinition>) => setDraft({ ...draft, ...next });
  const ask = (next: Partial<FigureDefinition['query']>) => put({ query: { ...draft.query, ...next } });
  const missing = missingWords(draft) ?? unfinished(draft);
  const save = useCommand(async () => {
    const done = await api.figures.saveDefinition({ definition: draft, fresh: start === undefined });
    message.success(`${done.label}，已按新口径重新计算。可按 Ctrl+Z 撤销。`);
    onClose();
  });
  const submit = () => {
    if (!missing) void save.run(undefined);
  };
  const { kind, where, when, measure } = draft.query;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears Ctrl+Enter of the controls inside it
    <div className="figure-definition" onKeyDown={onKeys({ submit })}>
      <div className="figure-definition-form">
        <Words draft={draft} groups={groups} onChange={put} />
        <fieldset>
          <legend>数哪种记录</legend>
          <Select
            aria-label="数哪种记录"
            showSearch={{ optionFilterProp: 'label' }}
            value={kind}
            options={kinds.map(({ id, label }) => ({ value: id, label }))}
            onChange={(next: string) => put({ query: freshQuery(next), unit: kindOf(next)?.unit ?? draft.unit })}
          />
        </fieldset>
        <fieldset>
          <legend>哪些算（都要符合）</legend>
          <ConditionsEditor
            kind={kind}
            about="条件"
            value={where}
            enumerations={enumerations}
            onChange={(next) => ask({ where: [...next] })}
          />
        </fieldset>
        <fieldset>
          <legend>算到哪一年</legend>
          <WhenFields kind={kind} when={when} onChange={(next) => ask({ when: next })} />
        </fieldset>
        <fieldset>
          <legend>怎么算</legend>
          <MeasureFields
            kind={kind}
            measure={measure}
            enumerations={enumerations}
            onChange={(next) => ask({ measure: next })}
          />
        </fieldset>
        <fieldset>
          <legend>怎么写</legend>
          <WordingFields wording={draft.wording} onChange={(wording) => put({ wording })} />
        </fieldset>
        {start && (
          <Checkbox checked={draft.retired === true} onChange={({ target }) => put({ retired: target.checked })}>
            停用：不再列在各组里，定稿和以前的稿子照样查得到
          </Checkbox>
        )}
      </div>
      <DefinitionPreview draft={draft} period={period} onRule={(rule) => put({ rule })} />
      <div className="figure-definition-foot">
        <RefusalNote refusal={save.refusal} onClose={save.reset} />
        <div className="dialog-verbs">
          {missing && <span className="quiet small">{missing}</span>}
          <Button onClick={onClose}>取消</Button>
          <Button
            type="primary"
            loading={save.saving}
            disabled={missing !== undefined}
            title="Ctrl+Enter"
            onClick={submit}
          >
            保存
          </Button>
        </div>
      </div>
    </div>
  );
}

interface WordsProps {
  readonly draft: FigureDefinition;
  readonly groups: readonly string[];
  readonly onChange: (next: Partial<FigureDefinition>) => void;
}

/** What it is called, and how the office explains it. */
function Words({ draft: { label, group, unit, rule, cues }, groups, onChange }: WordsProps) {
  return (
    <div className="figure-words">
      <div>
        <label htmlFor="definition-label">名称</label>
        <Input
          id="definition-label"
          autoFocus
          maxLength={40}
          placeholder="例如：读书活动"
          value={label}
          onChange={({ target }) => onChange({ label: target.value })}
        />
      </div>
      <div>
        <label htmlFor="definition-group">分组</label>
        <AutoComplete
          id="definition-group"
          value={group}
          placeholder="例如：自身建设"
          options={groups.map((value) => ({ value }))}
          onChange={(value: string) => onChange({ group: value.slice(0, 20) })}
        />
      </div>
      <div className="figure-unit">
        <label htmlFor="definition-unit">单位</label>
        <Input
          id="definition-unit"
          maxLength={10}
          value={unit}
          onChange={({ target }) => onChange({ unit: target.value })}
        />
      </div>
      <div className="figure-rule-words">
        <label htmlFor="definition-rule">口径（用办公室的话说清楚怎么数的）</label>
        <Input.TextArea
          id="definition-rule"
          autoSize={{ minRows: 1, maxRows: 3 }}
          maxLength={300}
          value={rule}
          onChange={({ target }) => onChange({ rule: target.value })}
        />
      </div>
      <div className="figure-rule-words">
        <label htmlFor="definition-cues">报告里写在这个数旁边的词（口径对账时据此认出它，可不填）</label>
        <Select
          id="definition-cues"
          mode="tags"
          open={false}
          suffixIcon={null}
          placeholder="打字后按回车，可以几个"
          value={[...(cues ?? [])]}
          onChange={(next: string[]) =>
            onChange({ cues: next.length > 0 ? next.map((cue) => cue.trim().slice(0, 40)).filter(Boolean) : undefined })
          }
        />
      </div>
    </div>
  );
}
