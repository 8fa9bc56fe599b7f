/** The value at a path: `place`, `attendance.3.member`; `attendance.member` gives the members of all rows. */
export function valueAt(values: unknown, path: string): unknown {
  let value: unknown = values;
  for (const step of path.split('.')) {
    if (Array.isArray(value) && !/^\d+$/.test(step)) value = value.map((row) => own(row, step));
    else value = own(value, step);
  }
  return value;
}

const own = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
