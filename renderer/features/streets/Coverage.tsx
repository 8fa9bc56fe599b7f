import { Link } from '@tanstack/react-router';
import { Evidence } from '../../records/Evidence.tsx';
import { Figures } from '../../records/Figures.tsx';
import { FigureRules } from '../../records/WorkFigures.tsx';
import { RecordLink } from '../../ui/RecordLink.tsx';
import { spacedName } from '../../ui/spaced-name.ts';
import type { StreetsCoverage } from './types.ts';

const MISSING = <span className="warn">缺</span>;

/** What each street has of what it should have; what is missing is said in a word. */
export function Coverage({ data, year }: { readonly data: StreetsCoverage; readonly year: number }) {
  return (
    <div className="work-page">
      <Figures figures={data.figures} />
      <section className="light-scroll" aria-label="各街道组织覆盖">
        <table className="work-table">
          <thead>
            <tr>
              <th>街道政协工委</th>
              <th>召集人</th>
              <th>联络员</th>
              <th>办公场所</th>
              <th className="number">委员</th>
              <th className="number">党支部</th>
              <th className="number">支部活动</th>
              <th className="number">议事室</th>
              <th className="number">社区覆盖</th>
              <th>还缺</th>
            </tr>
          </thead>
          <tbody>
            {data.streets.map((street) => (
              <tr key={street.id}>
                <th scope="row">
                  <RecordLink kind="subdistrictOffice" id={street.id}>
                    {street.title}
                  </RecordLink>{' '}
                  <Link className="small" to="/desk/streets/$id/portrait" params={{ id: street.id }} search={{ year }}>
                    画像
                  </Link>
                </th>
                <td>{street.convenor ? spacedName(street.convenor) : MISSING}</td>
                <td>{street.liaison ? spacedName(street.liaison) : MISSING}</td>
                <td>{street.office || MISSING}</td>
                <td className="number">
                  <Evidence label={`${street.title}在任委员`} items={street.members} />
                </td>
                <td className="number">
                  <Evidence label={`${street.title}功能型党支部`} items={street.branches} />
                </td>
                <td className="number">
                  <Evidence label={`${street.title}${year}年支部活动`} items={street.branchEvents} />
                </td>
                <td className="number">
                  <Evidence
                    label={`${street.title}协商议事室`}
                    items={street.rooms}
                    rule="街道一级、在用的协商议事室"
                  />
                </td>
                <td className="number">
                  <Evidence
                    label={`${street.title}有议事室（点）的社区`}
                    items={street.covered}
                    figure={`${street.covered.length}/${street.communities.length}`}
                    rule="有自己在用协商议事室（点）的社区（村），比登记的社区（村）"
                  />
                  {street.uncovered.length > 0 && (
                    <div className="small">
                      没有 <Evidence label={`${street.title}没有议事室（点）的社区`} items={street.uncovered} />
                    </div>
                  )}
                </td>
                <td className={street.gaps.length > 0 ? 'warn' : undefined}>
                  {street.gaps.length > 0 ? street.gaps.join('、') : '✓ 齐全'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <FigureRules rules={data.figures} />
    </div>
  );
}

/** 全员入委: who is in no committee; branches of the committees; party members and whom they keep in touch with. */
export function Membership({ data }: { readonly data: StreetsCoverage }) {
  return (
    <div className="work-page">
      <p className="membership-line">
        <strong>全员入委</strong>
        {data.withoutCommittee.length === 0 ? (
          <span className="tag" data-tone="good">
            ✓ 在任委员都编入了专委会
          </span>
        ) : (
          <>
            <span className="tag" data-tone="late">
              ✗ 还差
            </span>{' '}
            <Evidence
              label="没有编入专委会的委员"
              items={data.withoutCommittee}
              unit="名"
              rule="在任、专委会和第二专委会都空着的委员"
            />
          </>
        )}
        <strong>下沉街道</strong>
        {data.withoutStreet.length === 0 ? (
          <span className="tag" data-tone="good">
            ✓ 都编入了街道政协工委
          </span>
        ) : (
          <Evidence
            label="没有编入街道的委员"
            items={data.withoutStreet}
            unit="名没有编入街道"
            rule="在任、街道政协工委空着的委员"
          />
        )}
      </p>
      {data.withoutCommittee.length > 0 && (
        <section className="card" aria-label="没有编入专委会的委员">
          <h2>没有编入专委会的委员（{data.withoutCommittee.length}）</h2>
          <ul className="membership-names">
            {data.withoutCommittee.map(({ kind, id, title }) => (
              <li key={id}>
                <RecordLink kind={kind} id={id}>
                  {spacedName(title)}
                </RecordLink>{' '}
                <Link
                  className="small"
                  to="/records/$kind/$id/edit"
                  params={{ kind: 'member', id }}
                  search={{ field: 'committee' }}
                >
                  编入…
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="card" aria-label="专委会功能型党支部">
        <h2>专委会功能型党支部</h2>
        {data.committees.length === 0 ? (
          <p className="quiet">还没有登记专委会。</p>
        ) : (
          <table className="work-table">
            <thead>
              <tr>
                <th>专委会</th>
                <th className="number">委员</th>
                <th className="number">党支部</th>
                <th className="number">支部活动</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {data.committees.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    <RecordLink kind="committee" id={one.id}>
                      {one.title}
                    </RecordLink>{' '}
                    <Link className="small" to="/desk/committees/$id/portrait" params={{ id: one.id }} search={{}}>
                      画像
                    </Link>
                  </th>
                  <td className="number">
                    <Evidence label={`${one.title}委员`} items={one.members} />
                  </td>
                  <td className="number">
                    <Evidence label={`${one.title}功能型党支部`} items={one.branches} />
                  </td>
                  <td className="number">
                    <Evidence label={`${one.title}支部活动`} items={one.branchEvents} />
                  </td>
                  <td>{one.branches.length === 0 && <span className="warn">还没有建党支部</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section className="card" aria-label="党员委员联系党外委员">
        <h2>党员委员联系党外委员（{data.pairings.length}）</h2>
        {data.pairings.length === 0 ? (
          <p className="quiet">还没有登记。在委员的“结对联系的委员”里选上，这里就列出来。</p>
        ) : (
          <ul className="membership-pairs">
            {data.pairings.map(({ member, with: others }) => (
              <li key={member.id}>
                <RecordLink kind="member" id={member.id}>
                  {spacedName(member.title)}
                </RecordLink>{' '}
                →{' '}
                {others.map(({ id, title }, index) => (
                  <span key={id}>
                    {index > 0 && '、'}
                    <RecordLink kind="member" id={id}>
                      {spacedName(title)}
                    </RecordLink>
                  </span>
                ))}
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}
