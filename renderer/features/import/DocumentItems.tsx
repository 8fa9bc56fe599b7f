import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Select, Space } from 'antd';
import { queries } from '../../app/api.ts';
import { ACTIONS, type DocumentPlan, type ImportOptions } from './import-types.ts';

interface DocumentItemsProps {
  readonly plan: DocumentPlan;
  readonly options: ImportOptions;
  readonly onOptions: (options: ImportOptions) => void;
  readonly onDrop: (index: number) => void;
}

const ENCODINGS = ['UTF-8', 'GB18030', 'Big5', 'UTF-16LE', 'UTF-16BE'];

/** One card a file: what was recognised, how it will read, or why it cannot go in. */
export function DocumentItems({ plan, options, onOptions, onDrop }: DocumentItemsProps) {
  const settings = useQuery(queries.settings.get.queryOptions({ input: {} }));
  const categories = settings.data?.enumerations.find((entry) => entry.id === 'materialCategory')?.values ?? [];
  const anyText = plan.items.some((item) => item.encoding);
  const anySkipped = plan.items.some((item) => item.action === 'skip');
  return (
    <>
      <Space wrap className="import-options">
        {plan.as === 'material' && (
          <Select
            allowClear
            aria-label="资料类别"
            placeholder="类别：按内容判断"
            className="import-category"
            value={options.category}
            options={categories.filter((entry) => !entry.retired).map(({ value }) => ({ value, label: value }))}
            onChange={(category) => onOptions({ ...options, category })}
          />
        )}
        {anyText && (
          <Select
            allowClear
            aria-label="文字编码"
            placeholder="编码：自动识别"
            className="import-category"
            value={options.encoding}
            options={ENCODINGS.map((value) => ({ value, label: value }))}
            onChange={(encoding) => onOptions({ ...options, encoding })}
          />
        )}
        {(anySkipped || options.again) && (
          <Checkbox
            checked={options.again ?? false}
            onChange={(event) => onOptions({ ...options, again: event.target.checked })}
          >
            库里已有的也再导入一份
          </Checkbox>
        )}
      </Space>
      <ol className="import-items">
        {plan.items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: files are known by their place in the choice
          <li key={index} className="card import-item">
            <div className="import-item-head">
              <span className="tag" data-tone={ACTIONS[item.action].tone}>
                {ACTIONS[item.action].label}
              </span>
              <strong className="clip" title={item.title ?? item.name}>
                {item.title ?? item.name}
              </strong>
              <Button type="text" size="small" aria-label={`去掉 ${item.name}`} onClick={() => onDrop(index)}>
                去掉
              </Button>
            </div>
            {item.message && <p className={item.action === 'refuse' ? 'import-reason' : 'quiet'}>{item.message}</p>}
            <p className="quiet small">
              {[
                item.name,
                item.category,
                item.date,
                item.source,
                item.author,
                item.encoding && `编码 ${item.encoding}`,
                item.characters !== undefined && `${item.characters} 字`,
                item.pictures ? `${item.pictures} 幅图` : '',
                item.chapters ? `${item.chapters} 章` : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {item.preview && <p className="import-preview">{item.preview}</p>}
            {item.notes.length > 0 && <p className="quiet small">{item.notes.join('；')}</p>}
          </li>
        ))}
      </ol>
    </>
  );
}
