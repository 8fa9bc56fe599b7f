import type { RecordKind } from '../../../shared/records/kind.ts';
import type { Problems } from '../../../shared/records/record.ts';

/** Id of the control of a field, by path. */
export const controlId = (path: string): string => `f-${path}`;

export function focusField(path: string): void {
  const control = document.getElementById(controlId(path));
  control?.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
}

/** The first bad field in the order of the form, however the problems came. */
export function focusFirstProblem(kind: RecordKind, problems: Problems): void {
  const paths = Object.keys(problems);
  for (const name of kind.form.flatMap((group) => group.fields)) {
    const path = paths.find((candidate) => candidate === name || candidate.startsWith(`${name}.`));
    if (path === undefined) continue;
    // After the problem has been drawn at its field.
    requestAnimationFrame(() => focusField(path));
    return;
  }
}
