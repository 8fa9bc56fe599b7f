import { archiveEnumerations } from './enumerations/archives.ts';
import { consultationEnumerations } from './enumerations/consultation.ts';
import type { Enumeration, EnumerationValue } from './enumerations/enumeration.ts';
import { eventEnumerations } from './enumerations/events.ts';
import { withFixed } from './enumerations/fixed.ts';
import { officeEnumerations } from './enumerations/office.ts';
import { officeRoleEnumerations } from './enumerations/office-roles.ts';
import { opinionEnumerations } from './enumerations/opinions.ts';
import { organisationEnumerations } from './enumerations/organisation-lists.ts';
import { peopleEnumerations } from './enumerations/people.ts';
import { proposalEnumerations } from './enumerations/proposals.ts';
import { textEnumerations } from './enumerations/texts.ts';

export type { Enumeration, EnumerationValue } from './enumerations/enumeration.ts';
export { defaultCampaigns, defaultHandlingUnits } from './enumerations/handling-units.ts';
export { defaultCommittees, defaultSectors } from './enumerations/organisation.ts';

export const defaultEnumerations: readonly Enumeration[] = [
  ...peopleEnumerations,
  ...eventEnumerations,
  ...organisationEnumerations,
  ...officeEnumerations,
  ...officeRoleEnumerations,
  ...textEnumerations,
  ...proposalEnumerations,
  ...opinionEnumerations,
  ...consultationEnumerations,
  ...archiveEnumerations,
].map(withFixed);

/**
 * The lists as the office has them: an edited list replaces the default of the same id. What the office does not edit
 * (group and aliases of a value) comes back from the default. Anything unreadable in `overrides` is ignored.
 */
export function effectiveEnumerations(overrides: unknown): readonly Enumeration[] {
  const edited = new Map<string, Enumeration>();
  for (const item of Array.isArray(overrides) ? overrides : []) if (isEnumeration(item)) edited.set(item.id, item);
  return defaultEnumerations.map((preset) => {
    const own = edited.get(preset.id);
    if (!own) return preset;
    const values = own.values.map((value) => restored(value, preset));
    // A list edited under an older program may lack a word that a newer rule relies on.
    const missing = preset.values.filter((item) => item.fixed && !values.some(({ value }) => value === item.value));
    return { id: preset.id, label: preset.label, values: [...values, ...missing] };
  });
}

/**
 * Why an edited list cannot be taken, as a sentence for the clerk; undefined when it can. `renamed` maps old words to
 * new ones.
 */
export function enumerationProblem(
  edited: Enumeration,
  renamed: Readonly<Record<string, string>> = {},
): string | undefined {
  const preset = enumerationOf(defaultEnumerations, edited.id);
  if (!preset) return `没有“${edited.id}”这组选项`;
  const seen = new Set<string>();
  for (const { value } of edited.values) {
    if (value.trim() === '') return '选项不能为空，请填写或删去这一行';
    if (seen.has(value.trim())) return `选项“${value}”出现了两次，请删去一个`;
    seen.add(value.trim());
  }
  for (const { value, fixed } of preset.values) {
    if (!fixed) continue;
    const kept = edited.values.find((item) => item.value === value);
    if (!kept || renamed[value] !== undefined) return `“${value}”是程序判断要用的选项，不能改名或删去`;
    if (kept.retired) return `“${value}”是程序判断要用的选项，不能停用`;
  }
  return undefined;
}

function restored(value: EnumerationValue, preset: Enumeration): EnumerationValue {
  const known = preset.values.find((item) => item.value === value.value);
  return {
    value: value.value,
    ...(value.note ? { note: value.note } : {}),
    ...(value.retired && !known?.fixed ? { retired: true } : {}),
    ...(known?.fixed ? { fixed: true } : {}),
    ...((value.group ?? known?.group) ? { group: value.group ?? known?.group } : {}),
    ...((value.aliases ?? known?.aliases) ? { aliases: value.aliases ?? known?.aliases } : {}),
  };
}

function isEnumeration(item: unknown): item is Enumeration {
  if (typeof item !== 'object' || item === null) return false;
  const { id, values } = item as Record<string, unknown>;
  return (
    typeof id === 'string' &&
    Array.isArray(values) &&
    values.every((v) => typeof v === 'object' && v !== null && typeof (v as EnumerationValue).value === 'string')
  );
}

export function enumerationOf(enumerations: readonly Enumeration[], id: string): Enumeration | undefined {
  return enumerations.find((item) => item.id === id);
}

/** The value meant by a word as spreadsheets write it: itself, or one of its aliases; undefined when none fits. */
export function matchValue(enumeration: Enumeration, text: string): EnumerationValue | undefined {
  const word = plain(text);
  return (
    enumeration.values.find((item) => item.value === text) ??
    enumeration.values.find((item) => plain(item.value) === word) ??
    enumeration.values.find((item) => item.aliases?.some((alias) => plain(alias) === word))
  );
}

/** Blanks inside and the width of brackets do not tell two options apart. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '');
}
