import { useQuery } from '@tanstack/react-query';
import { Button, InputNumber } from 'antd';
import { useMemo, useState } from 'react';
import { servedOn } from '../../../shared/figures/expected.ts';
import { nextToSitIn, type RollRow, sittingInTimes } from '../../../shared/figures/roll-call.ts';
import { queries, type StoredRecord } from '../../app/api.ts';
import type { Members } from './use-members.ts';

interface SittingInProps {
  readonly event: StoredRecord;
  readonly rows: readonly RollRow[];
  readonly members: Members;
  readonly onChange: (next: (before: readonly RollRow[]) => readonly RollRow[]) => void;
}

const USUAL = 5;

/** 分批列席: the members who sat in least often in the term come next. */
export function SittingIn({ event, rows, members, onChange }: SittingInProps) {
  const [count, setCount] = useState(USUAL);
  const term = event.values.term;
  const held = useQuery(
    queries.records.list.queryOptions({
      input: {
        kind: 'event',
        filters: [
          { field: 'subtype', type: 'any', values: [event.values.subtype ?? null] },
          ...(typeof term === 'string' ? [{ field: 'term', type: 'any' as const, values: [term] }] : []),
        ],
        limit: 10_000,
      },
    }),
  );
  const times = useMemo(
    () => sittingInTimes((held.data?.records ?? []).filter(({ id }) => id !== event.id).map(({ values }) => values)),
    [held.data, event.id],
  );
  const day = String(event.values.start ?? '').slice(0, 10);
  const free = useMemo(() => {
    const taken = new Set(rows.map(({ member }) => member));
    return members.all
      .filter((member) => servedOn(member, day) && (!term || member.values.term === term) && !taken.has(member.id))
      .map(({ id }) => id);
  }, [members.all, rows, day, term]);
  const next = nextToSitIn(free, times, count);
  const already = rows.filter(({ role }) => role === '列席').length;
  return (
    <section className="card" aria-label="分批列席">
      <h2>分批列席</h2>
      <p className="quiet small">按本届同类会议列席次数从少到多排。{already > 0 && `名单里已有列席 ${already} 人。`}</p>
      <p>
        <InputNumber
          aria-label="列席人数"
          min={1}
          max={60}
          value={count}
          onChange={(value) => setCount(value ?? USUAL)}
          suffix="人"
        />{' '}
        <Button
          disabled={next.length === 0}
          onClick={() =>
            onChange((before) => [...before, ...next.map((member) => ({ member, role: '列席', state: '待确认' }))])
          }
        >
          请他们列席
        </Button>
      </p>
      <p className="small">
        {next
          .slice(0, 12)
          .map((id) => `${members.nameOf(id) ?? '…'}（${times.get(id) ?? 0} 次）`)
          .join('、')}
      </p>
    </section>
  );
}
