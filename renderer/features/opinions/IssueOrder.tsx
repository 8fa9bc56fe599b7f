import { Button } from 'antd';
import { useState } from 'react';
import type { Draft } from './answers.ts';

interface IssueOrderProps {
  readonly ids: readonly string[];
  readonly candidates: ReadonlyMap<string, Draft['candidates'][number]>;
  readonly onPut: (from: number, to: number) => void;
  readonly onDrop: (id: string) => void;
}

/** The entries in the order they are printed: dragged, or moved with the buttons. */
export function IssueOrder({ ids, candidates, onPut, onDrop }: IssueOrderProps) {
  const [dragged, setDragged] = useState<number>();
  const [over, setOver] = useState<number>();
  if (ids.length === 0) return <p className="quiet small">从左边勾选要编入的信息，先勾的排在前面。</p>;
  return (
    <ol className="issue-order">
      {ids.map((id, index) => {
        const title = candidates.get(id)?.title ?? '';
        return (
          <li
            key={id}
            draggable
            data-over={over === index || undefined}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              setDragged(index);
            }}
            onDragOver={(event) => {
              if (dragged === undefined) return;
              event.preventDefault();
              setOver(index);
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== undefined) onPut(dragged, index);
              setDragged(undefined);
              setOver(undefined);
            }}
            onDragEnd={() => {
              setDragged(undefined);
              setOver(undefined);
            }}
          >
            <span className="issue-place">{index + 1}</span>
            <span>{title}</span>
            <span className="issue-order-verbs">
              <Button
                size="small"
                aria-label={`上移 ${title}`}
                disabled={index === 0}
                onClick={() => onPut(index, index - 1)}
              >
                上移
              </Button>
              <Button
                size="small"
                aria-label={`下移 ${title}`}
                disabled={index === ids.length - 1}
                onClick={() => onPut(index, index + 1)}
              >
                下移
              </Button>
              <Button size="small" aria-label={`不编 ${title}`} onClick={() => onDrop(id)}>
                不编
              </Button>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
