/** What all commands of one command line share. */
export interface Line {
  /** --json was given, anywhere on the line. */
  readonly json: boolean;
  /** Sets the exit code of a line that was carried out. */
  readonly done: (code: number) => void;
}
