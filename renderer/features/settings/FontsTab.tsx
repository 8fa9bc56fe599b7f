import { useQuery } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import type { Face } from '../../../shared/documents/page.ts';
import { sufferers } from '../../../shared/documents/templates/index.ts';
import { api, queries, type Settings } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { useCommand } from '../../app/use-command.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';

type Fonts = Settings['office']['fonts'];
const CHOOSABLE: readonly string[] = ['body', 'title', 'heading', 'kai'];

/** Which face stands for which role on paper, and whether this machine has it. */
export function FontsTab() {
  const fonts = useQuery(queries.settings.fonts.queryOptions({ input: {} }));
  const settings = useQuery(queries.settings.get.queryOptions({ input: {} }));
  const { message } = App.useApp();
  const save = useCommand(async (next: Fonts) => {
    if (!settings.data) return;
    await api.settings.saveOffice({ office: { ...settings.data.office, fonts: next } });
    await fonts.refetch();
    message.success('字体设置已保存。');
  });
  const error = fonts.error ?? settings.error;
  if (error) return <RefusalNote refusal={explain(error)} />;
  if (!fonts.data || !settings.data) return <p className="quiet">正在查看本机字体…</p>;
  const chosen: Readonly<Record<string, string | undefined>> = settings.data.office.fonts;
  const set = (role: string, face: string | undefined) => {
    const next: Record<string, string> = {};
    for (const [name, value] of Object.entries({ ...chosen, [role]: face })) if (value) next[name] = value;
    void save.run(next);
  };
  return (
    <section className="card">
      <p className="quiet">
        文书按公文字体排版。本机没有的字体，导出的 Word 里写上相近的代替，并注明同类字体供别的电脑选用。字体有版权，Word
        文件里不嵌入字体：要排得一样，打印的电脑也要装上。
      </p>
      <RefusalNote refusal={save.refusal} onClose={save.reset} />
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">用途</th>
            <th scope="col">应用字体</th>
            <th scope="col">本机显示用</th>
            <th scope="col">指定字体</th>
          </tr>
        </thead>
        <tbody>
          {fonts.data.roles.map((role) => (
            <tr key={role.role}>
              <td>
                {role.label}
                <Uses face={role.role as Face} missing={role.exact ? undefined : role.wanted} />
              </td>
              <td>{role.wanted}</td>
              <td>
                {role.used}{' '}
                <span className="tag" data-tone={role.exact ? 'good' : 'soon'}>
                  {role.exact ? '本机有' : role.used === role.wanted ? '本机没有' : '本机没有，以此代替'}
                </span>
              </td>
              <td>
                {CHOOSABLE.includes(role.role) ? (
                  <Select
                    className="font-select"
                    aria-label={`${role.label}指定字体`}
                    allowClear
                    showSearch
                    placeholder="按标准"
                    loading={save.saving}
                    value={chosen[role.role]}
                    options={fonts.data.installed.map((face) => ({ value: face, label: face }))}
                    onChange={(face?: string) => set(role.role, face)}
                  />
                ) : (
                  <span className="quiet">按标准</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <Button onClick={() => void fonts.refetch()} loading={fonts.isFetching}>
          重新查看本机字体
        </Button>
      </p>
    </section>
  );
}

interface UsesProps {
  readonly face: Face;
  /** The face that is wished and not there. */
  readonly missing: string | undefined;
}

/** Which papers a face matters to; open where it is missing. */
function Uses({ face, missing }: UsesProps) {
  const { data } = useQuery(queries.documents.list.queryOptions({ input: {} }));
  const uses = sufferers(data?.documents ?? [], face);
  const count = uses.reduce((sum, { labels }) => sum + labels.length, 0);
  if (count === 0) return null;
  return (
    <details className="font-uses">
      <summary data-late={missing !== undefined || undefined}>
        {missing ? `本机没有“${missing}”，${count} 种文书会走样` : `${count} 种文书用到`}
      </summary>
      <ul>
        {uses.map(({ parts, labels }) => (
          <li key={parts}>
            <strong>{parts}</strong>
            <span className="quiet small">
              {labels.slice(0, MOST_LABELS).join('、')}
              {labels.length > MOST_LABELS ? ` 等 ${labels.length} 种` : ''}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** More names than this hide the one a clerk looks for. */
const MOST_LABELS = 12;
