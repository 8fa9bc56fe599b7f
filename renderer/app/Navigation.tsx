import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { kinds } from '../../shared/records/index.ts';
import type { NavigationGroup } from '../../shared/records/kind.ts';
import { type LibraryStatus, queries } from './api.ts';

const GROUPS: readonly NavigationGroup[] = ['履职', '提案民意', '协商', '文史', '机关', '组织', '基础'];

/** Kinds that stand by themselves; a part of another (a chapter) is reached through it. */
const shown = (group: NavigationGroup) => kinds.filter((kind) => kind.group === group && !kind.parent);

export function Navigation({ library }: { readonly library: LibraryStatus }) {
  const home = useQuery(queries.overview.home.queryOptions({ input: {} }));
  const pressing = home.data?.due.filter((item) => item.days <= 0).length ?? 0;
  return (
    <nav className="nav" aria-label="栏目">
      <ul>
        <li>
          <Link to="/" activeOptions={{ exact: true }}>
            首页
            {pressing > 0 && (
              <span className="nav-due" title={`${pressing} 件今天到期或已超期`}>
                {pressing}
                <span className="visually-hidden">件到期</span>
              </span>
            )}
          </Link>
        </li>
      </ul>
      {GROUPS.filter((group) => shown(group).length > 0).map((group) => (
        <section key={group}>
          <h2>{group}</h2>
          <ul>
            {shown(group).map((kind) => (
              <li key={kind.id}>
                <Link to="/records/$kind" params={{ kind: kind.id }} activeOptions={{ includeSearch: false }}>
                  {kind.label}
                  <span className="nav-count">{library.counts[kind.id] ?? 0}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section>
        <h2>成果</h2>
        <ul>
          <li>
            <Link to="/documents">文书</Link>
          </li>
        </ul>
      </section>
      <section>
        <h2>资料库</h2>
        <ul>
          <li>
            <Link to="/import">导入</Link>
          </li>
          <li>
            <Link to="/history">变动历史</Link>
          </li>
          <li>
            <Link to="/settings">设置</Link>
          </li>
        </ul>
      </section>
    </nav>
  );
}
