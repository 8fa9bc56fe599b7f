import { checkRuleOf } from './check-document.ts';

/** Ids of the rules an office has switched off; all others are asked. */
export const CHECK_RULES_SETTING = 'checkRules';

export interface CheckRulesSetting {
  readonly off: readonly string[];
}

/** What is stored may be of an older program: rules that are gone are passed over. */
export function rulesOff(setting: unknown): ReadonlySet<string> {
  const off = (setting as Partial<CheckRulesSetting> | undefined)?.off;
  return new Set(Array.isArray(off) ? off.filter((id) => typeof id === 'string' && checkRuleOf(id)) : []);
}
