import { DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, InputNumber } from 'antd';
import type { Settings } from '../../app/api.ts';
import { ConditionsEditor } from '../../records/conditions/ConditionsEditor.tsx';
import type { Item } from './types.ts';

interface TiersFormProps {
  readonly item: Item;
  /** Of the records counted. */
  readonly kind: string;
  readonly enumerations: Settings['enumerations'];
  readonly onChange: (next: Partial<Item>) => void;
}

/** 分档: points by how far it went; 系数: what multiplies them. */
export function TiersForm({ item, kind, enumerations, onChange }: TiersFormProps) {
  const tiers = item.tiers ?? [];
  const scale = item.scale ?? [];
  const setTiers = (next: Item['tiers']) => onChange({ tiers: next && next.length > 0 ? next : undefined });
  const setScale = (next: Item['scale']) => onChange({ scale: next && next.length > 0 ? next : undefined });
  return (
    <>
      <h3>
        分档计分{' '}
        {tiers.length > 0 && (
          <Checkbox
            checked={item.tierMode === 'sum'}
            onChange={(event) => onChange({ tierMode: event.target.checked ? 'sum' : undefined })}
          >
            各档累计（不勾是取最高的一档）
          </Checkbox>
        )}
      </h3>
      {tiers.map((tier, index) => {
        const about = `第 ${index + 1} 档`;
        const put = (next: Partial<typeof tier>) =>
          setTiers(tiers.map((one, at) => (at === index ? { ...one, ...next } : one)));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: labels can be typed over
          <div key={index} className="scheme-tier">
            <div className="score-line">
              <Input
                aria-label={`${about}名称`}
                maxLength={40}
                value={tier.label}
                onChange={(event) => put({ label: event.target.value })}
              />
              <InputNumber
                aria-label={`${about}分值`}
                step={0.5}
                value={tier.points}
                onChange={(points) => put({ points: points ?? 0 })}
              />
              <span>分，要符合</span>
              <Button
                size="small"
                type="text"
                icon={<DeleteOutlined />}
                aria-label={`删除${about}`}
                onClick={() => setTiers(tiers.filter((_, at) => at !== index))}
              />
            </div>
            <ConditionsEditor
              kind={kind}
              about={about}
              value={tier.where}
              enumerations={enumerations}
              onChange={(where) => put({ where: [...where] })}
            />
          </div>
        );
      })}
      <Button size="small" onClick={() => setTiers([...tiers, { label: '新的一档', points: item.points, where: [] }])}>
        加一档
      </Button>
      {scale.length > 0 && <h3>系数</h3>}
      {scale.map((one, index) => {
        const about = `第 ${index + 1} 个系数`;
        const put = (next: Partial<typeof one>) =>
          setScale(scale.map((other, at) => (at === index ? { ...other, ...next } : other)));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <div key={index} className="scheme-tier">
            <div className="score-line">
              <Input
                aria-label={`${about}名称`}
                maxLength={40}
                value={one.label}
                onChange={(event) => put({ label: event.target.value })}
              />
              <span>×</span>
              <InputNumber
                aria-label={about}
                min={0}
                step={0.1}
                value={one.factor}
                onChange={(factor) => put({ factor: factor ?? 1 })}
              />
              <Button
                size="small"
                type="text"
                icon={<DeleteOutlined />}
                aria-label={`删除${about}`}
                onClick={() => setScale(scale.filter((_, at) => at !== index))}
              />
            </div>
            <ConditionsEditor
              kind={kind}
              about={about}
              value={one.where}
              enumerations={enumerations}
              onChange={(where) => put({ where: [...where] })}
            />
          </div>
        );
      })}{' '}
      <Button size="small" onClick={() => setScale([...scale, { label: '系数', factor: 0.5, where: [] }])}>
        加一个系数
      </Button>
    </>
  );
}
