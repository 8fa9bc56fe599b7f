import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { FigurePeriod } from '../../../shared/figures/figure-result.ts';
import { yearPeriod } from '../../../shared/figures/figure-result.ts';
import { periodWords } from '../../../shared/figures/period-words.ts';
import { searchText } from '../../../shared/text/fold.ts';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { Checks } from './Checks.tsx';
import { CorrectDialog } from './CorrectDialog.tsx';
import { DefinitionDialog } from './DefinitionDialog.tsx';
import { FigureBar, FigureVerbs } from './FigureBar.tsx';
import { FigureDrawer } from './FigureDrawer.tsx';
import { FigureTable } from './FigureTable.tsx';
import { FreezeBar } from './FreezeBar.tsx';
import { FreezeDialog } from './FreezeDialog.tsx';
import { NothingCounted } from './NothingCounted.tsx';
import type { Figure, FigureList } from './types.ts';
import { useFigureDeeds } from './use-figure-deeds.ts';
import { VersionsDrawer } from './VersionsDrawer.tsx';
import './figures.css';

const ALL = '';

/** 数字: every countable figure of a year or any period, with last year beside it. */
export function FiguresPage() {
  const search = useSearch({ from: '/results/figures' });
  const years = useQuery(queries.figures.years.queryOptions({ input: {} }));
  if (years.isPending) return <RouteLoading />;
  // The newest year there is something in: a clerk writes about what happened, not about an empty January.
  const year = search.year ?? years.data?.newest ?? new Date().getFullYear();
  const period = search.from && search.to ? { from: search.from, to: search.to } : yearPeriod(year);
  return (
    <>
      <RefusalNote refusal={years.error ? explain(years.error) : undefined} />
      <Figures period={period} years={years.data?.years ?? []} />
    </>
  );
}

interface FiguresProps {
  readonly period: FigurePeriod;
  readonly years: readonly number[];
}

function Figures({ period, years }: FiguresProps) {
  const { figure: open } = useSearch({ from: '/results/figures' });
  const navigate = useNavigate();
  const [text, setText] = useState(ALL);
  const input = { from: period.from, to: period.to };
  const list = useQuery({ ...queries.figures.list.queryOptions({ input }), placeholderData: keepPreviousData });
  const checks = useQuery({ ...queries.figures.checks.queryOptions({ input }), placeholderData: keepPreviousData });
  const go = (next: FigurePeriod, figure?: string) =>
    void navigate({
      to: '/results/figures',
      search: { ...addressOf(next), ...(figure ? { figure } : {}) },
      replace: true,
    });
  const [looked, setLooked] = useState<FigurePeriod>();
  const show = (id: string) => {
    setLooked(undefined);
    go(period, id);
  };
  // What is done in the drawer of the year before is done to that year.
  const acting = looked ?? input;
  const deeds = useFigureDeeds(acting, show);
  const groups = useFiltered(list.data, text);
  const shown = list.data?.groups.flatMap(({ figures }) => figures) ?? [];
  const year = wholeYear(period);
  const findings = checks.data?.findings ?? [];
  const problem = list.error ?? checks.error;
  return (
    <PageFrame
      title="数字"
      sub={`${periodWords(period)} · ${shown.length} 项`}
      verbs={
        <FigureVerbs
          period={period}
          years={years}
          canFreeze={year !== undefined}
          frozen={list.data?.freeze !== undefined}
          onPeriod={(next) => go(next)}
          onDialog={deeds.setDialog}
        />
      }
      bar={<FigureBar text={text} groups={groups.map(({ label }) => label)} onText={setText} />}
    >
      <div className="figures-page">
        <RefusalNote refusal={problem ? explain(problem) : undefined} />
        <RefusalNote refusal={deeds.refusal} onClose={deeds.reset} />
        <Checks findings={findings} broken={list.data?.broken ?? []} />
        {list.data?.freeze && year !== undefined && (
          <FreezeBar year={year} freeze={list.data.freeze} onOpen={() => deeds.setDialog({ type: 'versions' })} />
        )}
        {list.data && (
          <NothingCounted figures={shown} period={period} years={years} onYear={(next) => go(yearPeriod(next))} />
        )}
        {groups.length > 0 && (
          <FigureTable
            groups={groups}
            before={periodWords(beforeOf(period))}
            onAct={deeds.act}
            onBefore={(id) => {
              setLooked(beforeOf(period));
              go(period, id);
            }}
          />
        )}
        {list.data && groups.length === 0 && (
          <EmptyState title={`没有叫“${text}”的指标`}>换个词，或清空上面的搜索框。</EmptyState>
        )}
      </div>
      {open && (
        <FigureDrawer
          id={open}
          period={looked ?? period}
          version={looked ? undefined : list.data?.freeze?.version}
          onAct={deeds.act}
          onClose={() => {
            setLooked(undefined);
            go(period);
          }}
        />
      )}
      <FigureDialogs
        deeds={deeds}
        period={input}
        acting={acting}
        groups={(list.data?.groups ?? []).map(({ label }) => label)}
        versions={list.data?.freeze?.versions ?? 0}
        findings={findings.length}
      />
    </PageFrame>
  );
}

