import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOffice, type Office, type OfficeClient, officeClient } from '../../electron/api/index.ts';

export interface TestOffice {
  readonly folder: string;
  readonly libraryPath: string;
  readonly office: Office;
  readonly client: OfficeClient;
  /** Closes the office and opens the same library again in a new one, as a restart does. */
  reopen(): Promise<TestOffice>;
  end(): Promise<void>;
}

/** A real office on a real library in a temporary folder, spoken to through the contract in-process. */
export async function startOffice(
  options: { sample?: boolean; empty?: boolean; now?: Date } = {},
): Promise<TestOffice> {
  const folder = await mkdtemp(join(tmpdir(), 'antou-office-'));
  return begin(folder, options, true);
}

async function begin(
  folder: string,
  options: { sample?: boolean; empty?: boolean; now?: Date },
  fresh: boolean,
): Promise<TestOffice> {
  const libraryPath = join(folder, '资料 库');
  const office = createOffice({
    door: 'cli',
    userData: join(folder, 'machine'),
    version: '0.0.0',
    ...(options.now ? { now: () => options.now as Date } : {}),
  });
  if (!fresh) await office.desk.open(libraryPath);
  else if (!options.empty) await office.desk.create(libraryPath, '测试资料库', options.sample ?? false);
  return {
    folder,
    libraryPath,
    office,
    client: officeClient(office),
    async reopen() {
      await office.close();
      return begin(folder, options, false);
    },
    async end() {
      await office.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
