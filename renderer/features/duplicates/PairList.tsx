import { useEffect, useRef } from 'react';
import type { RecordKind } from '../../../shared/records/kind.ts';
import type { api, Output } from '../../app/api.ts';
import { onKeys } from '../../ui/keys.ts';
import { spacedName } from '../../ui/spaced-name.ts';

export type Pair = Output<typeof api.duplicates.find>['pairs'][number];

interface PairListProps {
  readonly kind: RecordKind;
  readonly pairs: readonly Pair[];
  readonly total: number;
  /** Place of the pair that is compared; -1 when it is none of these. */
  readonly chosen: number;
  readonly onChoose: (pair: Pair) => void;
}

/** The pairs, the likeliest first, with the reasons. Up and down go through them. */
export function PairList({ kind, pairs, total, chosen, onChoose }: PairListProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const go = (by: number) => {
    const pair = pairs[Math.min(pairs.length - 1, Math.max(0, chosen + by))];
    if (!pair) return;
    onChoose(pair);
    const at = pairs.indexOf(pair);
    list.current?.children[at]?.querySelector('button')?.focus();
  };
  const ofPeople = kind.id === 'person' || kind.id === 'member';
  const titles = (pair: Pair) => (ofPeople ? pair.titles.map(spacedName) : pair.titles);
  return (
    <section className="twin-list card" aria-label="可能重复的各对">
      {pairs.length === 0 && <p className="quiet">没有别的可能重复的{kind.label}了。</p>}
      <ul ref={list} onKeyDown={onKeys({ up: () => go(-1), down: () => go(1) })}>
        {pairs.map((pair, index) => (
          <li key={pair.ids.join()}>
            <button type="button" aria-current={index === chosen || undefined} onClick={() => onChoose(pair)}>
              <span className="twin-title">{titles(pair)[0]}</span>
              {pair.titles[0] !== pair.titles[1] && <span className="twin-title">{titles(pair)[1]}</span>}
              <span className="small quiet">{pair.why.join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
      {total > pairs.length && (
        <p className="small quiet">
          先列最像的 {pairs.length} 对，共 {total} 对；处理完会接着列出。
        </p>
      )}
    </section>
  );
}
