/** One who works in the office, and the parts of it this person works for (enumeration officeRole). */
export interface Operator {
  readonly name: string;
  readonly roles: readonly string[];
}

export const OPERATORS_SETTING = 'operators';

export function effectiveOperators(setting: unknown): readonly Operator[] {
  return Array.isArray(setting) ? setting.filter(isOperator) : [];
}

function isOperator(item: unknown): item is Operator {
  if (typeof item !== 'object' || item === null) return false;
  const { name, roles } = item as Record<string, unknown>;
  return typeof name === 'string' && Array.isArray(roles) && roles.every((role) => typeof role === 'string');
}

/** What this person may do; undefined while no roles have been given out at all, and everybody may do everything. */
export function rolesOf(operators: readonly Operator[], name: string): readonly string[] | undefined {
  if (operators.every(({ roles }) => roles.length === 0)) return undefined;
  return operators.flatMap((operator) => (operator.name === name ? operator.roles : []));
}
