import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { createOffice, type Office, type OfficeClient, officeClient } from '../api/index.ts';
import { programVersion } from '../version.ts';
import { remark } from './output.ts';

/** Where preferences and drafts of this machine lie; the desktop uses the same folder. */
export function machineFolder(): string {
  const base =
    process.env.ANTOU_USER_DATA ??
    (process.platform === 'win32'
      ? join(process.env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), '政协案头')
      : join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), '政协案头'));
  return resolve(base);
}

export interface Session {
  readonly office: Office;
  readonly client: OfficeClient;
}

/** Runs with an office that has no library open. */
export async function withOffice<T>(work: (session: Session) => Promise<T>): Promise<T> {
  const office = createOffice({ door: 'cli', userData: machineFolder(), version: programVersion() });
  try {
    return await work({ office, client: officeClient(office) });
  } finally {
    await office.close();
  }
}

/** Runs with the library in `folder`, holding its lock like every door; tells what damage was found on opening. */
export function withLibrary<T>(folder: string, work: (session: Session) => Promise<T>): Promise<T> {
  return withOffice(async (session) => {
    const library = await session.office.desk.open(folder);
    for (const report of library.damage) remark(report.message);
    return work(session);
  });
}

/** Reads a job to its end and answers with its result. */
export async function finish<T>(
  job: AsyncIterator<{ done: number; total: number; label: string }, T>,
  quiet: boolean,
): Promise<T> {
  let shown = '';
  for (;;) {
    const step = await job.next();
    if (step.done) return step.value;
    if (!quiet && step.value.label !== shown) {
      shown = step.value.label;
      remark(shown);
    }
  }
}
