import { Checkbox, Input, InputNumber, Select } from 'antd';
import type { Wording } from '../../../shared/figures/definition.ts';

interface WordingFieldsProps {
  readonly wording: Wording | undefined;
  readonly onChange: (wording: Wording | undefined) => void;
}

const STYLES: readonly { readonly value: Wording['style']; readonly label: string }[] = [
  { value: 'exact', label: '写实数：54' },
  { value: 'more', label: '写成多：50多' },
  { value: 'odd', label: '写成余：1300余' },
  { value: 'near', label: '写成近：近700' },
  { value: 'over', label: '写成超：超2亿' },
];

/** How the number is written in a report. A word that would not be true is never written. */
export function WordingFields({ wording, onChange }: WordingFieldsProps) {
  const style = wording?.style ?? 'exact';
  const scale = wording?.scale;
  const put = (next: Wording) => onChange(next.style === 'exact' && !next.scale ? undefined : next);
  const kept = scale ? { scale } : {};
  return (
    <div className="figure-details">
      <Select
        aria-label="写法"
        value={style}
        options={[...STYLES]}
        onChange={(next: Wording['style']) => put({ style: next, ...kept })}
      />
      <Checkbox
        checked={scale !== undefined}
        onChange={({ target }) => put({ style, ...(target.checked ? { scale: { unit: '亿元', size: 10_000 } } : {}) })}
      >
        大数换单位
      </Checkbox>
      {scale && (
        <>
          <span>满</span>
          <InputNumber
            aria-label="满多少换单位"
            min={2}
            value={scale.size}
            onChange={(size) => put({ style, scale: { ...scale, size: size ?? 10_000 } })}
          />
          <span>写成 1</span>
          <Input
            aria-label="换成什么单位"
            className="figure-unit"
            maxLength={10}
            value={scale.unit}
            onChange={({ target }) => put({ style, scale: { ...scale, unit: target.value } })}
          />
        </>
      )}
    </div>
  );
}
