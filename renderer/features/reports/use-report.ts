import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type FigurePeriod, yearPeriod } from '../../../shared/figures/figure-result.ts';
import {
  type FigureById,
  judgePlaces,
  type TakenFigure,
  take,
  takenIn,
  withoutStrays,
} from '../../../shared/figures/reports/index.ts';
import { rowsOf, textOf } from '../../../shared/records/read-value.ts';
import { queries, type StoredRecord } from '../../app/api.ts';
import { useEditedRecord } from '../../ui/use-edited-record.ts';

/** What is edited of a draft. */
export interface ReportText {
  readonly title: string;
  readonly body: string;
  readonly taken: readonly TakenFigure[];
  readonly state: string;
}

const read = ({ values }: StoredRecord): ReportText => ({
  title: textOf(values, 'title'),
  body: textOf(values, 'body'),
  taken: takenIn(rowsOf(values, 'taken')),
  state: textOf(values, 'state'),
});

const write = ({ title, body, taken, state }: ReportText) => ({
  title,
  body: body.trim() === '' ? null : body,
  state,
  taken: withoutStrays(body, taken).map(({ form, ...row }) => ({ ...row, ...(form === '' ? {} : { form }) })),
});

export function periodOf({ values }: StoredRecord): FigurePeriod {
  const whole = yearPeriod(Number(values.year));
  return { from: textOf(values, 'from') || whole.from, to: textOf(values, 'to') || whole.to };
}

/** The draft on the desk with the figures of its period; both follow what is saved elsewhere. */
export function useReport(record: StoredRecord) {
  const period = periodOf(record);
  const figures = useQuery(queries.reports.figures.queryOptions({ input: period }));
  const edited = useEditedRecord(record, { read, write, draftKey: `report/${record.id}`, label: '写工作报告' });
  const { data } = figures;
  const known: FigureById = useMemo(() => new Map((data?.figures ?? []).map((one) => [one.id, one])), [data]);
  const { value, change } = edited;
  const places = useMemo(() => judgePlaces(value.body, value.taken, known), [value, known]);
  const now = data?.now ?? '';
  return {
    period,
    figures,
    known,
    edited,
    places,
    /** New words; a figure that has just been put in takes its number at once. */
    setBody: (body: string) =>
      change((before) => ({
        ...before,
        body,
        taken: take(body, before.taken, known, now, ({ state }) => state === 'new'),
      })),
    takeAll: () =>
      change((before) => ({
        ...before,
        taken: take(before.body, before.taken, known, now, ({ state }) => state === 'new' || state === 'stale'),
      })),
    takeOne: (figure: string, form: string) =>
      change((before) => ({
        ...before,
        taken: take(before.body, before.taken, known, now, (place) => place.figure === figure && place.form === form),
      })),
  };
}

export type ReportDesk = ReturnType<typeof useReport>;
