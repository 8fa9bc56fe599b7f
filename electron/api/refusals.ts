import { ORPCError } from '@orpc/server';
import { AntouError, type ErrorCode } from '../../shared/api/errors.ts';

const STATUS: Readonly<Record<ErrorCode, number>> = {
  invalid: 422,
  notFound: 404,
  conflict: 409,
  locked: 423,
  denied: 403,
  tooNew: 412,
  diskFull: 507,
  damaged: 500,
  cancelled: 499,
  failed: 500,
};

/** The refusal as it crosses a door: typed code, Chinese sentence, fields. */
export function toRefusal(error: unknown): ORPCError<string, { fields?: Record<string, string> } | undefined> {
  if (error instanceof AntouError) {
    return new ORPCError(error.code, {
      defined: true,
      status: STATUS[error.code],
      message: error.message,
      data: error.fields ? { fields: { ...error.fields } } : undefined,
      cause: error,
    });
  }
  if (error instanceof ORPCError) {
    if (error.code === 'BAD_REQUEST') return refusedInput(error);
    if (error.code in STATUS || error.code === 'NOT_FOUND') return error;
    return unexpected(error);
  }
  if (error instanceof Error && error.name === 'AbortError') {
    return toRefusal(new AntouError('cancelled', '已取消，没有改动任何内容。'));
  }
  return unexpected(error);
}

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { key: PropertyKey })[];
}

/** Input that does not fit the contract; zod's issues become fields with sentences. */
function refusedInput(error: ORPCError<string, unknown>): ORPCError<string, { fields?: Record<string, string> }> {
  const data = error.data as { issues?: readonly Issue[] } | undefined;
  const fields: Record<string, string> = {};
  for (const issue of data?.issues ?? []) {
    const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
    fields[path || '输入'] ??= issue.message;
  }
  const first = Object.entries(fields)[0];
  const place = first && first[0] !== '输入' ? `${first[0]}：` : '';
  const message = first ? `输入不合要求：${place}${first[1]}。什么也没有改动。` : '输入不合要求，请检查格式。';
  return new ORPCError('invalid', { defined: true, status: STATUS.invalid, message, data: { fields }, cause: error });
}

function unexpected(error: unknown): ORPCError<string, undefined> {
  const detail =
    error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : String(error);
  return new ORPCError('failed', {
    defined: true,
    status: STATUS.failed,
    message: `程序没能完成这一步（${detail}）。已保存的内容不受影响，可以再试一次；仍不行请把这句话记下来。`,
    data: undefined,
    cause: error,
  });
}

/** Interceptor for every door: whatever is thrown leaves as a refusal. */
export async function refuse<T>(options: { next: () => Promise<T> }): Promise<T> {
  try {
    return await options.next();
  } catch (error) {
    throw toRefusal(error);
  }
}
