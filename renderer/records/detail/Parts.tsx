import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { kinds } from '../../../shared/records/index.ts';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { queries } from '../../app/api.ts';
import { RecordLink } from '../../ui/RecordLink.tsx';
import { displayTitle } from '../display-title.ts';
import { isNumeric } from '../fields.ts';
import { formatLong } from '../format-value.ts';

/** The records that live inside this one, such as the chapters of a book, in their order. */
export function Parts({ kind, id }: { readonly kind: RecordKind; readonly id: string }) {
  const inside = kinds.filter((other) => other.parent?.kind === kind.id);
  return inside.map((part) => <PartList key={part.id} part={part} parentId={id} />);
}

function PartList({ part, parentId }: { readonly part: RecordKind; readonly parentId: string }) {
  const { field = '', order = '' } = part.parent ?? {};
  const query = useQuery(
    queries.records.list.queryOptions({
      input: {
        kind: part.id,
        filters: [{ field, type: 'any', values: [parentId] }],
        sort: [[order, 'asc']],
      },
    }),
  );
  const records = query.data?.records ?? [];
  const [titleColumn, ...others] = part.list.columns.filter((name) => name !== field && name !== order);
  const columns = others.filter((name) => records.some((record) => record.values[name] !== undefined)).slice(0, 5);
  return (
    <section className="card parts">
      <h2>
        {part.label}
        {query.data && (
          <span className="quiet small">
            　{query.data.total} {part.unit}
          </span>
        )}
      </h2>
      {records.length > 0 && (
        <table className="rows">
          <thead>
            <tr>
              <th scope="col" className="rows-number">
                序
              </th>
              <th scope="col">{part.fields[titleColumn ?? '']?.label ?? '名称'}</th>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {part.fields[name]?.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {records.map((record, index) => (
              <tr key={record.id}>
                <td className="rows-number">{index + 1}</td>
                <td>
                  <RecordLink kind={part.id} id={record.id}>
                    {displayTitle(record, query.data?.titles ?? {})}
                  </RecordLink>
                </td>
                {columns.map((name) => {
                  const column = part.fields[name];
                  return (
                    <td key={name} data-numeric={isNumeric(column) || undefined}>
                      {column && formatLong(column, record.values[name], query.data?.titles ?? {})}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>
        <Link to="/records/$kind/new" params={{ kind: part.id }} search={{ with: { [field]: parentId } }}>
          新建{part.label}
        </Link>
      </p>
    </section>
  );
}
