import { Link } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { Evidence } from '../../records/Evidence.tsx';
import { DueTag } from '../../ui/DueTag.tsx';
import { RecordLink } from '../../ui/RecordLink.tsx';
import { failureWords, MARK_WORDS, passedCount } from './marks.ts';
import type { StreetTile, Venue } from './types.ts';

interface StreetDrawerProps {
  readonly tile: StreetTile;
  readonly onClose: () => void;
  readonly onCheck: (ids: readonly string[]) => void;
}

/** The venues of one street, and the communities that have none. */
export function StreetDrawer({ tile, onClose, onCheck }: StreetDrawerProps) {
  const { venues, uncovered } = tile;
  return (
    <Drawer
      open
      size={680}
      title={`${tile.title}的阵地`}
      onClose={onClose}
      extra={
        <>
          {venues.length > 0 && (
            <Button onClick={() => onCheck(venues.filter(({ inUse }) => inUse).map(({ id }) => id))}>登记核验</Button>
          )}{' '}
          <Link to="/records/$kind/new" params={{ kind: 'venue' }} search={{ with: { subdistrictOffice: tile.id } }}>
            <Button tabIndex={-1}>登记阵地</Button>
          </Link>
        </>
      }
    >
      <div className="work-page">
        {venues.length === 0 && <p className="quiet">这个街道还没有登记阵地。</p>}
        {venues.map((venue) => (
          <VenueCard key={venue.id} venue={venue} />
        ))}
        {uncovered.length > 0 && (
          <section className="card">
            <h2>还没有议事室（点）的社区（村）（{uncovered.length}）</h2>
            <ul className="venue-uncovered">
              {uncovered.map(({ id, title }) => (
                <li key={id}>
                  <RecordLink kind="community" id={id}>
                    {title}
                  </RecordLink>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Drawer>
  );
}

function VenueCard({ venue }: { readonly venue: Venue }) {
  const failure = failureWords(venue);
  return (
    <section className="card" aria-label={venue.title}>
      <h2>
        <RecordLink kind="venue" id={venue.id}>
          {venue.title}
        </RecordLink>
      </h2>
      <p className="quiet small">
        {[venue.level, venue.venueKind, venue.community, venue.state, venue.upgraded && '今年改造提升']
          .filter(Boolean)
          .join(' · ')}
      </p>
      <ul className="venue-marks" aria-label="六有">
        {venue.marks.map(({ item, state, checkedOn }) => (
          <li key={item} data-state={state} title={checkedOn && `${checkedOn} 核验`}>
            {MARK_WORDS[state]} {item}
          </li>
        ))}
      </ul>
      <p className="small">
        {passedCount(venue)}/6{failure && `：${failure}`}
        {venue.recheckDays !== undefined && venue.inUse && (
          <>
            {' '}
            · 复核 {venue.recheckDue} <DueTag days={venue.recheckDays} />
          </>
        )}
      </p>
      <p className="small">
        当年在这里协商、活动 <Evidence label={`在${venue.title}开展的活动`} items={venue.consultations} unit="次" />
      </p>
    </section>
  );
}
