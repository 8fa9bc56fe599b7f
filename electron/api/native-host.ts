/**
 * What only the machine's shell can do. The desktop implements it with Electron's dialogs; other doors leave it out,
 * and the page then uploads and downloads instead.
 */
export interface NativeHost {
  /** Paths of the files chosen; empty when cancelled. */
  pickFiles(options: {
    title?: string;
    extensions?: readonly string[];
    multiple?: boolean;
  }): Promise<readonly string[]>;
  /** Path to save to; undefined when cancelled. */
  pickSave(options: { title?: string; name: string; extension: string }): Promise<string | undefined>;
  pickFolder(options: { title?: string }): Promise<string | undefined>;
  showInFolder(path: string): Promise<void>;
  /** Opens a file with the program the machine uses for it. */
  openPath(path: string): Promise<void>;
}
