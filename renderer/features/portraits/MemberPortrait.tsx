import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type api, type Output, queries } from '../../app/api.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { type Cases, EvidenceChart, evidenceItems } from '../../records/ChartEvidence.tsx';
import { Evidence } from '../../records/Evidence.tsx';
import { StoredPicture } from '../../ui/StoredPicture.tsx';
import { spacedName } from '../../ui/spaced-name.ts';
import { FigureGrid } from './FigureGrid.tsx';
import { PortraitFrame, PortraitProblem } from './PortraitFrame.tsx';
import { Score } from './Score.tsx';
import './portraits.css';

type Portrait = Output<typeof api.portraits.member>;

/** 履职画像: a year of one member on one sheet, every number with its records. */
export function MemberPortrait() {
  const { id } = useParams({ from: '/desk/members/$id/portrait' });
  const { year: asked } = useSearch({ from: '/desk/members/$id/portrait' });
  const year = asked ?? new Date().getFullYear();
  const navigate = useNavigate();
  const query = useQuery({
    ...queries.portraits.member.queryOptions({ input: { id, year } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  if (query.error) return <PortraitProblem error={query.error} title="履职画像" />;
  if (!data) return <RouteLoading />;
  const { cases } = data;
  const about = `${data.name} ${year} 年`;
  return (
    <PortraitFrame
      title={`${spacedName(data.name)} 履职画像`}
      sub={`${year} 年 · ${data.term}${data.status === '在任' ? '' : ` · ${data.status}`}`}
      year={year}
      years={data.years}
      onYear={(next) =>
        void navigate({ to: '/desk/members/$id/portrait', params: { id }, search: { year: next }, replace: true })
      }
      links={
        <Link className="portrait-link" to="/desk/members/$id" params={{ id }} search={{ year }}>
          履职情况
        </Link>
      }
    >
      <Head data={data} />
      {data.gaps.length > 0 && (
        <p className="portrait-gaps" role="note">
          {data.gaps.join('，')}。
        </p>
      )}
      <FigureGrid figures={data.counts} cases={cases} label="各台账" year={year} />
      <FigureGrid figures={data.quality} cases={cases} label="质量" year={year} />
      <div className="portrait-charts">
        <EvidenceChart
          data={data.radar}
          cases={cases}
          form="radar"
          head="项目"
          about={about}
          empty="还没有可以对照的记录。登记会议出席、提案、社情民意以后，这里与同界别的委员对照。"
        />
        {data.score && <Score score={data.score} cases={cases} />}
        <EvidenceChart
          data={data.fields}
          cases={cases}
          form="bars"
          head="类别"
          about={about}
          empty="还没有提案和社情民意。填了“类别”的提案、信息在这里分开列出。"
        />
        <EvidenceChart
          data={data.months}
          cases={cases}
          form="parts"
          head="月份"
          about={about}
          empty={`${year} 年还没有记录。登记会议出席、提案、社情民意以后，这里按月列出。`}
        />
      </div>
    </PortraitFrame>
  );
}

function Head({ data }: { readonly data: Portrait }) {
  const places = [data.sector, data.committee, data.street].filter((one) => one !== undefined);
  return (
    <header className="card portrait-head">
      {data.photo && (
        <StoredPicture
          sha256={data.photo.sha256}
          name={data.photo.name}
          alt={`${data.name}的证件照`}
          className="portrait-photo"
        />
      )}
      <div className="portrait-who">
        <p className="portrait-name">{spacedName(data.name)}</p>
        {data.post && <p>{data.post}</p>}
        <p>
          {places.map(({ kind, id, title }, index) => (
            <span key={kind}>
              {index > 0 && ' · '}
              <PlaceLink kind={kind} id={id} title={title} />
            </span>
          ))}
        </p>
        {data.duties.length > 0 && <p className="quiet">{data.duties.join('、')}</p>}
      </div>
      <Standings data={data} cases={data.cases} />
    </header>
  );
}

function PlaceLink({ kind, id, title }: { readonly kind: string; readonly id: string; readonly title: string }) {
  if (kind === 'subdistrictOffice')
    return (
      <Link to="/desk/streets/$id/portrait" params={{ id }}>
        {title}
      </Link>
    );
  if (kind === 'committee')
    return (
      <Link to="/desk/committees/$id/portrait" params={{ id }}>
        {title}
      </Link>
    );
  return (
    <Link to="/records/$kind/$id" params={{ kind, id }} search={{}}>
      {title}
    </Link>
  );
}

function Standings({ data, cases }: { readonly data: Portrait; readonly cases: Cases }) {
  if (data.standings.length === 0) return null;
  return (
    <div className="portrait-rank">
      <dl className="portrait-standings">
        {data.standings.map(({ id, label, place, all }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>
              第{' '}
              <Evidence
                label={`${label}里的名次：排在前面的和本人`}
                items={evidenceItems(cases, place.keys)}
                figure={place.shown}
                rule={data.rankedBy}
              />{' '}
              名<span className="quiet small">，共 </span>
              <Evidence
                label={`${label}里一起排的`}
                items={evidenceItems(cases, all.keys)}
                figure={all.shown}
                rule={data.rankedBy}
              />
              <span className="quiet small"> 名</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="quiet small">名次{data.rankedBy}。</p>
    </div>
  );
}
