import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { queries } from '../../app/api.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { EvidenceChart } from '../../records/ChartEvidence.tsx';
import { RecordLink } from '../../ui/RecordLink.tsx';
import { FigureGrid } from './FigureGrid.tsx';
import { Lights } from './Lights.tsx';
import { PortraitFrame, PortraitProblem } from './PortraitFrame.tsx';
import { Score } from './Score.tsx';
import type { Body } from './types.ts';
import './portraits.css';

export function StreetPortrait() {
  const { id } = useParams({ from: '/desk/streets/$id/portrait' });
  const { year } = useSearch({ from: '/desk/streets/$id/portrait' });
  const navigate = useNavigate();
  return (
    <BodyPortrait
      kind="subdistrictOffice"
      id={id}
      asked={year}
      onYear={(next) =>
        void navigate({ to: '/desk/streets/$id/portrait', params: { id }, search: { year: next }, replace: true })
      }
    />
  );
}

export function CommitteePortrait() {
  const { id } = useParams({ from: '/desk/committees/$id/portrait' });
  const { year } = useSearch({ from: '/desk/committees/$id/portrait' });
  const navigate = useNavigate();
  return (
    <BodyPortrait
      kind="committee"
      id={id}
      asked={year}
      onYear={(next) =>
        void navigate({ to: '/desk/committees/$id/portrait', params: { id }, search: { year: next }, replace: true })
      }
    />
  );
}

interface BodyPortraitProps {
  readonly kind: 'subdistrictOffice' | 'committee';
  readonly id: string;
  readonly asked: number | undefined;
  readonly onYear: (year: number) => void;
}

/** A year of a 街道政协工委 or a 专委会. */
function BodyPortrait({ kind, id, asked, onYear }: BodyPortraitProps) {
  const year = asked ?? new Date().getFullYear();
  const query = useQuery({
    ...queries.portraits.body.queryOptions({ input: { kind, id, year } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  if (query.error) return <PortraitProblem error={query.error} title="画像" />;
  if (!data) return <RouteLoading />;
  return (
    <PortraitFrame
      title={data.name}
      sub={`${year} 年画像`}
      year={year}
      years={data.years}
      onYear={onYear}
      links={
        <Link className="portrait-link" to="/records/$kind/$id" params={{ kind, id }} search={{}}>
          登记的资料
        </Link>
      }
    >
      <People people={data.people} />
      {data.gaps.length > 0 && (
        <p className="portrait-gaps" role="note">
          {data.gaps.join('，')}。
        </p>
      )}
      <FigureGrid figures={data.standing} cases={data.cases} label="现有" year={year} />
      <FigureGrid figures={data.figures} cases={data.cases} label="全年" year={year} />
      {(data.rules.length > 0 || data.venues.length > 0) && <Lights data={data} />}
      <Charts data={data} year={year} />
    </PortraitFrame>
  );
}

function Charts({ data, year }: { readonly data: Body; readonly year: number }) {
  const { cases } = data;
  const shared = { cases, about: `${data.name} ${year} 年` };
  return (
    <div className="portrait-charts">
      {data.score && <Score score={data.score} cases={cases} />}
      <EvidenceChart
        {...shared}
        data={data.months}
        form="parts"
        head="月份"
        empty={`${year} 年还没有会议活动。登记会议活动、填上归属以后，这里按月列出。`}
      />
      <EvidenceChart
        {...shared}
        data={data.consultations}
        form="bars"
        head="协商形式"
        empty={`${year} 年还没有协商议事。登记大类为“协商”的事项以后在这里列出。`}
      />
      <EvidenceChart
        {...shared}
        data={data.funnel}
        form="bars"
        head="步骤"
        empty={`${year} 年还没有社情民意。登记来稿以后，这里看收了多少、用了多少。`}
      />
      <EvidenceChart
        {...shared}
        data={data.members}
        form="bars"
        head="委员"
        name={({ key, label }) => (
          <Link to="/desk/members/$id/portrait" params={{ id: key }} search={{ year }}>
            {label}
          </Link>
        )}
        empty="还没有编入委员。在委员的任职登记里填上归属以后，这里看各人做了多少。"
      />
    </div>
  );
}

function People({ people }: Pick<Body, 'people'>) {
  return (
    <dl className="card portrait-people">
      {people.map(({ label, link, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: several of one duty stand in the order of the record
        <div key={`${label}${index}`}>
          <dt>{label}</dt>
          <dd>
            {link ? (
              <RecordLink kind={link.kind} id={link.id}>
                {link.title}
              </RecordLink>
            ) : (
              text || <span className="quiet">未填</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
