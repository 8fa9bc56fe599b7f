import { listOf, rowsOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord } from '../../../records/record.ts';
import type { DocumentMaterial } from '../../definition.ts';
import type { DocumentBlock, Finding, Source } from '../../model.ts';
import * as say from '../../wording.ts';
import { gap } from './locate.ts';
import { digest, unitName, unitNames } from './naming.ts';
import { shortDay } from './suggestion-transfer.ts';
import { register } from './tables.ts';

interface Dealt {
  readonly meetings: readonly StoredRecord[];
  readonly suggestions: readonly StoredRecord[];
}

interface Duty {
  readonly text: string;
  readonly unit: string;
  readonly others: string;
  readonly due: string;
  readonly source: Source;
}

/** Characters of an item in the table; the whole stands above it. */
const DIGEST = 40;

/** 落实分工: what was decided at the meetings, then the suggestions, each with its unit and day. */
export function consultationDuties({ meetings, suggestions }: Dealt, { lookup }: DocumentMaterial): DocumentBlock[] {
  const decided = meetings.flatMap((event): Duty[] =>
    rowsOf(event.values, 'resolutions')
      .filter((row) => textOf(row, 'text').trim())
      .map((row) => ({
        text: digest(textOf(row, 'text'), DIGEST),
        unit: textOf(row, 'department'),
        others: listOf(row, 'coDepartments').join('、'),
        due: textOf(row, 'due'),
        source: say.sourceOf(event, 'resolutions'),
      })),
  );
  const advised = suggestions.map((record): Duty => {
    const { values } = record;
    return {
      text: digest(textOf(values, 'text'), DIGEST),
      unit: unitName(textOf(values, 'mainUnit'), lookup),
      others: unitNames(values, 'coUnits', lookup),
      due: textOf(values, 'due'),
      source: say.sourceOf(record),
    };
  });
  const duties = [...decided, ...advised];
  if (duties.length === 0) return [];
  return [
    register<Duty>(
      [
        { label: '序号', width: 13, text: (_, index) => String(index + 1) },
        { label: '事项', width: 58, align: 'left', text: ({ text }) => text },
        { label: '主责单位', width: 31, text: ({ unit }) => unit },
        { label: '配合单位', width: 31, text: ({ others }) => others },
        { label: '答复时限', width: 23, text: ({ due }) => shortDay(due) },
      ],
      [{ label: '', items: duties }],
      ({ source }) => source,
      12,
    ),
  ];
}

export function dutyFindings({ suggestions }: Dealt): Finding[] {
  const without = (field: string) => suggestions.filter(({ values }) => textOf(values, field) === '');
  return [
    ...gap(without('mainUnit'), 'mainUnit', 'warning', (n) => `有${n}条意见建议没有主责单位，分工表里空着。`),
    ...gap(without('due'), 'due', 'warning', (n) => `有${n}条意见建议没有答复时限。`),
  ];
}
