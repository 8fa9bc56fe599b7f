import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../app/api.ts';
import './counts-in.css';

interface CountsInProps {
  readonly kind: string;
  readonly id: string;
}

/** The figures of the annual report a record is counted in, each leading to it. Nothing for one that is counted nowhere. */
export function CountsIn({ kind, id }: CountsInProps) {
  const query = useQuery(queries.figures.ofRecord.queryOptions({ input: { kind, id } }));
  const figures = query.data?.figures ?? [];
  if (figures.length === 0) return null;
  return (
    <section className="card counts-in" aria-label="计入的数字">
      <h2>计入的数字</h2>
      <ul>
        {figures.map(({ id: figure, label, year }) => (
          <li key={figure}>
            <Link to="/results/figures" search={{ figure, ...(year === undefined ? {} : { year }) }}>
              {year === undefined ? label : `${year} 年${label}`}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
