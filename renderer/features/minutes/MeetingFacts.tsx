import { Link } from '@tanstack/react-router';
import { attendanceCounts } from '../../../shared/records/attendance.ts';
import type { StoredRecord } from '../../app/api.ts';
import { RecordLink } from '../../ui/RecordLink.tsx';

interface AttendanceRow {
  readonly member?: string;
  readonly name?: string;
  readonly role?: string;
  readonly state?: string;
}

interface MeetingFactsProps {
  readonly record: StoredRecord;
  readonly titles: Record<string, { title: string; subtitle?: string | undefined }>;
}

const NAMED = 6;

/** What the writer of minutes has to look up all the time: when, where, who chaired, who was away. */
export function MeetingFacts({ record, titles }: MeetingFactsProps) {
  const { values } = record;
  const attendance = (values.attendance as readonly AttendanceRow[] | undefined) ?? [];
  const agenda = (values.agendaItems as readonly { title?: string; reporter?: string }[] | undefined) ?? [];
  const name = (row: AttendanceRow) => row.name ?? titles[`member/${row.member}`]?.title ?? '';
  // Counted as on the paper and in the list: whoever chairs is expected too.
  const counts = attendanceCounts(values);
  const away = attendance.filter((row) => attendanceCounts({ attendance: [row] }).leave > 0);
  const guests = attendance.filter((row) => row.role === '列席');
  return (
    <section className="card minutes-facts">
      <h2>会议情况</h2>
      <dl>
        <dt>时间</dt>
        <dd>{String(values.start ?? '').replace('T', ' ') || '未填'}</dd>
        <dt>地点</dt>
        <dd>{String(values.place ?? '未填')}</dd>
        <dt>主持</dt>
        <dd>
          {typeof values.chair === 'string' ? (
            <RecordLink kind="member" id={values.chair} titles={titles} />
          ) : (
            String(values.chairText ?? '未填')
          )}
        </dd>
        <dt>出席</dt>
        <dd>
          {counts.expected === 0
            ? '还没有登记出席'
            : `应出席 ${counts.expected} 人，实到 ${counts.present} 人，请假 ${counts.leave} 人`}
        </dd>
        {away.length > 0 && (
          <>
            <dt>请假</dt>
            <dd>
              {away.slice(0, NAMED).map(name).join('、')}
              {away.length > NAMED && ` 等 ${away.length} 人`}
            </dd>
          </>
        )}
        {guests.length > 0 && (
          <>
            <dt>列席</dt>
            <dd>
              {guests.slice(0, NAMED).map(name).join('、')}
              {guests.length > NAMED && ` 等 ${guests.length} 人`}
            </dd>
          </>
        )}
      </dl>
      {agenda.length > 0 && (
        <ol className="minutes-agenda">
          {agenda.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: agenda items are known by their place
            <li key={index}>
              {item.title}
              {item.reporter && <span className="quiet">（{item.reporter}）</span>}
            </li>
          ))}
        </ol>
      )}
      <Link to="/records/$kind/$id/edit" params={{ kind: 'event', id: record.id }} search={{}}>
        改会议情况、议题和出席
      </Link>
    </section>
  );
}
