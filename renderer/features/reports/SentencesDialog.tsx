import { useQuery } from '@tanstack/react-query';
import { App, Button, Input, Modal, Switch } from 'antd';
import { useEffect, useState } from 'react';
import { defaultSentences, type ReportSentence } from '../../../shared/figures/reports/index.ts';
import { api, queries } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';

type Line = Required<Pick<ReportSentence, 'id' | 'section' | 'part' | 'text'>> & { readonly retired: boolean };

const lineOf = ({ id, section, part, text, retired }: ReportSentence): Line => ({
  ...{ id, section, part, text },
  retired: retired === true,
});

const isGiven = ({ id }: Line): boolean => defaultSentences.some((preset) => preset.id === id);

/** 常用句: what a first draft is made of. Given ones can be reworded or left out, own ones added; one step to undo. */
export function SentencesDialog({ onClose }: { readonly onClose: () => void }) {
  const { message } = App.useApp();
  const { data } = useQuery(queries.reports.sentences.queryOptions({ input: {} }));
  const [lines, setLines] = useState<readonly Line[]>();
  const save = useCommand(api.reports.saveSentences);
  useEffect(() => {
    if (data) setLines((before) => before ?? data.sentences.map(lineOf));
  }, [data]);
  const change = (id: string, part: Partial<Line>) =>
    setLines((before) => before?.map((line) => (line.id === id ? { ...line, ...part } : line)));
  const add = () =>
    setLines((before = []) => {
      const last = before.at(-1);
      const id = `自${crypto.randomUUID().slice(0, 8)}`;
      return [...before, { id, section: last?.section ?? '其他工作', part: '补充', text: '', retired: false }];
    });
  const reset = (id: string) => {
    const preset = defaultSentences.find((one) => one.id === id);
    if (preset) change(id, lineOf(preset));
  };
  const submit = async () => {
    const done = await save.run({ sentences: (lines ?? []).map((line) => ({ ...line })) });
    if (!done) return;
    message.success('常用句已保存，下次起草时使用。可按 Ctrl+Z 撤销。');
    onClose();
  };
  const problems = save.refusal?.fields ?? {};
  return (
    <Modal
      open
      width={960}
      title="报告常用句"
      okText="保存"
      cancelText="取消"
      okButtonProps={{ loading: save.saving, disabled: !lines }}
      mask={{ closable: false }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <p className="quiet">
        {
          '花括号里是指标编码，例如 {SQ.IN}；另有 {SQ.IN:精确}、{SQ.IN:上年}、{SQ.IN:增减} 三种写法。同一标题、同一段的句子排在一起。'
        }
      </p>
      <RefusalNote refusal={save.refusal} onClose={save.reset} />
      {lines?.length === 0 && <EmptyState title="没有常用句">按“加一句”写第一句。</EmptyState>}
      <ol className="sentence-list">
        {(lines ?? []).map((line, index) => (
          <li key={line.id} data-retired={line.retired || undefined}>
            <div className="sentence-head">
              <Input
                aria-label={`第 ${index + 1} 句 标题`}
                value={line.section}
                onChange={({ target }) => change(line.id, { section: target.value })}
              />
              <Input
                aria-label={`第 ${index + 1} 句 段落`}
                value={line.part}
                onChange={({ target }) => change(line.id, { part: target.value })}
              />
              <Switch
                aria-label={`第 ${index + 1} 句 使用`}
                checkedChildren="用"
                unCheckedChildren="停用"
                checked={!line.retired}
                onChange={(used) => change(line.id, { retired: !used })}
              />
              {isGiven(line) ? (
                <Button size="small" onClick={() => reset(line.id)}>
                  恢复原句
                </Button>
              ) : (
                <Button size="small" onClick={() => setLines((before) => before?.filter(({ id }) => id !== line.id))}>
                  删去
                </Button>
              )}
            </div>
            <Input.TextArea
              aria-label={`第 ${index + 1} 句`}
              autoSize
              value={line.text}
              status={problems[`sentences.${index}.text`] ? 'error' : ''}
              onChange={({ target }) => change(line.id, { text: target.value })}
            />
            {problems[`sentences.${index}.text`] && (
              <p className="field-problem">{problems[`sentences.${index}.text`]}</p>
            )}
          </li>
        ))}
      </ol>
      <Button onClick={add}>加一句</Button>
    </Modal>
  );
}
