import { Button } from 'antd';
import { SOURCE_KINDS, type SourceField } from '../../../shared/figures/suggestion-lists.ts';
import { type Cases, itemsOf } from '../../records/case-evidence.ts';
import { Evidence } from '../../records/Evidence.tsx';
import { Spread } from '../../records/WorkFigures.tsx';
import { RecordLink } from '../../ui/RecordLink.tsx';
import type { Overview } from './answers.ts';

interface SourcesProps {
  readonly data: Overview;
  readonly cases: Cases;
  readonly onChoose: (next: { source?: string; tab?: string }) => void;
}

const COLUMNS = ['all', 'problems', '未送达', '超期未签收', '已签收', 'answered', 'adopted'] as const;
const LABELS: Readonly<Record<(typeof COLUMNS)[number], string>> = {
  all: '条目',
  problems: '问题诉求',
  未送达: '未送达',
  超期未签收: '超期未签收',
  已签收: '已签收',
  answered: '已答复',
  adopted: '采纳',
};

/** By what the suggestions come out of, and by kind of source. */
export function Sources({ data, cases, onChoose }: SourcesProps) {
  return (
    <div className="work-page">
      <table className="work-table">
        <thead>
          <tr>
            <th>来源</th>
            {COLUMNS.map((column) => (
              <th key={column} className="number">
                {LABELS[column]}
              </th>
            ))}
            <th />
          </tr>
        </thead>
        <tbody>
          {data.sources.map((line) => (
            <tr key={line.key}>
              <td>
                <Source source={line.key} label={line.label} />
              </td>
              {COLUMNS.map((column) => {
                const ids = line.columns[column] ?? [];
                return (
                  <td
                    key={column}
                    className="number"
                    data-late={(column === '超期未签收' && ids.length > 0) || undefined}
                  >
                    {ids.length > 0 && (
                      <Evidence label={`${line.label}：${LABELS[column]}`} items={itemsOf(cases, ids)} />
                    )}
                  </td>
                );
              })}
              <td>
                {line.key && (
                  <Button size="small" onClick={() => onChoose({ source: line.key, tab: 'all' })}>
                    逐条办理
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Spread
        head="来源类型"
        lines={data.sourceTypes}
        columns={COLUMNS.map((id) => ({ id, label: LABELS[id], late: id === '超期未签收' }))}
        cases={cases}
        bar="all"
      />
    </div>
  );
}

/** The meeting, the report or the paper itself. */
export function Source({ source, label }: { readonly source: string; readonly label: string }) {
  const [field = '', id = ''] = source.split('/');
  const kind = field in SOURCE_KINDS ? SOURCE_KINDS[field as SourceField] : undefined;
  if (!kind || !id) return <span className="quiet">{label}</span>;
  return (
    <RecordLink kind={kind} id={id}>
      {label}
    </RecordLink>
  );
}
