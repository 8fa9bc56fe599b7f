import { Button } from 'antd';
import { useState } from 'react';
import { EvidenceLines } from '../../records/EvidenceGroups.tsx';
import type { Findings } from './types.ts';

interface ChecksProps {
  readonly findings: Findings;
  readonly broken: readonly { readonly name: string; readonly problem: string }[];
}

/** What does not fit between the figures, on top of the page, with the records at fault. */
export function Checks({ findings, broken }: ChecksProps) {
  const [open, setOpen] = useState<string>();
  if (findings.length + broken.length === 0) return null;
  return (
    <section className="figure-checks" aria-label="数字之间的核对" role="alert">
      <h2>{findings.length > 0 ? `数字之间有 ${findings.length} 处对不上` : '有的口径读不出来'}</h2>
      <ul>
        {findings.map(({ id, label, message, mend, items }) => (
          <li key={id}>
            <strong>{label}</strong>：{message} <span className="quiet">{mend}</span>
            {items.length > 0 && (
              <Button
                type="link"
                size="small"
                aria-expanded={open === id}
                onClick={() => setOpen(open === id ? undefined : id)}
              >
                {open === id ? '收起' : `看这 ${items.length} 条记录`}
              </Button>
            )}
            {open === id && <EvidenceLines items={items} />}
          </li>
        ))}
        {broken.map(({ name, problem }) => (
          <li key={name}>
            <strong>自定指标“{name}”</strong>读不出来（{problem}），没有计算。请重新定义。
          </li>
        ))}
      </ul>
    </section>
  );
}
