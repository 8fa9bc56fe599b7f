/** Codes every door speaks; the command line turns them into exit codes. */
export type ErrorCode =
  | 'invalid'
  | 'notFound'
  | 'conflict'
  | 'locked'
  | 'denied'
  | 'tooNew'
  | 'diskFull'
  | 'damaged'
  | 'cancelled'
  | 'failed';

/**
 * A refusal that a clerk can read: says what happened, what is safe, and what to do next.
 * `fields` names fields of the record with their problem, by path.
 */
export class AntouError extends Error {
  readonly code: ErrorCode;
  readonly fields: Readonly<Record<string, string>> | undefined;
  constructor(code: ErrorCode, message: string, fields?: Readonly<Record<string, string>>, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'AntouError';
    this.code = code;
    this.fields = fields;
  }
}

/** Exit code of the command line for each refusal: 1 failed, 3 input refused, 4 damaged, 5 in use, 6 newer. */
export const EXIT_CODES: Readonly<Record<ErrorCode, number>> = {
  failed: 1,
  cancelled: 1,
  diskFull: 1,
  denied: 1,
  notFound: 3,
  invalid: 3,
  conflict: 3,
  damaged: 4,
  locked: 5,
  tooNew: 6,
};
