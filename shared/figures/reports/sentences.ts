import { z } from 'zod';
import { hanNumber } from '../../text/numerals.ts';
import { defaultSentences } from './default-sentences.ts';
import { type PlacedFigure, placesOf } from './placeholder.ts';
import type { ReportSentence } from './report-sentence.ts';

/** Setting: only the sentences that differ from the given ones, in the office's order of its own ones. */
export const SENTENCES_SETTING = 'reportSentences';

const text = (label: string, longest: number) =>
  z
    .string({ error: `请填写${label}` })
    .trim()
    .min(1, { error: `请填写${label}` })
    .max(longest, { error: `${label}不超过${longest}字` });

export const reportSentence = z.object({
  id: text('编号', 40),
  section: text('标题', 40),
  part: text('段落', 20),
  text: text('句子', 1000),
  retired: z.boolean().optional(),
});

export { defaultSentences };

/** The sentences as the office has them; anything unreadable in the setting is left out. */
export function effectiveSentences(setting: unknown): readonly ReportSentence[] {
  const own: ReportSentence[] = [];
  for (const item of Array.isArray(setting) ? setting : []) {
    const read = reportSentence.safeParse(item);
    if (read.success && !own.some(({ id }) => id === read.data.id)) own.push(read.data);
  }
  const given = defaultSentences.map((preset) => own.find(({ id }) => id === preset.id) ?? preset);
  const added = own.filter(({ id }) => !defaultSentences.some((preset) => preset.id === id));
  return [...given, ...added];
}

/** What of the sentences has to be kept: those that are not as given. */
export function ownSentences(all: readonly ReportSentence[]): readonly ReportSentence[] {
  return all.filter((one) => {
    const preset = defaultSentences.find(({ id }) => id === one.id);
    return (
      !preset ||
      preset.section !== one.section ||
      preset.part !== one.part ||
      preset.text !== one.text ||
      one.retired === true
    );
  });
}

/** Places that name no figure or no form, with a sentence for the clerk. */
export function placeProblems(
  words: string,
  known: ReadonlySet<string>,
): readonly { readonly place: PlacedFigure; readonly message: string }[] {
  return placesOf(words).flatMap((place) => {
    const written = words.slice(place.start, place.end);
    if (!known.has(place.figure)) return [{ place, message: `没有“${place.figure}”这个指标（${written}）` }];
    if (place.strange !== undefined)
      return [{ place, message: `没有“${place.strange}”这种写法（${written}），可用：精确、上年、增减` }];
    return [];
  });
}

/** A first draft: heading by heading, part by part. */
export function composeReport(sentences: readonly ReportSentence[], year: number): string {
  const sections = new Map<string, Map<string, string[]>>();
  for (const { section, part, text: words, retired } of sentences) {
    if (retired) continue;
    const parts = sections.get(section) ?? new Map<string, string[]>();
    sections.set(section, parts);
    parts.set(part, [...(parts.get(part) ?? []), words]);
  }
  const blocks = ['各位委员：', `现在，我代表常务委员会，向大会报告${year}年的主要工作，请予审议。`];
  let number = 0;
  for (const [section, parts] of sections) {
    number += 1;
    blocks.push(`${hanNumber(number)}、${section}`);
    for (const words of parts.values()) blocks.push(words.join(''));
  }
  return blocks.join('\n');
}
