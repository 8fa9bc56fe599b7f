/** What every door knows of a procedure without calling it: menus, palette, command line help and audit read it. */
export interface ProcedureMeta {
  /** 新建或修改记录 */
  readonly label?: string;
  /** query reads; command changes; job reports progress, can be cancelled and writes once at its end. */
  readonly type?: 'query' | 'command' | 'job';
  /** Works without an open library. */
  readonly withoutLibrary?: boolean;
  /** Only the command line and the shell may call it with paths of the machine. */
  readonly undoable?: boolean;
}
