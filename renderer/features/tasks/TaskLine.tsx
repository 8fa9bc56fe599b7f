import { Link, type LinkProps } from '@tanstack/react-router';
import { Button } from 'antd';
import { kindOf } from '../../../shared/records/index.ts';
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
          {[kindOf(item.kind)?.label, item.detail, item.responsible, `${chineseDate(item.due)}到期`]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      {item.move ? (
        <Button onClick={() => onMove(item)} aria-label={`${item.verb}：${item.title}`}>
          {item.verb}
        </Button>
      ) : (
        <Link {...link} aria-label={`${item.verb}：${item.title}`}>
          <Button tabIndex={-1}>{item.verb}</Button>
        </Link>
      )}
    </li>
  );
}

function placeOf(item: Task): LinkProps {
  if (item.verb.includes('纪要')) return { to: '/minutes/$id', params: { id: item.id } };
  return {
    to: '/records/$kind/$id',
    params: { kind: item.kind, id: item.id },
    search: item.place ? { place: item.place } : {},
  };
}
