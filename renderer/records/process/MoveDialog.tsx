import { App, Button, Modal } from 'antd';
import dayjs from 'dayjs';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Field } from '../../../shared/records/field.ts';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { api, type StoredRecord, type Titles } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { onKeys } from '../../ui/keys.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { settleInput } from '../../ui/settle-input.ts';
import { FormField } from '../form/FormGroups.tsx';
import { focusField } from '../form/focus.ts';
import { RowsInput } from '../form/RowsInput.tsx';
import '../form/form.css';
import { askedBy, elsewhere, type MoveDraft, sentBy, startOf } from './move-form.ts';
import type { Move, Moved } from './types.ts';
import { useReturnFocus } from './use-return-focus.ts';
import './process.css';

interface MoveDialogProps {
  readonly kind: RecordKind;
  readonly ids: readonly string[];
  /** The record, when it is one: its present values are put in. */
  readonly record?: StoredRecord;
  readonly titles: Titles;
  readonly move: Move;
  readonly onClose: () => void;
  readonly onMoved?: (moved: Moved) => void;
}

const ON: Field = { type: 'date', label: '办理日期', required: true };
const NOTE: Field = { type: 'longText', label: '说明', help: '记入办理经过，可以不填。' };
const WORDS = { deadline: '期限', task: '待办', document: '文书', record: '记录' } as const;

/**
 * Asks exactly what a move needs, says what it makes, and makes it. A refusal is shown at its fields; what was typed
 * stays. Ctrl+Enter makes the move from anywhere, Enter from a single line.
 */
