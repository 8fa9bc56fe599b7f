import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { queries } from '../../app/api.ts';
import { DateInput } from '../../records/form/DateInput.tsx';

/** A row of event.resolutions (议定事项). */
export interface ResolutionRow {
  readonly text?: string;
  readonly department?: string;
  readonly due?: string;
  readonly state?: string;
  readonly [field: string]: unknown;
}

interface ResolutionsProps {
  readonly rows: readonly ResolutionRow[];
  /** Problems of the last save by field path: 'resolutions.2.text'. */
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (rows: readonly ResolutionRow[]) => void;
}

/** 议定事项: what was decided, who does it, until when. They become due items on the home page. */
export function Resolutions({ rows, problems, onChange }: ResolutionsProps) {
  const settings = useQuery(queries.settings.get.queryOptions({ input: {} }));
  const states = settings.data?.enumerations.find((entry) => entry.id === 'resolutionState')?.values ?? [];
  const set = (index: number, part: Partial<ResolutionRow>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  return (
    <section className="card minutes-resolutions" aria-label="议定事项">
      <h2>议定事项</h2>
      {rows.length === 0 && <p className="quiet">会上定下的事逐条记在这里，到期会出现在首页。</p>}
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place until they are saved
        <fieldset key={index} className="resolution">
          <legend>第 {index + 1} 项</legend>
          <Input.TextArea
            aria-label={`第${index + 1}项内容`}
            autoSize={{ minRows: 2, maxRows: 6 }}
            placeholder="内容"
            {...(problems[`resolutions.${index}.text`] ? { status: 'error' as const } : {})}
            value={row.text ?? ''}
            onChange={(event) => set(index, { text: event.target.value })}
          />
          {problems[`resolutions.${index}.text`] && (
            <p className="field-problem">{problems[`resolutions.${index}.text`]}</p>
          )}
          <div className="resolution-line">
            <Input
              aria-label={`第${index + 1}项责任部门`}
              placeholder="责任部门"
              value={row.department ?? ''}
              onChange={(event) => set(index, { department: event.target.value })}
            />
            <label className="visually-hidden" htmlFor={`due-${index}`}>
              第{index + 1}项完成时限
            </label>
            <DateInput
              id={`due-${index}`}
              type="date"
              value={row.due ?? ''}
              onChange={(due) => set(index, { due: typeof due === 'string' ? due : undefined })}
            />
          </div>
          <div className="resolution-line">
            <Select
              aria-label={`第${index + 1}项进展`}
              value={row.state ?? '未启动'}
              options={states
                .filter((entry) => !entry.retired || entry.value === row.state)
                .map(({ value }) => ({ value, label: value }))}
              onChange={(state) => set(index, { state })}
            />
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={`删去第${index + 1}项`}
              title="删去这一项"
              onClick={() => onChange(rows.filter((_, at) => at !== index))}
            />
          </div>
        </fieldset>
      ))}
      <Button block icon={<PlusOutlined />} onClick={() => onChange([...rows, { state: '未启动' }])}>
        加一项
      </Button>
    </section>
  );
}
