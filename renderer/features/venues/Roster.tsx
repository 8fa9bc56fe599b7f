import { weekday } from '../../../shared/text/date-format.ts';
import { RecordLink } from '../../ui/RecordLink.tsx';
import { spacedName } from '../../ui/spaced-name.ts';
import type { VenueMap } from './types.ts';

/** Who is on duty where, from today on; what comes round by itself stands at the end. */
export function Roster({ data }: { readonly data: VenueMap }) {
  const { duties, dutiesUntil } = data;
  if (duties.length === 0) {
    return (
      <p className="quiet">
        从今天到 {dutiesUntil} 没有安排值班。打开阵地，在“值班接待”里排上日期和委员，这里就列成值班表。
      </p>
    );
  }
  return (
    <table className="work-table" aria-label="值班表">
      <thead>
        <tr>
          <th>日期</th>
          <th>阵地</th>
          <th>值班委员</th>
          <th>带班领导</th>
          <th>接待情况</th>
        </tr>
      </thead>
      <tbody>
        {duties.map(({ venue, street, on, weekday: round, members, leader, note }) => (
          <tr key={`${venue.id}/${on}/${round}/${members.map(({ id }) => id).join()}`}>
            <td className="six-due">{on ? `${on} ${weekday(on) ?? ''}` : `每逢${round}`}</td>
            <td>
              <RecordLink kind="venue" id={venue.id}>
                {venue.title}
              </RecordLink>
              <div className="quiet small">{street}</div>
            </td>
            <td>
              {members.map(({ id, title }, index) => (
                <span key={id}>
                  {index > 0 && '、'}
                  <RecordLink kind="member" id={id}>
                    {spacedName(title)}
                  </RecordLink>
                </span>
              ))}
              {members.length === 0 && <span className="warn">还没有排人</span>}
            </td>
            <td>{leader}</td>
            <td>{note}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
