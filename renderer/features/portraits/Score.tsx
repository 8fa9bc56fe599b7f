import type { api, Output } from '../../app/api.ts';
import { type Cases, FigureButton } from '../../records/ChartEvidence.tsx';

interface ScoreProps {
  readonly score: NonNullable<Output<typeof api.portraits.member>['score']>;
  readonly cases: Cases;
}

/** Points in all and by section, each opening onto the records they were given for. */
export function Score({ score, cases }: ScoreProps) {
  const rule = `按“${score.scheme}”计分，逐条见计分流水`;
  return (
    <section className="card portrait-score" aria-label="得分">
      <h2>
        得分 <FigureButton label="总分" cell={score.total} measure="points" cases={cases} unit="分" rule={rule} />
        <span className="tag" data-tone="quiet">
          {score.grade || '未定等次'}
        </span>
      </h2>
      <table className="work-table">
        <tbody>
          {score.sections.map(({ id, label, points, most }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td className="number">
                <FigureButton label={`${label}得分`} cell={points} measure="points" cases={cases} rule={rule} />
                {most !== undefined && <span className="quiet small"> / {most}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet small">{score.scheme}</p>
    </section>
  );
}
