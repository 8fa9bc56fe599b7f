import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Drawer, Tabs } from 'antd';
import type { FigurePeriod } from '../../../shared/figures/figure-result.ts';
import { periodWords } from '../../../shared/figures/period-words.ts';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { formatTime } from '../../app/time.ts';
import { EvidenceGroups, EvidenceLines } from '../../records/EvidenceGroups.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { numberWords } from './number-words.ts';
import type { Figure, FigureDeed } from './types.ts';

interface FigureDrawerProps {
  readonly id: string;
  readonly period: FigurePeriod;
  /** Number of the freezing that the page shows, when the year has been handed in. */
  readonly version: number | undefined;
  readonly onAct: (deed: FigureDeed, figure: Figure) => void;
  readonly onClose: () => void;
}

/** Exactly the records that make a figure, how it is counted, and what was done to it by hand. */
export function FigureDrawer({ id, period, version, onAct, onClose }: FigureDrawerProps) {
  const query = useQuery({
    ...queries.figures.evidence.queryOptions({ input: { id, ...period } }),
    // The drawer stays as it is while a change is counted.
    placeholderData: keepPreviousData,
  });
  const figure = query.data?.figure;
  const groups = query.data?.groups ?? [];
  return (
    <Drawer
      open
      size={620}
      onClose={onClose}
      title={figure ? `${figure.label}：${numberWords(figure, figure.isPercent)}${unitOf(figure)}` : '依据'}
      extra={<Button onClick={onClose}>关闭</Button>}
    >
      <RefusalNote refusal={query.error ? explain(query.error) : undefined} />
      {figure && (
        <div className="figure-drawer">
          <p className="quiet small">
            {periodWords(period)} · 共 {figure.count} 条记录
          </p>
          <p>口径：{figure.rule}</p>
          <p className="quiet small">怎样数：{figure.query}</p>
          {figure.problem && <p className="field-problem">这个口径数不出来：{figure.problem}。请改口径。</p>}
          <CorrectionNote figure={figure} />
          <div className="figure-drawer-verbs">
            <Button size="small" onClick={() => onAct('copySentence', figure)}>
              复制“{figure.text}”
            </Button>
            <Button size="small" onClick={() => onAct('correct', figure)}>
              {figure.correction ? '改校正…' : '校正…'}
            </Button>
            <Button size="small" onClick={() => onAct('edit', figure)}>
              改口径…
            </Button>
          </div>
          {figure.frozen?.differs && version !== undefined ? (
            <Tabs
              items={[
                {
                  key: 'now',
                  label: `现在 ${numberWords(figure, figure.isPercent)}`,
                  children: <EvidenceGroups groups={groups} />,
                },
                {
                  key: 'frozen',
                  label: `定稿时 ${numberWords(figure.frozen, figure.isPercent)}`,
                  children: <FrozenEvidence id={id} year={Number(period.from.slice(0, 4))} version={version} />,
                },
              ]}
            />
          ) : (
            <EvidenceGroups groups={groups} />
          )}
        </div>
      )}
    </Drawer>
  );
}

const unitOf = ({ isPercent, unit }: Figure): string => (isPercent ? '' : unit);

/** Both values, the reason, the name; and whether the records have moved since. */
export function CorrectionNote({ figure }: { readonly figure: Figure }) {
  const { correction, computed, isPercent, met, of } = figure;
  if (!correction) return null;
  return (
    <p className="figure-correction">
      校正为 {numberWords({ value: correction.value }, isPercent)}，按记录数是{' '}
      {numberWords({ value: computed, met, of }, isPercent)}（{correction.by}，{formatTime(correction.at)}：
      {correction.reason}）
      {correction.moved && (
        <strong>
          。校正以后记录有变：当时按记录数是 {numberWords({ value: correction.computed }, isPercent)}，请再核一次
        </strong>
      )}
    </p>
  );
}

function FrozenEvidence(props: { readonly id: string; readonly year: number; readonly version: number }) {
  const { id, year, version } = props;
  const query = useQuery(queries.figures.frozen.queryOptions({ input: { year, version, figure: id } }));
  if (query.error) return <RefusalNote refusal={explain(query.error)} />;
  return <EvidenceLines items={query.data?.figures[0]?.items ?? []} />;
}
