import { ORPCError } from '@orpc/server';
import { CommanderError } from 'commander';
import { AntouError, type ErrorCode, EXIT_CODES } from '../../shared/api/errors.ts';
import { toRefusal } from '../api/refusals.ts';

/** The line was not understood: exit code 2. */
export class UsageError extends Error {}

export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** One line, or one JSON value, on standard output. A closed pipe (`| head`) is not an error. */
export function print(value: unknown): void {
  process.stdout.write(`${typeof value === 'string' ? value : JSON.stringify(value)}\n`);
}

/** Progress and remarks go to standard error, so that standard output stays what was asked for. */
export function remark(text: string): void {
  process.stderr.write(`${text}\n`);
}

export function failureOf(error: unknown): Failure {
  if (error instanceof UsageError) return { code: 'usage', message: error.message };
  if (error instanceof CommanderError) return { code: 'usage', message: usageSentence(error) };
  const refusal = error instanceof AntouError || error instanceof ORPCError ? toRefusal(error) : toRefusal(error);
  const fields = refusal.data?.fields;
  return { code: refusal.code, message: refusal.message, ...(fields ? { fields } : {}) };
}

const USAGE: Readonly<Record<string, string>> = {
  'commander.unknownCommand': '没有这个命令',
  'commander.unknownOption': '没有这个选项',
  'commander.missingArgument': '少写了一项',
  'commander.excessArguments': '多写了内容',
  'commander.optionMissingArgument': '选项后面少写了值',
  'commander.missingMandatoryOptionValue': '少写了必需的选项',
};

function usageSentence(error: CommanderError): string {
  const what = USAGE[error.code] ?? '命令写法不对';
  const named = /'([^']+)'/.exec(error.message)?.[1];
  return `${what}${named ? `：${named}` : ''}。写 antou help 看用法。`;
}

export function exitCodeOf(failure: Failure): number {
  if (failure.code === 'usage') return 2;
  return EXIT_CODES[failure.code as ErrorCode] ?? 1;
}

/** Tells the failure where it belongs and answers with the exit code. */
export function reportFailure(error: unknown, json: boolean): number {
  const failure = failureOf(error);
  if (json) print({ ok: false, error: failure });
  else {
    remark(failure.message);
    for (const [field, message] of Object.entries(failure.fields ?? {})) remark(`  ${field}：${message}`);
  }
  return exitCodeOf(failure);
}
