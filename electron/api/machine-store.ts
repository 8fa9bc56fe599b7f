import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { preferences as preferencesSchema } from '../../shared/api/schemas.ts';
import { realDisk, writeDurably } from '../library/disk.ts';

export type Preferences = z.infer<typeof preferencesSchema>;

/**
 * What belongs to this machine and not to a library: who works here, type size, recent libraries, and drafts of text
 * that is not saved yet. Lies in the user's own application folder.
 */
export class MachineStore {
  readonly #folder: string;
  #preferences: Preferences | undefined;
  /** Two writes at once would take each other's temporary file away. */
  #writing: Promise<unknown> = Promise.resolve();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async preferences(): Promise<Preferences> {
    if (this.#preferences) return this.#preferences;
    try {
      const parsed = preferencesSchema.safeParse(JSON.parse(await readFile(this.#preferencesFile, 'utf8')));
      this.#preferences = parsed.success ? parsed.data : {};
    } catch {
      // Missing or unreadable preferences are no loss: the program starts with its defaults.
      this.#preferences = {};
    }
    return this.#preferences;
  }

  savePreferences(changes: Preferences): Promise<Preferences> {
    return this.#inTurn(async () => {
      const next = { ...(await this.preferences()), ...changes };
      this.#preferences = next;
      await mkdir(this.#folder, { recursive: true });
      await writeDurably(realDisk, this.#preferencesFile, Buffer.from(JSON.stringify(next, null, 2)));
      return next;
    });
  }

  #inTurn<T>(write: () => Promise<T>): Promise<T> {
    const turn = this.#writing.then(write);
    // One write that failed must not keep the next from being tried.
    this.#writing = turn.catch(() => undefined);
    return turn;
  }

  async draft(library: string, key: string): Promise<{ at: string; content: unknown } | undefined> {
    try {
      const stored: unknown = JSON.parse(await readFile(this.#draftFile(library, key), 'utf8'));
      return isDraft(stored) ? { at: stored.at, content: stored.content } : undefined;
    } catch {
      return undefined;
    }
  }

  async saveDraft(library: string, key: string, content: unknown, at: string): Promise<void> {
    await this.#inTurn(async () => {
      await mkdir(this.#draftFolder(library), { recursive: true });
      await writeDurably(realDisk, this.#draftFile(library, key), Buffer.from(JSON.stringify({ key, at, content })));
    });
  }

  async removeDraft(library: string, key: string): Promise<void> {
    await this.#inTurn(() => rm(this.#draftFile(library, key), { force: true }));
  }

  async drafts(library: string): Promise<{ key: string; at: string }[]> {
    const folder = this.#draftFolder(library);
    const names = await readdir(folder).catch(() => []);
    const drafts: { key: string; at: string }[] = [];
    for (const name of names) {
      if (!name.endsWith('.json')) continue;
      const stored: unknown = await readFile(join(folder, name), 'utf8')
        .then(JSON.parse)
        .catch(() => undefined);
      if (isDraft(stored)) drafts.push({ key: stored.key, at: stored.at });
    }
    return drafts.sort((a, b) => b.at.localeCompare(a.at));
  }

  get #preferencesFile(): string {
    return join(this.#folder, 'preferences.json');
  }

  #draftFolder(library: string): string {
    return join(this.#folder, 'drafts', library);
  }

  #draftFile(library: string, key: string): string {
    // A key may hold anything; its hash is always a good file name.
    return join(this.#draftFolder(library), `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.json`);
  }
}

function isDraft(value: unknown): value is { key: string; at: string; content: unknown } {
  return typeof value === 'object' && value !== null && 'key' in value && 'at' in value && 'content' in value;
}
