import { Button, Select } from 'antd';
import { useState } from 'react';
import { expectedMembers, SCOPES, scopeOf } from '../../../shared/figures/expected.ts';
import { addExpected, compareRoll, type RollRow } from '../../../shared/figures/roll-call.ts';
import type { StoredRecord } from '../../app/api.ts';
import { RecordPicker } from '../../records/form/RecordPicker.tsx';
import type { Members } from './use-members.ts';

interface ExpectedPanelProps {
  readonly event: StoredRecord['values'];
  readonly rows: readonly RollRow[];
  readonly members: Members;
  readonly onChange: (next: (before: readonly RollRow[]) => readonly RollRow[]) => void;
}

const NAMED = 12;

/** 应到范围: by the kind of meeting, and what the list lacks of it. */
export function ExpectedPanel({ event, rows, members, onChange }: ExpectedPanelProps) {
  const own = scopeOf(event);
  const [scopeId, setScopeId] = useState(own?.id);
  const scope = SCOPES.find(({ id }) => id === scopeId);
  const [body, setBody] = useState<string | undefined>(() => bodyOf(event, own));
  const expected = scope ? expectedMembers(event, scope, members.all, body).map(({ id }) => id) : [];
  const { missing, outside } = compareRoll(rows, expected);
  const named = (ids: readonly string[]) =>
    `${ids
      .slice(0, NAMED)
      .map((id) => members.nameOf(id) ?? '…')
      .join('、')}${ids.length > NAMED ? ` 等 ${ids.length} 人` : ''}`;
  return (
    <section className="card" aria-label="应到范围">
      <h2>应到范围</h2>
      <Select
        aria-label="应到范围"
        className="roll-scope"
        placeholder="这类会议没有固定范围，请选择"
        value={scopeId}
        onChange={(id: string) => {
          setScopeId(id);
          setBody(
            bodyOf(
              event,
              SCOPES.find((one) => one.id === id),
            ),
          );
        }}
        options={SCOPES.map(({ id, label }) => ({
          value: id,
          label: id === own?.id ? `${label}（按会议类型）` : label,
        }))}
      />
      {scope?.body && (
        <RecordPicker
          kind={scope.body.kind}
          label={scope.label}
          value={body ? [body] : []}
          onChange={(ids) => setBody(ids[0])}
        />
      )}
      {scope && <p>{members.loading ? '正在数……' : `会议当天在任、属于这个范围的有 ${expected.length} 人。`}</p>}
      {missing.length > 0 && (
        <>
          <p className="quiet small">名单里还没有：{named(missing)}</p>
          <Button type="primary" ghost onClick={() => onChange((before) => addExpected(before, missing))}>
            带出应到名单（补 {missing.length} 人）
          </Button>
        </>
      )}
      {scope && !members.loading && expected.length > 0 && missing.length === 0 && (
        <p className="good">应到的 {expected.length} 人都在名单里。</p>
      )}
      {expected.length > 0 && outside.length > 0 && (
        <p className="warn small">记为“应出席”但不在这个范围：{named(outside)}。请核对，或改为列席、特邀。</p>
      )}
    </section>
  );
}

function bodyOf(event: StoredRecord['values'], scope: ReturnType<typeof scopeOf>): string | undefined {
  const value = scope?.body ? event[scope.body.field] : undefined;
  return typeof value === 'string' ? value : undefined;
}
