import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Tabs } from 'antd';
import { useState } from 'react';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { formatTime } from '../../app/time.ts';
import { EvidenceLines } from '../../records/EvidenceGroups.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import type { Difference } from './types.ts';

interface VersionsDrawerProps {
  readonly year: number;
  readonly onClose: () => void;
}

/** What has moved since the year was handed in; every version with its hash worked out again; each still readable. */
export function VersionsDrawer({ year, onClose }: VersionsDrawerProps) {
  const differences = useQuery(queries.figures.differences.queryOptions({ input: { year } }));
  const items = differences.data?.items ?? [];
  return (
    <Drawer open size={760} onClose={onClose} title={`${year} 年定稿`} extra={<Button onClick={onClose}>关闭</Button>}>
      <RefusalNote refusal={differences.error ? explain(differences.error) : undefined} />
      <Tabs
        items={[
          {
            key: 'differences',
            label: `差异（${items.length}）`,
            children:
              items.length === 0 ? (
                <EmptyState title="没有差异">定稿以后没有一个数、没有一条依据变过。</EmptyState>
              ) : (
                items.map((item) => <OneDifference key={item.id} item={item} />)
              ),
          },
          { key: 'versions', label: '历次定稿与核验', children: <Versions year={year} /> },
        ]}
      />
    </Drawer>
  );
}

function OneDifference({ item }: { readonly item: Difference }) {
  const { label, frozen, now, redefined, added, removed, changed } = item;
  const parts = [
    { head: '定稿后新计入的记录', items: added },
    { head: '定稿后不再计入的记录', items: removed },
    { head: '计入的分量变了的记录', items: changed },
  ].filter((part) => part.items.length > 0);
  return (
    <section className="figure-difference" aria-label={label}>
      <h3>
        {label}：定稿 {frozen.text}，{now ? `现为 ${now.text}` : '这个指标已停用或删去'}
      </h3>
      {redefined && <p className="figure-warn">定稿以后改过口径。</p>}
      {parts.length === 0 && !redefined && now && <p className="quiet">记录没有变，是校正改了数。</p>}
      {parts.map(({ head, items }) => (
        <div key={head}>
          <h4 className="quiet">
            {head} {items.length} 条
          </h4>
          <EvidenceLines items={items} />
        </div>
      ))}
    </section>
  );
}

function Versions({ year }: { readonly year: number }) {
  const verified = useQuery(queries.figures.verify.queryOptions({ input: { year } }));
  const [shown, setShown] = useState<number>();
  const versions = verified.data?.versions ?? [];
  return (
    <div className="figure-versions">
      <RefusalNote refusal={verified.error ? explain(verified.error) : undefined} />
      {verified.data && (
        <p role="status" className={verified.data.ok ? 'figure-good' : 'field-problem'}>
          {verified.data.ok
            ? '核验通过：每次定稿重算的校验值都与当时的一致。'
            : '核验不通过：定稿的内容与当时的校验值不一致，可能被改动过。请用备份核对，或重新定稿。'}
        </p>
      )}
      <Button loading={verified.isFetching} onClick={() => void verified.refetch()}>
        再核验一次
      </Button>
      <ul>
        {versions.map(({ version, by, at, reason, hash, ok }) => (
          <li key={version} className="figure-version">
            <p>
              第 {version} 次 · {by} · {formatTime(at)} · {ok ? '✓ 校验一致' : '✗ 校验不一致'}
            </p>
            {reason && <p>理由：{reason}</p>}
            <p className="quiet small figure-hash">SHA-256 {hash}</p>
            <Button size="small" onClick={() => setShown(shown === version ? undefined : version)}>
              {shown === version ? '收起' : '看这次定稿的数'}
            </Button>
            {shown === version && <Frozen year={year} version={version} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** All numbers of one version; its records open one figure at a time. */
function Frozen({ year, version }: { readonly year: number; readonly version: number }) {
  const query = useQuery(queries.figures.frozen.queryOptions({ input: { year, version } }));
  const [open, setOpen] = useState<string>();
  if (query.error) return <RefusalNote refusal={explain(query.error)} />;
  return (
    <table className="figure-table">
      <tbody>
        {(query.data?.figures ?? []).map(({ id, label, text, items, correction }) => (
          <tr key={id}>
            <th scope="row">{label}</th>
            <td>
              <button
                type="button"
                className="evidence"
                aria-expanded={open === id}
                onClick={() => setOpen(open === id ? undefined : id)}
              >
                {text}
              </button>
              {correction && (
                <span className="quiet small">
                  {' '}
                  校正（{correction.by}：{correction.reason}）
                </span>
              )}
              {open === id && <EvidenceLines items={items} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
