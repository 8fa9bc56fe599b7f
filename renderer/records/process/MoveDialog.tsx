import { Button, Modal } from 'antd';
import type { KeyboardEvent } from 'react';
import { measured } from '../../../shared/records/index.ts';
import type { RecordKind } from '../../../shared/records/kind.ts';
import type { StoredRecord, Titles } from '../../app/api.ts';
import { keyOf, onKeys } from '../../ui/keys.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { focusField } from '../form/focus.ts';
import '../form/form.css';
import { displayTitle } from '../display-title.ts';
import { MoveFields } from './MoveFields.tsx';
import { type Asked, elsewhere } from './move-form.ts';
import type { Move, Moved } from './types.ts';
import { useMove } from './use-move.ts';
import { useReturnFocus } from './use-return-focus.ts';
import './process.css';

interface MoveDialogProps {
  readonly kind: RecordKind;
  readonly ids: readonly string[];
  /** The record, when it is one: its present values are put in. */
  readonly record?: StoredRecord;
  readonly titles: Titles;
  readonly move: Move;
  /** Place in the record that it is about: the unit of that row is put in. */
  readonly place?: string | undefined;
  readonly onClose: () => void;
  readonly onMoved?: (moved: Moved) => void;
}

const WORDS = { deadline: '期限', task: '待办', document: '文书', record: '记录' } as const;

/**
 * Asks exactly what a move needs, says what it makes, and makes it. A refusal is shown at its fields; what was typed
 * stays. Ctrl+Enter makes the move from anywhere, Enter from a single line.
 */
export function MoveDialog({ kind, ids, record, titles, move, place, onClose, onMoved }: MoveDialogProps) {
  useReturnFocus();
  const { asked, draft, change, problems, fix, submit, refused, saving, reset } = useMove({
    kind,
    ids,
    record,
    move,
    place,
    onMoved: (moved) => {
      onMoved?.(moved);
      onClose();
    },
  });
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
          <span className="quiet small deadline-more">
            {ids.length > 1 ? `${ids.length} ${measured(kind)}` : record && displayTitle(record, titles)}
          </span>
        </>
      }
      footer={null}
      mask={{ closable: false }}
      onCancel={onClose}
      afterOpenChange={(open) => open && focusField(first)}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears Enter of the controls inside it */}
      <div
        className="move-dialog"
        onKeyDownCapture={(event) => submitFirst(event, submit)}
        onKeyDown={(event) => keysOf(event, submit)}
      >
        <p>
          办完后变为<strong>“{move.to}”</strong>
          {move.makes.length > 0 && '，同时产生：'}
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
        <RefusalNote refusal={refused} onClose={reset} />
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
          reason={move.reason}
          problems={problems}
          titles={titles}
          record={record}
          onChange={change}
          onFixed={fix}
        />
        <div className="dialog-verbs">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" danger={move.tone === 'danger'} loading={saving} title="Ctrl+Enter" onClick={submit}>
            {move.label}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

/** Before the controls inside: a list would take Ctrl+Enter for Enter and open. */
export function submitFirst(event: KeyboardEvent, submit: () => void): void {
  if (keyOf(event.nativeEvent) !== 'submit') return;
  event.preventDefault();
  event.stopPropagation();
  submit();
}

/** Enter belongs to lists and long texts themselves; from a single line it makes the move. */
function keysOf(event: KeyboardEvent, submit: () => void): void {
  const { target } = event;
  const single = target instanceof HTMLInputElement && target.type === 'text' && target.role !== 'combobox';
  const inTable = target instanceof HTMLElement && target.closest('table') !== null;
  if (single && !inTable) onKeys({ enter: submit })(event);
}

/** Where the caret begins; in a table the first cell, in a form of rows the first field: both bear the same name. */
const firstControl = (asked: readonly Asked[]): string => {
  const [first] = asked;
  if (!first) return 'on';
  if (first.type === 'row') return `${first.name}.0.${first.columns[0]?.[0] ?? ''}`;
  return first.type === 'rows' ? `${first.name}.0.${Object.keys(first.field.row ?? {})[0] ?? ''}` : first.name;
};
