import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { canBeAlike } from '../../../shared/records/likeness/index.ts';
import type { Values } from '../../../shared/records/record.ts';
import { queries } from '../../app/api.ts';
import { spacedName } from '../../ui/spaced-name.ts';
import { SidePanel } from '../list/SidePanel.tsx';
import '../list/list.css';

/** Milliseconds without a key before the office is asked. */
const PAUSE = 500;
const SHOWN = 3;

/** The field by which a clerk first recognises a record: the notice stands under it. */
export function tellingField(kind: RecordKind): string | undefined {
  if (!canBeAlike(kind)) return undefined;
  if (kind.fields.name?.format === 'name') return 'name';
  const candidates = [kind.similar?.fields[0], kind.alike?.[0]?.[0], kind.unique?.[0]?.[0]];
  const onForm = new Set(kind.form.flatMap((group) => group.fields));
  return candidates.find((name) => name !== undefined && onForm.has(name));
}

interface MayExistProps {
  readonly kind: RecordKind;
  readonly id: string | undefined;
  readonly values: Values;
}

/** 可能已有：said quietly while a record is being entered; never stands in the way of saving. */
export function MayExist({ kind, id, values }: MayExistProps) {
  const asked = useLater(valuesToAsk(kind, values), PAUSE);
  const [open, setOpen] = useState<string>();
  const [silent, setSilent] = useState(false);
  const query = useQuery({
    ...queries.duplicates.similar.queryOptions({
      input: { kind: kind.id, values: JSON.parse(asked), limit: SHOWN, ...(id ? { id } : {}) },
    }),
    enabled: !silent && asked !== '{}',
  });
  const items = (!silent && asked !== '{}' && query.data?.items) || [];
  const ofPeople = kind.id === 'person' || kind.id === 'member';
  return (
    <div className="may-exist" data-filled={items.length > 0 || undefined}>
      {/* Always there, so that what comes into it is read out. */}
      <div role="status">
        {items.length > 0 && <span>库中可能已有：</span>}
        {items.length > 0 && (
          <ul>
            {items.map((item) => (
              <li key={item.id}>
                <button type="button" className="plain-button" onClick={() => setOpen(item.id)}>
                  {ofPeople ? spacedName(item.title) : item.title}
                </button>
                <span className="small quiet">
                  {item.subtitle ? `${item.subtitle}；` : ''}
                  {item.why.join('、')}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
      {items.length > 0 && (
        <Button size="small" type="text" onClick={() => setSilent(true)}>
          知道了
        </Button>
      )}
      {open && items.length > 0 && (
        <div className="may-exist-side">
          <SidePanel kind={kind} id={open} onClose={() => setOpen(undefined)} />
        </div>
      )}
    </div>
  );
}

/** Only what likeness is judged by, as text: typing elsewhere in the form asks nothing anew. */
function valuesToAsk(kind: RecordKind, values: Values): string {
  const people =
    kind.fields.name?.format === 'name' ? ['name', 'nameNote', 'birth', 'born', 'mobile', 'sex', 'org'] : [];
  const names = new Set([
    ...people,
    ...(kind.unique ?? []).flat(),
    ...(kind.alike ?? []).flat(),
    ...(kind.similar?.fields ?? []),
    ...['name', 'shortName'],
  ]);
  const given = [...names].filter((name) => {
    const value = values[name];
    return Object.hasOwn(kind.fields, name) && value !== undefined && value !== null && value !== '';
  });
  return JSON.stringify(Object.fromEntries(given.map((name) => [name, values[name]])));
}

function useLater(value: string, ms: number): string {
  const [later, setLater] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return later;
}
