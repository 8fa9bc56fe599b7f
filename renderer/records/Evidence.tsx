import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { EmptyState } from '../ui/EmptyState.tsx';
import { RecordLink } from '../ui/RecordLink.tsx';

/** A record behind a number. */
export interface EvidenceItem {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  /** 'YYYY-MM-DD' or empty. */
  readonly on?: string;
  readonly note?: string;
}

interface EvidenceProps {
  /** What is counted: 办复率的分子. */
  readonly label: string;
  readonly items: readonly EvidenceItem[];
  /** The figure when it is no plain count (a sum, a share). */
  readonly figure?: string | number;
  readonly unit?: string;
  /** 口径: how it is counted, in words. */
  readonly rule?: string;
}

/** A number that opens onto exactly the records it is made of. */
export function Evidence({ label, items, figure = items.length, unit = '', rule }: EvidenceProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="evidence"
        title={rule ? `口径：${rule}` : `看${label}的每一条`}
        aria-label={`${label} ${figure}${unit}，看是哪些`}
        onClick={() => setOpen(true)}
      >
        {figure}
        {unit && <span className="evidence-unit">{unit}</span>}
      </button>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        size={560}
        title={`${label}：${items.length} 条`}
        extra={<Button onClick={() => setOpen(false)}>关闭</Button>}
        destroyOnHidden
      >
        {rule && <p className="quiet">口径：{rule}</p>}
        {items.length === 0 ? (
          <EmptyState title="没有记录">这个数是 0：台账里还没有这样的记录。</EmptyState>
        ) : (
          <ol className="evidence-list">
            {items.map((item) => (
              <li key={`${item.kind}/${item.id}`}>
                <RecordLink
                  kind={item.kind}
                  id={item.id}
                  titles={{ [`${item.kind}/${item.id}`]: { title: item.title } }}
                />
                <span className="quiet small">{[item.on, item.note].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ol>
        )}
      </Drawer>
    </>
  );
}