export function MoveDialog({ kind, ids, record, titles, move, onClose, onMoved }: MoveDialogProps) {
  const { message } = App.useApp();
  const asked = useMemo(() => askedBy(kind, move), [kind, move]);
  const today = useRef(dayjs().format('YYYY-MM-DD'));
  const [draft, setDraft] = useState<MoveDraft>(() => startOf(asked, record?.values, today.current));
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const latest = useRef(draft);
  latest.current = draft;
  useReturnFocus();

  const run = useCommand(() => {
    const { on, note } = latest.current;
    const { values, rows } = sentBy(asked, latest.current, record?.values);
    return api.workflow.move({
      kind: kind.id,
      ids: [...ids],
      move: move.id,
      ...(record ? { rev: record.rev } : {}),
      ...(Object.keys(values).length > 0 ? { values } : {}),
      ...(Object.keys(rows).length > 0 ? { rows } : {}),
      ...(note.trim() ? { note: note.trim() } : {}),
      // Unless said otherwise it happened today, and what day that is the office knows best.
      ...(on !== today.current ? { on } : {}),
    });
  });
  const go = async () => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(latest.current.on)) {
      setProblems({ on: '请填写办理日期，例如 2024-02-26' });
      focusField('on');
      return;
    }
    setProblems({});
    const moved = await run.run(undefined);
    if (!moved) return;
    const many = ids.length > 1 ? ` ${moved.moved} ${kind.unit}` : '';
    message.success(`已办理：${move.label}${many}。可按 Ctrl+Z 撤销。`);
    onMoved?.(moved);
    onClose();
  };
  /** Dates are read when their field is left; what was read arrives with the next drawing. */
  const submit = () => {
    settleInput();
    setTimeout(() => void go());
  };

  const refused = run.refusal;
  useEffect(() => {
    if (!refused) return;
    setProblems(refused.fields);
    const first = Object.keys(refused.fields)[0];
    if (first) requestAnimationFrame(() => focusField(first));
  }, [refused]);

  const others = elsewhere(asked, problems);
  const first = firstControl(asked);
  return (
    <Modal
      open
      centered
      width={860}
      title={
        <>
          {move.label}
          <span className="quiet small">　{ids.length > 1 ? `${ids.length} ${kind.unit}${kind.label}` : ''}</span>
        </>
      }
      footer={null}
      mask={{ closable: false }}
      onCancel={onClose}
      afterOpenChange={(open) => open && focusField(first)}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears Enter of the controls inside it */}
      <div className="move-dialog" onKeyDown={(event) => keysOf(event, submit)}>
        <p>
          办完后变为<strong>“{move.to}”</strong>
          {move.makes.length > 0 && '，并且'}
        </p>
        {move.makes.length > 0 && (
          <ul className="move-makes">
            {move.makes.map((item) => (
              <li key={item.label}>
                <span className="tag" data-tone="quiet">
                  {WORDS[item.type]}
                </span>
                {item.label}
              </li>
            ))}
          </ul>
        )}
        <RefusalNote refusal={refused} onClose={run.reset} />
        {others.length > 0 && (
          <ul className="field-problem small">
            {others.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )}
        {ids.length > 1 && asked.length > 0 && (
          <p className="quiet small">这里填的内容记到每一{kind.unit}上；留空的栏目不改。</p>
        )}
        <MoveFields
          asked={asked}
          draft={draft}
          problems={problems}
          titles={titles}
          record={record}
          onChange={(next) => {
            latest.current = next(latest.current);
            setDraft(latest.current);
          }}
          onFixed={(path) => setProblems((old) => without(old, path))}
        />
        <div className="dialog-verbs">
          <Button onClick={onClose}>取消</Button>
          <Button
            type="primary"
            danger={move.tone === 'danger'}
            loading={run.saving}
            title="Ctrl+Enter"
            onClick={submit}
          >
            {move.label}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

/** Enter belongs to lists and long texts themselves; from a single line it makes the move. */
function keysOf(event: KeyboardEvent, submit: () => void): void {
  const { target } = event;
  const single = target instanceof HTMLInputElement && target.type === 'text' && target.role !== 'combobox';
  const inTable = target instanceof HTMLElement && target.closest('table') !== null;
  onKeys({ submit, ...(single && !inTable ? { enter: submit } : {}) })(event);
}

const firstControl = (asked: ReturnType<typeof askedBy>): string => {
  const [first] = asked;
  if (!first) return 'on';
  if (first.type === 'row') return `${first.name}.0.${first.columns[0]?.[0] ?? ''}`;
  return first.type === 'rows' ? `${first.name}.0.${Object.keys(first.field.row ?? {})[0] ?? ''}` : first.name;
};

const without = (problems: Readonly<Record<string, string>>, path: string) =>
  Object.fromEntries(Object.entries(problems).filter(([name]) => name !== path && !name.startsWith(`${path}.`)));

interface MoveFieldsProps {
  readonly asked: ReturnType<typeof askedBy>;
  readonly draft: MoveDraft;
  readonly problems: Readonly<Record<string, string>>;
  readonly titles: Titles;
  readonly record: StoredRecord | undefined;
  readonly onChange: (next: (before: MoveDraft) => MoveDraft) => void;
  readonly onFixed: (path: string) => void;
}

const nothing = () => undefined;

function MoveFields({ asked, draft, problems, titles, record, onChange, onFixed }: MoveFieldsProps) {
  const common = { problems, titles, record, warning: undefined, onLeave: nothing };
  const setCell = (name: string, column: string, value: unknown) => {
    onChange((before) => ({
      ...before,
      rows: { ...before.rows, [name]: [{ ...before.rows[name]?.[0], [column]: value }] },
    }));
    onFixed(`${name}.0.${column}`);
  };
  return (
    <div className="form-fields">
      {asked.map((item) => {
        if (item.type === 'rows') {
          return (
            <div key={item.name} className="form-field" data-wide data-table>
              <span className="move-table-name">{item.field.label}</span>
              <RowsInput
                name={item.name}
                field={item.field}
                value={draft.rows[item.name]}
                problems={problems}
                titles={titles}
                onChange={(rows) => {
                  onChange((before) => ({ ...before, rows: { ...before.rows, [item.name]: rows } }));
                  onFixed(item.name);
                }}
              />
              {problems[item.name] && <p className="field-problem small">{problems[item.name]}</p>}
            </div>
          );
        }
        if (item.type === 'row') {
          return item.columns.map(([column, field]) => (
            <FormField
              {...common}
              key={`${item.name}.${column}`}
              name={`${item.name}.0.${column}`}
              field={field}
              value={draft.rows[item.name]?.[0]?.[column]}
              problem={problems[`${item.name}.0.${column}`] ?? problems[item.name]}
              onChange={(_path, value) => setCell(item.name, column, value)}
            />
          ));
        }
        return (
          <FormField
            {...common}
            key={item.name}
            name={item.name}
            field={item.field}
            value={draft.values[item.name]}
            problem={problems[item.name]}
            onChange={(name, value) => {
              onChange((before) => ({ ...before, values: { ...before.values, [name]: value } }));
              onFixed(name);
            }}
          />
        );
      })}
      <FormField
        {...common}
        name="on"
        field={ON}
        value={draft.on}
        problem={problems.on}
        onChange={(_name, value) => {
          onChange((before) => ({ ...before, on: typeof value === 'string' ? value : '' }));
          onFixed('on');
        }}
      />
      <FormField
        {...common}
        name="note"
        field={NOTE}
        value={draft.note}
        problem={problems.note}
        onChange={(_name, value) => {
          onChange((before) => ({ ...before, note: typeof value === 'string' ? value : '' }));
          onFixed('note');
        }}
      />
    </div>
  );
}
