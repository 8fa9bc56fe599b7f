import { userInfo } from 'node:os';
import { basename, dirname, resolve } from 'node:path';
import { AntouError } from '../../shared/api/errors.ts';
import { migrationsOf } from '../../shared/records/index.ts';
import type { Lookup, Transaction } from '../../shared/records/record.ts';
import { Counting } from '../counting/index.ts';
import type { Disk } from '../library/disk.ts';
import { createLibrary, isLibrary, openLibrary } from '../library/index.ts';
import type { Library, SavingState } from '../library/types.ts';
import { createSample } from '../sample/index.ts';
import { createSearch } from '../search/index.ts';
import type { SearchService } from '../search/types.ts';
import { FileHandles } from './file-handles.ts';
import { MachineStore } from './machine-store.ts';
import type { NativeHost } from './native-host.ts';
import { seedNewLibrary } from './new-library.ts';

export interface DeskOptions {
  readonly door: 'desktop' | 'web' | 'cli';
  /** Folder of this machine's preferences and drafts. */
  readonly userData: string;
  readonly version: string;
  readonly native?: NativeHost;
  readonly now?: () => Date;
  /** Where libraries lie; only tests bring their own. */
  readonly disk?: Disk;
}

export interface OpenLibrary {
  readonly library: Library;
  readonly search: SearchService;
  readonly counting: Counting;
}

type LiveListener = (event: { transaction?: Transaction; saving: SavingState }) => void;

/** The one desk of this process: the open library with its search, and what this machine remembers. */
export class Desk {
  readonly door: DeskOptions['door'];
  readonly version: string;
  readonly native: NativeHost | undefined;
  readonly machine: MachineStore;
  readonly files: FileHandles;
  readonly now: () => Date;
  readonly #disk: { readonly fs?: Disk };
  #open: OpenLibrary | undefined;
  #closers: (() => void)[] = [];
  readonly #listeners = new Set<LiveListener>();
  /** Folders a page may open: chosen in a dialog, suggested, or opened before on this machine. */
  readonly #granted = new Set<string>();
  lastBackup: { at: string; path: string } | undefined;

  constructor(options: DeskOptions) {
    this.door = options.door;
    this.version = options.version;
    this.native = options.native;
    this.machine = new MachineStore(options.userData);
    this.files = new FileHandles(options.door === 'cli');
    this.now = options.now ?? (() => new Date());
    this.#disk = options.disk ? { fs: options.disk } : {};
  }

  get opened(): OpenLibrary {
    if (!this.#open) throw new AntouError('notFound', '还没有打开资料库。请先新建或打开一个资料库。');
    return this.#open;
  }

  get library(): Library | undefined {
    return this.#open?.library;
  }

  get lookup(): Lookup {
    const { library } = this.opened;
    return (kind, id) => library.get(kind, id);
  }

  /** YYYY-MM-DD in the machine's own time zone. */
  get today(): string {
    const now = this.now();
    const two = (value: number) => String(value).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  async who(): Promise<string> {
    const named = (await this.machine.preferences()).operator?.trim();
    if (named) return named;
    try {
      return userInfo().username;
    } catch {
      return '未署名';
    }
  }

  grant(path: string): void {
    this.#granted.add(resolve(path));
  }

  /** A desktop page may only open folders its user pointed at; a compromised page cannot wander over the disk. */
  async #allow(path: string): Promise<string> {
    const full = resolve(path);
    if (this.door !== 'desktop' || this.#granted.has(full)) return full;
    const recent = (await this.machine.preferences()).recentLibraries ?? [];
    if (recent.some((library) => resolve(library.path) === full)) return full;
    throw new AntouError('denied', '请用“选择文件夹”指明资料库的位置。');
  }

  async open(path: string): Promise<Library> {
    const full = await this.#allow(path);
    if (this.#open?.library.info.path === full) return this.#open.library;
    // The one that is open stays open when the other cannot be opened.
    const library = await openLibrary(full, { ...this.#disk, now: this.now, migrations: migrationsOf() });
    await this.close();
    return this.#use(library);
  }

  async create(path: string, name: string | undefined, sample: boolean): Promise<Library> {
    const full = await this.#allow(path);
    await refuseInsideLibrary(full);
    const title = name?.trim() || (sample ? '示例区政协资料库（样例）' : basename(full));
    const library = await createLibrary(full, title, { ...this.#disk, now: this.now, migrations: migrationsOf() });
    try {
      if (sample) await createSample(library, { who: '样例', now: this.now() });
      else await seedNewLibrary(library, await this.who());
    } catch (error) {
      await library.close();
      throw error;
    }
    await this.close();
    return this.#use(library);
  }

  async #use(library: Library): Promise<Library> {
    const search = createSearch(library.all(), (kind, id) => library.get(kind, id));
    const counting = new Counting(library, () => this.today);
    this.#open = { library, search, counting };
    this.#closers = [
      library.subscribe((transaction) => {
        search.apply(transaction);
        counting.apply(transaction);
        this.#tell({ transaction, saving: library.saving });
      }),
      library.onSaving((saving) => this.#tell({ saving })),
      // The command line ends before anybody could look at a second page.
      ...(this.door === 'cli' ? [] : [counting.prepare()]),
    ];
    if (this.door !== 'cli') await this.#remember(library);
    return library;
  }

  async #remember(library: Library): Promise<void> {
    const { path, name } = library.info;
    const before = (await this.machine.preferences()).recentLibraries ?? [];
    const others = before.filter((entry) => resolve(entry.path) !== path).slice(0, 7);
    await this.machine
      .savePreferences({ recentLibraries: [{ path, name, openedAt: this.now().toISOString() }, ...others] })
      // A machine folder that cannot be written must not keep a library from opening.
      .catch(() => undefined);
  }

  #tell(event: { transaction?: Transaction; saving: SavingState }): void {
    for (const listener of this.#listeners) listener(event);
  }

  listen(listener: LiveListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    const open = this.#open;
    this.#open = undefined;
    this.lastBackup = undefined;
    for (const stop of this.#closers.splice(0)) stop();
    open?.search.close();
    await open?.library.close();
  }
}

/** A library inside another one would be copied, backed up and checked along with it by mistake. */
async function refuseInsideLibrary(path: string): Promise<void> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (await isLibrary(folder)) {
      throw new AntouError('invalid', `“${path}”在另一个资料库“${folder}”里面，没有新建。请换一个位置。`);
    }
    if (folder === dirname(folder)) return;
  }
}
