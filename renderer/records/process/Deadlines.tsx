import { Button } from 'antd';
import { DueTag } from '../../ui/DueTag.tsx';
import { chineseDate } from '../format-value.ts';
import { goToPlace } from '../go-to-place.ts';
import type { Move, OwedDeadline } from './types.ts';

interface DeadlinesProps {
  readonly deadlines: readonly OwedDeadline[];
  readonly moves: readonly Move[];
  readonly onMove: (move: Move) => void;
}

/** What is owed, latest first, then what was met. */
export function Deadlines({ deadlines, moves, onMove }: DeadlinesProps) {
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
            <span className="quiet">
              　
              {[item.responsible, chineseDate(item.due), item.doneOn && `${chineseDate(item.doneOn)}办`]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          {item.doneOn === undefined && <DeadlineVerb item={item} moves={moves} onMove={onMove} />}
        </li>
      ))}
    </ul>
  );
}

function DeadlineVerb({ item, moves, onMove }: { readonly item: OwedDeadline } & Omit<DeadlinesProps, 'deadlines'>) {
  const move = moves.find((candidate) => candidate.id === item.move && candidate.blocked === undefined);
  if (move) {
    return (
      <Button size="small" onClick={() => onMove(move)}>
        {item.verb}
      </Button>
    );
  }
  const { place } = item;
  if (place === undefined) return null;
  return (
    <Button size="small" type="link" onClick={() => goToPlace(place)}>
      {item.verb}
    </Button>
  );
}
