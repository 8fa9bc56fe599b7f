import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Select } from 'antd';
import type { Scheme } from './types.ts';

type Section = Scheme['sections'][number];

const KINDS = [
  { value: 'basic', label: '基础' },
  { value: 'bonus', label: '加分' },
  { value: 'deduction', label: '扣分' },
] as const;

interface SectionsFormProps {
  readonly scheme: Scheme;
  readonly onChange: (sections: readonly Section[]) => void;
}

/** 类: what its items add up to is cut at its cap; a start is given first and deducted from. */
export function SectionsForm({ scheme, onChange }: SectionsFormProps) {
  const { sections, items } = scheme;
  const put = (id: string, next: Partial<Section>) =>
    onChange(sections.map((one) => (one.id === id ? { ...one, ...next } : one)));
  const isUsed = (id: string) =>
    items.some(({ section }) => section === id) || sections.some(({ parent }) => parent === id);
  const number = (section: Section, field: 'cap' | 'start' | 'floor', words: string) => (
    <InputNumber
      size="small"
      aria-label={`${section.label}${words}`}
      placeholder={field === 'cap' ? '不限' : '无'}
      value={section[field] ?? null}
      onChange={(value) => put(section.id, { [field]: value ?? undefined })}
    />
  );
  return (
    <section className="card">
      <h2>类（{sections.length}）</h2>
      <table className="work-table scheme-items">
        <thead>
          <tr>
            <th>名称</th>
            <th>性质</th>
            <th>归在</th>
            <th>封顶</th>
            <th>起始分</th>
            <th>最低</th>
            <th aria-label="操作" />
          </tr>
        </thead>
        <tbody>
          {sections.map((section) => (
            <tr key={section.id}>
              <td>
                <Input
                  size="small"
                  aria-label={`${section.label}名称`}
                  maxLength={40}
                  value={section.label}
                  onChange={(event) => put(section.id, { label: event.target.value })}
                />
              </td>
              <td>
                <Select
                  size="small"
                  aria-label={`${section.label}性质`}
                  value={section.kind}
                  options={[...KINDS]}
                  onChange={(kind: Section['kind']) => put(section.id, { kind })}
                />
              </td>
              <td>
                <Select
                  size="small"
                  aria-label={`${section.label}归在哪一类`}
                  className="scheme-parent"
                  popupMatchSelectWidth={false}
                  value={section.parent ?? ''}
                  options={[
                    { value: '', label: '—' },
                    ...sections.filter(({ id }) => id !== section.id).map(({ id, label }) => ({ value: id, label })),
                  ]}
                  onChange={(parent: string) => put(section.id, { parent: parent || undefined })}
                />
              </td>
              <td>{number(section, 'cap', '封顶')}</td>
              <td>{number(section, 'start', '起始分')}</td>
              <td>{number(section, 'floor', '最低')}</td>
              <td>
                <Button
                  size="small"
                  type="text"
                  icon={<DeleteOutlined />}
                  disabled={isUsed(section.id)}
                  title={isUsed(section.id) ? '这一类还有项目，先改掉或删掉它们' : undefined}
                  aria-label={`删除类 ${section.label}`}
                  onClick={() => onChange(sections.filter(({ id }) => id !== section.id))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button
        size="small"
        onClick={() =>
          onChange([...sections, { id: `own-${crypto.randomUUID().slice(0, 8)}`, label: '新的一类', kind: 'basic' }])
        }
      >
        加一类
      </Button>
    </section>
  );
}
