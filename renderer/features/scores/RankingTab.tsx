import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Input, Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import { matchesPinyin } from '../../../shared/text/pinyin.ts';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { RankTable } from './RankTable.tsx';
import { type RankLine, STEP_WORDS, type Which } from './types.ts';

type By = 'all' | 'sector' | 'street';

interface RankingTabProps {
  readonly which: Which;
  readonly by: By | undefined;
  readonly group: string | undefined;
  readonly grade: string | undefined;
  readonly onChange: (next: { by?: By | undefined; group?: string | undefined; grade?: string | undefined }) => void;
}

const BY: readonly { readonly value: By; readonly label: string }[] = [
  { value: 'all', label: '全部' },
  { value: 'sector', label: '按界别' },
  { value: 'street', label: '按街道' },
];

/** Whom a clerk looks for besides the grades. */
const CHIPS: readonly { readonly id: string; readonly label: string; readonly fits: (line: RankLine) => boolean }[] = [
  { id: '一票否决', label: '一票否决', fits: ({ vetoes }) => vetoes.length > 0 },
  { id: '预警', label: '预警', fits: ({ warnings }) => warnings.length > 0 },
  { id: '有差异', label: '与结账不同', fits: ({ settled }) => settled !== undefined },
];

/** The table with what narrows it. */
export function RankingTab({ which, by = 'all', group, grade, onChange }: RankingTabProps) {
  const query = useQuery(
    queries.scores.ranking.queryOptions({
      input: { ...which, by, ...(group ? { group } : {}) },
      placeholderData: (before) => before,
    }),
  );
  const [sought, setSought] = useState('');
  const all = query.data?.lines ?? [];
  const shown = useMemo(() => {
    const text = sought.trim();
    const chip = CHIPS.find(({ id }) => id === grade);
    return all.filter(
      (line) =>
        (grade === undefined || (chip ? chip.fits(line) : line.grade === grade)) &&
        (text === '' || `${line.title}${line.sector}${line.street}`.includes(text) || matchesPinyin(text, line.title)),
    );
  }, [all, sought, grade]);
  if (query.isPending) return <RouteLoading />;
  if (!query.data) return <RefusalNote refusal={explain(query.error)} />;
  const { scheme, groups, grades, settlement } = query.data;
  if (all.length === 0 && !group) return <NobodyYet audience={scheme.audience} year={which.year} />;
  const chips = [
    ...grades.map(({ label, count }) => ({ id: label, label, count })),
    ...CHIPS.map(({ id, label, fits }) => ({ id, label, count: all.filter(fits).length })).filter(
      ({ count }) => count > 0,
    ),
  ];
  const choices = by === 'sector' ? groups.sector : by === 'street' ? groups.street : [];
  return (
    <div className="score-tab">
      <fieldset className="score-chips pills" aria-label="筛选">
        <button type="button" aria-pressed={grade === undefined} onClick={() => onChange({ grade: undefined })}>
          全部 {all.length}
        </button>
        {chips.map(({ id, label, count }) => (
          <button key={id} type="button" aria-pressed={grade === id} onClick={() => onChange({ grade: id })}>
            {label} {count}
          </button>
        ))}
        {scheme.audience === 'member' && (
          <Segmented
            aria-label="名次怎么排"
            value={by}
            options={[...BY]}
            onChange={(next) => onChange({ by: next === 'all' ? undefined : next, group: undefined })}
          />
        )}
        {choices.length > 0 && (
          <Select
            aria-label={by === 'sector' ? '界别' : '街道'}
            className="score-group"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={by === 'sector' ? '全部界别' : '全部街道'}
            value={group ?? null}
            options={choices.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={(next: string | null | undefined) => onChange({ group: next ?? undefined })}
          />
        )}
        <Input
          id="list-text"
          aria-label="找人"
          placeholder="名称、拼音首字母、界别"
          allowClear
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      </fieldset>
      <p className="quiet small score-facts">
        {which.year} 年，{scheme.label}第 {scheme.version} 版（
        {scheme.status === 'inForce' ? `${scheme.fromYear} 年起施行` : '未施行，试算'}）
        {by !== 'all' && `；名次在各自的${by === 'sector' ? '界别' : '街道'}里排`}
        {settlement && `；${settlement.at.slice(0, 10)} 已${STEP_WORDS[settlement.step]}`}
      </p>
      {shown.length === 0 ? (
        <EmptyState title="没有这样的对象">换一个条件再看。</EmptyState>
      ) : (
        <RankTable which={which} scheme={scheme} lines={shown} />
      )}
    </div>
  );
}

const FIRST_STEPS: Readonly<Record<string, { readonly kind: string; readonly words: string; readonly verb: string }>> =
  {
    member: { kind: 'member', words: '导入委员名册、登记会议活动和提案以后，分数自己算出来。', verb: '导入委员名册' },
    street: {
      kind: 'subdistrictOffice',
      words: '登记街道政协工委以后，按达标情况自动计分。',
      verb: '导入街道政协工委',
    },
    unit: { kind: 'proposal', words: '提案交办给承办单位以后，按办理情况自动计分。', verb: '导入提案' },
    proposalQuality: { kind: 'proposal', words: '承办单位对提案作了评价以后，这里按平均得分排。', verb: '导入提案' },
    handlingQuality: { kind: 'proposal', words: '提案人对办理作了评价以后，这里按平均得分排。', verb: '导入提案' },
  };

function NobodyYet({ audience, year }: { readonly audience: string; readonly year: number }) {
  const step = FIRST_STEPS[audience] ?? FIRST_STEPS.member;
  return (
    <EmptyState
      title={`${year} 年还没有可计分的对象`}
      verbs={
        <Link to="/import" search={{ as: step?.kind }}>
          {step?.verb}
        </Link>
      }
    >
      {step?.words}
    </EmptyState>
  );
}
