import { Button } from 'antd';
import { useState } from 'react';
import { TaskLine } from './TaskLine.tsx';
import type { Task, TimeGroup } from './task-groups.ts';

interface TaskGroupProps {
  readonly group: TimeGroup;
  readonly onMove: (task: Task) => void;
}

const STEP = 100;

/** What is late, due today, this week, later; long ones by and by. */
export function TaskGroup({ group, onMove }: TaskGroupProps) {
  const [shown, setShown] = useState(STEP);
  const rest = group.items.length - shown;
  return (
    <section className="card">
      <h2 data-late={group.late || undefined}>
        {group.label}
        <span className="quiet small">　{group.items.length} 件</span>
      </h2>
      <ul>
        {group.items.slice(0, shown).map((item) => (
          <TaskLine key={item.key} item={item} onMove={onMove} />
        ))}
      </ul>
      {rest > 0 && (
        <Button type="link" onClick={() => setShown(shown + STEP)}>
          还有 {rest} 件，再显示 {Math.min(rest, STEP)} 件
        </Button>
      )}
    </section>
  );
}
