import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { DueTag } from '../../ui/DueTag.tsx';
import { RecordLink } from '../../ui/RecordLink.tsx';
import { failureWords, MARK_WORDS } from './marks.ts';
import type { Venue, VenueMap } from './types.ts';

interface SixTableProps {
  readonly data: VenueMap;
  readonly onCheck: (ids: readonly string[]) => void;
}

type Show = 'all' | 'failing' | 'late';
const SHOWS: readonly { readonly id: Show; readonly label: string; readonly fits: (venue: Venue) => boolean }[] = [
  { id: 'all', label: '全部在用', fits: () => true },
  { id: 'failing', label: '没有达标', fits: ({ qualified }) => !qualified },
  { id: 'late', label: '该复核了', fits: ({ recheckDays }) => recheckDays === undefined || recheckDays <= 0 },
];

/** All venues in use with their six marks: what fails, when to look again, and a look at several at once. */
export function SixTable({ data, onCheck }: SixTableProps) {
  const [show, setShow] = useState<Show>('all');
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const all = [
    ...data.district.map((venue) => ({ venue, street: '' })),
    ...data.streets.flatMap(({ title, venues }) => venues.map((venue) => ({ venue, street: title }))),
  ].filter(({ venue }) => venue.inUse);
  const fits = SHOWS.find(({ id }) => id === show)?.fits ?? (() => true);
  const lines = all.filter(({ venue }) => fits(venue));
  const chosen = ticked.filter((id) => lines.some(({ venue }) => venue.id === id));
  const items = all[0]?.venue.marks.map(({ item }) => item) ?? [];
  if (all.length === 0) return <p className="quiet">还没有在用的阵地。</p>;
  return (
    <div className="work-page">
      <div className="six-bar pills">
        {SHOWS.map(({ id, label, fits: own }) => (
          <button key={id} type="button" aria-pressed={id === show} onClick={() => setShow(id)}>
            {label} {all.filter(({ venue }) => own(venue)).length}
          </button>
        ))}
        <Button type="primary" disabled={chosen.length === 0} onClick={() => onCheck(chosen)}>
          {chosen.length > 0 ? `登记核验（${chosen.length} 个）` : '登记核验（先勾选）'}
        </Button>
      </div>
      <section className="six-scroll" aria-label="六有核验情况">
        <table className="work-table six-table">
          <thead>
            <tr>
              <th>
                <Checkbox
                  aria-label="全选"
                  checked={lines.length > 0 && chosen.length === lines.length}
                  indeterminate={chosen.length > 0 && chosen.length < lines.length}
                  onChange={(event) => setTicked(event.target.checked ? lines.map(({ venue }) => venue.id) : [])}
                />
              </th>
              <th>阵地</th>
              {items.map((item) => (
                <th key={item}>{item}</th>
              ))}
              <th>达标</th>
              <th>复核</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ venue, street }) => (
              <Line
                key={venue.id}
                venue={venue}
                street={street}
                checked={chosen.includes(venue.id)}
                onTick={(on) => setTicked(on ? [...chosen, venue.id] : chosen.filter((id) => id !== venue.id))}
              />
            ))}
          </tbody>
        </table>
        {lines.length === 0 && <p className="quiet">没有这样的阵地。</p>}
      </section>
    </div>
  );
}

interface LineProps {
  readonly venue: Venue;
  readonly street: string;
  readonly checked: boolean;
  readonly onTick: (on: boolean) => void;
}

function Line({ venue, street, checked, onTick }: LineProps) {
  return (
    <tr>
      <td>
        <Checkbox
          aria-label={`选中 ${venue.title}`}
          checked={checked}
          onChange={(event) => onTick(event.target.checked)}
        />
      </td>
      <td>
        <RecordLink kind="venue" id={venue.id}>
          {venue.title}
        </RecordLink>
        <div className="quiet small">{[venue.level, street, venue.community].filter(Boolean).join(' · ')}</div>
      </td>
      {venue.marks.map(({ item, state, checkedOn, note, hasEvidence }) => (
        <td
          key={item}
          data-state={state}
          title={[checkedOn && `${checkedOn} 核验`, note, state === 'passed' && !hasEvidence && '没有附佐证']
            .filter(Boolean)
            .join('，')}
        >
          {MARK_WORDS[state]}
          {state === 'passed' && !hasEvidence && <span className="quiet small"> 缺佐证</span>}
        </td>
      ))}
      <td>
        {venue.qualified ? (
          <span className="tag" data-tone="good">
            ✓ 达标
          </span>
        ) : (
          <span className="warn small">{failureWords(venue)}</span>
        )}
      </td>
      <td className="six-due">
        {venue.recheckDays === undefined ? (
          <span className="warn">没有核验日期</span>
        ) : (
          <>
            {venue.recheckDue} <DueTag days={venue.recheckDays} />
          </>
        )}
      </td>
    </tr>
  );
}
