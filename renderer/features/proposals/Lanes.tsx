import type { Timeline } from './answers.ts';

type CaseStep = Timeline['stages'][number];

/** One thing done or owed; the words say which, the colour helps. */
export function Step({ step }: { readonly step: CaseStep }) {
  const { label, on, due, note, late, undated } = step;
  const state = on || undated ? (late ? 'late' : 'done') : late ? 'owed-late' : 'ahead';
  return (
    <li className="case-step" data-state={state}>
      <strong>{label}</strong>
      {on && (
        <span>
          {on}
          {late && '，超期'}
        </span>
      )}
      {undated && <span className="quiet small">已过，日期没有登记</span>}
      {!on && due && <span>{late ? `应于 ${due}，已超期` : `应于 ${due} 前`}</span>}
      {on && due && <span className="quiet small">期限 {due}</span>}
      {note && <span className="quiet small">{note}</span>}
    </li>
  );
}

/** A lane a unit: side by side in time, so that one sees who holds the others up. */
export function Lanes({ lanes }: Pick<Timeline, 'lanes'>) {
  return (
    <div className="case-lanes">
      {lanes.map((lane, index) => (
        <section
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place
          key={index}
          className="case-lane"
          aria-label={`${lane.name}（${lane.role}）`}
          data-released={lane.released || undefined}
        >
          <h3>
            {lane.name}
            <span className="tag" data-tone="quiet">
              {lane.role}
            </span>
            <span className="quiet small">{lane.released ? '不再承办' : lane.state}</span>
          </h3>
          <ol>
            {lane.steps.map((step, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps are known by their place
              <Step key={place} step={step} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
