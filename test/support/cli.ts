import { spawn } from 'node:child_process';
import { join } from 'node:path';

const STARTER = join(import.meta.dirname, '..', '..', 'resources', 'setup', 'antou.mjs');

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as a person does: a process of its own, with its own machine folder. */
export function antou(
  args: readonly string[],
  options: { machine: string; stdin?: string; cwd?: string },
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [STARTER, ...args], {
      cwd: options.cwd,
      env: { ...process.env, ANTOU_USER_DATA: options.machine },
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => out.push(part));
    child.stderr.on('data', (part: Buffer) => err.push(part));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({
        code: code ?? -1,
        stdout: Buffer.concat(out).toString('utf8'),
        stderr: Buffer.concat(err).toString('utf8'),
      }),
    );
    child.stdin.end(options.stdin ?? '');
  });
}

/** A long-running `call --stdin`: write a line, wait for its answer. */
export function antouSession(dir: string, machine: string) {
  const child = spawn(process.execPath, [STARTER, 'call', dir, '--stdin'], {
    env: { ...process.env, ANTOU_USER_DATA: machine },
  });
  let buffer = '';
  const answers: string[] = [];
  const waiting: ((line: string) => void)[] = [];
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (part: string) => {
    buffer += part;
    for (let at = buffer.indexOf('\n'); at !== -1; at = buffer.indexOf('\n')) {
      const line = buffer.slice(0, at);
      buffer = buffer.slice(at + 1);
      const next = waiting.shift();
      if (next) next(line);
      else answers.push(line);
    }
  });
  const closed = new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? -1)));
  return {
    child,
    closed,
    write: (request: unknown) =>
      child.stdin.write(`${typeof request === 'string' ? request : JSON.stringify(request)}\n`),
    answer: () =>
      new Promise<string>((resolve) => {
        const ready = answers.shift();
        if (ready === undefined) waiting.push(resolve);
        else resolve(ready);
      }).then(
        (line) => JSON.parse(line) as { ok: boolean; output?: unknown; error?: { code: string; message: string } },
      ),
    end: () => child.stdin.end(),
  };
}