interface FigureDialogsProps {
  readonly deeds: ReturnType<typeof useFigureDeeds>;
  readonly period: FigurePeriod;
  /** The period the open drawer shows. */
  readonly acting: FigurePeriod;
  readonly groups: readonly string[];
  readonly versions: number;
  readonly findings: number;
}

/** The dialog that stands open, if one does. */
function FigureDialogs({ deeds, period, acting, groups, versions, findings }: FigureDialogsProps) {
  const { dialog, setDialog } = deeds;
  const onClose = () => setDialog(undefined);
  const year = wholeYear(period);
  switch (dialog?.type) {
    case 'correct':
      return <CorrectDialog figure={dialog.figure} period={acting} onClose={onClose} />;
    case 'define':
      return <DefinitionDialog figure={dialog.figure} period={period} groups={groups} onClose={onClose} />;
    case 'freeze':
      if (year === undefined) return null;
      return <FreezeDialog year={year} versions={versions} findings={findings} onClose={onClose} />;
    case 'versions':
      return year === undefined ? null : <VersionsDrawer year={year} onClose={onClose} />;
    default:
      return null;
  }
}

/** A whole year is told by its number, anything else by its days. */
function addressOf(period: FigurePeriod): { year?: number; from?: string; to?: string } {
  const year = wholeYear(period);
  return year === undefined ? { from: period.from, to: period.to } : { year };
}

function wholeYear({ from, to }: FigurePeriod): number | undefined {
  const year = Number(from.slice(0, 4));
  return from === `${year}-01-01` && to === `${year}-12-31` ? year : undefined;
}

/** The same days a year before; the office process answers with the exact ones. */
function beforeOf({ from, to }: FigurePeriod): FigurePeriod {
  const back = (day: string) => `${Number(day.slice(0, 4)) - 1}${day.slice(4).replace('-02-29', '-02-28')}`;
  return { from: back(from), to: back(to) };
}

const RETIRED = '停用的指标';

/** Groups with the figures that fit what is typed: name, wording, rule, group or code. */
function useFiltered(list: FigureList | undefined, text: string) {
  return useMemo(() => {
    if (!list) return [];
    const words = searchText(text).split(/\s+/u).filter(Boolean);
    const fits = (figure: Figure) => {
      const own = searchText([figure.label, figure.text, figure.rule, figure.group, figure.id].join(' '));
      return words.every((word) => own.includes(word));
    };
    const retired = list.retired.length > 0 ? [{ label: RETIRED, figures: list.retired }] : [];
    return [...list.groups, ...retired]
      .map(({ label, figures }) => ({ label, figures: figures.filter(fits) }))
      .filter(({ figures }) => figures.length > 0);
  }, [list, text]);
}
