import { useQuery } from '@tanstack/react-query';
import { App, Button, Input, Modal, Select } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { type PastedSuggestion, readPasted } from '../../../shared/figures/pasted-suggestions.ts';
import { SOURCE_KINDS, type SourceField } from '../../../shared/figures/suggestion-lists.ts';
import { kindOf } from '../../../shared/records/index.ts';
import { api, queries } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { RecordPicker } from '../../records/form/RecordPicker.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import type { Item } from './answers.ts';

interface PasteManyProps {
  /** 'event/<id>', when the page shows one source. */
  readonly source: string | undefined;
  readonly present: readonly Item[];
  readonly onClose: () => void;
}

const FIELDS = Object.keys(SOURCE_KINDS) as SourceField[];

const labelOf = (field: SourceField): string => kindOf(SOURCE_KINDS[field])?.label ?? field;

/** One entry of the change for one line: the unit by its name as it stands in the block. */
function entryOf(line: PastedSuggestion, field: SourceField, id: string, unit: string | undefined) {
  return {
    kind: 'suggestion',
    values: {
      [field]: id,
      text: line.text,
      suggestionKind: line.suggestionKind,
      ...(unit && !line.unit ? { mainUnit: unit } : {}),
    },
    ...(line.unit ? { texts: { mainUnit: line.unit } } : {}),
  };
}

/** 粘贴多条: lines of one meeting become suggestions of it, numbered on; shown first, then one change. */
export function PasteMany({ source, present, onClose }: PasteManyProps) {
  const { message } = App.useApp();
  const [given, givenId] = (source ?? '').split('/');
  const [field, setField] = useState<SourceField>(given && given in SOURCE_KINDS ? (given as SourceField) : 'event');
  const [id, setId] = useState<string | undefined>(givenId || undefined);
  const [unit, setUnit] = useState<string>();
  const [block, setBlock] = useState('');
  const [dropped, setDropped] = useState<readonly number[]>([]);
  const run = useCommand(api.batch.run);
  const known = useMemo(
    () => present.filter((item) => item.source === `${field}/${id}`).map(({ text }) => text),
    [present, field, id],
  );
  const lines = useMemo(() => readPasted(block, known), [block, known]);
  const kept = lines.filter((line, index) => (line.repeated ? dropped.includes(index) : !dropped.includes(index)));
  const wanted = useDeferredValue(id ? kept.map((line) => entryOf(line, field, id, unit)) : []);
  const plan = useQuery({
    ...queries.batch.plan.queryOptions({ input: { add: wanted } }),
    enabled: wanted.length > 0,
  });
  const problems = wanted.length > 0 ? (plan.data?.items ?? []).flatMap((item) => item.problems) : [];
  const save = async () => {
    if (!id) return;
    const done = await run.run({
      label: `粘贴意见建议 ${kept.length} 条`,
      add: kept.map((line) => entryOf(line, field, id, unit)),
    });
    if (!done) return;
    message.success(`已登记意见建议 ${done.counts.add} 条。可按 Ctrl+Z 一次撤销。`);
    onClose();
  };
  return (
    <Modal
      open
      width={920}
      title="粘贴多条意见建议"
      okText={`登记 ${kept.length} 条`}
      cancelText="取消"
      okButtonProps={{ disabled: !id || kept.length === 0 || problems.length > 0, loading: run.saving }}
      mask={{ closable: false }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <RefusalNote refusal={run.refusal} onClose={run.reset} />
      <div className="paste-fields">
        <span>来源</span>
        <Select
          aria-label="来源是什么"
          value={field}
          options={FIELDS.map((value) => ({ value, label: labelOf(value) }))}
          onChange={(value: SourceField) => {
            setField(value);
            setId(undefined);
          }}
        />
        <RecordPicker
          kind={SOURCE_KINDS[field]}
          label={`来源${labelOf(field)}`}
          value={id ? [id] : []}
          onChange={([chosen]) => setId(chosen)}
        />
        <span>主责单位</span>
        <RecordPicker
          kind="organisation"
          label="主责单位（各条一样时）"
          value={unit ? [unit] : []}
          onChange={([chosen]) => setUnit(chosen)}
        />
        <span className="quiet small">各条一样时选；逐条不同的，写在每行后面（从 Excel 复制两列即可）。</span>
      </div>
      <label htmlFor="paste-block">一行一条，原来的编号自动去掉</label>
      <Input.TextArea
        id="paste-block"
        rows={6}
        value={block}
        placeholder={'1. 建议……\n2. 建议……'}
        onChange={(event) => {
          setBlock(event.target.value);
          setDropped([]);
        }}
      />
      {lines.length > 0 && (
        <Preview
          lines={lines}
          dropped={dropped}
          onToggle={(index) =>
            setDropped(dropped.includes(index) ? dropped.filter((other) => other !== index) : [...dropped, index])
          }
        />
      )}
      {problems.length > 0 && (
        <ul className="field-problem small">
          {[...new Set(problems.map(({ label, message: text }) => `${label}：${text}`))].slice(0, 8).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {!id && lines.length > 0 && <p className="field-problem small">请先选来源。</p>}
    </Modal>
  );
}

interface PreviewProps {
  readonly lines: readonly PastedSuggestion[];
  /** Lines whose usual fate is turned round: left out, or taken although the words are there already. */
  readonly dropped: readonly number[];
  readonly onToggle: (index: number) => void;
}

/** What each line becomes, before anything is written. */
function Preview({ lines, dropped, onToggle }: PreviewProps) {
  return (
    <div className="rows-box paste-preview">
      <table className="rows">
        <thead>
          <tr>
            <th className="rows-number">#</th>
            <th>内容</th>
            <th>性质</th>
            <th>单位</th>
            <th>登记</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => {
            const taken = line.repeated === dropped.includes(index);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines are known by their place
              <tr key={index} data-off={!taken || undefined}>
                <td className="rows-number">{index + 1}</td>
                <td>
                  {line.text}
                  {line.repeated && <span className="field-problem small"> 已经有一样的</span>}
                </td>
                <td>{line.suggestionKind}</td>
                <td>{line.unit}</td>
                <td>
                  <Button
                    size="small"
                    onClick={() => onToggle(index)}
                    aria-label={`第 ${index + 1} 行${taken ? '不登记' : '要登记'}`}
                  >
                    {taken ? '不登记' : '要登记'}
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
