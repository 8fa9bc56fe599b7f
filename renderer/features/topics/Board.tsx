import { Checkbox } from 'antd';
import { useState } from 'react';
import { Evidence } from '../../records/Evidence.tsx';
import type { TopicBoard, TopicCard } from './types.ts';

interface BoardProps {
  readonly board: TopicBoard;
  readonly ticked: readonly string[];
  readonly onTick: (id: string, on: boolean) => void;
  readonly onOpen: (id: string) => void;
}

type CardVerbs = Omit<BoardProps, 'board'>;

/** The four lists side by side; in each the states in the order of the work. */
export function Board({ board, ...verbs }: BoardProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="topic-board" aria-label="四单看板" tabIndex={0}>
      {board.columns.map(({ id, label, states, ended }) => {
        const own = board.topics.filter(({ column }) => column === id);
        const open = own.filter((topic) => !topic.ended);
        return (
          <section key={id} className="topic-column" aria-label={`${label} ${own.length} 个`}>
            <h2>
              {label}{' '}
              <Evidence
                label={label.slice(1)}
                unit="个"
                rule={`状态是${[...states, ...ended].join('、')}的议题`}
                items={own.map(({ id: topic, title, state, raisedOn }) => ({
                  kind: 'topic',
                  id: topic,
                  title,
                  on: raisedOn,
                  note: state,
                }))}
              />
            </h2>
            {states.map((state) => (
              <StateGroup key={state} state={state} topics={open.filter((topic) => topic.state === state)} {...verbs} />
            ))}
            {open.length === 0 && <p className="quiet small">没有在办的</p>}
            {ended.map((state) => (
              <StateGroup
                key={state}
                folded
                state={state}
                topics={own.filter((topic) => topic.ended && topic.state === state)}
                {...verbs}
              />
            ))}
          </section>
        );
      })}
    </section>
  );
}

interface StateGroupProps extends CardVerbs {
  readonly state: string;
  readonly topics: readonly TopicCard[];
  readonly folded?: boolean;
}

/** Cards drawn of one state; more are one press away. */
const SHOWN = 12;

function StateGroup({ state, topics, folded = false, ...verbs }: StateGroupProps) {
  const [open, setOpen] = useState(!folded);
  const [all, setAll] = useState(false);
  if (topics.length === 0) return null;
  return (
    <section className="topic-state" aria-label={`${state} ${topics.length} 个`}>
      <h3>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          <span aria-hidden>{open ? '▾' : '▸'}</span> {state} {topics.length}
        </button>
      </h3>
      {open && (
        <ul>
          {topics.slice(0, all ? topics.length : SHOWN).map((topic) => (
            <Card key={topic.id} topic={topic} {...verbs} />
          ))}
        </ul>
      )}
      {open && !all && topics.length > SHOWN && (
        <button type="button" className="plain-button small" onClick={() => setAll(true)}>
          还有 {topics.length - SHOWN} 个
        </button>
      )}
    </section>
  );
}

function Card({ topic, ticked, onTick, onOpen }: CardVerbs & { readonly topic: TopicCard }) {
  const { consultations, planned, merged, solvedCount, units, claimedBy } = topic;
  return (
    <li className="topic-card">
      <Checkbox
        aria-label={`选中 ${topic.title}`}
        checked={ticked.includes(topic.id)}
        onChange={(event) => onTick(topic.id, event.target.checked)}
      />
      <div>
        <button type="button" className="topic-title" onClick={() => onOpen(topic.id)}>
          {topic.title}
        </button>
        <p className="quiet small">
          {[topic.community || topic.street, topic.quarter].filter(Boolean).join(' · ') || '没有填街道'}
          {topic.carriedOver && (
            <span className="tag" data-tone="soon">
              往年结转
            </span>
          )}
          {topic.urgency === '紧急' && (
            <span className="tag" data-tone="late">
              紧急
            </span>
          )}
        </p>
        {(claimedBy.length > 0 || units.length > 0) && (
          <p className="small topic-who">{[claimedBy.join('、'), units.join('、')].filter(Boolean).join(' → ')}</p>
        )}
        <p className="small topic-counts">
          {consultations.length > 0 && (
            <span>
              协商 <Evidence label={`${topic.title}的协商`} items={consultations} unit="次" />
            </span>
          )}
          {planned.length > 0 && (
            <span>
              将开 <Evidence label={`${topic.title}将开的协商`} items={planned} unit="次" />
            </span>
          )}
          {merged.length > 0 && (
            <span>
              并入 <Evidence label={`并入${topic.title}的议题`} items={merged} unit="个" />
            </span>
          )}
          {solvedCount > 0 && <span>解决 {solvedCount} 件</span>}
          {topic.satisfaction && <span>群众{topic.satisfaction}</span>}
        </p>
      </div>
    </li>
  );
}
