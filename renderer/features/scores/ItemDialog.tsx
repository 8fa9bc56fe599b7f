import { useQuery } from '@tanstack/react-query';
import { Button, Input, InputNumber, Modal, Select } from 'antd';
import { SUBJECT_KINDS } from '../../../shared/scoring/scheme.ts';
import { triggerWords } from '../../../shared/scoring/trigger-words.ts';
import { queries } from '../../app/api.ts';
import { ConditionsEditor } from '../../records/conditions/ConditionsEditor.tsx';
import { TiersForm } from './TiersForm.tsx';
import { TriggerForm } from './TriggerForm.tsx';
import type { Item, Scheme } from './types.ts';

interface ItemDialogProps {
  readonly item: Item;
  readonly scheme: Scheme;
  readonly onChange: (item: Item) => void;
  readonly onClose: () => void;
}

/** Everything of one item, with the rule as a sentence that follows each change. */
export function ItemDialog({ item, scheme, onChange, onClose }: ItemDialogProps) {
  const settings = useQuery(queries.settings.get.queryOptions({ input: {} }));
  const enumerations = settings.data?.enumerations ?? [];
  const set = (next: Partial<Item>) => onChange({ ...item, ...next });
  return (
    <Modal open centered width={920} title={`${item.code} ${item.label}`} footer={null} onCancel={onClose}>
      <div className="score-form scheme-item">
        <p className="scheme-sentence" aria-live="polite">
          {triggerWords(item, scheme)}。
        </p>
        <div className="score-line">
          <label htmlFor="item-code">编码</label>
          <Input
            id="item-code"
            aria-label="编码"
            className="scheme-code"
            maxLength={20}
            value={item.code}
            onChange={(event) => set({ code: event.target.value })}
          />
          <label htmlFor="item-label">名称</label>
          <Input
            id="item-label"
            aria-label="项目名称"
            maxLength={60}
            value={item.label}
            onChange={(event) => set({ label: event.target.value })}
          />
          <label htmlFor="item-section">归在</label>
          <Select
            id="item-section"
            aria-label="归在哪一类"
            className="scheme-parent"
            popupMatchSelectWidth={false}
            value={item.section}
            options={scheme.sections.map(({ id, label }) => ({ value: id, label }))}
            onChange={(section: string) => set({ section })}
          />
        </div>
        <Amounts item={item} set={set} />
        <TriggerForm
          trigger={item.trigger}
          scheme={scheme}
          enumerations={enumerations}
          onChange={(trigger) => set({ trigger })}
        />
        {'kind' in item.trigger && (
          <TiersForm item={item} kind={item.trigger.kind} enumerations={enumerations} onChange={set} />
        )}
        <h3>只给什么样的对象（不写就是都给）</h3>
        <ConditionsEditor
          kind={SUBJECT_KINDS[scheme.audience]}
          about="对象"
          value={item.only ?? []}
          enumerations={enumerations}
          onChange={(only) => set({ only: only.length > 0 ? [...only] : undefined })}
        />
        <label htmlFor="item-note">说明、取证要求</label>
        <Input.TextArea
          id="item-note"
          aria-label="说明"
          maxLength={500}
          rows={2}
          value={item.note ?? ''}
          onChange={(event) => set({ note: event.target.value || undefined })}
        />
        <div className="dialog-verbs">
          <Button type="primary" onClick={onClose}>
            好
          </Button>
        </div>
      </div>
    </Modal>
  );
}

interface AmountsProps {
  readonly item: Item;
  readonly set: (next: Partial<Item>) => void;
}

/** Points and what bounds them. */
function Amounts({ item, set }: AmountsProps) {
  const { joint } = item;
  return (
    <div className="score-line">
      <span>每</span>
      <Input
        aria-label="单位"
        className="scheme-unit"
        maxLength={10}
        value={item.unit}
        onChange={(event) => set({ unit: event.target.value })}
      />
      <InputNumber
        aria-label="分值"
        step={0.5}
        disabled={item.tiers !== undefined}
        value={item.points}
        onChange={(points) => set({ points: points ?? 0 })}
      />
      <span>分，封顶</span>
      <InputNumber
        aria-label="封顶"
        min={0}
        placeholder="不限"
        value={item.cap ?? null}
        onChange={(cap) => set({ cap: cap ?? undefined })}
      />
      <span>，从第</span>
      <InputNumber
        aria-label="从第几次起"
        min={1}
        precision={0}
        placeholder="1"
        value={item.startAt ?? null}
        onChange={(startAt) => set({ startAt: startAt ?? undefined })}
      />
      <span>{item.unit}起算</span>
      {joint ? (
        <>
          <span>；联名的第一作者 ×</span>
          <InputNumber
            aria-label="第一作者系数"
            min={0}
            max={1}
            step={0.1}
            value={joint.first}
            onChange={(first) => set({ joint: { ...joint, first: first ?? 0 } })}
          />
          <span>其余</span>
          <InputNumber
            aria-label="其余作者系数"
            min={0}
            max={1}
            step={0.1}
            placeholder="均分余下"
            value={joint.others === 'split' ? null : joint.others}
            onChange={(others) => set({ joint: { ...joint, others: others ?? 'split' } })}
          />
          <Button size="small" onClick={() => set({ joint: undefined })}>
            不分联名
          </Button>
        </>
      ) : (
        <Button size="small" onClick={() => set({ joint: { first: 1, others: 0.5 } })}>
          联名分别计…
        </Button>
      )}
    </div>
  );
}
