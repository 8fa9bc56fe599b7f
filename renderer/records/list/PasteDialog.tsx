import { App, Button, Input, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { RecordKind } from '../../../shared/records/kind.ts';
import type { Values } from '../../../shared/records/record.ts';
import { api } from '../../app/api.ts';
import { explain, type Refusal } from '../../app/errors.ts';
import { useCommand } from '../../app/use-command.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { initialValues } from '../form/use-record-form.ts';
import { parseCells } from '../parse-cells.ts';
import { type BatchPlan, ChangePreview } from './ChangePreview.tsx';
import { fetchRows } from './copying.ts';
import { layOver } from './paste-cells.ts';
import type { Ordering } from './use-list.ts';

interface PasteDialogProps {
  readonly kind: RecordKind;
  readonly fields: readonly string[];
  readonly ordering: Ordering;
  /** Where the block goes; past the last record everything is added. */
  readonly start: { readonly row: number; readonly column: number };
  readonly total: number;
  /** What was on the clipboard; '' asks for it. */
  readonly text: string;
  readonly onClose: () => void;
}

type BatchInput = Parameters<typeof api.batch.plan>[0];
interface Prepared {
  readonly input: BatchInput;
  readonly notes: readonly string[];
  readonly plan: BatchPlan;
}

/** As many cells as one paste takes: beyond that a file should be imported. */
const MOST_LINES = 20_000;

/** 粘贴: what it would change and add, cell by cell, before anything is written; then one step that can be undone. */
export function PasteDialog(props: PasteDialogProps) {
  const { kind, onClose } = props;
  const { message } = App.useApp();
  const [text, setText] = useState(props.text);
  const [prepared, setPrepared] = useState<Prepared>();
  const [refusal, setRefusal] = useState<Refusal>();
  const running = useCommand(api.batch.run);
  const asked = useRef<string>(undefined);

  useEffect(() => {
    if (text === '' || asked.current === text) return;
    asked.current = text;
    setRefusal(undefined);
    prepare(props, text).then(setPrepared, (error: unknown) => setRefusal(explain(error)));
  }, [text, props]);

  const plan = prepared?.plan;
  const without = async () => {
    if (!prepared) return;
    const input = withoutProblems(prepared);
    try {
      setPrepared({ ...prepared, input, plan: await api.batch.plan(input) });
    } catch (error) {
      setRefusal(explain(error));
    }
  };
  const write = async () => {
    if (!prepared) return;
    const done = await running.run(prepared.input);
    if (!done) return;
    message.success(`已粘贴：${done.label.replace(/^批量/, '')}。可按 Ctrl+Z 一次撤销。`);
    onClose();
  };
  const bad = plan?.items.filter((item) => item.problems.length > 0).length ?? 0;
  const lines = (plan?.counts.add ?? 0) + (plan?.counts.update ?? 0);

  return (
    <Modal
      open
      width={860}
      title={`粘贴到${kind.label}`}
      onCancel={onClose}
      maskClosable={false}
      footer={
        <div className="dialog-verbs">
          <Button onClick={onClose}>取消</Button>
          {bad > 0 && <Button onClick={() => void without()}>略去有问题的 {bad} 行</Button>}
          <Button
            type="primary"
            autoFocus
            loading={running.saving}
            disabled={!plan || plan.counts.problems > 0 || plan.counts.cells === 0}
            onClick={() => void write()}
          >
            {plan ? `粘贴 ${lines} 行` : '粘贴'}
          </Button>
        </div>
      }
    >
      <RefusalNote refusal={refusal} />
      <RefusalNote refusal={running.refusal} onClose={running.reset} />
      {text === '' && (
        <Input.TextArea
          autoFocus
          rows={8}
          aria-label="把 Excel 里复制的内容粘贴在这里"
          placeholder="在 Excel 或 WPS 里选好一块复制，点这里按 Ctrl+V。第一行是栏目名时，按栏目名对应。"
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {prepared?.notes.map((note) => (
        <p key={note} className="quiet">
          {note}。
        </p>
      ))}
      {plan && <ChangePreview kind={kind} plan={plan} />}
      {text !== '' && !plan && !refusal && <p className="quiet">正在对照……</p>}
    </Modal>
  );
}

async function prepare(props: PasteDialogProps, text: string): Promise<Prepared> {
  const { kind, fields, ordering, start, total } = props;
  const cells = parseCells(text);
  const { lines, notes } = layOver(cells.slice(0, MOST_LINES), start, kind, fields, total);
  const cut = cells.length > MOST_LINES ? [`一次最多粘贴 ${MOST_LINES} 行，后面的没有采用；更多请用“导入”`] : [];
  const places = lines.flatMap(({ row }) => (row === undefined ? [] : [row]));
  const from = Math.min(...places, total);
  const count = places.length === 0 ? 0 : Math.max(...places) - from + 1;
  const { records } = await fetchRows(ordering, fields, kind, { from, count });
  const given = await startOf(ordering, kind);
  const input: BatchInput = {
    add: lines
      .filter(({ row }) => row === undefined)
      .map(({ texts }) => ({ kind: kind.id, texts: { ...texts }, values: besides(given, texts) })),
    update: lines.flatMap(({ row, texts }) => {
      const record = row === undefined ? undefined : records[row - from];
      return record ? [{ kind: kind.id, id: record.id, rev: record.rev, texts: { ...texts } }] : [];
    }),
  };
  return { input, notes: [...notes, ...cut], plan: await api.batch.plan(input) };
}

/** What a new record starts with: as in the form, and what the list is narrowed to, or it would not appear in it. */
async function startOf({ filters = [] }: Ordering, kind: RecordKind): Promise<Values> {
  const given: Record<string, unknown> = {};
  if (kind.fields.term?.target === 'term') {
    const { records } = await api.records.list({ kind: 'term', sort: [['number', 'desc']], limit: 1 });
    if (records[0]) given.term = records[0].id;
  }
  for (const { field, type, values: [only, ...more] = [] } of filters) {
    const of = kind.fields[field];
    if (type !== 'any' || more.length > 0 || only === null || only === undefined || !of || of.computed) continue;
    if (of.type === 'choice' || of.type === 'reference' || of.type === 'boolean') given[field] = only;
  }
  return initialValues(kind, given);
}

const besides = (given: Values, texts: Readonly<Record<string, string>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(given).filter(([name]) => !Object.hasOwn(texts, name)));

/** The items of a plan stand in the order add, update. */
function withoutProblems({ input, plan }: Prepared): BatchInput {
  const adds = input.add ?? [];
  const good = (index: number) => plan.items[index]?.problems.length === 0;
  return {
    add: adds.filter((_, index) => good(index)),
    update: (input.update ?? []).filter((_, index) => good(adds.length + index)),
  };
}
