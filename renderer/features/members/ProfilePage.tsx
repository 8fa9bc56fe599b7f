import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import type { api } from '../../app/api.ts';
import { type Output, queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { Evidence } from '../../records/Evidence.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RecordLink } from '../../ui/RecordLink.tsx';
import { spacedName } from '../../ui/spaced-name.ts';
import { QuarterPick, spanWords } from './QuarterPick.tsx';
import './members.css';

type Profile = Output<typeof api.workMembers.profile>;

/** One member: appointments, everything on record by ledger, and what a year lacks. Every number opens. */
export function ProfilePage() {
  const { id } = useParams({ from: '/desk/members/$id' });
  const { year, quarter: asked } = useSearch({ from: '/desk/members/$id' });
  const quarter = year ? asked : undefined;
  const navigate = useNavigate();
  const member = useQuery(queries.records.get.queryOptions({ input: { kind: 'member', id } }));
  const profile = useQuery(
    queries.workMembers.profile.queryOptions({
      input: { id, ...(year ? { year } : {}), ...(quarter ? { quarter } : {}) },
    }),
  );
  const problem = member.error ?? profile.error;
  if (problem) {
    return (
      <PageFrame title="履职情况">
        <EmptyState title="打不开这名委员" verbs={<Link to="/desk/members">回到履职一览</Link>}>
          {explain(problem).message}
        </EmptyState>
      </PageFrame>
    );
  }
  if (!member.data || !profile.data) return <RouteLoading />;
  const { title, subtitle } = member.data;
  return (
    <PageFrame
      title={spacedName(title)}
      sub={subtitle ?? '委员'}
      verbs={
        <>
          <Select
            aria-label="年度"
            className="profile-year"
            value={year ?? 0}
            onChange={(chosen: number) =>
              void navigate({
                to: '/desk/members/$id',
                params: { id },
                search: chosen ? { year: chosen, ...(quarter ? { quarter } : {}) } : {},
                replace: true,
              })
            }
            options={[
              { value: 0, label: '任职以来' },
              ...profile.data.years.map((one) => ({ value: one, label: `${one} 年` })),
            ]}
          />
          {year !== undefined && (
            <QuarterPick
              quarter={quarter}
              onChange={(next) =>
                void navigate({
                  to: '/desk/members/$id',
                  params: { id },
                  search: { year, ...(next ? { quarter: next } : {}) },
                  replace: true,
                })
              }
            />
          )}
          <Link
            className="profile-portrait"
            to="/desk/members/$id/portrait"
            params={{ id }}
            search={year ? { year } : {}}
          >
            履职画像
          </Link>
          <Button onClick={() => window.print()}>打印</Button>
          <Button
            onClick={() => void navigate({ to: '/records/$kind/$id', params: { kind: 'member', id }, search: {} })}
          >
            任职登记
          </Button>
        </>
      }
    >
      <div className="profile">
        {profile.data.gaps.length > 0 && (
          <p className="profile-gaps" role="note">
            {year !== undefined && spanWords(year, quarter)}
            {profile.data.gaps.join('，')}。
          </p>
        )}
        <Counts sections={profile.data.sections} />
        <Appointments appointments={profile.data.appointments} current={id} />
        {profile.data.sections
          .filter(({ deeds }) => deeds.length > 0)
          .map((section) => (
            <Section key={section.id} section={section} />
          ))}
        <Rules sections={profile.data.sections} />
      </div>
    </PageFrame>
  );
}

function Counts({ sections }: Pick<Profile, 'sections'>) {
  return (
    <dl className="profile-counts">
      {sections.map(({ id, label, unit, rule, deeds }) => (
        <div key={id}>
          <dt>{label}</dt>
          <dd>
            <Evidence label={label} items={deeds} unit={unit} rule={rule} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Appointments({ appointments, current }: Pick<Profile, 'appointments'> & { readonly current: string }) {
  return (
    <section className="card">
      <h2>任职史</h2>
      <table className="profile-table">
        <thead>
          <tr>
            <th>届</th>
            <th>界别</th>
            <th>专委会</th>
            <th>街道政协工委</th>
            <th>政协职务</th>
            <th>起止</th>
            <th>状态</th>
          </tr>
        </thead>
        <tbody>
          {appointments.map((one) => (
            <tr key={one.id} aria-current={one.id === current || undefined}>
              <td>
                <Link to="/records/$kind/$id" params={{ kind: 'member', id: one.id }} search={{}}>
                  {one.term}
                </Link>
              </td>
              <td>{one.sector}</td>
              <td>{one.committee}</td>
              <td>{one.subdistrict}</td>
              <td>{one.roles.join('、')}</td>
              <td>
                {one.from || '未填'} 至 {one.until || '今'}
              </td>
              <td>{one.status}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const SHOWN = 8;

function Section({ section }: { readonly section: Profile['sections'][number] }) {
  const { label, unit, rule, deeds } = section;
  return (
    <section className="card">
      <h2>
        {label} <Evidence label={label} items={deeds} unit={unit} rule={rule} />
      </h2>
      <ul className="profile-deeds">
        {deeds.slice(0, SHOWN).map((deed) => (
          <li key={deed.id}>
            <span className="profile-day">{deed.on}</span>
            <RecordLink kind={deed.kind} id={deed.id} titles={{ [`${deed.kind}/${deed.id}`]: { title: deed.title } }} />
            {deed.note && <span className="quiet small">{deed.note}</span>}
          </li>
        ))}
      </ul>
      {deeds.length > SHOWN && (
        <p className="small">
          还有 {deeds.length - SHOWN} {unit}，点上面的数字看全部。
        </p>
      )}
    </section>
  );
}

function Rules({ sections }: Pick<Profile, 'sections'>) {
  return (
    <footer className="quiet small profile-rules">
      口径：{sections.map(({ label, rule }) => `${label}——${rule}`).join('；')}。
    </footer>
  );
}
