import { RecordLink } from '../../ui/RecordLink.tsx';
import type { StreetTile, VenueMap } from './types.ts';

interface TilesProps {
  readonly data: VenueMap;
  readonly onOpen: (street: string) => void;
}

/** The district as a grid of its streets: what stands where, and where something is missing. */
export function Tiles({ data, onOpen }: TilesProps) {
  return (
    <div className="work-page">
      <section className="card" aria-label="区级阵地">
        <h2>区级（1）</h2>
        {data.district.length === 0 ? (
          <p className="quiet">还没有登记区级阵地。</p>
        ) : (
          <ul className="venue-district">
            {data.district.map((venue) => (
              <li key={venue.id}>
                <RecordLink kind="venue" id={venue.id}>
                  {venue.title}
                </RecordLink>{' '}
                <span className="quiet small">
                  {venue.level === '区级' ? venue.venueKind : '没有填街道'} · {venue.state}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      {data.streets.length === 0 && <p className="quiet">还没有登记街道政协工委，阵地只能列在上面。</p>}
      <ul className="venue-tiles" aria-label="各街道阵地">
        {data.streets.map((tile) => (
          <Tile key={tile.id} tile={tile} onOpen={onOpen} />
        ))}
      </ul>
    </div>
  );
}

function Tile({ tile, onOpen }: { readonly tile: StreetTile; readonly onOpen: TilesProps['onOpen'] }) {
  const { venues, rooms, communities, covered } = tile;
  const inUse = venues.filter((venue) => venue.inUse);
  const qualified = venues.filter((venue) => venue.qualified).length;
  const upgraded = venues.filter((venue) => venue.upgraded).length;
  const late = inUse.filter(({ recheckDays }) => recheckDays !== undefined && recheckDays < 0).length;
  const rebuilding = venues.filter(({ state }) => state === '改造中').length;
  const planned = venues.filter(({ state }) => state === '筹建').length;
  return (
    <li>
      <button type="button" className="venue-tile" data-room={rooms.length > 0} onClick={() => onOpen(tile.id)}>
        <strong>{tile.title.replace(/政协工委$/u, '')}</strong>
        <span className={rooms.length > 0 ? 'good' : 'late'}>
          {rooms.length > 0 ? '✓ 有街道议事室' : '✗ 没有街道议事室'}
        </span>
        <span>
          社区（村） {covered.length}/{communities.length}
          {communities.length > 0 && covered.length === communities.length && <b className="good"> 全覆盖</b>}
        </span>
        <Bar share={communities.length > 0 ? covered.length / communities.length : 0} />
        <span>
          在用 {inUse.length} 个，“六有”达标 {qualified} 个
        </span>
        <span className="venue-tags">
          {upgraded > 0 && (
            <span className="tag" data-tone="good">
              改造提升 {upgraded}
            </span>
          )}
          {rebuilding > 0 && (
            <span className="tag" data-tone="soon">
              改造中 {rebuilding}
            </span>
          )}
          {planned > 0 && <span className="tag">筹建 {planned}</span>}
          {late > 0 && (
            <span className="tag" data-tone="late">
              复核超期 {late}
            </span>
          )}
        </span>
      </button>
    </li>
  );
}

const Bar = ({ share }: { readonly share: number }) => (
  <span className="venue-bar" aria-hidden>
    <span style={{ width: `${share * 100}%` }} />
  </span>
);
