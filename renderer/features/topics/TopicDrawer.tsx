import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import type { EvidenceItem } from '../../records/Evidence.tsx';
import { findKind } from '../../records/fields.ts';
import { ProcessPanel } from '../../records/process/ProcessPanel.tsx';
import { RecordLink } from '../../ui/RecordLink.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import type { TopicCard } from './types.ts';

interface TopicDrawerProps {
  readonly card: TopicCard;
  readonly onClose: () => void;
}

/** What a consultation on this topic starts with. */
const consultation = (card: TopicCard) => ({
  category: '协商',
  subtype: '微协商',
  title: `${card.title}协商会`,
  topics: [card.id],
  consultLevel: card.community ? '社区（村）' : '街道',
  ...(card.streetId ? { subdistrictOffice: card.streetId } : {}),
});

/** A topic beside the board: how far it is, what can be done with it, the consultations held on it. */
export function TopicDrawer({ card, onClose }: TopicDrawerProps) {
  const kind = findKind('topic');
  const query = useQuery(queries.records.get.queryOptions({ input: { kind: 'topic', id: card.id } }));
  return (
    <Drawer
      open
      size={680}
      title={card.title}
      onClose={onClose}
      extra={
        <>
          <Link to="/records/$kind/new" params={{ kind: 'event' }} search={{ with: consultation(card) }}>
            <Button tabIndex={-1}>开协商会</Button>
          </Link>{' '}
          <Link to="/records/$kind/$id" params={{ kind: 'topic', id: card.id }} search={{}}>
            <Button tabIndex={-1}>打开议题</Button>
          </Link>
        </>
      }
    >
      {query.error && <RefusalNote refusal={explain(query.error)} />}
      <div className="work-page">
        <p className="quiet">
          {[card.street, card.community, card.category, card.raisedOn && `${card.raisedOn} 提出`, card.quarter]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {kind && query.data && <ProcessPanel kind={kind} record={query.data.record} titles={query.data.titles} />}
        <Held title="开过的协商会" items={card.consultations} none="还没有为它开过协商会。" />
        {card.planned.length > 0 && <Held title="将要开的" items={card.planned} none="" />}
        {card.merged.length > 0 && <Held title="并入本议题的" items={card.merged} none="" />}
      </div>
    </Drawer>
  );
}

interface HeldProps {
  readonly title: string;
  readonly items: readonly EvidenceItem[];
  readonly none: string;
}

function Held({ title, items, none }: HeldProps) {
  return (
    <section className="card">
      <h2>
        {title} {items.length > 0 && `（${items.length}）`}
      </h2>
      {items.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <ol className="topic-held">
          {items.map(({ kind, id, title: name, on }) => (
            <li key={id}>
              <span className="quiet">{on}</span>{' '}
              <RecordLink kind={kind} id={id}>
                {name}
              </RecordLink>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
