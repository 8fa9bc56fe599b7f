import { ORPCError } from '@orpc/server';

/** The refusal a call ends in, as any door would show it; fails when the call comes through. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<{ code: string; message: string; fields: Record<string, string> }> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error;
    const data = error.data as { fields?: Record<string, string> } | undefined;
    return { code: error.code, message: error.message, fields: data?.fields ?? {} };
  }
  throw new Error('应当被拒绝，却通过了');
}
