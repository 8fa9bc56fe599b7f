import { useVirtualizer } from '@tanstack/react-virtual';
import { Radio } from 'antd';
import { useMemo, useRef, useState } from 'react';
import type { RecordKind } from '../../../shared/records/kind.ts';
import type { api, Output } from '../../app/api.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';

export type BatchPlan = Output<typeof api.batch.plan>;

interface PreviewLine {
  readonly key: string;
  readonly title: string;
  readonly isNew: boolean;
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly overwrites: boolean;
  readonly problem?: string;
  readonly warning?: string;
}

const LINE = 34;
type Part = 'all' | 'overwritten' | 'problems';

/** Every cell that would change, old beside new; problems first. Nothing has been written yet. */
export function ChangePreview({ kind, plan }: { readonly kind: RecordKind; readonly plan: BatchPlan }) {
  const { counts } = plan;
  const [part, setPart] = useState<Part>(counts.problems > 0 ? 'problems' : 'all');
  const all = useMemo(() => linesOf(plan), [plan]);
  const lines = all.filter((line) =>
    part === 'problems' ? line.problem !== undefined : part === 'overwritten' ? line.overwrites : true,
  );
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => LINE,
    overscan: 10,
  });
  return (
    <div className="preview">
      <p role="status">{countsInWords(kind, plan)}</p>
      <Radio.Group
        optionType="button"
        size="small"
        aria-label="看哪些"
        value={part}
        onChange={(event) => setPart(event.target.value as Part)}
        options={[
          { value: 'all', label: `全部 ${counts.cells} 格` },
          { value: 'overwritten', label: `会改写的 ${counts.overwritten} 格` },
          { value: 'problems', label: `有问题的 ${counts.problems} 处` },
        ]}
      />
      <div className="preview-line preview-head">
        <span>记录</span>
        <span>栏目</span>
        <span>现在</span>
        <span>改成</span>
      </div>
      <div ref={box} className="preview-box">
        {lines.length === 0 && <EmptyState title="没有这样的格子">换一项看看。</EmptyState>}
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map((item) => {
            const line = lines[item.index];
            if (!line) return null;
            return (
              <div
                key={line.key}
                className="preview-line"
                data-problem={line.problem !== undefined || undefined}
                style={{ transform: `translateY(${item.start}px)`, height: item.size }}
              >
                <span className="clip" title={line.title}>
                  {line.isNew && <span className="tag">新增</span>} {line.title}
                </span>
                <span className="clip">{line.label}</span>
                {line.problem !== undefined ? (
                  <span className="clip field-problem preview-problem" title={line.problem}>
                    {line.problem}
                  </span>
                ) : (
                  <>
                    <span className="clip quiet" title={line.before}>
                      {line.before || '（空）'}
                    </span>
                    <span className="clip" title={line.warning ?? line.after}>
                      {line.after || '（清空）'}
                      {line.warning && <span className="quiet small">　{line.warning}</span>}
                    </span>
                  </>
                )}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function linesOf(plan: BatchPlan): PreviewLine[] {
  const problems: PreviewLine[] = [];
  const cells: PreviewLine[] = [];
  for (const [index, item] of plan.items.entries()) {
    const common = { title: item.title || '（没有名称）', isNew: item.action === 'add', before: '', after: '' };
    for (const { field, label, message } of item.problems)
      problems.push({ ...common, key: `p ${index} ${field}`, label, overwrites: false, problem: message });
    for (const cell of item.cells) {
      const warning = item.warnings.find(({ field }) => field === cell.field)?.message;
      cells.push({ ...common, key: `c ${index} ${cell.field}`, ...cell, ...(warning ? { warning } : {}) });
    }
  }
  return [...problems, ...cells];
}

/** 新增 9 名，修改 3 名，共 58 格，其中改写 4 格；2 处有问题 */
export function countsInWords(kind: RecordKind, { counts }: BatchPlan): string {
  const { unit } = kind;
  const parts = [
    counts.add > 0 ? `新增 ${counts.add} ${unit}` : '',
    counts.update > 0 ? `修改 ${counts.update} ${unit}` : '',
    counts.same > 0 ? `${counts.same} ${unit}不用改` : '',
    `共 ${counts.cells} 格，其中改写已有内容 ${counts.overwritten} 格`,
  ].filter(Boolean);
  return `${parts.join('，')}${counts.problems > 0 ? `；${counts.problems} 处有问题` : ''}。`;
}
