import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { kinds } from '../../../shared/records/index.ts';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { EnumerationEditor } from './EnumerationEditor.tsx';

/** The lists of options the office may shape for itself. */
export function EnumerationsTab() {
  const query = useQuery(queries.settings.get.queryOptions({ input: {} }));
  const [chosen, setChosen] = useState<string>();
  if (query.error) return <RefusalNote refusal={explain(query.error)} />;
  const lists = query.data?.enumerations ?? [];
  const current = lists.find((item) => item.id === chosen) ?? lists[0];
  return (
    <div className="options-layout">
      <nav className="card options-nav" aria-label="选项组">
        <ul>
          {lists.map((list) => (
            <li key={list.id}>
              <button
                type="button"
                aria-current={list.id === current?.id ? 'true' : undefined}
                onClick={() => setChosen(list.id)}
              >
                <span className="clip">{list.label}</span>
                <span className="quiet small">{list.values.length}</span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      {current && <EnumerationEditor key={current.id} list={current} usedBy={usedBy(current.id)} />}
    </div>
  );
}

/** Where a list of options is used: 委员·界别职务. */
function usedBy(id: string): readonly { kind: string; field: string; label: string }[] {
  return kinds.flatMap((kind) =>
    Object.entries(kind.fields).flatMap(([name, field]) => {
      if (field.computed) return [];
      if (field.enumeration === id) return [{ kind: kind.id, field: name, label: `${kind.label}·${field.label}` }];
      return Object.entries(field.row ?? {})
        .filter(([, cell]) => cell.enumeration === id)
        .map(([column, cell]) => ({
          kind: kind.id,
          field: `${name}.${column}`,
          label: `${kind.label}·${field.label}·${cell.label}`,
        }));
    }),
  );
}
