import { useQuery } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect } from 'react';
import { kindOf } from '../../../shared/records/index.ts';
import { queries } from '../../app/api.ts';
import { MoveDialog } from '../../records/process/MoveDialog.tsx';
import type { Task } from './task-groups.ts';

/** The dialog of the move that settles a task; when it cannot be made now, says why instead. */
export function MoveOfTask({ task, onClose }: { readonly task: Task; readonly onClose: () => void }) {
  const { message } = App.useApp();
  const kind = kindOf(task.kind);
  const key = { kind: task.kind, id: task.id };
  const status = useQuery(queries.workflow.status.queryOptions({ input: key }));
  const record = useQuery(queries.records.get.queryOptions({ input: key }));
  const move = status.data?.moves.find((item) => item.id === task.move);
  const settled = status.isFetched && record.isFetched;
  const why = !settled ? undefined : !move ? '这一步已经办过，或者还没轮到。请打开记录看办理经过。' : move.blocked;
  useEffect(() => {
    if (why === undefined) return;
    message.warning({ content: `现在还不能办：${why}`, duration: 8 });
    onClose();
  }, [why, message, onClose]);
  if (!kind || !move || move.blocked !== undefined || !record.data) return null;
  return (
    <MoveDialog
      kind={kind}
      ids={[task.id]}
      record={record.data.record}
      titles={record.data.titles}
      move={move}
      place={task.place}
      onClose={onClose}
    />
  );
}
