import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';

type Receiver = { readonly label: string; readonly text: string };

interface ReceiversProps {
  readonly value: readonly Receiver[];
  readonly onChange: (value: readonly Receiver[]) => void;
  /** As the office keeps it; not yet changed for this issue. */
  readonly fromOffice: boolean;
}

/** 报, 送, 发: from the office's settings, and to be changed for one issue. */
export function Receivers({ value, onChange, fromOffice }: ReceiversProps) {
  const change = (index: number, next: Partial<Receiver>) =>
    onChange(value.map((row, place) => (place === index ? { ...row, ...next } : row)));
  return (
    <div className="receivers">
      {value.length === 0 && (
        <p className="quiet small">
          单位设置里还没有发送对象，<Link to="/settings">去填写</Link>，或在这里添一行。
        </p>
      )}
      {value.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place
        <div key={index} className="receivers-row">
          <Input
            aria-label={`第 ${index + 1} 行，报、送或发`}
            maxLength={10}
            value={row.label}
            onChange={(event) => change(index, { label: event.target.value })}
          />
          <Input
            aria-label={`第 ${index + 1} 行，单位`}
            maxLength={500}
            value={row.text}
            onChange={(event) => change(index, { text: event.target.value })}
          />
          <Button
            aria-label={`去掉第 ${index + 1} 行`}
            onClick={() => onChange(value.filter((_row, place) => place !== index))}
          >
            去掉
          </Button>
        </div>
      ))}
      <p className="small">
        <Button
          size="small"
          disabled={value.length >= 10}
          onClick={() => onChange([...value, { label: '送', text: '' }])}
        >
          添一行
        </Button>{' '}
        {fromOffice && value.length > 0 && <span className="quiet">取自单位设置，只改这一期不影响设置。</span>}
      </p>
    </div>
  );
}
