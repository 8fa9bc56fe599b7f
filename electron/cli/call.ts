import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { AntouError } from '../../shared/api/errors.ts';
import type { BinaryFile } from '../../shared/api/schemas.ts';
import type { Step } from '../api/job.ts';
import type { Line } from './line.ts';
import { exitCodeOf, failureOf, print, UsageError } from './output.ts';
import { procedureNames } from './procedures.ts';
import { finish, type Session, withLibrary } from './session.ts';

/** antou call DIR PROCEDURE [JSON] · antou call DIR --stdin */
export function addCall(program: Command, line: Line): void {
  program
    .command('call <DIR> [PROCEDURE] [JSON]')
    .description('调用一个过程（名词.动词）；--stdin 时一行一个 {"procedure":…,"input":…}，逐行作答')
    .option('--stdin', '从标准输入逐行读取')
    .action(
      async (dir: string, procedure: string | undefined, json: string | undefined, options: { stdin?: boolean }) => {
        if (options.stdin) {
          if (procedure) throw new UsageError('--stdin 与过程名不能同时写。');
          await withLibrary(dir, (session) => answerLines(session, process.stdin));
          return;
        }
        if (!procedure) throw new UsageError('请写明要调用的过程，例如 records.list。写 antou help 看全部过程。');
        const input = json === undefined ? undefined : parseInput(json === '-' ? readFileSync(0, 'utf8') : json);
        await withLibrary(dir, async (session) => {
          const answer = await answerOne(session, procedure, input);
          if (answer.ok) print(line.json ? answer : (answer.output ?? {}));
          else {
            if (line.json) print(answer);
            else process.stderr.write(`${answer.error.message}\n`);
            line.done(exitCodeOf(answer.error));
          }
        });
      },
    );
}

function parseInput(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError('输入不是合法的 JSON。在命令行里请用单引号包住整段 JSON。');
  }
}

type Answer = { ok: true; output: unknown } | { ok: false; error: ReturnType<typeof failureOf> };

async function answerOne(session: Session, procedure: string, input: unknown): Promise<Answer> {
  try {
    const [area = '', verb = '', ...rest] = procedure.split('.');
    const call = rest.length === 0 ? findProcedure(session.client, area, verb) : undefined;
    if (!call)
      throw new AntouError('invalid', `没有“${procedure}”这个过程。写 antou help 看全部过程。`, {
        procedure: '没有这个过程',
      });
    return { ok: true, output: await plain(await call(input)) };
  } catch (error) {
    return { ok: false, error: failureOf(error) };
  }
}

type Call = (input: unknown) => Promise<unknown>;

/** Own properties only: a line that names `constructor` or `__proto__` finds nothing. */
function findProcedure(client: object, area: string, verb: string): Call | undefined {
  const names = procedureNames();
  if (!names.has(`${area}.${verb}`)) return undefined;
  const group = (client as Record<string, Record<string, Call>>)[area];
  return group?.[verb];
}

/** Jobs are read to their end; files are written out as base64 with their name. */
async function plain(output: unknown): Promise<unknown> {
  if (typeof output !== 'object' || output === null) return output;
  if (Symbol.asyncIterator in output) {
    return plain(await finish(output as unknown as AsyncIterator<Step, unknown>, true));
  }
  if (isBinary(output)) {
    return {
      name: output.name,
      type: output.type,
      size: output.size,
      base64: Buffer.from(await output.arrayBuffer()).toString('base64'),
    };
  }
  const entries = Object.entries(output);
  if (!entries.some(([, value]) => isBinary(value))) return output;
  return Object.fromEntries(
    await Promise.all(entries.map(async ([key, value]) => [key, isBinary(value) ? await plain(value) : value])),
  );
}

function isBinary(value: unknown): value is BinaryFile {
  return typeof value === 'object' && value !== null && value instanceof Blob;
}

/**
 * One answer a line, in the order asked, each written out when its work is acknowledged. A bad line is answered and
 * the next one is read; the exit code stays 0 because every line has its own answer.
 */
async function answerLines(session: Session, input: NodeJS.ReadableStream): Promise<void> {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    if (line.trim() === '') continue;
    await writeLine(await answerLine(session, line));
  }
}

async function answerLine(session: Session, line: string): Promise<Answer> {
  let request: unknown;
  try {
    request = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, error: { code: 'invalid', message: '这一行不是合法的 JSON。' } };
  }
  if (
    typeof request !== 'object' ||
    request === null ||
    !('procedure' in request) ||
    typeof request.procedure !== 'string'
  ) {
    return { ok: false, error: { code: 'invalid', message: '这一行应写成 {"procedure": "名词.动词", "input": …}。' } };
  }
  return answerOne(session, request.procedure, 'input' in request ? request.input : undefined);
}

/** Resolves when the line has left this process, so that a reader never waits for what is already acknowledged. */
function writeLine(answer: Answer): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${JSON.stringify(answer)}\n`, (error) => (error ? reject(error) : resolve()));
  });
}
