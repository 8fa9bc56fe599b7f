import { RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Tooltip } from 'antd';
import { kindOf } from '../../shared/records/index.ts';
import { type LibraryStatus, queries } from './api.ts';
import { Operator } from './Operator.tsx';
import { SearchBox } from './SearchBox.tsx';
import { useUndo } from './use-undo.ts';

export function TopBar({ library }: { readonly library: LibraryStatus }) {
  const { undo, redo, busy } = useUndo(library);
  return (
    <header className="top">
      <Link to="/" className="top-name">
        政协案头
      </Link>
      <Office library={library} />
      <SearchBox />
      <div className="top-end">
        <Tooltip title={library.undoable ? `撤销：${library.undoable.label}（Ctrl Z）` : '没有可撤销的改动'}>
          <Button icon={<UndoOutlined />} disabled={!library.undoable || busy} onClick={() => void undo()}>
            {library.undoable ? <span className="undo-label clip">撤销：{library.undoable.label}</span> : '撤销'}
          </Button>
        </Tooltip>
        <Tooltip title={library.redoable ? `重做：${library.redoable.label}（Ctrl Y）` : '没有可重做的改动'}>
          <Button
            icon={<RedoOutlined />}
            aria-label={library.redoable ? `重做：${library.redoable.label}` : '重做'}
            disabled={!library.redoable || busy}
            onClick={() => void redo()}
          />
        </Tooltip>
        <Operator />
      </div>
    </header>
  );
}

/** Unit · term · year: where the clerk is. */
function Office({ library }: { readonly library: LibraryStatus }) {
  const settings = useQuery(queries.settings.get.queryOptions({ input: {} }));
  const home = useQuery(queries.overview.home.queryOptions({ input: {} }));
  const latest = useQuery(
    queries.records.list.queryOptions({ input: { kind: 'term', sort: [['number', 'desc']], limit: 1 } }),
  );
  const term = latest.data?.records[0]?.values;
  const words = [
    settings.data?.office.shortName || library.name,
    term && kindOf('term')?.title(term, () => undefined),
    home.data ? `${home.data.year} 年` : undefined,
  ].filter(Boolean);
  const text = words.join(' · ');
  return (
    <Link to="/settings" className="top-office" title={`${text}（点开设置）`}>
      {text}
    </Link>
  );
}
