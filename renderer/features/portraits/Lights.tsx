import { evidenceItems } from '../../records/ChartEvidence.tsx';
import { Evidence } from '../../records/Evidence.tsx';
import { LightTag, lightWords } from '../../ui/LightTag.tsx';
import { RecordLink } from '../../ui/RecordLink.tsx';
import type { Body } from './types.ts';

const MARKS = { passed: '✓', failed: '✗ 不达标', unchecked: '未核验' } as const;

/** 达标 by rule and stretch of time, and the six marks of each venue: signs and words, never colour alone. */
export function Lights({ data }: { readonly data: Pick<Body, 'rules' | 'venues' | 'cases'> }) {
  return (
    <div className="portrait-lights">
      {data.rules.length > 0 && (
        <section className="card" aria-label="达标">
          <h2>达标</h2>
          {data.rules.map(({ id, label, sentence, unit, cells }) => (
            <div key={id} className="portrait-rule">
              <h3 title={`口径：${sentence}`}>{label}</h3>
              <ul>
                {cells.map(({ part, label: when, light, missing, keys }) => (
                  <li key={part}>
                    <span className="quiet small">{when}</span>{' '}
                    <Evidence
                      label={`${when}${label}：${lightWords({ light, missing })}`}
                      items={evidenceItems(data.cases, keys)}
                      unit={unit}
                      rule={sentence}
                    />{' '}
                    <LightTag light={light} missing={missing} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      )}
      {data.venues.length > 0 && <Venues venues={data.venues} />}
    </div>
  );
}

function Venues({ venues }: Pick<Body, 'venues'>) {
  const items = venues[0]?.marks.map(({ item }) => item) ?? [];
  return (
    <section className="card" aria-label="阵地六有">
      <h2>阵地“六有”</h2>
      <table className="work-table">
        <thead>
          <tr>
            <th>阵地</th>
            {items.map((item) => (
              <th key={item}>{item}</th>
            ))}
            <th>达标</th>
          </tr>
        </thead>
        <tbody>
          {venues.map(({ id, title, level, state, qualified, marks }) => (
            <tr key={id}>
              <th scope="row">
                <RecordLink kind="venue" id={id}>
                  {title}
                </RecordLink>
                <span className="quiet small">
                  {' '}
                  {level} · {state}
                </span>
              </th>
              {marks.map(({ item, state: mark, checkedOn, note }) => (
                <td key={item} data-mark={mark} title={[checkedOn, note].filter(Boolean).join('，')}>
                  {MARKS[mark]}
                </td>
              ))}
              <td>{qualified ? '✓ 达标' : '未达标'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet small">六有看每一项最近一次核验，缺一项不算达标。</p>
    </section>
  );
}
