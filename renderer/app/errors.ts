import { ORPCError } from '@orpc/client';
import type { ErrorCode } from '../../shared/api/errors.ts';

/** A refusal as the page shows it. */
export interface Refusal {
  readonly code: ErrorCode | 'offline';
  /** Chinese: what happened, what is safe, what to do next. */
  readonly message: string;
  /** Problems by field path, such as `name` or `attendance.3.member`. */
  readonly fields: Readonly<Record<string, string>>;
}

const CODES: readonly string[] = [
  'invalid',
  'notFound',
  'conflict',
  'locked',
  'denied',
  'tooNew',
  'diskFull',
  'damaged',
  'cancelled',
  'failed',
] satisfies ErrorCode[];

const isCode = (code: unknown): code is ErrorCode => typeof code === 'string' && CODES.includes(code);

function fieldsOf(data: unknown): Readonly<Record<string, string>> {
  if (typeof data !== 'object' || data === null || !('fields' in data)) return {};
  const { fields } = data;
  if (typeof fields !== 'object' || fields === null) return {};
  return Object.fromEntries(Object.entries(fields).map(([path, message]) => [path, String(message)]));
}

const isChinese = (text: string) => /[\u4e00-\u9fff]/.test(text);

/** Turns whatever a call threw into a sentence for the clerk. Never shows a stack or an English message. */
export function explain(error: unknown): Refusal {
  if (error instanceof ORPCError) {
    if (isCode(error.code)) return { code: error.code, message: error.message, fields: fieldsOf(error.data) };
    if (isChinese(error.message)) return { code: 'failed', message: error.message, fields: fieldsOf(error.data) };
    if (error.code === 'BAD_REQUEST') {
      return { code: 'invalid', message: '填写的内容不合要求，没有保存。请检查后再试。', fields: {} };
    }
    return { code: 'failed', message: '这一步没有做成，资料没有改动。请再试一次。', fields: {} };
  }
  if (isAbort(error)) return { code: 'cancelled', message: '已取消，资料没有改动。', fields: {} };
  return {
    code: 'offline',
    message: '和资料库的连接断开了，正在重新连接。已保存的内容都在；没保存的还在窗口里。',
    fields: {},
  };
}

export const isAbort = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'AbortError' || error.message.includes('aborted'));
