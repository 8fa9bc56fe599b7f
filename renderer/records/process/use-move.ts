import { App } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { RecordKind } from '../../../shared/records/kind.ts';
import type { Problems } from '../../../shared/records/record.ts';
import { api, type StoredRecord } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { settleInput } from '../../ui/settle-input.ts';
import { focusField } from '../form/focus.ts';
import { askedBy, type MoveDraft, sentBy, startOf } from './move-form.ts';
import type { Move, Moved } from './types.ts';

interface MoveWish {
  readonly kind: RecordKind;
  readonly ids: readonly string[];
  readonly record: StoredRecord | undefined;
  readonly move: Move;
  readonly place: string | undefined;
  readonly onMoved: (moved: Moved) => void;
}

/** What is typed into the dialog of a move, and making it. A refusal leaves everything as typed. */
export function useMove({ kind, ids, record, move, place, onMoved }: MoveWish) {
  const { message } = App.useApp();
  const asked = useMemo(() => askedBy(kind, move), [kind, move]);
  const today = useRef(dayjs().format('YYYY-MM-DD'));
  const [draft, setDraft] = useState<MoveDraft>(() => startOf(asked, move, record?.values, today.current, place));
  const [problems, setProblems] = useState<Problems>({});
  const latest = useRef(draft);
  latest.current = draft;

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
    onMoved(moved);
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

  const change = (next: (before: MoveDraft) => MoveDraft) => {
    latest.current = next(latest.current);
    setDraft(latest.current);
  };
  /** The problem of a field goes away as it is changed. */
  const fix = (path: string) => setProblems((old) => without(old, path));
  return { asked, draft, change, problems, fix, submit, refused, saving: run.saving, reset: run.reset };
}

const without = (problems: Problems, path: string): Problems =>
  Object.fromEntries(Object.entries(problems).filter(([name]) => name !== path && !name.startsWith(`${path}.`)));
