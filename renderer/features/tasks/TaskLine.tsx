import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import { Button } from 'antd';
import { kindOf } from '../../../shared/records/index.ts';
import { queries } from '../../app/api.ts';
import { chineseDate } from '../../records/format-value.ts';
import { DueTag } from '../../ui/DueTag.tsx';
import type { Task } from './task-groups.ts';

interface TaskLineProps {
  readonly item: Task;
  readonly onMove: (task: Task) => void;
}

/** One thing owed: how late, what, of which record, by whom, and the verb that settles it. */
export function TaskLine({ item, onMove }: TaskLineProps) {
  const link = placeOf(item);
  const kind = kindOf(item.kind)?.label;
  const settles = useMoveLabel(item);
  return (
    <li className="task-line">
      <DueTag days={item.days} />
      <span className="task-words">
        <span className="task-title">
          <span className="quiet">{item.label}　</span>
          <Link {...link} title={item.title}>
            {item.title}
          </Link>
        </span>
        <span className="quiet small">
          {[kind === item.label ? '' : kind, item.detail, item.responsible, `${chineseDate(item.due)}到期`]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <span className="task-verbs">
        {settles && (
          <Button onClick={() => onMove(item)} aria-label={`${settles}：${item.title}`}>
            {settles}
          </Button>
        )}
        {settles !== item.verb && (
          <Link {...link} aria-label={`${item.verb}：${item.title}`}>
            <Button tabIndex={-1}>{item.verb}</Button>
          </Link>
        )}
      </span>
    </li>
  );
}

/** Label of the move that settles a task: 答复, where the clerk's own verb is 催办. */
function useMoveLabel({ kind, move }: Task): string | undefined {
  const machines = useQuery(queries.workflow.machines.queryOptions({ input: {} }));
  if (move === undefined) return undefined;
  return machines.data?.machines.find((item) => item.kind === kind)?.moves.find(({ id }) => id === move)?.label;
}

function placeOf(item: Task): LinkProps {
  if (item.verb.includes('纪要')) return { to: '/minutes/$id', params: { id: item.id } };
  return {
    to: '/records/$kind/$id',
    params: { kind: item.kind, id: item.id },
    search: item.place ? { place: item.place } : {},
  };
}
