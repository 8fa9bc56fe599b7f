import { Button } from 'antd';
import { DueTag } from '../../ui/DueTag.tsx';
import { chineseDate } from '../format-value.ts';
import type { Move, OwedDeadline } from './types.ts';

interface DeadlinesProps {
  readonly deadlines: readonly OwedDeadline[];
  readonly moves: readonly Move[];
  readonly onMove: (move: Move, place: string | undefined) => void;
  /** Leads to where it is settled by typing; without a place, to the form. */
  readonly onPlace: (place: string | undefined) => void;
}

/** What is owed, latest first, then what was met. */
export function Deadlines({ deadlines, moves, onMove, onPlace }: DeadlinesProps) {
  if (deadlines.length === 0) return null;
  const ordered = [...deadlines].sort(
    (a, b) => Number(a.doneOn !== undefined) - Number(b.doneOn !== undefined) || a.due.localeCompare(b.due),
  );
  return (
    <ul className="deadlines" aria-label="期限">
      {ordered.map((item) => (
        <li key={item.key}>
          {item.doneOn !== undefined || item.days === undefined ? (
            <span className="tag due-tag" data-tone="good">
              {item.doneOn ? '已办' : '待定'}
            </span>
          ) : (
            <DueTag days={item.days} />
          )}
          <span className="deadline-words">
            {item.label}
            <span className="quiet deadline-more">
              {[
                item.about !== item.responsible && item.about,
                item.responsible,
                chineseDate(item.due),
                item.doneOn && `${chineseDate(item.doneOn)}办`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          {item.doneOn === undefined && <DeadlineVerb item={item} moves={moves} onMove={onMove} onPlace={onPlace} />}
        </li>
      ))}
    </ul>
  );
}

interface DeadlineVerbProps extends Omit<DeadlinesProps, 'deadlines'> {
  readonly item: OwedDeadline;
}

/** What the clerk does about it (催办), and the move that settles it (答复) where that is another thing. */
function DeadlineVerb({ item, moves, onMove, onPlace }: DeadlineVerbProps) {
  const open = moves.filter((move) => move.blocked === undefined);
  const same = open.find((move) => move.label === item.verb);
  const settles = open.find((move) => move.id === item.move);
  return (
    <span className="deadline-verbs">
      {settles && settles !== same && (
        <Button size="small" onClick={() => onMove(settles, item.place)}>
          {settles.label}
        </Button>
      )}
      <Button
        size="small"
        type={settles && !same ? 'link' : 'default'}
        onClick={() => (same ? onMove(same, item.place) : onPlace(item.place))}
      >
        {item.verb}
      </Button>
    </span>
  );
}
